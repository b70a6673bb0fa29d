// The rules of 补录 and of 上网登记, each as the rule book has it.
import ActOrders
import Model

extension Ruling {
    /// Enters a document of a running matter with its true day and a reason.
    mutating func backfill(_ deed: Deed, at now: Moment) {
        let before = after
        switch deed {
        case .backfillAnnouncement(let dates, let day, let reason):
            after.entered = now.day
            let at = enter(.announcement, day, reason, now)
            tell(dates, at: at)
        case .backfill(let paper, let hearing, let day, let reason):
            mustBeNext(paper, before)
            // Only a matter that was running before has documents of before.
            refuse(if: before.entered.map { Self.day(day) > $0 } ?? true)
            refuse(
                if: before.course.before(paper).flatMap { before.papers[$0] }.map { Self.day(day) < $0.at.day } ?? false
            )
            let at = enter(paper, day, reason, now)
            // It was moved before we were there, or it was not.
            if let hearing {
                tell(Self.day(hearing), by: paper, at: at, ends: .at(Self.day(hearing), hour: 11, minute: 30))
            }
            guard paper == .report else { return }
            // The hour is not known; at the end of its day the event must have been over. Who was there is past mending.
            refuse(if: before.event.map { min(.endOfDay(Self.day(day)), now) < $0.ends } ?? true)
            // It went out as it did; whether comments of today hold it up, the rule book does not say.
            keepSilent(if: before.timely.contains { $0.isUnhandled || $0.isUnanswered })
        default: break
        }
    }

    /// - Returns: when it went out, as far as it is known: the beginning of the day.
    private mutating func enter(_ paper: Paper, _ day: String, _ reason: String, _ now: Moment) -> Moment {
        let day = Self.day(day)
        refuse(if: reason.isEmpty || day > now.day)
        goOut(paper, at: .at(day, hour: 0, minute: 0), isBackfilled: true)
        return .at(day, hour: 0, minute: 0)
    }

    /// 上网登记: where and when. Done again, the newer counts.
    mutating func post(_ deed: Deed, at now: Moment) {
        switch deed {
        case .post(let paper, let at, let address):
            refuse(if: !address.hasPrefix("http"))
            after.papers[paper] = posted(after.papers[paper], at, now)
        case .postNotice(let name, let at): after.notices[name] = posted(after.notices[name], at, now)
        default: break
        }
    }

    /// Nothing is on the web before it is published, which is known to the minute, nor tomorrow.
    private mutating func posted(_ sheet: Sheet?, _ at: String, _ now: Moment) -> Sheet? {
        guard var sheet, let moment = Moment(at) else {
            refuse(if: true)
            return sheet
        }
        refuse(if: moment > now || moment.text < sheet.at.text)
        sheet.posted = moment
        return sheet
    }
}
