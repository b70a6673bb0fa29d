// Out to the public: what is published lies in a folder for the web site as soon as it is published.
import CountyFixture
import Foundation
import Testing

@testable import Model

@Suite("Public packages")
struct PublicPackageTests {
    private let county: County
    private let fabu: Session
    private var files: PackageFiles { PackageFiles(of: county) }

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
    }

    private func notice(_ title: String = "关于更换听证会场的通知", body: String = "改在县影剧院。") throws -> TemporaryNotice {
        let entries = Entries(["title": title, "body": body, "signed_unit": "发展和改革局", "secrecy_checked": "1"])
        _ = try county.office.perform(PublishTemporaryNotice(in: .hearing, entries: entries), in: fabu)
        return try county.office.temporaryNotices(.hearing, .first, limit: 1, in: fabu).rows[0]
    }

    private func feed(all: Bool = false) throws -> Office.Fed {
        try county.office.feed(into: files.folder, all: all, as: .serverOperator(ServerOperator(unixUser: "tester")))
    }

    @Test("A published document lies beside the store as page, text and manifest")
    func published() throws {
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        #expect(files.names == ["hearing-2026-01-v1"])
        #expect(try files.isWhole("hearing-2026-01-v1"))
        let manifest = try files.manifest("hearing-2026-01-v1")
        let told = manifest.compactMapValues { $0 as? String }
        #expect(
            told == [
                "package": "hearing-2026-01-v1", "action": "publish", "site": "漾濞彝族自治县人民政府", "unit": "发展和改革局",
                "system": "hearing", "systemName": "重大决策听证", "kind": "announcement", "kindName": "听证公告",
                "number": "2026-01", "matter": "2026-01", "title": "关于调整城市供水价格听证会的公告",
                "publishedAt": "2026-11-20T09:00:00+08:00",
            ])
        #expect(manifest["format"] as? Int == 1 && manifest["version"] as? Int == 1)
        let page = try files.text("hearing-2026-01-v1/document.html")
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">"))
        for words in ["<h1>关于调整城市供水价格听证会的公告</h1>", "编号 2026-01", "发布时间: 2026-11-20 09:00"] {
            #expect(page.contains(words))
        }
        let text = try files.text("hearing-2026-01-v1/document.txt")
        #expect(text.hasPrefix("关于调整城市供水价格听证会的公告\n\n编号 2026-01\n"))
        #expect(text.hasSuffix("\n") && !text.contains("\r"))
    }

    @Test("Attachments go out with the stored bytes under their names")
    func attachments() throws {
        let bytes = try DocumentFixture.bytes("听证方案.doc")
        let form = Draft.form(.hearing, .announcement)
        try county.office.attach("听证方案.doc", bytes, toDraft: form, matter: nil, in: fabu)
        try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        #expect(try files.isWhole("hearing-2026-01-v1"))
        #expect(try files.bytes("hearing-2026-01-v1/attachments/听证方案.doc") == bytes)
        let page = try files.text("hearing-2026-01-v1/document.html")
        #expect(page.contains("href=\"attachments/%E5%90%AC%E8%AF%81%E6%96%B9%E6%A1%88.doc\""))
    }

    @Test("A correction says what it replaces and why, and both stay")
    func correction() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-11-21T09:00")
        var entries = HearingEntries.announcement()
        entries["contact"] = "李文 0872-7520001"
        entries[Revision.reason] = "地点有误"
        _ = try county.office.perform(
            Correct(RevisionRequest(.announcement, of: matter, base: 1, entries: entries)), in: fabu)
        #expect(files.names == ["hearing-2026-01-v1", "hearing-2026-01-v2"])
        let manifest = try files.manifest("hearing-2026-01-v2")
        #expect(manifest["action"] as? String == "correct" && manifest["reason"] as? String == "地点有误")
        let replaced = manifest["replaces"] as? [String: Any]
        #expect(replaced?["version"] as? Int == 1 && replaced?["package"] as? String == "hearing-2026-01-v1")
        #expect(try files.text("hearing-2026-01-v2/document.txt").contains("本文为第 2 版, 2026年11月21日更正。更正说明: 地点有误"))
        entries["contact"] = "李文 0872-7520002"
        entries[Revision.reason] = "电话又改了"
        let corrected = try county.office.matter(matter.id, in: fabu)
        _ = try county.office.perform(
            Modify(RevisionRequest(.announcement, of: corrected, base: 2, entries: entries)), in: fabu)
        let text = try files.text("hearing-2026-01-v3/document.txt")
        #expect(text.contains("本文为第 3 版, 最近一次更正是第 2 版 (2026年11月21日)。更正说明: 地点有误") && !text.contains("电话又改了"))
        #expect(try files.manifest("hearing-2026-01-v3")["reason"] == nil)
    }

    @Test("G7: a deleted document is withdrawn by number, with all its versions")
    func deletion() throws {
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        var entries = HearingEntries.announcement()
        entries["contact"] = "李文 0872-7520001"
        entries[Revision.reason] = "写错了"
        _ = try county.office.perform(
            Modify(RevisionRequest(.announcement, of: matter, base: 1, entries: entries)), in: fabu)
        let modified = try files.manifest("hearing-2026-01-v2")
        #expect(modified["action"] as? String == "modify" && modified["reason"] == nil)
        _ = try county.office.perform(
            DeleteDocument(.announcement, of: try county.office.matter(matter.id, in: fabu), reason: "误发"), in: fabu)
        let manifest = try files.manifest("hearing-2026-01-withdrawn")
        #expect(manifest["withdraws"] as? [String] == ["hearing-2026-01-v1", "hearing-2026-01-v2"])
        #expect(manifest["reason"] as? String == "误发")
    }

    @Test("A withdrawal is a package of its own, and names what no longer holds")
    func withdrawal() throws {
        let notice = try notice()
        try county.goTo("2026-11-21T10:30")
        _ = try county.office.perform(WithdrawTemporaryNotice(notice, reason: "误发"), in: fabu)
        #expect(files.names == ["hearing-temporary-2026-01", "hearing-temporary-2026-01-withdrawn"])
        let manifest = try files.manifest("hearing-temporary-2026-01-withdrawn")
        #expect(manifest["action"] as? String == "withdraw" && manifest["reason"] as? String == "误发")
        #expect(manifest["withdraws"] as? [String] == ["hearing-temporary-2026-01"])
        #expect(manifest["withdrawnAt"] as? String == "2026-11-21T10:30:00+08:00")
        #expect((manifest["files"] as? [Any])?.isEmpty == true)
    }

    @Test("What was taken back before it was written does not go out any more")
    func overtaken() throws {
        try county.raw(
            "INSERT INTO setting (site_id, name, value, changed_at, version) VALUES (1, 'publicFolder', '/dev/null/none', '2026-11-20T01:00:00.000Z', 1)"
        )
        let notice = try notice()
        _ = try county.office.perform(WithdrawTemporaryNotice(notice, reason: "误发"), in: fabu)
        try FileManager.default.createDirectory(atPath: files.folder, withIntermediateDirectories: true)
        #expect(try feed(all: true).written == 1)
        #expect(files.names == ["hearing-temporary-2026-01-withdrawn"])
        #expect(try feed().written == 0)
    }

    @Test("No text breaks out of the page, and nothing steers the plain one")
    func hostileText() throws {
        let hostile = "</h1><script src=x onerror='a'>\"&"
        _ = try notice(hostile, body: hostile)
        try county.raw("UPDATE temporary_notice SET body = body || char(27) || '[2J' || char(8238) || char(13)")
        #expect(try feed(all: true).written == 1)
        let page = try files.text("hearing-temporary-2026-01/document.html")
        #expect(!page.contains("<script") && !page.contains("\u{1B}") && !page.contains("\u{202E}"))
        #expect(page.contains("<h1>&lt;/h1&gt;&lt;script src=x onerror=&#39;a&#39;&gt;&quot;&amp;</h1>"))
        let text = try files.text("hearing-temporary-2026-01/document.txt")
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\r"))
    }

    @Test("An attachment's name is no path, no hidden file, and never another's")
    func hostileNames() throws {
        let names = [
            ".bashrc.doc", "_.bashrc.doc", "-rf.doc", "\"><img src=x>.doc", "..doc", "a\u{202E}b.doc", "a_b.doc",
            "%2e%2e%2f.doc",
        ]
        let attachments = names.enumerated().map {
            Model.Attachment(id: Identifier(Int64($0)), name: $1, size: 1, sha256: SHA256.text([UInt8($0)]))
        }
        let package = try PublicPackage(release(attachments))
        let paths = package.files.map(\.path).dropFirst(2)
        #expect(Set(paths).count == names.count)
        for path in paths {
            let name = path.dropFirst("attachments/".count)
            #expect(!name.contains("/") && name.first != "." && name.first != "-" && name.hasSuffix(".doc"), "\(path)")
        }
        guard case .bytes(let page) = package.files[0].content else { throw Refusal("no page") }
        let html = String(decoding: page, as: UTF8.self)
        #expect(!html.contains("<img") && html.contains("href=\"attachments/%252e%252e%252f.doc\""))
        let folder = PackageFolder(county.folder)
        let written = try folder.write(package) { sha256 in
            [UInt8(attachments.firstIndex { $0.sha256 == sha256 } ?? 0)]
        }
        #expect(written == .written)
        #expect(try PackageFiles(county.folder).isWhole(package.name))
    }

    private func release(_ attachments: [Model.Attachment]) -> PublicRelease {
        PublicRelease(
            system: .hearing, kind: "announcement", kindName: "听证公告", site: "县", unit: "局",
            number: DocumentNumber(year: 2026, serial: 7), matterNumber: nil, title: "标题", version: 1,
            purpose: .publish, reason: nil, publishedAt: county.now, withdrawnAt: nil, earlier: [], print: [],
            values: FormValues(["title": .text("标题")]), attachments: attachments)
    }
}
