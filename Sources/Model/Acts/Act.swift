// What every act is: who may do it, and what it does in its one transaction.

/// Something a clerk does to the office. `office.perform(_:in:)` is the only way to do it.
public protocol Act {
    associatedtype Outcome
    /// The act's name in the journal.
    static var name: String { get }
    /// The act as clerks read it, such as 发布.
    static var title: String { get }
    /// Who may do it: any of these roles.
    static var roles: Set<Role> { get }
    /// Whether it may be done before a password given by somebody else is changed.
    static var isOpenToFirstPasswords: Bool { get }
    /// The matter it is about, so that a refusal is found in the matter's rows.
    var subjectMatter: Identifier<Matter>? { get }
    /// Does it. A thrown `Refusal` undoes everything.
    func perform(in office: Transaction) throws -> Performed<Outcome>
}

extension Act {
    public var subjectMatter: Identifier<Matter>? { nil }

    public static var isOpenToFirstPasswords: Bool { false }

    /// Why a clerk may not do it at all, or nil; screens dim by it.
    public static func refusal(for clerk: Clerk) -> String? { allows(clerk) ? nil : notAllowed(clerk) }

    /// Whether a clerk has a role for it; what every role may do is also for clerks who have none yet.
    static func allows(_ clerk: Clerk) -> Bool {
        roles.count == Role.allCases.count || !clerk.roles.isDisjoint(with: roles)
    }

    /// Why a clerk without the role may not.
    static func notAllowed(_ clerk: Clerk) -> String {
        let needed = Role.allCases.filter(roles.contains).map(\.title).joined(separator: "或")
        return "\(title)要由\(needed)办理, 您的角色是\(clerk.roleTitles)"
    }
}

/// What an act hands back to the door: its outcome, and the journal row it wants written.
public struct Performed<Outcome> {
    let outcome: Outcome
    let entry: Journal.Entry

    init(_ outcome: Outcome, _ entry: Journal.Entry) {
        self.outcome = outcome
        self.entry = entry
    }
}

/// An act that was done.
public struct Done<Outcome> {
    public let outcome: Outcome
    /// The number of its journal row, told to the clerk.
    public let journalNumber: Int64
    /// What went wrong after it, which does not undo it.
    public private(set) var remark: String?

    init(outcome: Outcome, journalNumber: Int64) {
        self.outcome = outcome
        self.journalNumber = journalNumber
    }

    func remarking(_ remark: String?) -> Done {
        var done = self
        done.remark = remark
        return done
    }

    /// What the clerk is told: what was done, its row of the journal, and what went wrong after it.
    public func sentence(_ words: String) -> String {
        "\(words), 日志第 \(journalNumber) 条" + (remark.map { "; \($0)" } ?? "")
    }
}
