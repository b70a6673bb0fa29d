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
        case .modify(let paper, let hearing, let reason, let lateReason):
            mustBeUntouched(before)
            keepSilent(if: reason.isEmpty)
            revise(paper, hearing, lateReason, since: before)
        case .correct(let paper, let hearing, let reason, let lateReason):
            refuse(if: reason.isEmpty)
            revise(paper, hearing, lateReason, since: before)
        case .delete(let paper, let reason):
            mustBeUntouched(before)
            refuse(if: reason.isEmpty || before.papers[paper] == nil)
            keepSilent(if: before.ended != nil)
            after.papers[paper] = nil
            after.tellings.removeAll { $0.paper == paper }
            // With the day goes what was done for it: the representatives are told of another day anew.
            if after.event == nil { after.materials = nil }
            // The announcement takes its matter with it.
            after.isDeleted = paper == .announcement
        case .postpone(let to, let reason, let lateReason):
            let day = Self.day(to)
            mustBeRunning(before)
            refuse(if: reason.isEmpty || before.event == nil || before.event?.day == day)
            // A day off, or a day that is over, is no day to move to; comments are taken before the hearing.
            refuse(if: day < now.day || !WorkingDays.isWorking(day) || day < before.commentsUntil)
            keepSilent(if: day == now.day)
            tell(day, by: nil, ends: .at(day, hour: 11, minute: 30))
            mustGiveReason(lateReason, since: before)
            keepSilent(if: Step.allCases.contains { (after.lateDays($0) ?? 0) > (before.lateDays($0) ?? 0) })
        case .terminate(let reason):
            mustBeRunning(before)
            refuse(if: reason.isEmpty)
            after.ended = now
        case .register, .handle, .reply, .hide, .show, .markDuplicate, .unmarkDuplicate: attend(deed, at: now)
        }
    }

    static func day(_ text: String) -> Day { Day(text) ?? .first }

    private mutating func tell(_ day: Day, by paper: Paper?, ends: Moment) {
        after.tellings.append(Hearing.Telling(paper: paper, day: day, ends: ends))
    }

    /// 修改, 更正: a new version. An exact date is moved by 改期 alone; a date that was open may become exact.
    private mutating func revise(_ paper: Paper, _ hearing: String?, _ lateReason: String, since before: Hearing) {
        mustBeRunning(before)
        refuse(if: before.papers[paper] == nil)
        after.papers[paper]?.versions += 1
        guard let hearing, !before.tellings.contains(where: { $0.paper == paper && $0.day == Self.day(hearing) }) else {
            return
        }
        refuse(if: before.event != nil || paper != .announcement || Self.day(hearing) < before.commentsUntil)
        tell(Self.day(hearing), by: paper, ends: .endOfDay(Self.day(hearing)))
        mustGiveReason(lateReason, since: before)
    }

    /// G7: while there is no comment, hidden and duplicate ones counted, and no report.
    private mutating func mustBeUntouched(_ before: Hearing) {
        refuse(if: before.papers[.report] != nil || !before.letters.isEmpty)
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
