// What can be done about comments, in the list about several at once as on the page about one.
import Model

/// The acts on comments with their keys, which the tables of both screens take over.
enum CommentAct: Hashable, Sendable {
    /// Something that changes how far a comment is.
    case step(CommentStep)
    /// Opening the personal data.
    case contact

    static let bindings: [Binding<CommentAct>] = [
        Binding(.character("c"), does: .step(.handle), label: "处理", help: "写明怎样处理: 转给谁办, 或怎样研究。"),
        Binding(.character("d"), does: .step(.reply), label: "答复", help: "写部门答复和采纳情况, 可以选用模板和本事项已有的答复。"),
        Binding(
            .character("g"), does: .step(.changeReply), label: "修改答复", help: "修改已经作出的答复; 原来的答复留在历史中。", onBar: false),
        Binding(
            .character("y"), does: .step(.extend), label: "延长期限", help: "情况复杂的, 写明原因后延长答复期限; 只能延长一次。", onBar: false),
        Binding(.character("h"), does: .step(.hide), label: "隐藏", help: "不宜公开的, 写明原因后隐藏; 原文仍留在系统中。", onBar: false),
        Binding(.character("r"), does: .step(.show), label: "恢复", help: "把隐藏的建议恢复显示, 重新办理。", onBar: false),
        Binding(
            .character("b"), does: .step(.markDuplicate), label: "标记重复", help: "标为同一事项另一条建议的重复, 不再单独处理和答复。",
            onBar: false),
        Binding(
            .character("e"), does: .step(.unmarkDuplicate), label: "撤销重复", help: "不再是另一条建议的重复, 重新单独办理。", onBar: false),
        Binding(
            .character("m"), does: .step(.recordSatisfaction), label: "满意度", help: "登记群众对答复是否满意, 哪一天、从哪里知道的。",
            onBar: false),
        Binding(.character("l"), does: .contact, label: "联系方式", help: "查看建议人的姓名、联系方式和原文; 查看会记入操作日志。", onBar: false),
    ]

    /// Whether several comments may be dealt with at once.
    var takesSeveral: Bool { self == .step(.handle) || self == .step(.reply) }
}
