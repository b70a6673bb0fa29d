// 督办 of the demo: one in every state a note can be in.

/// A note of the demo's supervisor, and what becomes of it.
struct DemoSupervision: Sendable {
    /// What becomes of it, so many working days from the demo's present.
    enum Fate: Sendable {
        case open
        case answered(Int, String)
        case accepted(Int, String, accepted: Int)
        case withdrawn(Int, String)
    }

    /// The unit's place among those that publish.
    let place: Int
    /// Whether it is about the unit's matter that has been overdue longest, where there is one.
    let isAboutOverdue: Bool
    let title: String
    let body: String
    /// Working days from the demo's present.
    let sent: Int
    let due: Int
    let fate: Fate

    static let all = [
        DemoSupervision(
            place: 0, isAboutOverdue: false, title: "报送政务公开工作自查情况",
            body: "请对照年度政务公开工作要点, 自查听证、公示、通报三个系统的发布和答复情况, 写明存在的问题和整改时限。", sent: -15, due: -8,
            fate: .accepted(
                -9, "已完成自查: 应发布的文书均已发布, 有两件报告晚于规定时限, 原因和整改措施已写入晚发说明; 今后由专人每周核对一次期限。", accepted: -7)),
        DemoSupervision(
            place: 2, isAboutOverdue: false, title: "说明未上网登记的原因",
            body: "你单位有文书发布后没有登记网站地址。请逐份核对是否已经上网, 没有上网的当日补上并登记。", sent: -12, due: -6,
            fate: .answered(-4, "已逐份核对。网站改版期间地址有变动, 现已补登, 其余几份正在与网站管理方核实。")),
        DemoSupervision(
            place: 1, isAboutOverdue: true, title: "督促办结超期事项",
            body: "这件事项的法定时限已过。请说明没有按时办结的原因, 并明确办结日期。", sent: -8, due: -3, fate: .open),
        DemoSupervision(
            place: 3, isAboutOverdue: false, title: "核实群众反映的公示内容", body: "有群众来电反映公示牌上的内容与网上不一致, 请核实并答复。", sent: -6,
            due: 4, fate: .withdrawn(-5, "来电人所说的公示不是这个单位的, 已另行转办")),
        DemoSupervision(
            place: 0, isAboutOverdue: false, title: "明确群众建议答复的责任人",
            body: "请明确各件事项答复群众建议的责任人和联系电话, 防止答复超期。", sent: -5, due: -1,
            fate: .answered(-2, "已明确: 听证和公示事项由经办人答复, 分管领导审核; 每周五下班前清理一次未答复的建议。")),
        DemoSupervision(
            place: 0, isAboutOverdue: true, title: "尽快办结超期的事项", body: "这件事项已经亮红灯。请尽快办结, 并写明超期的原因。", sent: -2, due: 2,
            fate: .open),
        DemoSupervision(
            place: 4, isAboutOverdue: false, title: "报送下一季度公开事项清单", body: "请报送下一季度拟举行听证、拟公示的事项清单和时间安排。", sent: -1,
            due: 8, fate: .open),
    ]

    /// Something that is done about a note.
    enum Step: Sendable {
        case send
        case answer(String)
        case accept
        case withdraw(reason: String)
    }

    /// What is done about it and when.
    func steps(_ agenda: DemoAgenda) -> [(step: Step, at: Moment)] {
        func at(_ days: Int, _ hour: Int) -> Moment {
            Moment.at(day(days, agenda), hour: hour, minute: 20 + place * 7)
        }
        let rest: [(Step, Moment)] =
            switch fate {
            case .open: []
            case .answered(let days, let text): [(.answer(text), at(days, 15))]
            case .accepted(let days, let text, let accepted):
                [(.answer(text), at(days, 15)), (.accept, at(accepted, 9))]
            case .withdrawn(let days, let reason): [(.withdraw(reason: reason), at(days, 16))]
            }
        return [(.send, at(sent, 10))] + rest
    }

    /// The working day so many days from the demo's present.
    func day(_ days: Int, _ agenda: DemoAgenda) -> Day {
        agenda.calendar.workingDay(days, from: agenda.now.day)?.day ?? agenda.now.day
    }
}

/// A note of the demo that something is still going to happen to.
final class DemoOpenNote {
    let supervision: DemoSupervision
    /// The note's number, once it is sent.
    var id: Int64?

    init(_ supervision: DemoSupervision) { self.supervision = supervision }
}
