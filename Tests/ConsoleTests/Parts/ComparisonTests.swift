// Two texts side by side: what is marked, and that any two texts can be compared at once.
import CountyFixture
import Testing

@testable import Console

@Suite("Two texts side by side")
struct ComparisonTests {
    private func marked(_ old: String, _ new: String) -> (removed: String, added: String) {
        let difference = TextDifference(old, new)
        return (
            String(zip(difference.old, difference.removed).filter(\.1).map(\.0)),
            String(zip(difference.new, difference.added).filter(\.1).map(\.0))
        )
    }

    private func drawn(_ comparison: Comparison, columns: Int, rows: Int) -> [String] {
        var comparison = comparison
        comparison.fit(Size(rows: rows, columns: columns))
        let grid = Grid(Size(rows: rows, columns: columns))
        comparison.draw(on: Canvas(grid))
        return (0..<rows).map { grid.line($0) }
    }

    @Test("only the characters that changed are marked, one that is made of several scalars as a whole")
    func clusters() {
        #expect(marked("县政务中心 3 楼会议室", "县政务中心 5 楼会议室") == ("3", "5"))
        #expect(marked("", "新填的") == ("", "新填的"))
        #expect(marked("不变", "不变") == ("", ""))
        #expect(marked("👨‍👩‍👧来", "👨‍👩‍👦来") == ("👨‍👩‍👧", "👨‍👩‍👦"))
    }

    @Test("what is marked, taken out of both texts, leaves the same text, whatever the two were")
    func marksExplainTheDifference() {
        var random = SeededNumbers(seed: 7)
        for _ in 0..<300 {
            let letters = Array("甲乙丙丁。\n")
            let length = Int.random(in: 0...900, using: &random)
            var new = (0..<length).compactMap { _ in letters.randomElement(using: &random) }
            let old = new
            for _ in 0..<Int.random(in: 0...20, using: &random) where !new.isEmpty {
                let at = Int.random(in: 0..<new.count, using: &random)
                if Bool.random(using: &random) { new.remove(at: at) } else { new.insert("戊", at: at) }
            }
            let difference = TextDifference(String(old), String(new))
            #expect(
                zip(difference.old, difference.removed).filter { !$0.1 }.map(\.0)
                    == zip(difference.new, difference.added).filter { !$0.1 }.map(\.0))
        }
    }

    @Test("two long texts with nothing in common are compared without a pause", .timeLimit(.minutes(1)))
    func bounded() {
        let old = String(repeating: "甲", count: 20_000)
        let new = String(repeating: "乙。", count: 10_000)
        #expect(marked(old, new) == (old, new))
    }

    @Test("of two versions it is said what was added, of two texts written apart which side has something")
    func words() {
        let items = [
            Comparison.Item("地点", old: "", new: "三楼"), Comparison.Item("人员", old: "张伟", new: ""),
            Comparison.Item("标题", old: "甲", new: "乙"), Comparison.Item("落款", old: "丙", new: "丙"),
        ]
        func words(_ kind: Comparison.Kind) -> String {
            drawn(Comparison("左", "右", items, kind), columns: 60, rows: 14).joined(separator: "\n")
        }
        for word in ["地点  新填写", "人员  已删去", "标题  有改动", "没有改动: 落款"] { #expect(words(.versions).contains(word)) }
        for word in ["地点  只有右边填写", "人员  只有左边填写", "标题  两边不同", "两边一样: 落款"] {
            #expect(words(.texts).contains(word))
        }
    }

    @Test("paragraphs that both texts have are counted, and a changed one stands beside what it became")
    func paragraphs() {
        #expect(
            AlignedParagraphs.pairs("一\n二\n三\n四\n五", "一\n二\n叁\n四\n五\n六") == [
                .same(2), .changed(old: "三", new: "叁"), .same(2), .changed(old: nil, new: "六"),
            ])
    }

    @Test("a field is shown in both columns only where it changed; the others are named below")
    func onlyChanges() {
        let comparison = Comparison(
            "第 1 版", "第 2 版",
            [
                Comparison.Item("标题", old: "一样", new: "一样"), Comparison.Item("地点", old: "三楼", new: "五楼"),
                Comparison.Item("文号", old: "", new: ""),
            ])
        #expect(
            drawn(comparison, columns: 23, rows: 7) == [
                "第 1 版    │ 第 2 版", String(repeating: "─", count: 23), "地点  有改动", "三楼       │ 五楼", "", "没有改动: 标题",
                "",
            ])
    }
}
