// 复制为新事项: last year's announcement as the beginning of this year's.
import CountyFixture
import Testing

@testable import Model

@Suite("Copying a matter")
struct CopyTests {
    private func lastYears(_ county: County) throws -> (Matter, Session) {
        let fabu = try county.signIn("fabu")
        var entries = BackfillEntries.announcement(day: "2025-11-20", hearing: "2025-12-10")
        entries["title"] = "关于2025年城市供水价格听证会的公告"
        entries["comments_until"] = "2025-12-01"
        entries["reference_number"] = "漾发改〔2025〕8号"
        entries["signed_day"] = "2025-11-20"
        entries["hearing_start"] = "9:00"
        return (try county.backfill(.announcement, entries, in: fabu), fabu)
    }

    @Test("texts stay; days, number and tick are cleared, today signs, and the year in the title is this year")
    func beginning() throws {
        let county = try County()
        let (matter, fabu) = try lastYears(county)
        let task = PublishTask(.hearing, copying: matter)
        let entries = task.beginning(for: fabu.clerk, today: county.now.day)
        #expect(entries["title"] == "关于2026年城市供水价格听证会的公告")
        #expect(entries["subject"] == "调整城市供水价格" && entries["representatives"] == "20")
        #expect(entries["hearing_when"] == "exact" && entries["signed_unit"] == "发展和改革局")
        for field in ["hearing_day", "hearing_start", "comments_until", "reference_number", "secrecy_checked"] {
            #expect(entries[field] == "", "\(field)")
        }
        #expect(entries["signed_day"] == "2026-11-20")
        #expect(task.matter == nil && task.draftForm == Draft.form(.hearing, .announcement))
    }

    @Test("only the matter's own year is replaced, and only where it stands alone")
    func years() {
        func title(_ title: String) -> String { DocumentDescription.title(title, from: 2025, to: 2026) }
        #expect(title("2025年度2025-2030规划") == "2026年度2026-2030规划")
        #expect(title("2024年、12025、20251号") == "2024年、12025、20251号")
        #expect(DocumentDescription.title("2026年", from: 2026, to: 2026) == "2026年")
    }

    @Test("a draft that stands in the way is named, never written over; another unit's matter is not copied")
    func refusals() throws {
        let county = try County()
        let (matter, fabu) = try lastYears(county)
        #expect(try FormTasks.refusal(toCopy: matter, .hearing, county.office, fabu) == nil)
        try county.office.keepDraft(
            Draft.form(.hearing, .announcement), matter: nil, entries: Entries(["title": "关于公交票价听证会的公告"]), in: fabu)
        #expect(
            try FormTasks.refusal(toCopy: matter, .hearing, county.office, fabu)
                == "您有一份没有写完的听证公告《关于公交票价听证会的公告》(2026-11-20 09:00 存的草稿); 请先按 F2 把它写完发布, 或放弃草稿, 再复制")
        let jiaoyu = try county.signIn("jiaoyu")
        #expect(
            try FormTasks.refusal(toCopy: matter, .hearing, county.office, jiaoyu)
                == "这件事项属于发展和改革局, 只能复制教育体育局的事项")
    }
}
