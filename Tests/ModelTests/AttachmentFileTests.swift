// Files are taken from a clerk's folder and put back into one without harm, whatever lies there.

import Foundation
import Testing

@testable import Model

@Suite("H8: files in a clerk's folder")
struct AttachmentFileTests {
    /// A folder that goes away with the test.
    private final class Scratch {
        let path: String

        init() throws {
            struct NoFolder: Error {}
            var template = Array("/tmp/yangguang-test-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw NoFolder() }
            path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        }

        func write(_ name: String, _ bytes: [UInt8]) {
            guard let file = fopen("\(path)/\(name)", "wb") else { return }
            fwrite(bytes, 1, bytes.count, file)
            fclose(file)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private func refusal<T>(_ body: () throws -> T) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? Refusal)?.sentence
        }
    }

    @Test("H8: the bytes read are the bytes of the file", arguments: DocumentFixture.hearing)
    func read(name: String) throws {
        let file = try AttachmentFile.read("\(DocumentFixture.folder)/\(name)")
        #expect(file.name == name && file.warnings.isEmpty)
        #expect(try file.bytes == DocumentFixture.bytes(name))
        #expect(try AttachmentFolder(DocumentFixture.folder).read(name) == file)
    }

    @Test("H8: a folder, a pipe, a link, a device and a missing file are refused in words, at once")
    func notAFile() throws {
        let scratch = try Scratch()
        mkdir("\(scratch.path)/folder.doc", 0o700)
        mkfifo("\(scratch.path)/pipe.doc", 0o600)
        symlink("\(DocumentFixture.folder)/听证方案.doc", "\(scratch.path)/link.doc")
        symlink("/dev/zero", "\(scratch.path)/zero.doc")
        for (name, reason) in [
            ("folder.doc", "是文件夹"), ("pipe.doc", "是管道"), ("link.doc", "是链接"), ("zero.doc", "是链接"),
            ("gone.doc", "找不到"),
        ] {
            #expect(refusal { try AttachmentFile.read("\(scratch.path)/\(name)") }?.contains(reason) == true)
        }
        #expect(WholeFile.kindRefusal(S_IFCHR, "\"x\"")?.contains("设备") == true)
    }

    @Test("H8: a file larger than 5M is refused before it is read")
    func oversized() throws {
        let scratch = try Scratch()
        scratch.write("大.doc", [1])
        truncate("\(scratch.path)/大.doc", 1 << 40)
        #expect(refusal { try AttachmentFile.read("\(scratch.path)/大.doc") }?.contains("1,099,511,627,776 字节") == true)
    }

    @Test("H8: a file without permission says so", .enabled(if: geteuid() != 0))
    func unreadable() throws {
        let scratch = try Scratch()
        scratch.write("方案.doc", [1])
        chmod("\(scratch.path)/方案.doc", 0)
        #expect(refusal { try AttachmentFile.read("\(scratch.path)/方案.doc") }?.contains("没有读取权限") == true)
    }

    @Test("H8: every reason the system gives has words of its own")
    func systemReasons() {
        #expect(WholeFile.openingRefusal("\"x\"", EACCES).contains("没有读取权限"))
        let folder = AttachmentFolder("/srv/out")
        let sentences = [ENOENT, ENOTDIR, EACCES, EROFS, ENOSPC, EIO].map { folder.refusal("发件夹", $0) }
        #expect(Set(sentences).count == sentences.count)
        #expect(sentences.allSatisfy { $0.hasPrefix("发件夹 /srv/out ") })
        #expect(sentences[4].contains("磁盘已满"))
    }

    @Test("the inbox lists good files by their names, and unusable ones safely with the reason")
    func list() throws {
        let scratch = try Scratch()
        scratch.write("听证方案.doc", try DocumentFixture.bytes("听证方案.doc"))
        scratch.write("bad\u{1B}[2J.doc", [1])
        scratch.write("x\u{202E}cod.doc", [1])
        scratch.write("表.xls", [1])
        scratch.write("空.doc", [])
        scratch.write(".hidden.doc", [1])
        mkdir("\(scratch.path)/旧", 0o700)
        rename("\(scratch.path)/空.doc", "\(scratch.path)/空文.doc")
        let gbk: [CChar] = "\(scratch.path)/".utf8.map(CChar.init(bitPattern:)) + [-52, -3, 46, 100, 111, 99, 0]
        close(open(gbk, O_CREAT | O_WRONLY, 0o600))
        let entries = try AttachmentFolder(scratch.path).entries()
        let reasons = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.refusal) })
        #expect(entries.count == 7)
        #expect(entries.filter { $0.refusal == nil }.map(\.name) == ["听证方案.doc"])
        #expect(reasons["bad?[2J.doc"]??.contains("U+001B") == true)
        #expect(reasons["x?cod.doc"]??.contains("U+202E") == true)
        #expect(reasons["表.xls"]??.contains(".xls") == true)
        #expect(reasons["空文.doc"]??.contains("空文件") == true)
        #expect(reasons["旧"]??.contains("文件夹") == true)
        #expect(entries.contains { $0.refusal?.contains("不是 UTF-8") == true })
        #expect(!entries.contains { $0.name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E } })
    }

    @Test("the inbox says so when it is not there, or no folder")
    func missingFolder() throws {
        let scratch = try Scratch()
        scratch.write("file", [1])
        #expect(refusal { try AttachmentFolder("\(scratch.path)/none").entries() }?.contains("不存在") == true)
        #expect(refusal { try AttachmentFolder("\(scratch.path)/file").entries() }?.contains("不是文件夹") == true)
    }

    @Test("a saved copy never replaces a file, and only its owner reads it")
    func save() throws {
        let scratch = try Scratch()
        let folder = AttachmentFolder(scratch.path)
        let bytes = try DocumentFixture.bytes("听证方案.doc")
        #expect(try folder.save(bytes, as: "听证方案.doc") == "听证方案.doc")
        #expect(try folder.save([1, 2], as: "听证方案.doc") == "听证方案-2.doc")
        #expect(try DocumentFixture.bytes(at: "\(scratch.path)/听证方案.doc") == bytes)
        var status = stat()
        stat("\(scratch.path)/听证方案.doc", &status)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test("a hostile name becomes a harmless one on disk")
    func saveHostileName() throws {
        let scratch = try Scratch()
        let folder = AttachmentFolder(scratch.path)
        symlink("\(scratch.path)/target", "\(scratch.path)/link.doc")
        #expect(try folder.save([1], as: "link.doc") == "link-2.doc")
        #expect(try folder.save([1], as: "../../etc/x.doc") == "_.._.._etc_x.doc")
        #expect(try folder.save([1], as: "-rf.doc") == "_-rf.doc")
        let long = try folder.save([1], as: String(repeating: "听", count: 200) + ".doc")
        #expect(long.utf8.count <= 240 && long.hasSuffix("听.doc"))
    }

    @Test("a copy that cannot be saved says why and leaves nothing")
    func saveNowhere() throws {
        let scratch = try Scratch()
        let sentence = refusal { try AttachmentFolder("\(scratch.path)/none/none").save([1], as: "方案.doc") }
        #expect(sentence?.contains("发件夹") == true && sentence?.contains("不存在") == true)
        scratch.write("file", [1])
        let file = refusal { try AttachmentFolder("\(scratch.path)/file").save([1], as: "方案.doc") }
        #expect(file?.contains("不是文件夹") == true)
    }

    @Test("an outbox that is missing is made, for its owner alone")
    func outboxIsMade() throws {
        let scratch = try Scratch()
        let path = "\(scratch.path)/发件夹"
        #expect(try AttachmentFolder(path).save([1], as: "方案.doc") == "方案.doc")
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o700)
        let made = try AttachmentFolder("\(scratch.path)/另一个").make("报表.csv") { (file) throws(Refusal) in
            #expect(file.hasPrefix(scratch.path))
            close(open(file, O_WRONLY | O_CREAT, 0o600))
        }
        #expect(made == "报表.csv")
    }

    @Test("a part of a file's name is one that Windows and ZMODEM take")
    func namePart() {
        #expect(AttachmentName.part("全部单位 (含下级站点)") == "全部单位(含下级站点)")
        #expect(AttachmentName.part("2026-01-01 至 2026-11-20") == "2026-01-01至2026-11-20")
        #expect(AttachmentName.part("a/b\\c:d*e?f\"g<h>i|j\u{7}k\u{202E}") == "a_b_c_d_e_f_g_h_i_j_k_")
    }
}
