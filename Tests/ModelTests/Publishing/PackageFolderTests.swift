// The folder of packages: what stands in the way is told, and never undoes an act.
import CountyFixture
import Foundation
import Testing

@testable import Model

@Suite("Package folder")
struct PackageFolderTests {
    private let county: County
    private let fabu: Session
    private var files: PackageFiles { PackageFiles(of: county) }
    private let me = ServerOperator(unixUser: "tester")

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    private func publish() throws -> Done<Publish.Published> {
        try county.office.perform(
            Publish(.announcement, in: .hearing, of: nil, entries: HearingEntries.announcement()), in: fabu)
    }

    private func set(_ folder: String) throws {
        try county.raw(
            "INSERT INTO setting (site_id, name, value, changed_at, version) VALUES (1, 'publicFolder', '\(folder)', '2026-11-20T01:00:00.000Z', 1)"
        )
    }

    private func waiting() throws -> Int? {
        try county.rawValue("SELECT count(*) FROM public_package WHERE written_at IS NULL")
    }

    @Test(
        "An act stands when its package cannot be written; the clerk is told why and how it is mended",
        arguments: [
            ("/dev/null", "不是文件夹"), ("/dev/null/below", "不是文件夹"), ("/nowhere/below", "不存在"), ("relative", "应是绝对路径"),
            ("/sys/kernel", "公开文件夹 /sys/kernel"),
        ])
    func unwritable(folder: String, words: String) throws {
        try set(folder)
        let done = try publish()
        #expect(try county.office.matter(done.outcome.matter, in: fabu).documents.count == 1)
        let sentence = done.sentence("已发布")
        #expect(sentence.hasPrefix("已发布, 日志第 \(done.journalNumber) 条; 公开文件包没有写出: "))
        #expect(sentence.contains(words) && sentence.hasSuffix("运行 yangguang feed 可以补写"))
        let journaled: [String] = try county.rawValues(
            "SELECT clerk || act FROM journal WHERE id > \(done.journalNumber)")
        #expect(journaled == ["系统publicPackageUnwritten"])
        #expect(try waiting() == 1)
    }

    @Test("A full disk is told as one")
    func full() {
        #expect(PackageFolder("/mnt").sentence(ENOSPC).contains("磁盘已满"))
        #expect(PackageFolder("/mnt").sentence(EROFS).contains("只读"))
    }

    @Test("The next act writes what an earlier one could not, and says nothing of it")
    func mended() throws {
        try set("/dev/null")
        _ = try publish()
        try county.raw("DELETE FROM setting")
        let done = try publish()
        #expect(done.remark == nil)
        #expect(files.names == ["hearing-2026-01-v1", "hearing-2026-02-v1"])
        #expect(try waiting() == 0)
    }

    @Test("An act that publishes nothing writes nothing")
    func silent() throws {
        let new = "Xin-Mima#2027"
        _ = try county.office.perform(ChangePassword(old: County.password, new: new, again: new), in: fabu)
        #expect(!FileManager.default.fileExists(atPath: files.folder))
    }

    @Test("A package that is there already stays untouched; one that differs is exchanged whole")
    func again() throws {
        _ = try publish()
        let page = "\(files.folder)/hearing-2026-01-v1/document.html"
        func inode() throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: page)[.systemFileNumber] as? Int
        }
        let before = try inode()
        #expect(try county.office.feed(into: files.folder, all: true, as: .serverOperator(me)).unchanged == 1)
        #expect(try inode() == before)
        try Data("changed".utf8).write(to: URL(fileURLWithPath: page))
        #expect(try county.office.feed(into: files.folder, all: true, as: .serverOperator(me)).written == 1)
        #expect(try files.isWhole("hearing-2026-01-v1"))
        #expect(files.names == ["hearing-2026-01-v1"])
    }

    @Test("What a crash left half is cleared away, and a link in it is not followed")
    func leftover() throws {
        let partial = "\(files.folder)/.hearing-2026-01-v1.partial"
        try FileManager.default.createDirectory(atPath: partial, withIntermediateDirectories: true)
        let kept = "\(county.folder)/kept"
        try Data("kept".utf8).write(to: URL(fileURLWithPath: kept))
        try FileManager.default.createSymbolicLink(atPath: "\(partial)/document.html", withDestinationPath: kept)
        try FileManager.default.createSymbolicLink(atPath: "\(partial)/attachments", withDestinationPath: county.folder)
        #expect(try publish().remark == nil)
        #expect(files.names == ["hearing-2026-01-v1"])
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "kept")
        #expect(FileManager.default.fileExists(atPath: county.path))
    }

    @Test("A link under a package's name is refused, and what it leads to stays")
    func link() throws {
        try FileManager.default.createDirectory(atPath: files.folder, withIntermediateDirectories: true)
        let elsewhere = "\(county.folder)/elsewhere"
        try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: "\(files.folder)/hearing-2026-01-v1", withDestinationPath: elsewhere)
        #expect(try publish().remark?.contains("已有叫 hearing-2026-01-v1 的文件或链接") == true)
        #expect(PackageFiles(elsewhere).names == [])
    }

    @Test("Feeding refuses what is no folder of its own", arguments: ["link", "link/", "file", "none", "/sys/kernel"])
    func refused(name: String) throws {
        _ = try publish()
        try FileManager.default.createSymbolicLink(
            atPath: "\(county.folder)/link", withDestinationPath: files.folder)
        try Data().write(to: URL(fileURLWithPath: "\(county.folder)/file"))
        let path = name.hasPrefix("/") ? name : "\(county.folder)/\(name)"
        #expect(throws: Refusal.self) { try county.office.feed(into: path, all: true, as: .serverOperator(me)) }
    }

    @Test("Feeding writes what waits, then nothing; with all, everything anywhere; each run is journaled once")
    func feeding() throws {
        try set("/dev/null")
        _ = try publish()
        _ = try publish()
        let target = "\(county.folder)/site"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        var stages: [String] = []
        let first = try county.office.feed(into: target, all: false, as: .serverOperator(me)) { progress in
            stages.append("\(progress.stage) \(progress.done)/\(progress.total)")
            return true
        }
        #expect(first.written == 2 && stages == ["写出公开文件包 0/2", "写出公开文件包 1/2"])
        #expect(try county.office.feed(into: target, all: false, as: .serverOperator(me)).written == 0)
        #expect(try county.office.feed(into: target, all: true, as: .serverOperator(me)).unchanged == 2)
        #expect(PackageFiles(target).names == ["hearing-2026-01-v1", "hearing-2026-02-v1"])
        let runs: [String] = try county.rawValues("SELECT clerk || ': ' || sentence FROM journal WHERE act = 'feed'")
        #expect(runs.count == 3)
        #expect(runs[0] == "服务器操作员 tester: 等待写出的公开文件包写到 \(target): 写出 2 份")
    }

    @Test("A feed that is broken off goes on where it stopped")
    func brokenOff() throws {
        try set("/dev/null")
        for _ in 0..<3 { _ = try publish() }
        let target = "\(county.folder)/site"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        let refusal = #expect(throws: Refusal.self) {
            try county.office.feed(into: target, all: false, as: .serverOperator(me)) { $0.done < 1 }
        }
        #expect(refusal?.sentence == "已中断, 写出了 1 份")
        #expect(try county.office.feed(into: target, all: false, as: .serverOperator(me)).written == 2)
        let runs: [String] = try county.rawValues("SELECT sentence FROM journal WHERE act = 'feed'")
        #expect(runs.first?.hasSuffix("写出 1 份; 没有写完: 已中断, 写出了 1 份") == true)
    }

    @Test("The demo's past is out already: its first act writes its own package alone")
    func demo() throws {
        let demo = try DemoCounty.copy()
        let office = try demo.office()
        let session = try demo.signIn("fabu", to: office)
        _ = try office.perform(
            Publish(.announcement, in: .hearing, of: nil, entries: HearingEntries.announcement()), in: session)
        let folder = PackageFiles(String(demo.path.dropLast("db".count)) + "public")
        #expect(folder.names.count == 1)
        let target = "\(folder.folder)-all"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        let fed = try office.feed(into: target, all: true, as: .serverOperator(me))
        let all = PackageFiles(target)
        #expect(fed.written > 100 && all.names.count == fed.written)
        #expect(try all.names.allSatisfy { try all.isWhole($0) })
        #expect(all.names.contains { $0.hasSuffix("-withdrawn") })
    }
}
