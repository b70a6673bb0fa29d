// The words of invented citizens, with everything that real letters bring: telephone numbers, line breaks, quotes, rare
// characters, emoji, Traditional characters, a leading equals sign.

enum DemoCommentText {
    static let declined = ["上级文件已有统一规定", "超出本县权限, 已向上级反映", "与多数群众的意见不一致", "测算后费用过高, 暂不具备条件"]

    static let handlings = [
        "已转业务科室研究", "已与建议人电话沟通", "已列入方案修改意见汇总表", "已请乡镇核实情况", "已提交局长办公会研究",
    ]
    static let extensions = ["涉及几个部门, 要一起研究", "要到现场核实", "要等上级答复"]

    /// What every unit has among its reply templates.
    static let templates = [
        (title: "采纳", body: "您好！来信收悉。您提出的意见已经采纳，将在修改后的方案中体现。感谢您的关心和支持。"),
        (title: "解释说明", body: "您好！来信收悉。关于您反映的问题，现解释说明如下：\n\n如有疑问，请与我们联系。"),
        (title: "转其他部门", body: "您好！来信收悉。您反映的问题属于其他部门的职责，我们已转请有关部门办理，并将督促其答复您。"),
    ]

    static func body(_ matter: DemoMatter, _ random: inout SeededRandom) -> String {
        let plain = sentences(matter, random.within(1...4), &random)
        return switch random.below(100) {
        case ..<52: plain
        case ..<58: random.pick(["同意，请尽快实施。", "支持这个方案，没有意见。", "不同意涨价，请再考虑。"])
        case ..<63: "你们好！\n    \(plain)\n\n此致\n敬礼\n    \(DemoPeople.name(&random))"
        case ..<68: plain + "我的电话是\(DemoPeople.mobile(&random))，请回电。"
        case ..<71: plain + "身份证号\(DemoPeople.identityNumber(&random))，可以核实。"
        case ..<75: "公告里说“\(matter.subject.points[0])”，请问\"什么时候开始\"？'怎样计算'？" + plain
        case ..<78: "我叫王㛃，邻居叫段䶮，住在𠮷祥巷。" + plain
        case ..<82: plain + random.pick(["👍", "😡😡😡", "谢谢🙏", "❤️", "👨‍👩‍👧一家三口都支持"])
        case ..<86: traditional(matter)
        case ..<88: "=1+1 " + plain
        case ..<90: "@所有人，-建议：\(plain)\t（表格见下）\n项目\t现价\t新价\n一\t10\t12"
        case ..<97: sentences(matter, random.within(6...14), &random).limited(to: 500)
        default: (0..<12).map { _ in sentences(matter, 9, &random) }.joined(separator: "\n").limited(to: 2000)
        }
    }

    /// So many sentences, no two alike, the last one a wish.
    private static func sentences(_ matter: DemoMatter, _ count: Int, _ random: inout SeededRandom) -> String {
        let told = random.pick(count, of: tellings).map {
            $0.replacingFirst("{事}", with: random.pick(matter.subject.concerns))
        }
        return told.joined() + random.pick(wishes)
    }

    private static let tellings = [
        "看了公告，最担心的是{事}。", "请问{事}，方案里是怎么考虑的？", "去年就反映过{事}，到现在没有结果。", "我们小区的人都在议论{事}。", "家里有老人和小孩，最关心{事}。",
        "{事}，这一条应当写进方案。", "听说邻县已经解决了{事}的问题，可以去学一学。", "微信群里说得最多的就是{事}！", "我在这里住了三十多年，{事}一直没人管。", "建议单独开一次座谈会，专门讲{事}。",
        "方案第二条我看不懂，特别是{事}。", "赶街的时候问过十几个人，都提到{事}。", "不是反对改，是怕{事}。", "{事}？请用大白话说明白。", "如果{事}能解决，我举双手赞成。",
        "对面单位的职工也关心{事}。",
    ]
    private static let wishes = [
        "希望有个明确的说法。", "请把数据公布出来。", "建议先试行半年再说。", "困难家庭应当有照顾。", "不要一刀切。", "最好能到村里开个院坝会讲一讲。", "请书面答复。", "我愿意报名当听证代表。",
        "谢谢！",
        "相信政府会妥善处理。", "",
    ]

    private static func traditional(_ matter: DemoMatter) -> String {
        "本人旅居臺灣多年，近日返鄉，見到\(matter.unit.name)的公告，對「\(matter.subject.concerns[0])」一事頗為關注，盼貴單位廣泛聽取鄉親意見，審慎決定。"
    }

    static func reply(
        _ adoption: String, _ matter: DemoMatter, isShort: Bool, _ random: inout SeededRandom
    ) -> String {
        if isShort { return "已收到，感谢支持。" }
        let concern = random.pick(matter.subject.concerns)
        let body =
            switch adoption {
            case "adopted": "您关于\(concern)的意见已经采纳，将在修改后的方案中体现。"
            case "partly": "您关于\(concern)的意见部分采纳：能够马上做的已经列入方案，其余的先行试点。"
            case "declined": "您关于\(concern)的意见暂不采纳，理由已经在听证会上说明，也可以来电了解。"
            default: "关于\(concern)，现解释说明如下：\(matter.subject.points[random.below(matter.subject.points.count)])"
            }
        let thanks = random.pick(["感谢您的关心和支持。", "如有疑问请拨打\(DemoPeople.officeTelephone(&random))。", "欢迎继续监督。"])
        return "您好！来\(random.pick(["信", "件"]))收悉。\(body)\(thanks)"
    }
}

extension String {
    /// The first so many characters.
    fileprivate func limited(to limit: Int) -> String { String(prefix(limit)) }
}
