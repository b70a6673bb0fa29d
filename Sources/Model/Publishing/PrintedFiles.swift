// What is printed leaves the store as two files.

/// The same sheet as a page for A4 and as plain text.
public struct PrintedFiles: Sendable {
    public let html: TakeAttachment.File
    public let plain: TakeAttachment.File

    /// - Parameter name: the files' common name without its ending.
    init(_ name: String, html: String, plain: String) {
        self.html = TakeAttachment.File(name: "\(name).html", bytes: Array(html.utf8))
        self.plain = TakeAttachment.File(name: "\(name).txt", bytes: Array(plain.utf8))
    }
}
