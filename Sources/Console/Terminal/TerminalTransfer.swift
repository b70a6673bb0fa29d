// Files between the clerk's computer and the office, through the terminal.
import Glibc
import Model

/// ZMODEM while the desk has given the terminal away.
struct TerminalTransfer: Transfer {
    /// Where uploads arrive, each in a fresh folder.
    let folder: String

    func receive<File>(
        _ wanted: WantedFile, reading: (AttachmentFolder, String) throws(Refusal) -> File
    ) -> Result<(files: [File], refused: [String]), Refusal> {
        do throws(Refusal) {
            let upload = try transfer(FileTransfer.uploadNotice(wanted)).receive(into: folder, limit: wanted.largest)
            defer { upload.remove() }
            var files: [File] = []
            var refused: [String] = []
            for name in upload.names {
                do throws(Refusal) {
                    files.append(try reading(AttachmentFolder(upload.path), name))
                } catch {
                    refused.append(error.sentence)
                }
            }
            return .success((files, refused))
        } catch {
            return .failure(error)
        }
    }

    func send(name: String, bytes: [UInt8]) -> Result<String, Refusal> {
        do throws(Refusal) {
            let upload = try Upload(below: folder)
            defer { upload.remove() }
            let copy = try AttachmentFolder(upload.path).save(bytes, as: name)
            try transfer(FileTransfer.downloadNotice).send("\(upload.path)/\(copy)")
            return .success("已传到本机: \(copy)")
        } catch {
            return .failure(error)
        }
    }

    func send(file path: String) -> Result<String, Refusal> {
        do throws(Refusal) {
            try transfer(FileTransfer.downloadNotice).send(path)
            return .success("已传到本机: \(path.split(separator: "/").last ?? "")")
        } catch {
            return .failure(error)
        }
    }

    /// The desk has left the screen already; only the notice is to be said.
    private func transfer(_ notice: String) -> FileTransfer {
        FileTransfer(suspend: { notice.withCString { _ = puts($0) } }, resume: {})
    }
}
