// One unit as 督查 shows it: what is red, what waits, what was late, emergencies, 督办, and its twelve months.
import Model

/// A unit's page. Every line about a matter or a note leads to it, read-only.
struct SupervisedUnitScreen: Screen {
    enum Action: Hashable, Sendable { case send, open, late, emergencies, notes }

    static let name = "supervised-unit"
    static let bindings: [Binding<Action>] = [
        Binding(.function(2), .control("p"), does: .send, label: "督办", help: "督办这个单位; 光标在一件事项上时, 就这件事项督办。"),
        Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的事项、它没有答复的建议或督办; 各单位的事项在这里只能看。"),
        Binding(.character("k"), does: .late, label: "晚发", help: "列出这个单位全部晚办结的事项和原因。"),
        Binding(.character("j"), does: .emergencies, label: "紧急", help: "列出这个单位全部紧急发布的文书。"),
        Binding(.character("u"), does: .notes, label: "往来", help: "列出发给这个单位的全部督办。"),
    ]
    static let about = """
        一个单位的情况: 超期和将到的期限, 有建议没有答复的事项, 没有登记上网的, 晚办结的和写明的原因, 紧急发布的, 督办和答复, \
        最近十二个月的公告数、其中逾期的和欠发的。\
        超期和将到的最多列 \(SupervisedUnit.mostDeadlines) 项, 其余各段最多列 \(SupervisedUnit.most) 条; 晚发的、紧急的、督办全部的按 \(key(.late))、\(key(.emergencies))、\(key(.notes)) 看。用上下键移动, 按 Enter 打开一行。
        """

    /// A line and where it leads; lines are told apart by what they tell, for several may be about one matter.
    struct Target: Equatable {
        enum Line: Hashable {
            case deadline(Identifier<Matter>?, rule: String, Quarter?)
            case comments(Identifier<Matter>)
            case posting(PostingSubject)
            case publication(SupervisedPublication.Kind, Identifier<SupervisedPublication>)
            case note(Identifier<SupervisionNote>)
        }

        enum Place {
            case matter(Identifier<Matter>, System)
            case comments(CommentedMatter)
            case quarters(System)
            case note(Identifier<SupervisionNote>)
        }

        let line: Line
        let place: Place

        /// The matter that the line is about.
        var matter: Identifier<Matter>? {
            switch place {
            case .matter(let matter, _): matter
            case .comments(let matter): matter.id
            case .quarters, .note: nil
            }
        }

        static func == (left: Target, right: Target) -> Bool { left.line == right.line }
    }

    private let id: Identifier<Unit>
    private var unit: SupervisedUnit?
    private var lines = LinkedLines<Target>()
    private(set) var columns = 1

    init(_ id: Identifier<Unit>) { self.id = id }

    var title: String { unit?.standing.name ?? "单位" }

    mutating func fit(_ size: Size) {
        columns = size.columns - 1
        lines.fit(Size(rows: size.rows - 1, columns: columns))
        if let unit { lines.replace(paragraphs(of: unit)) }
    }

    mutating func read(_ desk: Desk) -> Effect {
        switch desk.read({ [id] (office, session) throws(Refusal) in try office.supervisedUnit(id, in: session) }) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(let found):
            unit = found
            today = desk.today
            lines.replace(paragraphs(of: found))
            return .none
        }
    }

    private(set) var today = Day.first

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? { lines.handle(Paging.key(key)) ? Effect.none : nil }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        guard unit != nil else { return "这个单位还没有读出来; 请按 F5 重新读取" }
        return action == .open && lines.target == nil ? "这一页没有可打开的事项" : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        guard let unit else { return .none }
        let recipient = unit.standing.unit
        switch action {
        case .late: return .push(SupervisedListScreen(.late, of: recipient))
        case .emergencies: return .push(SupervisedListScreen(.emergency, of: recipient))
        case .notes: return .push(SupervisionNotesScreen(SupervisionNoteFilter(.unit(recipient.id))))
        case .send:
            guard let matter = lines.target?.matter else {
                return .push(FormScreen(SendSupervisionNoteTask(to: recipient)))
            }
            return MatterScreen.supervise(matter, desk)
        case .open: return open()
        }
    }

    private func open() -> Effect {
        switch lines.target?.place {
        case .matter(let matter, let system):
            return Procedure.of(system).map { .push(MatterScreen(matter, $0)) } ?? .none
        case .quarters(let system):
            guard let procedure = Procedure.of(system), let duty = procedure.duty else { return .none }
            return .push(QuartersScreen(procedure, duty))
        case .comments(let matter):
            guard let procedure = Procedure.of(matter.system) else { return .none }
            return .push(
                CommentListScreen(
                    procedure, of: matter.id, named: "\(matter.number) \(matter.title)",
                    states: CommentFilter.unanswered.states))
        case .note(let note): return .push(SupervisionNoteScreen(note))
        case nil: return .none
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        guard case .submitted(let sentence, _) = answer else { return .none }
        return read(desk).then(.say(sentence))
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(title, lines.position)
        lines.draw(on: canvas.part(row: 1, column: 0))
    }
}
