// The rules of a hearing's acts, each as the rule book has it.
import ActOrders
import Model

extension Ruling {
    /// Does a deed, and gathers what speaks against it.
    mutating func carryOut(_ deed: Deed, at now: Moment) {
        let before = after
        switch deed {
        case .look: break
        case .announce(let hearing, let commentsUntil, let lateReason):
            after.papers[.announcement] = Hearing.Sheet(at: now)
            after.commentsUntil = Self.day(commentsUntil)
            if let hearing { tell(Self.day(hearing), by: .announcement, ends: .endOfDay(Self.day(hearing))) }
            mustGiveReason(lateReason, since: before)
        case .notify(let hearing, let lateReason):
            let day = Self.day(hearing)
            mustBeRunning(before)
            // H7: once. An exact date moves by 改期 alone, and comments are taken before the hearing.
            refuse(if: before.papers[.notice] != nil)
            refuse(if: before.event.map { $0.day != day } ?? false)
            refuse(if: day < before.commentsUntil)
            after.papers[.notice] = Hearing.Sheet(at: now)
            tell(day, by: .notice, ends: .at(day, hour: 11, minute: 30))
            mustGiveReason(lateReason, since: before)
        case .report(let present, let lateReason):
            mustBeRunning(before)
            // H6: in order. H11: two thirds of the representatives.
            refuse(if: before.papers[.notice] == nil)
            refuse(if: before.event.map { now < $0.ends } ?? true)
            refuse(if: present * 3 < expectedRepresentatives * 2)
            after.papers[.report] = Hearing.Sheet(at: now)
            mustGiveReason(lateReason, since: before)
        case .sendMaterials(let lateReason):
            refuse(if: before.ended != nil || before.event == nil || before.materials != nil)
            after.materials = now
            mustGiveReason(lateReason, since: before)
        }
    }

    static func day(_ text: String) -> Day { Day(text) ?? .first }

    private mutating func tell(_ day: Day, by paper: Paper?, ends: Moment) {
        after.tellings.append(Hearing.Telling(paper: paper, day: day, ends: ends))
    }

    /// Nothing is done about a matter that was ended, or whose report is out.
    private mutating func mustBeRunning(_ before: Hearing) {
        refuse(if: before.ended != nil || before.papers[.report] != nil)
    }

    /// G3, design: late is never silent. Whatever is seen to be late by this act wants a written reason.
    private mutating func mustGiveReason(_ reason: String, since before: Hearing) {
        refuse(if: reason.isEmpty && !after.late.subtracting(before.late).isEmpty)
    }
}
