// Calendar files, the built-in one and those with mistakes in them.

import Testing

@testable import Model

@Suite("Calendar files")
struct CalendarFileTests {
    @Test("the built-in file has no faults and 771 days in order")
    func builtIn() throws {
        let reading = CalendarFile.read(NationalDays.file)
        #expect(reading.faults == [])
        #expect(reading.exceptions.count == 771)
        #expect(reading.exceptions.map(\.day) == reading.exceptions.map(\.day).sorted())
        #expect(
            reading.exceptions.last
                == DayException(
                    day: try day("2026-10-10"), kind: .working, name: "国庆节",
                    source: "国务院办公厅节假日安排（程序自带）"))
    }

    @Test(
        "byte order mark, CRLF, empty lines and a missing heading or last line end are no mistakes",
        arguments: [
            "date,kind,name,source\n2026-04-20,off,三月街,州政府通知\n", "2026-04-20,off,三月街,州政府通知",
            "\u{FEFF}date,kind,name,source\r\n\r\n2026-04-20,off,三月街,州政府通知\r\n\r\n",
        ])
    func accepted(_ text: String) throws {
        let reading = CalendarFile.read(Array(text.utf8))
        let expected = DayException(day: try day("2026-04-20"), kind: .off, name: "三月街", source: "州政府通知")
        #expect(reading == CalendarFile.Reading(exceptions: [expected], faults: []))
    }

    @Test("an empty file has neither days nor faults", arguments: ["", "\n", "date,kind,name,source\n"])
    func empty(_ text: String) {
        #expect(CalendarFile.read(Array(text.utf8)) == CalendarFile.Reading(exceptions: [], faults: []))
    }

    @Test("a source may hold commas")
    func commas() {
        let reading = CalendarFile.read(Array("2026-04-20,off,三月街,州政府,2026 年 3 号".utf8))
        #expect(reading.exceptions.first?.source == "州政府,2026 年 3 号")
    }

    @Test(
        "a bad line is named with its number, its value and the limit",
        arguments: [
            ("2026/4/20,off,三月街,通知", "第 2 行: 日期 \"2026/4/20\" 要写成 2026-04-20"),
            ("2026-02-30,off,三月街,通知", "第 2 行: 日期 \"2026-02-30\" 不对, 2026 年 2 月没有 30 日"),
            ("1899-01-01,off,元旦,通知", "第 2 行: 日期 \"1899-01-01\" 不对, 年份 1899 超出范围, 只收 2000 年至 2100 年的日期"),
            ("4-20,off,三月街,通知", "第 2 行: 日期 \"4-20\" 看不懂, 请写成年-月-日, 如 2026-12-08"),
            ("abc,off,三月街,通知", "第 2 行: 日期 \"abc\" 看不懂, 请写成年-月-日, 如 2026-12-08"),
            ("2026-04-20,holiday,三月街,通知", "第 2 行: 类别 \"holiday\" 不对, 只有 off 和 working 两种"),
            ("2026-04-20,off,,通知", "第 2 行: 缺少名称"), ("2026-04-20,off,三月街,", "第 2 行: 缺少来源"),
            ("2026-04-20,off,三月街", "第 2 行: 名称之后缺少逗号, 每行须为: 日期,off 或 working,名称,来源"),
            ("三月街", "第 2 行: 日期之后缺少逗号, 每行须为: 日期,off 或 working,名称,来源"),
            ("2026-04-20,off,三\u{1B}月街,通知", "第 2 行: 名称含有控制字符"),
            ("2026-04-20,off,三月街,\"通知\"", "第 2 行: 来源含有双引号, 请去掉"),
            ("2026-04-20,off,\(String(repeating: "节", count: 41)),通知", "第 2 行: 名称有 41 个字, 最多 40 个字"),
            ("2026-01-01,working,元旦,通知", "第 2 行: 日期 2026-01-01 与第 1 行重复"),
        ])
    func faults(_ line: String, _ sentence: String) {
        let reading = CalendarFile.read(Array("2026-01-01,off,元旦,通知\n\(line)\n2026-01-03,off,元旦,通知".utf8))
        #expect(reading.faults.map(\.sentence) == [sentence])
        #expect(reading.exceptions.last?.day.day == 3)
    }

    @Test("a file in GBK is told how to be saved")
    func wrongEncoding() {
        let gbk: [UInt8] = [0xD4, 0xAA, 0xB5, 0xA9]
        let reading = CalendarFile.read(Array("2026-01-01,off,".utf8) + gbk + Array(",通知".utf8))
        #expect(reading.faults.map(\.sentence) == ["第 1 行: 名称不是 UTF-8 编码, 请另存为 \"CSV UTF-8\" 再导入"])
    }

    @Test("all bad lines are named, in the order of the file")
    func allFaults() {
        let lines = ["x", "2026-01-01,off,元旦,通知", "2026-01-01,off,元旦,通知", "2026-01-02,on,元旦,通知"]
        let reading = CalendarFile.read(Array(lines.joined(separator: "\n").utf8))
        #expect(reading.faults.map(\.line) == [1, 3, 4])
    }
}
