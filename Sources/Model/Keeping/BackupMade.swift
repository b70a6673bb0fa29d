// 备份: what is known of one that was made.

/// A backup, as the store remembers it.
public struct BackupMade: Sendable, Equatable, PagedRow {
    public let id: Identifier<BackupMade>
    public let madeAt: Moment
    /// Who ran the command.
    public let madeBy: String
    public let path: String
    public let bytes: Int64
    /// The last row of the journal that is in it.
    public let journalNumber: Int64
}

/// What a run of `yangguang backup` has done.
public struct BackupDone: Sendable {
    public let path: String
    public let bytes: Int64
    /// The last row of the journal that is in it.
    public let journalNumber: Int64
    /// The names of older backups that were deleted.
    public let removed: [String]
}

/// How the office stands with its backups.
public struct BackupStanding: Sendable, Equatable {
    /// nil where none was ever made.
    public let last: BackupMade?
    /// Whole days since, or since the office began where there is none.
    public let days: Int
    /// From so many days on it is said.
    public let limit: Int

    public var isOverdue: Bool { last == nil || days >= limit }

    /// What administrators read of it.
    public var sentence: String {
        guard let last else { return "还没有备份过, 请管理服务器的人运行 yangguang backup" }
        let age = days == 0 ? "今天" : "\(days) 天前"
        return "最近一次备份 \(last.madeAt.text), \(age)" + (isOverdue ? ", 请尽快再备份" : "")
    }
}
