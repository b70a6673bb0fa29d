// What the lists show and what is counted as waiting, held against the rule book.
import ActOrders
import Model

extension Figures {
    /// Whose figures are looked at: a publisher of each unit, and the supervisor of all.
    private static let readers: [(clerk: String, unit: Int?)] = [("fabu", 0), ("jiaoyu", 1), ("jianguan", nil)]

    /// The lists and the counts of what is waiting.
    /// - Parameter units: those where something was done.
    func compareLists(_ affairs: [(key: Int64, affair: Affair)], of units: Set<Int>) throws {
        let living = affairs.filter { !$0.affair.isDeleted }
        for (clerk, unit) in Self.readers where unit.map(units.contains) ?? true {
            let own = living.filter { unit == nil || $0.affair.unit == unit }
            let session = try session(clerk)
            let waiting = try office.waiting(in: session)
            for course in Course.played {
                let ofCourse = own.filter { $0.affair.course == course }
                try compareRows(course, ofCourse, clerk, session)
                let letters = ofCourse.flatMap(\.affair.letters.values).filter(\.isUnanswered)
                try same("comments for \(clerk)", waiting.comments[course.system] ?? 0, letters.count)
            }
            let lights = own.flatMap { pair in pair.affair.course.steps.map { pair.affair.light($0, on: today) } }
            try same("overdue for \(clerk)", waiting.overdue, lights.count { $0 == .overdue })
            try same("soon for \(clerk)", waiting.soon, lights.count { $0 == .soon })
            let letters = own.flatMap(\.affair.letters.values).filter(\.isUnanswered)
            try same("overdue replies for \(clerk)", waiting.overdueReplies, letters.count { $0.due < today })
            let ever = affairs.filter { unit == nil || $0.affair.unit == unit }.flatMap(\.affair.sheets)
            try same("未上网登记 for \(clerk)", waiting.unposted, ever.count { $0.awaitsPosting })
        }
    }

    private func compareRows(
        _ course: Course, _ own: [(key: Int64, affair: Affair)], _ clerk: String, _ session: Session
    ) throws {
        let procedure = try course.procedure()
        let page = try office.matters(procedure, .first, limit: 1000, in: session)
        try same("rows of \(clerk)", page.rows.map(\.id.rawValue).sorted(), own.map(\.key).sorted())
        try same("total of \(clerk)", page.total, own.count)
        for row in page.rows {
            guard let affair = own.first(where: { $0.key == row.id.rawValue })?.affair else { continue }
            let cells = procedure.stateDocuments.map {
                procedure.cell($0.kind, published: row.published, isEnded: row.isEnded).text
            }
            try same("state of row \(row.id.rawValue)", cells, affair.cells)
            try same("light of row \(row.id.rawValue)", row.light, affair.light(on: today))
            let nearest = affair.open(on: today).compactMap(affair.due).min()
            try same("nearest of row \(row.id.rawValue)", row.nearest?.due, nearest)
            try same("补录 of row \(row.id.rawValue)", row.isBackfilled, affair.entered != nil)
            let unposted = affair.papers.filter(\.value.awaitsPosting).map(\.key.rawValue)
            try same("未上网登记 of row \(row.id.rawValue)", row.unposted.map(\.rawValue).sorted(), unposted.sorted())
        }
    }

    /// 答复超期, 答复将到期 and 答复未到期, as the list of all comments is narrowed to them.
    func compareAges(_ affairs: [Affair]) throws {
        let unanswered = affairs.filter { !$0.isDeleted }.flatMap(\.letters.values).filter(\.isUnanswered)
        for (age, light) in [(CommentFilter.Age.overdue, Light.overdue), (.soon, .soon), (.open, .open)] {
            let filter = CommentFilter(age: age, isSiteWide: true)
            let shown = try office.comments(filter, .first, limit: 1, in: session("jianguan")).total
            try same("comments that are \(age)", shown, unanswered.count { $0.light(on: today) == light })
        }
    }

    /// 信息发布登记台账 (R1): everything that ever went out, with what happened to it.
    func compareRegister(_ affairs: [Affair], _ reviews: [Int: Vetting]) throws {
        for course in Course.played {
            let rows = try office.register(course.system, .all, .first, limit: 1000, in: session("jianguan")).rows
            let shown = rows.map { row in
                let posting = row.posting.map { "上网 \($0.postedAt.text)" } ?? (row.awaitsPosting ? "未上网登记" : "")
                return [row.documentWord, row.changes.text, posting, row.reviewed?.mark ?? ""].filter { !$0.isEmpty }
                    .joined(separator: ", ")
            }
            let right = affairs.filter { $0.course == course }.flatMap(\.sheets).map { sheet in
                sheet.row(in: course, sheet.review.flatMap { reviews[$0] })
            }
            try same("register", shown.sorted(), right.sorted())
        }
    }
}
