// Files of comments in a clerk's inbox, right ones and wrong ones.
import Foundation
import Model

/// The files of the start `imports`, the first the newest, the same dates on every machine.
enum CommentFiles {
    static func add(to inbox: URL, _ office: Office) throws {
        let session = try office.signIn("fabu", password: Demo.password, from: "tty1")
        let matters = try office.commentedMatters(.hearing, .first, limit: 60, in: session).rows
        try office.signOut(session)
        let now = office.clock.now()
        guard let open = matters.first(where: { $0.commentsUntil.map { $0 > now } ?? false }),
            let closed = matters.first(where: { $0.commentsUntil.map { $0 < now } ?? false })
        else { throw Refusal("the demo has no such matters") }
        let files = files(open: open.number.description, closed: closed.number.description)
        for (index, file) in files.enumerated() {
            let url = inbox.appendingPathComponent(file.name)
            try Data(file.bytes).write(to: url)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_200_000 - Double(index) * 60)],
                ofItemAtPath: url.path)
        }
    }

    private static let columns = CommentFile.Column.allCases.map(\.name)

    private static func files(open: String, closed: String) -> [(name: String, bytes: [UInt8])] {
        let right = [
            row(open, "2026-11-20 08:20", "=1+1 也是原话", "WZ-1"), row(open, "2026-11-20", "赞成分步调整。", ""),
            row(closed, "2026-11-19", "希望延长缴费时间。", "WZ-3"),
        ]
        let wrong = [
            row(open, "1900-01-01", "甲\u{1B}[2J", "WZ-1"), row(open, "2026-11-20", "赞成分步调整。", ""),
            row("2026-999", "2999-12-31", String(repeating: "水价", count: 1500), "WZ-3"),
            row("Dec-26", "11-20", "希望延长缴费时间。", "WZ-4"),
        ]
        let many = (1...40).map { row(open, "2026-11-\(30 - $0 % 9)", "第 \($0) 条意见", "WZ-\($0)") }
        let list = """
            [{"系统": "重大决策听证", "编号": "\(open)", "渠道": "电话", "收到日期": "2026-11-20", "内容": "请写明起征点"}]
            """
        return [
            ("网站建议.csv", table(right)), ("有错.csv", table(wrong)), ("很多错.csv", table(many)),
            ("别的表.csv", CSVTable.file(of: [["序号", "内容"], ["1", "水价"]])), ("热线.json", Array(list.utf8)),
        ]
    }

    private static func table(_ rows: [[String]]) -> [UInt8] { CSVTable.file(of: [columns] + rows) }

    private static func row(_ number: String, _ received: String, _ body: String, _ source: String) -> [String] {
        ["重大决策听证", number, "网站", "段䶮", "13800001234", received, body, source]
    }
}
