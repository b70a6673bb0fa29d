// 备份: one moment of the store, proved, never over anything, and only its own old ones are taken away.
import CountyFixture
import Foundation
import GRDB
import Testing

@testable import Model

@Suite("Backups")
struct BackupTests {
    /// A county with a matter and an attached file.
    private func county() throws -> County {
        let county = try County()
        let fabu = try county.signIn("fabu")
        try county.office.attach("方案.doc", [1, 2, 3], toDraft: "hearing.announcement", matter: nil, in: fabu)
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        return county
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        #expect(throws: Refusal.self, performing: body)?.sentence
    }

    private func files(_ county: County) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: county.folder).filter { !$0.hasPrefix("county.") }
            .sorted()
    }

    @Test("a backup is one moment: what is written while it is made is in the next one")
    func moment() throws {
        let county = try county()
        let path = county.folder + "/a.backup"
        let other = try county.anotherOffice()
        let jiaoyu = try county.signIn("jiaoyu", to: other)
        let journal: Int64 = try #require(try county.rawValue("SELECT max(id) FROM journal"))
        var hasWritten = false
        let watch = WorkWatch(
            tell: { progress in
                guard progress.stage == "复制数据库", !hasWritten else { return }
                let publish = Publish(.announcement, in: .hearing, of: nil, entries: HearingEntries.announcement())
                hasWritten = (try? other.perform(publish, in: jiaoyu)) != nil
            }, isStopped: { false })
        let done = try county.office.backUp(to: path, watch)
        #expect(hasWritten)
        #expect(done.journalNumber == journal)
        #expect(try Restore(path, to: county.folder + "/other.db").prove().journalNumber == journal)
        #expect(try mode(of: path) == 0o600)
        #expect(try files(county) == ["a.backup"])
        let told: String? = try county.rawValue("SELECT sentence FROM journal WHERE act = 'backup'")
        #expect(told?.hasPrefix("备份到 \(path), 到日志第 \(journal) 条") == true)
    }

    @Test("whatever is there already stays as it is, be it a link that leads nowhere")
    func neverOver() throws {
        let county = try county()
        let path = county.folder + "/a.backup"
        try Data("x".utf8).write(to: URL(fileURLWithPath: path))
        #expect(refusal { _ = try county.office.backUp(to: path) } == "\(path) 已经存在, 不会覆盖; 请换一个文件名")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("x".utf8))
        let link = county.folder + "/link.backup"
        symlink(county.folder + "/nowhere", link)
        #expect(refusal { _ = try county.office.backUp(to: link) }?.contains("已经存在") == true)
        #expect(refusal { _ = try county.office.backUp(to: county.folder + "/none/a.backup") }?.contains("不存在") == true)
        #expect(try files(county) == ["a.backup", "link.backup"])
    }

    @Test("broken off, it leaves nothing behind")
    func brokenOff() throws {
        let county = try county()
        let watch = WorkWatch(tell: { _ in }, isStopped: { true })
        #expect(refusal { _ = try county.office.backUp(to: county.folder + "/a.backup", watch) } == "已中断, 没有做完, 没有留下文件")
        #expect(try files(county) == [])
    }

    @Test("a store that is not whole is not backed up as if it were")
    func damaged() throws {
        let county = try county()
        try county.raw("UPDATE attachment_content SET bytes = x'010204'")
        let sentence = refusal { _ = try county.office.backUp(to: county.folder + "/a.backup") }
        #expect(sentence?.contains("没有通过核对: 附件 方案.doc 的内容") == true, "\(sentence ?? "")")
        #expect(try files(county) == [])
    }

    @Test(
        "of its own backups the newest stay; renamed ones, other offices' and whatever else lies there are not touched")
    func keeping() throws {
        let county = try county()
        let folder = county.folder + "/b"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        for number in 1...3 {
            try county.goTo("2026-11-2\(number)T09:00")
            _ = try county.office.backUp(to: "\(folder)/\(number).backup")
        }
        try FileManager.default.moveItem(atPath: "\(folder)/1.backup", toPath: "\(folder)/保留.backup")
        let neighbour = try County(now: "2026-11-19T09:00")
        _ = try neighbour.office.backUp(to: "\(folder)/another.backup")
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/文字.backup"))
        symlink("\(folder)/2.backup", "\(folder)/link.backup")
        _ = try county.office.backUp(to: "\(folder)/other.bak")
        try county.goTo("2026-11-24T09:00")
        let done = try county.office.backUp(to: folder, keeping: 2)
        #expect(done.removed == ["2.backup"])
        #expect(done.path == "\(folder)/county-2026-11-24-090000.backup")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(
            left
                == [
                    "3.backup", "another.backup", "county-2026-11-24-090000.backup", "link.backup", "other.bak",
                    "保留.backup", "文字.backup",
                ].sorted())
        let told: String? = try county.rawValue("SELECT sentence FROM journal WHERE act = 'removeBackups'")
        #expect(told == "删除 \(folder) 中的旧备份 1 个: 2.backup")
    }

    @Test("a backup is not worked on by mistake")
    func notOpened() throws {
        let county = try county()
        let path = county.folder + "/a.backup"
        _ = try county.office.backUp(to: path)
        #expect(refusal { _ = try Office(opening: path) }?.contains("是 2026-11-20 09:00 的备份, 不能直接打开") == true)
    }

    @Test(
        "system administrators see when the last backup was, and are told when it is too long ago; others are refused")
    func standing() throws {
        let county = try county()
        let xitong = try county.signIn("xitong")
        #expect(try county.office.backupStanding(in: xitong).sentence == "还没有备份过, 请管理服务器的人运行 yangguang backup")
        _ = try county.office.backUp(to: county.folder + "/a.backup")
        #expect(try county.office.backupStanding(in: xitong).sentence == "最近一次备份 2026-11-20 09:00, 今天")
        try county.goTo("2026-11-26T09:00")
        #expect(try county.office.backupStanding(in: xitong).isOverdue == false)
        try county.goTo("2026-11-27T09:00")
        #expect(try county.office.backupStanding(in: xitong).sentence == "最近一次备份 2026-11-20 09:00, 7 天前, 请尽快再备份")
        let fabu = try county.signIn("fabu")
        #expect(refusal { _ = try county.office.backupStanding(in: fabu) } == "备份记录由系统管理员查看, 您的角色是发布员")
    }
}
