// The body of an invented bulletin: the whole, figures with ranks, problems, next steps.

/// Writes what a topic says of one quarter.
struct DemoBulletinText {
    private let topic: DemoBulletinTopic
    private let quarter: Quarter?

    init(_ topic: DemoBulletinTopic, _ quarter: Quarter?) {
        self.topic = topic
        self.quarter = quarter
    }

    func text(_ random: inout SeededRandom) -> String {
        var parts = ["（一）总体情况", topic.lead]
        if let quarter {
            parts += ["（二）主要指标完成情况"] + numbered(topic.indicators.map { line($0, quarter, &random) })
            parts += ["（三）进度排名", ranks(quarter, &random)]
            parts += ["（四）存在的问题"] + numbered(topic.problems) + ["（五）下一步工作"] + numbered(topic.next)
        } else {
            parts += ["（二）处置情况"] + numbered(topic.facts)
            parts += ["（三）暴露的问题"] + numbered(topic.problems) + ["（四）下一步措施"] + numbered(topic.next)
        }
        return parts.joined(separator: "\n")
    }

    private func numbered(_ texts: [String]) -> [String] { texts.enumerated().map { "\($0 + 1). \($1)" } }

    private func line(
        _ indicator: DemoBulletinTopic.Indicator, _ quarter: Quarter, _ random: inout SeededRandom
    ) -> String {
        let progress = Self.planned(quarter) + random.within(-70...70)
        let done = indicator.target * progress / 1000
        let change = random.within(8...176)
        let trend = random.chance(percent: 80) ? "增长" : "下降"
        let place = random.within(1...12)
        return
            "\(indicator.name)。\(Self.span(quarter))累计完成\(done.grouped)\(indicator.unit)，占年度目标\(indicator.target.grouped)\(indicator.unit)的\(Self.percent(progress))，比上年同期\(trend)\(Self.percent(change))，在全州12个县市中列第\(place)位，比上季度\(random.pick(["上升", "下降"]))\(random.within(1...3))位。"
    }

    /// The towns by their progress, with what is said to the first and the last.
    private func ranks(_ quarter: Quarter, _ random: inout SeededRandom) -> String {
        var progress = Self.planned(quarter) + 90
        let towns = random.pick(Self.towns.count, of: Self.towns).map { town in
            progress -= random.within(6...26)
            return (town: town, progress: progress)
        }
        let list = towns.enumerated().map { "\($0 + 1). \($1.town)\(Self.percent($1.progress))" }.joined(separator: "；")
        let first = towns.prefix(2).map(\.town).joined(separator: "、")
        let last = towns.suffix(2).map(\.town).joined(separator: "、")
        return "按综合完成率由高到低，各乡镇依次为：\(list)。对排名靠前的\(first)予以通报表扬；排名靠后的\(last)要在十个工作日内查明原因，提出追赶措施。"
    }

    private static let towns = ["苍山西镇", "漾江镇", "平坡镇", "顺濞镇", "富恒乡", "太平乡", "瓦厂乡", "龙潭乡", "鸡街乡"]

    /// What should be done by the end of a quarter, in thousandths of the year's target.
    private static func planned(_ quarter: Quarter) -> Int { quarter.number * 240 - 10 }

    private static func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)%" }

    private static func span(_ quarter: Quarter) -> String {
        quarter.number == 4 ? "1至12月" : "1至\(quarter.number * 3)月"
    }
}
