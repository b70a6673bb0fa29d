// The text of an invented hearing notice.

extension DemoMatter {
    /// The notice's values.
    func notice(_ random: inout SeededRandom, published: Moment, isShort: Bool) -> FormValues {
        var values = closing(published, &random)
        values["title"] = .text(laterTitle("通知", number: 2))
        values["notice_day"] = .day(published.day)
        values["hearing_day"] = .day(course.hearing)
        values["hearing_start"] = .time(course.starts)
        values["hearing_end"] = .time(course.ends)
        values["place"] = .text(
            "\(random.pick(DemoPeople.rooms))（\(random.pick(DemoPeople.streets))\(random.within(1...90))号）")
        values["participants"] = .text(
            isShort ? "主持人：\(DemoPeople.name(&random))" : participantsText(&random))
        values["representative_list"] = .text(
            isShort ? "共\(representatives)名，名单张贴于\(unit.name)。" : representativesText(&random))
        return values
    }

    /// The announcement's title turned into that of a later document.
    func laterTitle(_ word: String, number: Int) -> String {
        let numbered = "公告（第1号）"
        return title.hasSuffix(numbered)
            ? title.dropLast(numbered.count) + "\(word)（第\(number)号）" : title.dropLast("公告".count) + word
    }

    private func participantsText(_ random: inout SeededRandom) -> String {
        """
        主持人：\(DemoPeople.name(&random))（\(unit.name)副局长）
        发言人：\(DemoPeople.name(&random))（方案起草单位）、\(unit.publisher)
        监察人：\(DemoPeople.name(&random))（县监察委员会）、\(DemoPeople.name(&random))（县司法局）
        记录人：\(DemoPeople.name(&random))
        旁听人：\(people(random.within(3...5), &random))
        请参加人员提前15分钟签到，按席位就座，会场内请将手机调为静音。
        """
    }

    private func representativesText(_ random: inout SeededRandom) -> String {
        """
        \(subject.affected)代表（\(affected)名）：\(people(affected, &random))
        社会公众代表（\(citizens)名）：\(people(citizens, &random))
        人大代表、政协委员（\(deputies)名）：\(people(deputies, of: DemoPeople.deputies, &random))
        专家学者、法律工作者（\(experts)名）：\(people(experts, of: DemoPeople.experts, &random))
        """
    }

    private func people(
        _ count: Int, of jobs: [String] = DemoPeople.jobs, _ random: inout SeededRandom
    ) -> String {
        (0..<count).map { _ in "\(DemoPeople.name(&random))（\(random.pick(jobs))）" }.joined(separator: "、")
    }
}
