// What is typed at the server's command line, and what is answered there.
import ArgumentParser
import CountyFixture
import Model
import Testing

@testable import Console

@Suite("Command line")
struct CommandLineTests {
    /// The one line that a wrong use is told, or nil where the use is right.
    private func complaint(_ arguments: String...) -> String? {
        do {
            _ = try Yangguang.parseAsRoot(arguments)
            return nil
        } catch {
            #expect(Yangguang.exitCode(for: error).rawValue == 64)
            return HelpWording.chinese(usageError: Yangguang.message(for: error))
        }
    }

    @Test("a wrong use is told in Chinese, in one line")
    func complaints() {
        #expect(complaint("init", "--unit", "甲局") == "缺少 '--site <名称>'")
        #expect(complaint("init", "--site") == "后面缺少值: '--site <名称>'")
        #expect(complaint("check", "--fast") == "没有选项 '--fast'")
        #expect(complaint("check", "now") == "多余的参数 'now'")
        #expect(complaint("list", "--light", "blue") == "这个值不对: 'blue', 用于 '--light <灯>', 只能是 'overdue' 和 'soon'")
        #expect(complaint("list", "--light", "超期") == nil)
        #expect(complaint("list", "--system", "重大决策听证") == nil)
        #expect(
            complaint("list", "--system", "hear")
                == "这个值不对: 'hear', 用于 '--system <系统>', 只能是 'hearing', 'publicNotice' 或 'bulletin'")
    }

    @Test("a report that is asked for wrongly is told what was written and how it is written")
    func reports() throws {
        #expect(
            complaint("report", "detail", "--by", "month")
                == "--by 只用于 summary 和 replies; 发布情况明细报表一件事项一行")
        #expect(complaint("report", "detail", "--unit", "") == "--unit 后面没有写单位; 请写全称或简称")
        #expect(complaint("report", "detail", "--output", "") == "--output 后面没有写文件名")
        #expect(complaint("report", "replies", "--by", "quarter", "--format", "text") == nil)
        let today = try #require(Day("2026-11-20"))
        func span(_ from: String, _ to: String) throws -> String {
            let parsed = try Yangguang.parseAsRoot(["report", "detail", "--from", from, "--to", to])
            do {
                let span = try #require(parsed as? ReportCommand).span(today: today)
                return "\(span.from) \(span.to)"
            } catch let error as ValidationError {
                return error.message
            }
        }
        #expect(try span("20260101", "2026年3月1日") == "2026-01-01 2026-03-01")
        #expect(try span("2026-13-01", "11-20") == "--from 2026-13-01: 没有 13 月, 月份为 1 至 12; 请写成 2026-12-08")
        #expect(try span("1-1", "abc") == "--to: 看不懂日期 \"abc\", 请写成 2026-12-08 或 12-8")
        #expect(try span("2026-11-02", "2026-11-01") == "--to 2026-11-01 早于 --from 2026-11-02")
    }

    @Test("every command's help is Chinese, with what it does and how it is typed")
    func help() {
        for command in Yangguang.configuration.subcommands {
            let name = command._commandName
            let help = HelpWording.chinese(help: Yangguang.helpMessage(for: command))
            #expect(help.contains("用法: yangguang \(name)"), "\(name)")
            #expect(!command.configuration.abstract.isEmpty && !command.configuration.discussion.isEmpty, "\(name)")
            for english in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "Show help", "(default", "(values"] {
                #expect(!help.contains(english), "\(name)")
            }
        }
    }

    @Test(
        "a distance is read with every sign a keyboard or a text gives",
        arguments: [("-7", -7), ("+10", 10), ("10", 10), ("\u{2212}7", -7), ("－７", -7), ("＋10", 10), ("0", 0)])
    func distance(typed: String, number: Int) throws {
        #expect(WorkdayCommand.number(typed) == number)
        let command = try #require(try Yangguang.parseAsRoot(["workday", "2026-10-12", typed]) as? WorkdayCommand)
        #expect(command.distances == [typed])
    }

    @Test("what is no distance is none", arguments: ["", "-", "+-7", "七", "1e3", "7天", "1234567"])
    func noDistance(typed: String) {
        #expect(WorkdayCommand.number(typed) == nil)
    }

    @Test("the clock stands still only in a demo store")
    func fixedClock() throws {
        func open(_ county: County) throws -> Office {
            try StoreOptions.parse(["--database", county.path, "--now", "2026-11-20T09:00"]).open()
        }
        let refusal = #expect(throws: Refusal.self) { try open(try County()) }
        #expect(refusal?.sentence.hasPrefix("--now 只能用于演示数据库") == true)
        let demo = try County(kind: .demo)
        #expect(try open(demo).clock.now() == Moment("2026-11-20T09:00"))
        let options = try StoreOptions.parse(["--now", "tomorrow"])
        #expect(throws: ValidationError.self) { try options.clock() }
    }

    @Test("a bar says what is done and how far")
    func bar() {
        #expect(ProgressBar.line("检查附件", done: 15, total: 30) == "检查附件 [###############...............] 50% 15/30")
        #expect(ProgressBar.line("检查文件", done: 0, total: 0) == "检查文件 ..")
        #expect(ProgressBar.line("检查附件", done: 31, total: 30).contains("100%"))
    }
}
