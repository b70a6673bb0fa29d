// The journal's chain: every row as it was written, none missing, none put in, none cut off behind.
internal import CSodium
internal import GRDB
internal import GRDBSQLite

enum JournalCheck {
    /// How many rows are computed between two looks at whoever waits.
    static let step: Int64 = 2_000

    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        for fault in try verdict(db, findings.told, advance).faults { findings.add("操作日志", fault) }
    }

    /// Computes every row again and holds the chain against the heads told outside of the store.
    static func verdict(_ db: Database, _ told: ToldHeads, _ advance: () throws -> Void) throws -> JournalVerdict {
        var verdict = JournalVerdict()
        verdict.faults = told.faults
        var chain = JournalChain(told.heads)
        try chain.follow(db, advance)
        verdict.rows = chain.number
        verdict.lastHash = chain.previous
        verdict.heads = chain.agreed
        verdict.faults += chain.faults
        return verdict
    }
}

/// One reading of the chain, straight from SQLite's own memory: an old journal has millions of rows.
private struct JournalChain {
    /// The last row that was right, and its hash.
    private(set) var number: Int64 = 0
    private(set) var previous = Journal.beginning
    private(set) var agreed: [JournalHead] = []
    private(set) var faults: [String] = []

    /// The heads not met yet, the next row's last.
    private var awaited: [JournalHead]
    private var canonical: [UInt8] = []
    private var previousBytes = Array(Journal.beginning.utf8)
    private var hash = [UInt8](repeating: 0, count: 64)

    /// What is hashed, in its order, and the hash.
    private static let sql = """
        SELECT id, at, clerk_id, clerk, unit_id, session_id, act, is_refusal, matter_id, subject, sentence, before, after, reason,
          previous, hash FROM journal ORDER BY id
        """
    private static let values: Int32 = 15

    init(_ heads: [JournalHead]) {
        awaited = heads.sorted { ($0.number, $0.at) > ($1.number, $1.at) }
        canonical.reserveCapacity(1 << 16)
    }

    mutating func follow(_ db: Database, _ advance: () throws -> Void) throws {
        let statement = try db.makeStatement(sql: Self.sql)
        let rows = statement.sqliteStatement
        defer { sqlite3_reset(rows) }
        var result = sqlite3_step(rows)
        while result == SQLITE_ROW {
            if number % JournalCheck.step == 0 { try advance() }
            guard take(rows) else { break }
            result = sqlite3_step(rows)
        }
        guard result == SQLITE_ROW || result == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: result))
        }
        previous = String(decoding: previousBytes, as: UTF8.self)
        if faults.isEmpty { missTail() }
    }

    /// - Returns: false where the chain breaks; what follows proves nothing.
    private mutating func take(_ row: OpaquePointer) -> Bool {
        let found = sqlite3_column_int64(row, 0)
        guard found == number + 1 else {
            faults.append("操作日志缺第 \(number + 1) 条, 已有记录被删除; 从第 \(number + 1) 条起不能证明")
            return false
        }
        guard Self.bytes(row, Self.values - 1).elementsEqual(previousBytes) else {
            faults.append("操作日志第 \(found) 条与前一条接不上, 前面的记录被改动或替换过; 从第 \(found) 条起不能证明")
            return false
        }
        compute(row)
        guard Self.bytes(row, Self.values).elementsEqual(hash) else {
            let (at, clerk) = (Self.text(row, 1), Self.text(row, 3))
            faults.append("操作日志第 \(found) 条 (\(at) \(clerk)) 的内容与校验值不一致, 已被改动; 从第 \(found) 条起不能证明")
            return false
        }
        swap(&previousBytes, &hash)
        number = found
        if Self.bytes(row, 6).elementsEqual(Self.restoring) { forgetHeads(toldBefore: Self.text(row, 1)) }
        return meetHeads()
    }

    /// The canonical form of docs/decisions, and its SHA-256 in hexadecimal.
    private mutating func compute(_ row: OpaquePointer) {
        canonical.removeAll(keepingCapacity: true)
        for column in 0..<Self.values {
            if sqlite3_column_type(row, column) == SQLITE_NULL {
                canonical.append(UInt8(ascii: "-"))
            } else {
                let value = Self.bytes(row, column)
                appendLength(value.count)
                canonical.append(contentsOf: value)
            }
            canonical.append(0x0A)
        }
        SHA256.write(canonical, to: &hash)
    }

    private mutating func appendLength(_ length: Int) {
        if length > 9 { appendDigits(length / 10) }
        canonical.append(UInt8(ascii: "0") + UInt8(length % 10))
        canonical.append(UInt8(ascii: ":"))
    }

    private mutating func appendDigits(_ number: Int) {
        if number > 9 { appendDigits(number / 10) }
        canonical.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// A value as text, valid until the next step.
    private static func bytes(_ row: OpaquePointer, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(row, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
    }

    private static func text(_ row: OpaquePointer, _ column: Int32) -> String {
        String(decoding: bytes(row, column), as: UTF8.self)
    }

    // MARK: - Heads

    /// The act of a row that tells that the store was put back from a backup.
    private static let restoring = Array("restore".utf8)

    /// What a restore has taken away is told by its own row; the heads of those rows are met no more.
    private mutating func forgetHeads(toldBefore moment: String) {
        awaited.removeAll { $0.number >= number && $0.at.iso <= moment }
    }

    /// - Returns: false where the row is not the one that was told.
    private mutating func meetHeads() -> Bool {
        while let head = awaited.last, head.number == number {
            guard head.hash.utf8.elementsEqual(previousBytes) else {
                let first = (agreed.last?.number ?? 0) + 1
                faults.append(
                    "操作日志第 \(number) 条与 \(head.at.text) 写出的校验值不一致: 第 \(first) 至 \(number) 条在写出之后被重写过; 从第 \(first) 条起不能证明"
                )
                return false
            }
            agreed.append(head)
            awaited.removeLast()
        }
        return true
    }

    private mutating func missTail() {
        guard let head = awaited.first else { return }
        faults.append(
            "操作日志只到第 \(number) 条, \(head.at.text) 写出过第 \(head.number) 条的校验值: 第 \(number + 1) 至 \(head.number) 条被截去")
    }
}
