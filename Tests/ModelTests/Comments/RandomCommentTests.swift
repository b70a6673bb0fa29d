// Random acts on comments through two offices, held against a small model of the rules written from the office's rule book.
import CountyFixture
import Testing

@testable import Model

/// A comment as the rule book sees it; it knows nothing of the program.
private struct ModelComment {
    var isHandled = false
    var isAnswered = false
    var isHidden = false
    var isLate: Bool
    var original: Int?
    var changes = 1

    /// G6: whether a report has to wait for it.
    var holdsUp: Bool { !isHidden && original == nil && !isLate && !(isHandled && isAnswered) }
    var isOpen: Bool { !isHidden && original == nil && !isAnswered }
}

@Suite("Random acts on comments")
struct RandomCommentTests {
    private enum Choice: CaseIterable { case handle, reply, hide, show, mark, unmark }

    @Test("no sequence of acts by two clerks reaches a state the rules forbid", arguments: Seeds.first(4))
    func sequences(seed: UInt64) throws {
        let county = try County()
        let offices = [county.office, try county.anotherOffice()]
        let sessions = [try county.signIn("fabu"), try county.signIn("wumin", to: offices[1])]
        let matter = try county.publish(
            .announcement, HearingEntries.announcement(commentsUntil: "2026-11-25"), in: sessions[0])
        var random = SeededNumbers(seed: seed)
        var model: [ModelComment] = []
        /// What each clerk has on the screen, right or stale.
        var read: [[Model.Comment]] = [[], []]

        for _ in 0..<120 {
            county.now = county.now.adding(seconds: Int.random(in: 0...4, using: &random) * 3600)
            let clerk = Int.random(in: 0...1, using: &random)
            if model.isEmpty || Int.random(in: 0..<8, using: &random) == 0 {
                let comment = try county.register("第 \(model.count + 1) 封", of: matter, in: sessions[clerk])
                model.append(ModelComment(isLate: county.now.day > (Day("2026-11-25") ?? .first)))
                #expect(comment.isLate == model[model.count - 1].isLate)
                read[clerk].append(comment)
                continue
            }
            if read[clerk].isEmpty || Bool.random(using: &random) {
                read[clerk] = try offices[clerk].comments(
                    CommentFilter(), .first, limit: 100, in: sessions[clerk]
                ).rows
            }
            guard let comment = read[clerk].randomElement(using: &random),
                let choice = Choice.allCases.randomElement(using: &random)
            else { continue }
            let index = Int(comment.id.rawValue) - 1
            let other = Int.random(in: 0..<model.count, using: &random)
            let isRepeated = model.contains { $0.original == index }
            let before = model[index]
            let isFresh = before.changes == comment.version
            let expected: Bool
            switch choice {
            case .handle: expected = isFresh && before.isOpen
            case .reply: expected = isFresh && before.isOpen
            case .hide: expected = isFresh && !before.isHidden && !isRepeated
            case .show: expected = isFresh && before.isHidden
            case .mark:
                expected =
                    isFresh && before.isOpen && !isRepeated && other != index && !model[other].isHidden
                    && model[other].original == nil
            case .unmark: expected = isFresh && before.original != nil
            }
            let office = offices[clerk]
            let session = sessions[clerk]
            let refusal = county.refused {
                switch choice {
                case .handle: _ = try office.perform(HandleComments([comment], handling: "已转"), in: session)
                case .reply:
                    _ = try office.perform(ReplyToComments([comment], entries: County.replying()), in: session)
                case .hide: _ = try office.perform(HideComment(comment, reason: "辱骂"), in: session)
                case .show: _ = try office.perform(ShowComment(comment, reason: "误隐藏"), in: session)
                case .mark:
                    let original = Identifier<Model.Comment>(Int64(other + 1))
                    _ = try office.perform(MarkDuplicate(comment, of: original), in: session)
                case .unmark: _ = try office.perform(UnmarkDuplicate(comment), in: session)
                }
            }
            #expect((refusal == nil) == expected, "seed \(seed): \(choice) of \(comment.name): \(refusal ?? "done")")
            guard refusal == nil else { continue }
            model[index].changes += 1
            switch choice {
            case .handle: model[index].isHandled = true
            case .reply: (model[index].isHandled, model[index].isAnswered) = (true, true)
            case .hide: model[index].isHidden = true
            case .show: model[index].isHidden = false
            case .mark: model[index].original = other
            case .unmark: model[index].original = nil
            }
            try expectSame(model, matter, county, sessions[clerk])
        }
        #expect(county.office.check() == [])
        let done: Int =
            try county.rawValue(
                "SELECT count(*) FROM journal WHERE subject LIKE 'comment:%' AND is_refusal = 0") ?? 0
        #expect(done == model.reduce(0) { $0 + $1.changes })
    }

    private func expectSame(
        _ model: [ModelComment], _ matter: Matter, _ county: County, _ session: Session
    ) throws {
        let tally = try county.office.matter(matter.id, in: session).comments
        #expect(tally.all == model.count)
        #expect((tally.unhandled + tally.unanswered > 0) == model.contains(where: \.holdsUp))
        let row = try #require(try county.office.commentedMatters(.hearing, .first, limit: 1, in: session).rows.first)
        #expect(row.tally.unanswered == model.count(where: \.isOpen))
        #expect(try county.office.waiting(in: session).comments[.hearing] ?? 0 == model.count(where: \.isOpen))
        #expect(
            model.allSatisfy { comment in
                comment.original.map { model[$0].original == nil && !model[$0].isHidden } ?? true
            })
    }
}
