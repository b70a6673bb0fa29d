// Texts and tables in a clerk's inbox, right ones and wrong ones.
import CountyFixture
import Foundation
import Model

/// The files of the start `files`, the first the newest, the same dates on every machine.
enum InboxFiles {
    static func add(to inbox: URL) throws {
        for (index, file) in try files().enumerated() {
            let url = inbox.appendingPathComponent(file.name)
            try Data(file.bytes).write(to: url)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_100_000 - Double(index) * 60)],
                ofItemAtPath: url.path)
        }
    }

    private static func files() throws -> [(name: String, bytes: [UInt8])] {
        let right = hearing("1", "城市供水价格") + hearing("2", "农村客运线路和票价")
        var wrong = right
        wrong[0]["原发布日期"] = "1900-01-01"
        wrong[1]["意见截止"] = "2026-03-18"
        wrong[3]["标题"] = String(repeating: "关于调整农村客运线路和票价", count: 5)
        wrong[5]["实到代表"] = "21"
        let columns = BackfillTable.columns(.hearing)
        return [
            ("供水方案.txt", Array("一、听证事项\r\n调整城市供水价格, 每立方米由 2.10 元调整为 2.45 元。\r\n二、依据\r\n成本监审报告。\r\n".utf8)),
            ("供水方案 (GBK).txt", [0xCC, 0xFD, 0xD6, 0xA4, 0xCA, 0xC2, 0xCF, 0xEE, 0x0D, 0x0A]),
            ("全文.txt", Array(String(repeating: "调整城市供水价格。\n", count: 300).utf8)),
            ("坏了的.txt", Array("第一行\n".utf8) + [0xFF, 0xFE]),
            ("补录.csv", file(columns, right)), ("补录有错.csv", file(columns, wrong)),
            ("别的表.csv", file(["序号", "标题", "日期"], [["序号": "1"]])),
        ]
    }

    private static func file(_ columns: [String], _ rows: [[String: String]]) -> [UInt8] {
        CSVTable.file(of: [columns] + rows.map { row in columns.map { row[$0] ?? "" } })
    }

    /// The rows of one hearing that was over before the console arrived.
    private static func hearing(_ key: String, _ subject: String) -> [[String: String]] {
        let entries = [BackfillEntries.announcement(), BackfillEntries.notice(), BackfillEntries.report()]
        return zip(Procedure.hearing.documents, entries).map { document, entries in
            var row = ["事项": key, "文书": document.name]
            for field in document.form.fields {
                row[field.label] = entries[field.name]
                if case .tick = field.kind { row[field.label] = "是" }
            }
            row["标题"] = "关于调整\(subject)听证会的\(document.word)"
            row["原发布日期"] = entries["backfill_day"]
            row["补录原因"] = entries["backfill_reason"]
            return row
        }
    }
}
