// The rules of acts on a matter, each as the rule book has it.
import ActOrders
import Model

extension Ruling {
    /// Does a deed, and gathers what speaks against it.
    mutating func carryOut(_ deed: Deed, at now: Moment) {
        let before = after
        switch deed {
        case .look, .readReview, .submit, .withdraw, .decide, .sign: break
        case .announce(let dates, let lateReason):
            // B4: what is told of is under way.
            refuse(if: dates.quarterBegins.map { $0 > now.day } ?? false)
            goOut(.announcement, at: now)
            tell(dates, at: now)
            mustGiveReason(lateReason, since: before)
        case .notify(let hearing, let lateReason):
            let day = Self.day(hearing)
            mustBeNext(.notice, before)
            // An exact date moves by 改期 alone.
            refuse(if: before.event.map { $0.day != day } ?? false)
            goOut(.notice, at: now)
            tell(day, by: .notice, at: now, ends: .at(day, hour: 11, minute: 30))
            mustGiveReason(lateReason, since: before)
        case .report(let present, let lateReason):
            mustBeNext(.report, before)
            mustHave(before.course.beforeReport, present: present, before, at: now)
            goOut(.report, at: now)
            mustGiveReason(lateReason, since: before)
        case .backfillAnnouncement, .backfill: backfill(deed, at: now)
        case .sendMaterials(let lateReason):
            refuse(if: !before.course.steps.contains(.materials))
            refuse(if: before.ended != nil || before.due(.materials) == nil || before.materials != nil)
            after.materials = now
            mustGiveReason(lateReason, since: before)
        case .modify(let paper, let hearing, let reason, let lateReason):
            mustBeUntouched(before)
            keepSilent(if: reason.isEmpty)
            after.papers[paper]?.modifications += 1
            revise(paper, hearing, lateReason, since: before)
        case .correct(let paper, let hearing, let reason, let lateReason):
            refuse(if: reason.isEmpty)
            after.papers[paper]?.corrections += 1
            revise(paper, hearing, lateReason, since: before)
        case .delete(let paper, let reason):
            mustBeUntouched(before)
            refuse(if: reason.isEmpty || before.papers[paper] == nil)
            keepSilent(if: before.ended != nil)
            // The announcement takes its matter with it, and what was told of the matter.
            after.isDeleted = paper == .announcement
            for paper in after.isDeleted ? before.course.papers : [paper] { after.takeBack(paper, on: now.day) }
            for name in after.notices.keys where after.isDeleted { after.notices[name]?.takenBack = now.day }
            // With the day goes what was done for it: the representatives are told of another day anew.
            if after.event == nil { after.materials = nil }
        case .postpone(let to, let reason, let lateReason, let notice):
            let day = Self.day(to)
            mustBeRunning(before)
            refuse(if: reason.isEmpty || before.event == nil || before.event?.day == day || day < now.day)
            keepSilent(if: day == now.day)
            move(to: day, at: now)
            after.notices[notice] = Sheet(at: now)
            mustGiveReason(lateReason, since: before)
            keepSilent(if: before.course.steps.contains { (after.lateDays($0) ?? 0) > (before.lateDays($0) ?? 0) })
        case .terminate(let reason, let notice):
            mustBeRunning(before)
            refuse(if: reason.isEmpty || before.course.move == nil)
            after.ended = now
            after.notices[notice] = Sheet(at: now)
        case .post, .postNotice: post(deed, at: now)
        case .register, .handle, .reply, .changeReply, .extendReply, .recordSatisfaction, .hide, .show, .markDuplicate,
            .unmarkDuplicate:
            attend(deed, at: now)
        }
    }

    static func day(_ text: String) -> Day { Day(text) ?? .first }

    /// What an announcement says of its days.
    mutating func tell(_ dates: Dates, at moment: Moment) {
        switch dates {
        case .hearing(let day, let until):
            after.commentsUntil = Self.day(until)
            guard let day = day.map(Self.day) else { break }
            tell(day, by: .announcement, at: moment, ends: .endOfDay(day))
        case .period(let from, let days, let areWorking):
            let first = Self.day(from)
            let last = WorkingDays.last(of: days, from: first, areWorking: areWorking)
            refuse(if: days < 1)
            // Whether a period may begin before it is published, the rule book does not say.
            keepSilent(if: first < moment.day)
            after.commentsUntil = last
            tell(last, by: .announcement, at: moment, ends: .endOfDay(last))
        case .quarter:
            // Whether a bulletin was published before its quarter began, the rule book does not say.
            keepSilent(if: dates.quarterBegins.map { $0 > moment.day } ?? false)
        case .sudden: break
        }
        // H4: comments are taken from the publication on.
        refuse(if: after.commentsUntil.map { $0 < moment.day } ?? false)
    }

    mutating func tell(_ day: Day, by paper: Paper?, at moment: Moment, ends: Moment) {
        // H4: comments are taken before the event.
        refuse(if: after.commentsUntil.map { day < $0 } ?? false)
        after.tell(Affair.Telling(paper: paper, at: moment, day: day, ends: ends))
    }

    private mutating func move(to day: Day, at now: Moment) {
        switch after.course.move {
        case nil: refuse(if: true)
        case .toAnotherWorkingDay:
            refuse(if: !WorkingDays.isWorking(day))
            tell(day, by: nil, at: now, ends: .at(day, hour: 11, minute: 30))
        case .furtherOff:
            refuse(if: after.event.map { day < $0.day } ?? false)
            after.commentsUntil = day
            tell(day, by: nil, at: now, ends: .endOfDay(day))
        }
    }

    mutating func goOut(_ paper: Paper, at moment: Moment, isBackfilled: Bool = false) {
        after.papers[paper] = Sheet(paper: paper, at: moment, isBackfilled: isBackfilled)
    }

    /// H6, H7, G4: in order, and each once.
    mutating func mustBeNext(_ paper: Paper, _ before: Affair) {
        mustBeRunning(before)
        refuse(if: before.papers[paper] != nil || !before.course.papers.contains(paper))
        refuse(if: before.course.before(paper).map { before.papers[$0] == nil } ?? false)
    }

    private mutating func mustHave(
        _ conditions: Set<Course.Condition>, present: Int, _ before: Affair, at now: Moment
    ) {
        for condition in conditions {
            switch condition {
            case .eventOver: refuse(if: before.event.map { now < $0.ends } ?? true)
            case .twoThirdsPresent: refuse(if: present * 3 < expectedRepresentatives * 2)
            case .everyCommentAnswered: refuse(if: before.timely.contains { $0.isUnhandled || $0.isUnanswered })
            }
        }
    }

    /// 修改, 更正: a new version. An exact date is moved by 改期 alone; a date that was open may become exact.
    private mutating func revise(_ paper: Paper, _ hearing: String?, _ lateReason: String, since before: Affair) {
        mustBeRunning(before)
        guard let sheet = before.papers[paper] else { return refuse(if: true) }
        guard let hearing, !before.tellings.contains(where: { $0.paper == paper && $0.day == Self.day(hearing) }) else {
            return
        }
        refuse(if: before.event != nil || paper != .announcement)
        tell(Self.day(hearing), by: paper, at: sheet.at, ends: .endOfDay(Self.day(hearing)))
        mustGiveReason(lateReason, since: before)
    }

    /// G7: while there is no comment, hidden and duplicate ones counted, and no report.
    private mutating func mustBeUntouched(_ before: Affair) {
        refuse(if: before.papers[.report] != nil || !before.letters.isEmpty)
    }

    /// Nothing is done about a matter that was ended, or whose report is out.
    private mutating func mustBeRunning(_ before: Affair) {
        refuse(if: before.ended != nil || before.papers[.report] != nil)
    }

    /// G3, design: late is never silent. Whatever is seen to be late by this act wants a written reason.
    private mutating func mustGiveReason(_ reason: String, since before: Affair) {
        refuse(if: reason.isEmpty && !after.late.subtracting(before.late).isEmpty)
    }
}

extension Dates {
    /// The first day of a bulletin's quarter.
    fileprivate var quarterBegins: Day? {
        guard case .quarter(let year, let number) = self else { return nil }
        return Day(year: year, month: number * 3 - 2, day: 1)
    }
}
