// 公告, 通知 or 报告 as published.

/// A published document in its latest version.
public struct Document: Hashable, Sendable {
    public let id: Identifier<Document>
    public let kind: DocumentKind
    public let number: DocumentNumber
    public let publishedAt: Moment
    /// Whether it was published before the matter was entered here (补录).
    public let isBackfilled: Bool
    /// The version that counts.
    public let latest: DocumentVersion
    /// Where it was put on the web; nil while nothing is registered.
    public var posting: Posting? = nil
    /// Whether 上网登记 is asked for and not done: never of what was published before it was entered here.
    public var awaitsPosting = false

    /// How many versions there are.
    public var versions: Int { latest.ordinal }
    public var values: FormValues { latest.values }
    public var attachments: [Attachment] { latest.attachments }
    /// When it was published, as far as it is known: of a backfilled document only the day.
    public var publishedText: String { isBackfilled ? publishedAt.day.description : publishedAt.text }
}

/// 编号: year and serial within site and system, never given twice.
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
    public let year: Int
    public let serial: Int

    public init(year: Int, serial: Int) {
        self.year = year
        self.serial = serial
    }

    /// As clerks read it, such as 2026-09 or 2026-120.
    public var description: String { serial < 10 ? "\(year)-0\(serial)" : "\(year)-\(serial)" }

    /// The same of what lists are ordered by, such as 2026-000000009; empty where there is none.
    static func shown(_ sorted: String) -> String {
        guard let dash = sorted.utf8.firstIndex(of: UInt8(ascii: "-")), let year = Int(sorted[..<dash]),
            let serial = Int(sorted[sorted.utf8.index(after: dash)...])
        else { return sorted }
        return DocumentNumber(year: year, serial: serial).description
    }
}
