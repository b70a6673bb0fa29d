// H8: files travel between the clerk's computer and the server through a real terminal, against the real sz and rz.
import Foundation
import Model
import Testing

@testable import Console

@Suite("H8: files through the terminal", .waiting, .enabled(if: FarComputer.hasLrzsz), .timeLimit(.minutes(1)))
struct FileTransferTests {
    private func receive(
        _ far: FarComputer, limit: Int = WordDocument.largest, patience: Duration = .seconds(20)
    ) -> Result<Upload, Refusal> {
        let transfer = FileTransfer(
            input: far.terminal, output: far.terminal, patience: patience, suspend: {}, resume: {})
        return Result { () throws(Refusal) in try transfer.receive(into: far.server, limit: limit) }
    }

    private func sentence(_ result: Result<Upload, Refusal>) -> String? {
        guard case .failure(let refusal) = result else { return nil }
        return refusal.sentence
    }

    @Test("H8: every byte arrives, whatever it is, and the terminal is as it was")
    func upload() throws {
        let far = try FarComputer()
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        try far.write("听证方案.doc", bytes)
        try far.write("空白.doc", [])
        let before = far.settings
        far.play(.runs("sz", ["--binary", "听证方案.doc", "空白.doc"]))
        let upload = try receive(far).get()
        #expect(upload.names == ["听证方案.doc", "空白.doc"])
        #expect(try far.read("\(upload.path)/听证方案.doc") == bytes)
        var status = stat()
        stat(upload.path, &status)
        #expect(status.st_mode & 0o777 == 0o700)
        upload.remove()
        #expect(far.serverFiles.isEmpty)
        #expect(far.settings == before && !far.hasInput)
    }

    @Test("H8: a name sent in GBK by a Windows program arrives readable")
    func nameInGBK() throws {
        let far = try FarComputer()
        let gbk: [UInt8] = [0xCC, 0xFD, 0xD6, 0xA4] + Array(".doc".utf8)
        try far.writeRaw(gbk)
        far.play(.runs("sz", ["--binary"], rawName: gbk))
        let upload = try receive(far).get()
        #expect(upload.names == ["听证.doc"])
        #expect(access("\(upload.path)/听证.doc", R_OK) == 0)
        upload.remove()
        #expect(far.serverFiles.isEmpty)
    }

    @Test("H8: a file over the limit is stopped while it arrives, and nothing of it is kept")
    func oversized() throws {
        let far = try FarComputer()
        try far.write("大.doc", [UInt8](repeating: 7, count: 400_000))
        let before = far.settings
        far.play(.runs("sz", ["--binary", "大.doc"]))
        #expect(sentence(receive(far, limit: 100_000))?.contains("超过 100000 字节") == true)
        #expect(far.serverFiles.isEmpty && far.settings == before && !far.hasInput)
    }

    @Test("H8: a file of exactly the limit is taken")
    func exactLimit() throws {
        let far = try FarComputer()
        try far.write("满.doc", [UInt8](repeating: 7, count: 100_000))
        far.play(.runs("sz", ["--binary", "满.doc"]))
        #expect(try receive(far, limit: 100_000).get().names == ["满.doc"])
    }

    @Test("H8: an upload of very many files is refused as a whole")
    func tooMany() throws {
        let far = try FarComputer()
        let names = (1...21).map { "\($0).doc" }
        for name in names { try far.write(name, [1, 2, 3]) }
        far.play(.runs("sz", ["--binary"] + names))
        #expect(sentence(receive(far))?.contains("最多上传 20 个") == true)
        #expect(far.serverFiles.isEmpty)
    }

    @Test("H8: a path that climbs out of the folder leaves nothing anywhere")
    func pathTraversal() throws {
        let far = try FarComputer()
        try far.write("evil.doc", [1, 2, 3])
        far.play(.runs("sz", ["--binary", "--full-path", "../computer/evil.doc"]))
        #expect(sentence(receive(far))?.contains("没有收到文件") == true)
        #expect(far.serverFiles.isEmpty)
    }

    @Test("an upload broken off half way is told, keeps nothing, and leaves the terminal as it was")
    func brokenOff() throws {
        let far = try FarComputer()
        try far.write("方案.doc", [UInt8](repeating: 7, count: 2_000_000))
        let before = far.settings
        far.play(.breaksOff(after: 300_000, "方案.doc"))
        #expect(sentence(receive(far))?.contains("上传中断, 没有收到文件") == true)
        #expect(far.serverFiles.isEmpty && far.settings == before && !far.hasInput)
    }

    @Test("five times Ctrl-X ends the wait for a terminal program that knows no ZMODEM")
    func controlX() throws {
        let far = try FarComputer()
        let before = far.settings
        far.play(.types([UInt8](repeating: 0x18, count: 5)))
        #expect(sentence(receive(far))?.contains("上传中断, 没有收到文件") == true)
        #expect(far.serverFiles.isEmpty && far.settings == before && !far.hasInput)
    }

    @Test("when nobody answers, the wait ends by itself")
    func silence() throws {
        let far = try FarComputer()
        let before = far.settings
        far.play(.types([]))
        #expect(sentence(receive(far, patience: .milliseconds(300)))?.contains("本机没有回应") == true)
        #expect(far.serverFiles.isEmpty && far.settings == before && !far.hasInput)
    }

    @Test("when the line drops, the program does not wait on")
    func hangUp() throws {
        let far = try FarComputer()
        far.play(.hangsUp)
        #expect(sentence(receive(far))?.contains("上传中断") == true)
        #expect(far.serverFiles.isEmpty)
    }

    @Test("a copy is sent down to the clerk's computer byte for byte")
    func download() throws {
        let far = try FarComputer()
        let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let path = "\(far.server)/听证报告.doc"
        try Data(bytes).write(to: URL(filePath: path))
        let before = far.settings
        var order: [String] = []
        far.play(.runs("rz", ["--binary"]))
        try FileTransfer(
            input: far.terminal, output: far.terminal, suspend: { order.append("suspend") },
            resume: { order.append("resume") }
        ).send(path)
        far.finish()
        #expect(try far.read("\(far.computer)/听证报告.doc") == bytes)
        #expect(order == ["suspend", "resume"] && far.settings == before && !far.hasInput)
    }

    @Test("a download nobody takes is told")
    func refusedDownload() throws {
        let far = try FarComputer()
        far.play(.types([UInt8](repeating: 0x18, count: 5)))
        let transfer = FileTransfer(input: far.terminal, output: far.terminal, suspend: {}, resume: {})
        #expect(throws: Refusal("下载中断, 文件没有传完, 请再试一次, 或从发件夹取文件")) {
            try transfer.send("\(DocumentPlace.repository)/Package.swift")
        }
    }

    @Test("the folder for uploads cannot be made: a sentence, and the screen was never given away")
    func noFolder() throws {
        let far = try FarComputer()
        let transfer = FileTransfer(
            input: far.terminal, output: far.terminal, suspend: { Issue.record("suspended") }, resume: {})
        #expect(throws: Refusal.self) { try transfer.receive(into: "\(far.server)/none") }
    }
}

private enum DocumentPlace {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").path()
}
