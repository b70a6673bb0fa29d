// 导入建议: all of the comments of a file, or none.

/// Puts a file of citizens' comments in force that was checked and entered before; `Office.importComments` is the way there. The file,
/// its SHA-256 and the number of its comments are one row of the journal, and each matter has one of its own.
public struct ImportComments: Act {
    public static let name = "importComments"
    public static let title = "导入建议"
    public static let roles: Set<Role> = [.publisher]

    /// What was imported.
    public struct Imported: Sendable {
        /// The number of the import, 第几批.
        public let number: Int64
        public let comments: Int
        /// 逾期意见.
        public let late: Int
    }

    let file: CheckedComments
    /// What was entered, or why it was not.
    let staged: Result<CommentImport.Staged, Refusal>

    init(_ file: CheckedComments, _ staged: Result<CommentImport.Staged, Refusal>) {
        self.file = file
        self.staged = staged
    }

    public func perform(in office: Transaction) throws -> Performed<Imported> {
        let staged = try staged.get()
        try office.putInForce(file, staged)
        return Performed(
            Imported(number: staged.number, comments: file.right, late: file.lateLines.count),
            Self.entry(file, staged.number))
    }

    static func mustBeRight(_ file: CheckedComments) throws(Refusal) {
        guard let first = file.faults.first else { return }
        // A sentence on a cell may hold what somebody typed, which is not for the journal.
        throw Refusal("文件中有 \(file.wrong.grouped) \(file.measure)要改, 一条也没有导入; 第一处: \(file.place(of: first))")
    }

    /// What the journal says of the file.
    static func entry(_ file: CheckedComments, _ number: Int64) -> Journal.Entry {
        Journal.Entry(
            subject: CommentImport.subject(number),
            sentence: "从文件 \(AttachmentName.quoted(file.name)) 导入建议 \(file.right.grouped) 条 (第 \(number) 批)",
            after: [
                "文件": AttachmentName.shown(file.name), "SHA-256": file.sha256, "条数": "\(file.right)",
                "逾期意见": "\(file.lateLines.count)",
            ])
    }
}
