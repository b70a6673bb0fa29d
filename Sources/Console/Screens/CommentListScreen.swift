// 群众建议: the comments of one matter, or of all matters, with what became of each.
import Model

/// The comments of a system as a list that is filtered in words; several alike are marked and dealt with at once.
struct CommentListScreen: SystemScreen, ListScreen {
    enum Action: Hashable, Sendable {
        case open, mark, register, filter, find, findNext
        case act(CommentAct)
    }

    static let name = "comments"
    static let bindings: [Binding<Action>] =
        [
            Binding(.function(2), .control("p"), does: .register, label: "登记", help: "登记一条收到的来信、来电、来访或电子邮件。"),
            Binding(.enter, .right, does: .open, label: "打开", help: "打开光标所在的一条: 全文、办理情况、历史。"),
            Binding(.character(" "), does: .mark, label: "记号", help: "给光标所在的一条做记号或去掉记号; 做了记号的几条一起办理。", onBar: false),
            Binding(
                .function(4), .control("e"), does: .filter, label: "筛选",
                help: "只看一件事项、一种状态、一种渠道或一种答复期限的建议; 在全部建议的列表中, 除事项以外的条件下次登录还在。"),
            Binding(
                .character("/"), .control("f"), does: .find, label: "查找", help: "按内容、答复或事项标题中的几个字查找。", onBar: false),
            Binding(.character("n"), does: .findNext, label: "找下一条", help: "往下找同样的字的下一条。", onBar: false),
        ] + CommentAct.bindings.map { $0.within(Action.act) }
    static let about = """
        群众建议, 最新收到的在前。第一列提示答复期限: 超期 表示已过, 将到 表示还剩三个工作日以内。光标所在一条的内容和答复期限写在下面。\
        按空格给几条同类的建议做记号, 再按 \(key(.act(.step(.handle)))) 或 \(key(.act(.step(.reply)))) 一起处理或答复。
        """

    let procedure: Procedure
    var system: System { procedure.system }
    var title: String { filter.isHoldingUp ? "报告前要办完的建议" : "群众建议" }

    private(set) var filter: CommentFilter
    var list = PagedList<Comment>(counting: "条")
    /// The marked comments as they were read when they were marked.
    private(set) var marked: [Identifier<Comment>: Comment] = [:]
    private var work = CommentWork()
    private var filtering: CommentFiltering
    private var search = Search(in: "内容、答复或标题", of: "建议")
    private var isRegistering = false
    /// What the matter is called while no comment of it tells.
    private let openedName: String
    /// Whether it was opened for all matters: its filter is remembered for the clerk.
    private let isOfAll: Bool
    private var isRead = false

    /// - Parameters:
    ///   - matter: the matter whose comments are listed; nil lists all.
    ///   - name: its number and title.
    ///   - isHoldingUp: only those that its report waits for (G6).
    ///   - states: only those in one of these; empty for all.
    init(
        _ procedure: Procedure, of matter: Identifier<Matter>? = nil, named name: String = "一件事项",
        isHoldingUp: Bool = false, states: Set<CommentState> = []
    ) {
        self.procedure = procedure
        openedName = name
        isOfAll = matter == nil
        filter = CommentFilter(system: procedure.system, matter: matter, states: states, isHoldingUp: isHoldingUp)
        filtering = CommentFiltering(procedure)
    }

    /// G6: a refused publication leads to the comments that hold it up, with the reason in the status line.
    static func opening(_ heldUp: PublicationCheck.HeldUp) -> Effect {
        let (procedure, matter) = (heldUp.procedure, heldUp.matter)
        return Effect.push(
            CommentListScreen(procedure, of: matter.id, named: matter.title, isHoldingUp: true)
        ).then(.refuse(heldUp.sentence))
    }

    /// Rows round the list: a heading, the filter, the column heads, a rule, the matter, two lines of the comment, its deadline.
    static let surroundings = 8

    var current: Comment? { list.current }
    var inHand: AnyHashable? { chosen.map(\.id) }

    /// The one matter whose comments are listed.
    var matterName: String? {
        guard filter.matter != nil else { return nil }
        return current.map { [$0.matterNumber?.description, $0.matterTitle].compactMap { $0 }.joined(separator: " ") }
            ?? openedName
    }

    /// What the acts work on: the marked comments, or else the one in hand.
    private var chosen: [Comment] {
        marked.isEmpty ? current.map { [$0] } ?? [] : marked.values.sorted { $0.id.rawValue > $1.id.rawValue }
    }

    mutating func read(_ desk: Desk) -> Effect {
        if isOfAll, !isRead, let filter = remembered(desk) { self.filter = filter }
        isRead = true
        filter.isSiteWide = desk.clerk?.roles.contains(.supervisor) ?? false
        let effect = list.read(reader(desk))
        // What colleagues have done meanwhile is seen in the marked ones, too.
        for row in list.rows where marked[row.id] != nil { marked[row.id] = row }
        return effect
    }

    func page(
        _ place: PagePlace<Comment.Record>, _ limit: Int, _ office: Office, _ session: Session
    ) throws(Refusal) -> Page<Comment> {
        try office.comments(filter, place, limit: limit, in: session)
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .open, .mark: current == nil ? "列表是空的" : nil
        case .find: list.page.total == 0 ? "列表是空的, 没有可找的" : nil
        case .findNext: search.refusalToGoOn
        case .filter: nil
        case .register:
            CommentWork.refusal(toRegister: desk) ?? (filter.matter == nil ? "建议要登记在一件事项上; 请先按 F4 选定事项" : nil)
        case .act(let act): CommentWork.refusal(of: act, on: chosen, desk)
        }
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        isRegistering = action == .register
        switch action {
        case .filter: return filtering.begin(filter, matter: matterName)
        case .find: return search.begin
        case .findNext: return find(nil, desk)
        case .register:
            return filter.matter.map { CommentWork.register(of: $0, desk) } ?? .none
        case .act(let act): return work.begin(act, on: chosen, desk)
        case .open: return current.map { .push(CommentScreen($0.id, procedure)) } ?? .none
        case .mark:
            guard let current else { return .none }
            if marked.removeValue(forKey: current.id) == nil { marked[current.id] = current }
            return list.type(.down, reader(desk)) ?? .none
        }
    }

    mutating func receive(_ answer: Answer, _ desk: Desk) -> Effect {
        if let effect = work.receive(answer, desk) { return finish(effect, desk) }
        switch answer {
        case .submitted(let sentence, _):
            defer { isRegistering = false }
            // What has just been registered stands first.
            if isRegistering { _ = list.readFirst(reader(desk)) }
            return finish(.say(sentence), desk)
        case .text(let text):
            return find(text, desk)
        case .chosen:
            let (filter, effect) = filtering.receive(answer, filter, desk)
            guard let filter else { return effect }
            self.filter = filter
            marked = [:]
            return list.readFirst(reader(desk)).then(remember(desk))
        default: return .none
        }
    }

    private func remembered(_ desk: Desk) -> CommentFilter? {
        try? desk.read { [procedure] (office, session) throws(Refusal) in
            try office.commentFilter(procedure, in: session)
        }.get()
    }

    private func remember(_ desk: Desk) -> Effect {
        guard isOfAll else { return .none }
        switch desk.read({ [filter] (office, session) throws(Refusal) in try office.remember(filter, in: session) }) {
        case .success: return .none
        case .failure(let refusal): return .refuse("列表已换, 但没有记住: \(refusal.sentence)")
        }
    }

    /// After an act the marks go; after a refusal they stay.
    private mutating func finish(_ effect: Effect, _ desk: Desk) -> Effect {
        if case .refuse = effect { return read(desk).then(effect) }
        marked = [:]
        return read(desk).then(effect)
    }

    private mutating func find(_ words: String?, _ desk: Desk) -> Effect {
        search.find(words, in: &list, reader(desk), filter.finder(desk))
    }
}
