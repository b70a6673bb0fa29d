// One release to the public: a version that goes out, or word that something was taken back.

/// Everything that a public package says.
struct PublicRelease: Sendable {
    enum Purpose: String, Sendable { case publish, modify, correct, withdraw }

    let system: System
    /// The document's kind, or `temporaryNotice`.
    let kind: String
    /// Such as 听证公告.
    let kindName: String
    let site: String
    let unit: String
    let number: DocumentNumber
    /// The number of the first document of the matter it belongs to, by which a web site puts them together.
    let matterNumber: DocumentNumber?
    let title: String
    let version: Int
    let purpose: Purpose
    /// Why an earlier version is corrected, or why it is taken back.
    let reason: String?
    let publishedAt: Moment
    let withdrawnAt: Moment?
    /// The versions before this one, with whether each went out as a package.
    let earlier: [(version: Int, isPackage: Bool)]
    let print: [PublicPart]
    let values: FormValues
    let attachments: [Attachment]
    /// The latest correction among this version and those before it.
    var correction: Correction? = nil

    static let temporaryNotice = "temporaryNotice"

    /// Whether it is a temporary notice, which has no versions and a series of its own.
    private var isTemporary: Bool { kind == Self.temporaryNotice }

    private var stem: String { "\(system.rawValue)-\(isTemporary ? "temporary-" : "")\(number)" }

    /// The folder's name: `hearing-2026-12-v1`, `hearing-temporary-2026-03`; `-withdrawn` where it was taken back.
    var name: String {
        if purpose == .withdraw { return "\(stem)-withdrawn" }
        return packageName(version)
    }

    /// The name of the package of one of its versions.
    func packageName(_ version: Int) -> String { isTemporary ? stem : "\(stem)-v\(version)" }
}
