// Comments in JSON: a list of objects with the columns' names as keys.
import Foundation

extension CommentFile {
    /// Reads the list.
    /// - Throws: `Refusal` for what is no JSON, no list, or too long.
    static func list(_ text: String) throws(Refusal) -> ([Line], [LineFault]) {
        let bytes = Data(text.utf8)
        let objects: [JSONComment]
        do {
            objects = try JSONDecoder().decode([JSONComment].self, from: bytes)
        } catch DecodingError.typeMismatch {
            throw Refusal("最外层应是方括号括起来的数组, 每条建议一个对象, 请对照说明中的样例")
        } catch {
            throw Refusal(malformed(bytes))
        }
        guard objects.count <= mostComments else {
            throw Refusal("文件中有 \(objects.count.grouped) 条建议, 一次最多 \(mostComments.grouped) 条, 请分成几个文件")
        }
        var lines: [Line] = []
        var faults: [LineFault] = []
        lines.reserveCapacity(objects.count)
        for (index, object) in objects.enumerated() {
            if object.faults.isEmpty {
                lines.append(Line(number: index + 1, cells: object.cells))
            } else {
                faults += object.faults.map {
                    LineFault(line: index + 1, column: AttachmentName.shown($0.column), $0.sentence)
                }
            }
        }
        return (lines, faults)
    }

    /// The decoder does not tell where it stumbled; the older parser does, in its description.
    private static func malformed(_ bytes: Data) -> String {
        let advice = "请从原来的系统重新导出, 或用 JSON 工具检查后再选"
        do {
            _ = try JSONSerialization.jsonObject(with: bytes)
        } catch {
            let told = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
            if let offset = told.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).last.flatMap({ Int($0) }) {
                let line = bytes.prefix(offset).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
                return "第 \(line) 行不合 JSON 的写法; \(advice)"
            }
        }
        return "不是完整的 JSON; \(advice)"
    }
}

/// One object of the list: its texts by column, and what is wrong with it.
private struct JSONComment: Decodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static let columns = Dictionary(
        uniqueKeysWithValues: CommentFile.Column.allCases.map { ($0.name, $0) })

    private(set) var cells = [String](repeating: "", count: CommentFile.Column.allCases.count)
    private(set) var faults: [(column: String, sentence: String)] = []

    init(from decoder: any Decoder) throws {
        guard let object = try? decoder.container(keyedBy: Key.self) else {
            faults.append(("", "每条建议应是花括号括起来的一个对象"))
            return
        }
        for key in object.allKeys {
            guard let column = Self.columns[key.stringValue] else {
                faults.append((key.stringValue, "没有这一栏; \(CommentFile.advice)"))
                continue
            }
            if let text = try? object.decode(String.self, forKey: key) {
                cells[column.rawValue] = Self.withoutReturns(text).trimmed
            } else if let number = try? object.decode(Int64.self, forKey: key) {
                cells[column.rawValue] = String(number)
            } else if try !object.decodeNil(forKey: key) {
                faults.append((column.name, "\(column.name)应是引号括起来的文字"))
            }
        }
    }

    private static func withoutReturns(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        return text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }.joined(separator: "\n")
    }
}
