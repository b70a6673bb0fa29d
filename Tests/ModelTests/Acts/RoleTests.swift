// Every act with every role.
import CountyFixture
import Foundation
import Testing

@testable import Model

@Suite("Acts and roles")
struct RoleTests {
    /// Who may do what, written down once more: an act that somebody adds, or gives to another role, fails here until it is thought of.
    static let table: [String: Set<Role>] = {
        let publisher: Set<Role> = [.publisher]
        var table: [String: Set<Role>] = [:]
        for act in [
            "publish", "modify", "correct", "deleteDocument", "postpone", "terminate", "registerStep", "backfill",
            "backfillFile", "publishTemporaryNotice", "withdrawTemporaryNotice", "registerPosting", "submitForReview",
            "withdrawFromReview", "registerComment", "importComments", "handleComment",
            "replyToComment", "changeReply", "extendReply", "recordSatisfaction", "hideComment", "showComment",
            "markDuplicate", "unmarkDuplicate", "saveReplyTemplate", "deleteReplyTemplate",
        ] { table[act] = publisher }
        for act in ["sendSupervisionNote", "acceptSupervisionAnswer", "withdrawSupervisionNote"] {
            table[act] = [.supervisor]
        }
        for act in ["takeJournal", "verifyJournal", "tellJournalHead"] { table[act] = [.auditor] }
        table["decideReview"] = [.reviewer]
        table["openContact"] = [.publisher, .supervisor]
        table["setPeriodDuty"] = [.supervisor, .systemAdministrator]
        for act in ["answerSupervisionNote", "registerPaperApproval"] { table[act] = [.publisher, .reviewer] }
        for act in ["takeRegister", "takeAccount", "takeReport"] {
            table[act] = [.publisher, .reviewer, .supervisor]
        }
        for act in [
            "addUnit", "changeUnit", "closeUnit", "reopenUnit", "addClerk", "moveClerk", "endClerk", "restoreClerk",
        ] {
            table[act] = [.systemAdministrator]
        }
        for act in ["lockClerk", "unlockClerk", "setRoles", "giveOneTimePassword"] {
            table[act] = [.securityAdministrator]
        }
        table["renameClerk"] = [.systemAdministrator, .securityAdministrator]
        table["takeOverDraft"] = publisher
        table["feed"] = [.systemAdministrator]
        table["changeCalendar"] = [.systemAdministrator]
        table["changeSetting"] = [.systemAdministrator, .securityAdministrator]
        for act in ["changePassword", "endSession", "takeAttachment"] { table[act] = Set(Role.allCases) }
        return table
    }()

    @Test("every act of the sources is in the list of acts")
    func listed() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Model")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        var found: Set<String> = []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for match in text.matches(of: /struct (\w+): (?:Account)?Act\b/) { found.insert(String(match.1)) }
        }
        #expect(found.count > 40)
        #expect(found == Set(EveryAct.all.map { "\($0)" }))
    }

    @Test("the table has a row for every act, and no act two names")
    func complete() {
        let names = EveryAct.all.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(Set(names) == Set(Self.table.keys))
        for act in EveryAct.all { #expect(act.roles == Self.table[act.name], "\(act.name)") }
    }

    @Test(
        "each role passes the door to its own acts and is refused at all others, in words and in the journal",
        arguments: Role.allCases)
    func door(_ role: Role) throws {
        let county = try County()
        let person = try #require(County.people.first { $0.roles == [role] })
        let session = try county.signIn(person.name)
        var refused = 0
        for act in EveryAct.all {
            let isAllowed = Self.table[act.name]?.contains(role) == true
            #expect((refusal(of: act, for: session.clerk) == nil) == isAllowed, "\(act.name)")
            #expect(passes(act, county, session) == isAllowed, "\(act.name)")
            if !isAllowed { refused += 1 }
        }
        let journaled: Int? = try county.rawValue(
            "SELECT count(*) FROM journal WHERE is_refusal = 1 AND sentence LIKE '%要由%办理%'")
        #expect(journaled == refused)
    }

    /// What a screen dims the act by.
    private func refusal<A: Act>(of act: A.Type, for clerk: Clerk) -> String? { act.refusal(for: clerk) }

    /// Whether the door lets the session do the act; `perform` asks the same of every act before anything else.
    private func passes<A: Act>(_ act: A.Type, _ county: County, _ session: Session) -> Bool {
        do throws(Refusal) {
            try county.office.mustBeAllowed(act, in: session)
            return true
        } catch {
            #expect(error.reason == .notAllowed)
            return false
        }
    }

    @Test("an act is refused by the door itself, whatever it is about, and nothing has changed")
    func performed() throws {
        let county = try County()
        let fabu = try county.signIn("fabu")
        let matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        let comment = try county.register(of: matter, in: fabu)
        for name in ["shenhe", "xitong", "anquan", "shenji"] {
            let other = try county.signIn(name)
            expectRefused(Publish(.notice, in: .hearing, of: matter, entries: HearingEntries.notice()), county, other)
            expectRefused(ReplyToComments([comment], entries: County.replying()), county, other)
            expectRefused(OpenContact(comment), county, other)
            expectRefused(DeleteDocument(.announcement, of: matter, reason: "误发"), county, other)
        }
        #expect(try county.office.matter(matter.id, in: fabu).version == matter.version)
    }

    private func expectRefused(_ act: some Act, _ county: County, _ session: Session) {
        do throws(Refusal) {
            _ = try county.office.perform(act, in: session)
            Issue.record("done")
        } catch {
            #expect(error.reason == .notAllowed)
        }
    }
}
