// Lets the demo's history happen, event by event, and writes each as the acts would have.
internal import GRDB

/// One run of the making of a demo store.
final class DemoMaking {
    private let agenda: DemoAgenda
    private let rows: DemoRows
    private var queue = DemoQueue()
    private var nextMatter: Int
    private var nextNotice = 0
    private var done = 0
    /// The comments' weights added up so far, and in all.
    private var weightPassed = 0
    private var weightKept = 0
    private let weightOfAll: Int

    init(_ agenda: DemoAgenda, _ rows: DemoRows) {
        self.agenda = agenda
        self.rows = rows
        nextMatter = agenda.directed
        weightOfAll = (0..<agenda.size.matters).reduce(0) { $0 + agenda.commentWeight($1) }
    }

    /// - Throws: `Refusal` when `progress` says false, or the office does not let something of a story be done.
    func run(_ progress: (Int, Int) -> Bool) throws {
        do {
            try runToEnd(progress)
        } catch {
            rows.abandon()
            throw error
        }
    }

    private func runToEnd(_ progress: (Int, Int) -> Bool) throws {
        let total = agenda.size.matters + agenda.size.comments
        try rows.begin()
        try rows.insertTemplates()
        for index in 0..<agenda.directed { announceLater(index) }
        for owing in DemoOwing.all(agenda) { queue.add(.owe(owing), at: owing.at) }
        let reviewing = DemoReviewing(agenda)
        queue.add(.review(reviewing), at: reviewing.at)
        for affair in DemoAffair.all(agenda) {
            let open = DemoOpenAffair(affair)
            for step in affair.steps { queue.add(.affair(step, open), at: step.at) }
        }
        for supervision in DemoSupervision.all {
            let open = DemoOpenNote(supervision)
            for (step, at) in supervision.steps(agenda) { queue.add(.supervise(step, open), at: at) }
        }
        bringNear()
        var events = 0
        while let event = queue.removeNext() {
            try happen(event)
            bringNear()
            events += 1
            if events.isMultiple(of: 4096) {
                try rows.commit()
                guard progress(done, total) else { throw Refusal("已中断, 没有留下文件") }
                try rows.begin()
            }
        }
        try rows.perform(DemoFestival(agenda))
        try rows.noteOverdue(at: agenda.now)
        try rows.finish()
        guard progress(total, total) else { throw Refusal("已中断, 没有留下文件") }
    }

    /// Puts the matters and notices into the queue that may come before its next event.
    private func bringNear() {
        while nextMatter < agenda.size.matters, isNear(agenda.nominalDay(nextMatter)) {
            announceLater(nextMatter)
            nextMatter += 1
        }
        while nextNotice < agenda.temporaryNotices, isNear(agenda.nominalNoticeDay(nextNotice)) {
            queue.add(.temporaryNotice(nextNotice), at: agenda.temporaryNotice(nextNotice).publishedAt)
            nextNotice += 1
        }
    }

    private func isNear(_ day: Day) -> Bool {
        guard let next = queue.next else { return true }
        return day <= next.at.day.adding(days: DemoAgenda.slack)
    }

    private func announceLater(_ index: Int) {
        let matter = agenda.matter(index)
        let begins = agenda.cast[index]?.steps.first?.at ?? matter.course.announced
        queue.add(.announce(matter), at: begins)
    }

    private func happen(_ event: DemoEvent) throws {
        switch event.act {
        case .announce(let matter):
            if let telling = agenda.cast[matter.index] { try tell(telling) } else { try open(matter) }
        case .step(let step, let open): try perform(step, of: open)
        case .affair(let step, let open):
            let (id, occasion) = try rows.perform(step, in: open.affair, of: open.id)
            open.id = id
            postLater(occasion, unitIndex: open.affair.unitIndex)
        case .owe(let owing): try rows.perform(owing)
        case .review(let reviewing): try rows.perform(reviewing)
        case .supervise(let step, let open): try rows.perform(step, open, at: event.at)
        case .publish(let kind, let open):
            postLater(try rows.publish(kind, of: open.matter, id: open.id), unitIndex: open.matter.unitIndex)
        case .sendMaterials(let open): try rows.sendMaterials(of: open.matter, id: open.id)
        case .overdue(let deadline, let label, let due, let matter):
            try rows.noteOverdue(deadline, label: label, due: due, matter: matter, at: event.at)
        case .comment(let number, let count, let open): try comment(number, of: count, open, at: event.at)
        case .commentAct(let act): try rows.append(act)
        case .temporaryNotice(let index):
            let notice = agenda.temporaryNotice(index)
            let (id, occasion) = try rows.publish(notice)
            postLater(occasion, unitIndex: notice.unitIndex)
            guard let withdrawn = notice.withdrawn else { return }
            queue.add(
                .withdraw(id, title: notice.title, reason: withdrawn.reason, unitIndex: notice.unitIndex),
                at: withdrawn.at)
        case .post(let occasion, let posting, let unitIndex):
            try rows.insert(posting, of: occasion, unitIndex: unitIndex, at: event.at)
        case .withdraw(let id, let title, let reason, let unitIndex):
            try rows.withdraw(id, title: title, reason: reason, unitIndex: unitIndex, at: event.at)
        }
    }

    private func postLater(_ occasion: PostingOccasion?, unitIndex: Int) {
        guard let occasion, let person = rows.accounts.publishers[unitIndex]?.fullName,
            let posting = DemoPosting(occasion, by: person, now: agenda.now)
        else { return }
        queue.add(.post(occasion, posting.posting, unitIndex: unitIndex), at: posting.at)
    }

    /// The announcement opens the matter, and it is known what will follow.
    private func open(_ matter: DemoMatter) throws {
        let id = try rows.openMatter(matter)
        postLater(try rows.publish(.announcement, of: matter, id: id), unitIndex: matter.unitIndex)
        for overdue in try rows.insertDeadlines(of: matter, id: id) { queue.add(overdue.act, at: overdue.at) }
        let open = DemoOpenMatter(matter, id: id)
        if let noticed = matter.course.noticed { queue.add(.publish(.notice, open), at: noticed) }
        if let sent = matter.course.materialsSent { queue.add(.sendMaterials(open), at: sent) }
        if let reported = matter.course.reported { queue.add(.publish(.report, open), at: reported) }
        commentLater(open)
        done += 1
    }

    /// A matter whose whole course is done by acts.
    private func tell(_ telling: DemoTelling) throws {
        guard let first = telling.steps.first else { return }
        let script = DemoHearingScript(telling: telling, agenda: agenda)
        let (id, occasion) = try rows.perform(first, in: script, of: nil)
        postLater(occasion, unitIndex: telling.matter.unitIndex)
        guard let id else { return }
        let open = DemoOpenMatter(telling.matter, id: id)
        for step in telling.steps.dropFirst() { queue.add(.step(step, open), at: step.at) }
        commentLater(open)
        done += 1
    }

    private func perform(_ step: DemoStep, of open: DemoOpenMatter) throws {
        guard let telling = agenda.cast[open.matter.index] else { return }
        let script = DemoHearingScript(telling: telling, agenda: agenda)
        postLater(try rows.perform(step, in: script, of: open.id).occasion, unitIndex: open.matter.unitIndex)
    }

    private func commentLater(_ open: DemoOpenMatter) {
        let count = commentCount(open.matter.index)
        guard count > 0 else { return }
        queue.add(.comment(0, of: count, open), at: agenda.commentTime(0, of: count, open.matter).at)
    }

    private func comment(_ number: Int, of count: Int, _ open: DemoOpenMatter, at moment: Moment) throws {
        var random = agenda.random(.comment, open.matter.index &* 65_536 &+ number)
        let comment = DemoComment(
            of: open.matter, receivedAt: moment,
            isLate: agenda.commentTime(number, of: count, open.matter).isLate, hasEarlier: open.earlierComment != nil,
            now: agenda.now, isShort: agenda.size.hasShortTexts, &random)
        let id = try rows.insert(comment, of: open.matter, id: open.id, earlier: open.earlierComment)
        for act in try rows.acts(on: comment, id: id, of: open, earlier: open.earlierComment) {
            queue.add(.commentAct(act), at: act.at)
        }
        if comment.fate != .duplicate, comment.fate != .hidden { open.earlierComment = id }
        done += 1
        guard number + 1 < count else { return }
        queue.add(
            .comment(number + 1, of: count, open), at: agenda.commentTime(number + 1, of: count, open.matter).at)
    }

    /// The matter's share of all comments; the shares of all matters make exactly the number asked for.
    private func commentCount(_ index: Int) -> Int {
        // What nobody writes about one matter is written about the next.
        guard agenda.cast[index]?.isQuiet != true else {
            weightKept += agenda.commentWeight(index)
            return 0
        }
        let before = weightPassed
        weightPassed += agenda.commentWeight(index) + weightKept
        weightKept = 0
        let all = agenda.size.comments
        return weightPassed * all / weightOfAll - before * all / weightOfAll
    }
}
