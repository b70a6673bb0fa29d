// Files of the work calendar in an administrator's inbox, right ones and wrong ones.
import CountyFixture
import Foundation
import Model

/// The files of the start `calendars`, the first the newest, the same dates on every machine.
enum CalendarFiles {
    static func add(to inbox: URL) throws {
        for (index, file) in files.enumerated() {
            let url = inbox.appendingPathComponent(file.name)
            try Data(file.bytes).write(to: url)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_300_000 - Double(index) * 60)],
                ofItemAtPath: url.path)
        }
    }

    private static let files: [FileContent] = [
        CalendarLines.file(
            CalendarLines.national(2027, off: ["2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10"]),
            name: "2027年放假安排.csv"),
        CalendarLines.file(CalendarLines.own("2026-11-24", "2026-11-25", name: "核桃节"), name: "核桃节.csv"),
        CalendarLines.file(
            [
                "2027-02-30,off,春节,通知", "2027-02-05,休,春节,通知", "2027/10/1,off,国庆节,通知",
                "2027-10-02,off,,通知", "2027-10-03,off,国\u{1B}[2J庆,通知",
            ], name: "有错.csv"),
        CalendarLines.file(
            (1...31).map {
                "2027-07-\($0 < 10 ? "0" : "")\($0),off,火把节,\(String(repeating: "漾濞彝族自治县人民政府办公室关于火把节放假的通知", count: 5))"
            },
            name: "很长.csv"),
        CalendarLines.file([], name: "空表.csv"),
        CalendarLines.file(CalendarLines.own("2026-10-10", name: "县运动会"), name: "运动会.csv"),
    ]
}
