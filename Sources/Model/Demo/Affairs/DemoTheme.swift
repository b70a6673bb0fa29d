// What invented citizens write about public notices and bulletins, and what they are answered.

/// What the letters about one matter turn on.
struct DemoTheme: Sendable {
    /// What kind of words it takes.
    enum Voice: Sendable { case plans, people, progress }

    /// A noun phrase, or a question without its mark.
    private let concern: String
    private let voice: Voice

    init(_ concern: String, _ voice: Voice) {
        self.concern = concern
        self.voice = voice
    }

    static let declined = ["与上级现行规定不一致, 县里无权变更", "与多数群众的意见不一致", "测算后资金缺口过大, 暂不具备条件"]

    /// No two letters about one matter say the same by chance.
    func letter(_ number: Int, _ random: inout SeededRandom) -> String {
        let words = Self.letters[voice] ?? []
        let place = (random.below(words.count) / 4 * 4 + number) % words.count
        let text = words[place].replacingFirst("{事}", with: concern)
        return random.chance(percent: 25) ? text + "我的电话是\(DemoPeople.mobile(&random))，请回电。" : text
    }

    func reply(_ adoption: Adoption, _ random: inout SeededRandom) -> String {
        let body =
            switch adoption {
            case .adopted: "您关于\(concern)的意见已经采纳，写入了实施办法，由经办科室负责落实。"
            case .partly: "您关于\(concern)的意见部分采纳：现在能做的马上做，其余的列入明年计划。"
            case .declined: "您关于\(concern)的意见经研究暂不采纳，理由一并公布，欢迎来电了解详情。"
            case .explained: "您问的\(concern)，有关规定和具体做法已经在附件中写明，我们也向您当面作了解释。"
            }
        return
            "您好！来件收悉。\(body)\(random.pick(["感谢您的关心和支持。", "欢迎继续监督。", "如有疑问请拨打\(DemoPeople.officeTelephone(&random))。"]))"
    }

    private static let letters: [Voice: [String]] = [
        .plans: [
            "看了公示，最想知道{事}，公示里写得太简单，希望补充说明。",
            "我们村民小组开会专门讨论过，大家都问{事}，请派人到村里讲一讲。",
            "你们好！\n    公示我看了三遍，总体支持。只有一条放心不下，就是{事}。\n此致\n敬礼",
            "请问\"公示期满\"以后还能不能提意见？另外{事}，也请一起答复。",
            "支持！希望早日办成。顺便问一句，{事}？👍",
            "公示栏贴在二楼，老人上不去，建议在村口也贴一份。还有{事}，请用大白话写清楚。",
            "本人在外務工，託家人看了公示，對{事}頗為關心，盼予說明。",
            "=同意，但是{事}，建议在附件里列一张明细表，注明依据和计算过程。",
        ],
        .people: [
            "名单里有我认识的人，想了解{事}，希望把评分表一并公开。",
            "请问{事}？我参加过这次报名，差1.5分，心服口服，只想知道规则。",
            "建议以后把各环节的时间提前公布，这次{事}问了几个人都说不清楚。",
            "反映一个情况：公示名单中有一人的工作年限可能算错，请核实。同时请说明{事}。",
            "支持按成绩说话。{事}，建议写进招聘公告，免得每年都有人问。",
            "我叫段䶮，家住𠮷祥巷，对公示没有意见，只是想问{事}。",
            "公示时间能不能再长一些？很多人在外地，{事}也想了解。",
            "评得公平，大家服气！希望一直这样公开{事}。谢谢🙏",
        ],
        .progress: [
            "通报里的数字看得明白，就是没有说{事}，希望下个季度补上。",
            "我们镇排名靠后，想请教排在前面的乡镇{事}是怎么做的。",
            "看到进度排名了，身边还没有看到动静，{事}到底什么时候轮到我们村？",
            "建议通报后面附一张项目清单，写明{事}，方便群众监督。",
            "去年提过{事}，今年通报说已经办了，去看了确实办了，点个赞👍",
            "通报说完成率九成以上，可是{事}还没有解决，请派人来看看。",
            "请问{事}？村里开会没有讲，网上也查不到，盼复。",
            "存在的问题写得实在，希望下一步打算也能一条一条兑现，特别是{事}。",
        ],
    ]
}
