// The store is its owner's alone, and stays where it was opened.
import CountyFixture
import Foundation
import Testing

@testable import Model

@Suite("Who may read the store")
struct PrivacyTests {
    private func refusal(_ path: String) -> String? {
        do throws(Refusal) {
            _ = try Office(opening: path)
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test(
        "a store that group or others may read is not opened, and it is said how to mend that",
        arguments: [0o640, 0o604, 0o666])
    func readByOthers(rights: Int) throws {
        let county = try County()
        let path = county.folder + "/b c.db"
        try FileManager.default.copyItem(atPath: county.path, toPath: path)
        chmod(path, mode_t(rights))
        let octal = String(rights, radix: 8)
        #expect(refusal(path) == "\(path) 的权限是 \(octal), 服务器上别的用户也能读写, 没有打开; 请运行 chmod 600 '\(path)' 后再打开")
        chmod(path, 0o600)
        #expect(refusal(path) == nil)
    }

    @Test("heads of the journal that others may write are no proof: the store is not opened until that is mended")
    func headsOfOthers() throws {
        let county = try County()
        _ = try county.signIn("fabu")
        let heads = county.path + ".heads"
        chmod(heads, 0o646)
        #expect(refusal(county.path)?.hasPrefix("\(heads) 的权限是 646, 服务器上别的用户也能读写, 没有打开; 请运行 chmod 600") == true)
        chmod(heads, 0o600)
        #expect(refusal(county.path) == nil)
    }

    @Test("a folder in which others may put another file in the store's place is refused; one like /tmp is not")
    func folderOfOthers() throws {
        let county = try County()
        let folder = county.folder + "/open"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try FileManager.default.copyItem(atPath: county.path, toPath: folder + "/a.db")
        chmod(folder, 0o777)
        #expect(refusal(folder + "/a.db")?.hasSuffix("请运行 chmod go-w \(folder) 后再打开") == true)
        chmod(folder, 0o1777)
        #expect(refusal(folder + "/a.db") == nil)
    }

    @Test("what is made beside the store is private, too")
    func beside() throws {
        let county = try County()
        _ = try county.signIn("fabu")
        for file in try FileManager.default.contentsOfDirectory(atPath: county.folder) {
            #expect(try mode(of: "\(county.folder)/\(file)") == 0o600, "\(file)")
        }
    }

    @Test("a store whose file is gone from its place takes no act and no typing, and goes on when it is back")
    func gone() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let sentence = "数据库 \(county.path) 不见了, 或者被换成了别的文件, 没有保存; 请退出重新登录, 仍不行请找管理服务器的人"
        try FileManager.default.moveItem(atPath: county.path, toPath: county.path + ".away")
        func keep() throws {
            try county.office.keepDraft(
                Draft.form(.hearing, .announcement), matter: nil, entries: Entries(["title": "供水"]), in: fabu)
        }
        #expect(
            #expect(throws: Refusal.self) { try county.office.perform(TakeNothing(), in: fabu) }?.sentence == sentence)
        #expect(#expect(throws: Refusal.self, performing: keep)?.sentence == sentence)
        try FileManager.default.moveItem(atPath: county.path + ".away", toPath: county.path)
        try keep()
        #expect(try county.office.perform(TakeNothing(), in: fabu).journalNumber > 0)
        #expect(county.office.check() == [])
    }
}
