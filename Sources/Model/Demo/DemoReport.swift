// The text of an invented hearing report.

extension DemoMatter {
    /// The report's values.
    func report(_ random: inout SeededRandom, published: Moment, isShort: Bool) -> FormValues {
        var values = closing(published, &random)
        let present = representatives - random.below(representatives / 4)
        values["title"] = .text(laterTitle("报告", number: 3))
        values["result_day"] = .day(published.day)
        values["expected"] = .count(representatives)
        values["present"] = .count(present)
        values["outcome"] = .text(
            isShort ? "\(present)名代表发言，多数同意。" : outcomeText(present, &random))
        values["adoption"] = .text(
            isShort ? "已采纳关于\(subject.concerns[0])的意见。" : adoptionText(&random))
        return values
    }

    private func outcomeText(_ present: Int, _ random: inout SeededRandom) -> String {
        let opinions = subject.concerns.enumerated().map { index, concern in
            let asks = [
                "请进一步说明，并在方案中写明具体措施", "建议结合本县实际再作测算", "希望向社会公开有关数据", "建议设置一年的过渡期", "认为应当优先照顾困难群众",
            ]
            return
                "\(index + 1). 关于\(concern)。\(DemoPeople.name(&random))等\(random.within(1...6))名代表\(random.pick(asks))。"
        }
        let against = random.below(4)
        let verdict =
            against == 0
            ? "到会代表一致同意该方案，同时提出了修改意见。" : "同意的\(present - against)名，不同意的\(against)名。"
        return """
            \(course.hearing.chinese)，\(unit.signature)依法举行了\(topic)听证会。听证会由\(DemoPeople.name(&random))主持，应到代表\(representatives)名，实到\(present)名，符合法定人数。会上，方案起草单位作了说明，\(present)名代表先后发言，共提出意见建议\(random.within(present...(present * 2)))条，主要有：
            \(opinions.joined(separator: "\n"))
            听证结果：\(verdict)
            监察人意见：听证会程序合法，代表产生公开，发言充分，记录真实。
            """
    }

    private func adoptionText(_ random: inout SeededRandom) -> String {
        let concerns = random.pick(4, of: subject.concerns)
        let reasons = ["上级文件已有统一规定，本县无权调整", "财政暂时不具备承受能力，待条件成熟后再研究", "经测算会增加多数群众的负担", "属于企业自主经营范围，可以通过协商解决"]
        return """
            一、予以采纳。关于\(concerns[0])、\(concerns[1])的意见，已在方案中作了修改，并明确由\(unit.name)负责落实。
            二、部分采纳。关于\(concerns[2])的意见，先行试点，半年后根据评估情况决定是否推开。
            三、不予采纳。关于\(concerns[3])的意见，理由是：\(random.pick(reasons))。已向提出意见的代表当面说明。
            修改后的方案经县人民政府常务会议审定后公布施行，施行情况将通过政府信息公开栏公布。
            """
    }
}

/// Why something was published late, in the clerk's words.
enum DemoReasons {
    static let late = [
        "代表推荐名单未按时报来, 经分管领导同意后补发", "连日暴雨道路塌方, 多名代表无法到会, 材料整理推迟", "方案经县政府常务会议两次修改, 定稿晚于预期",
        "经办人因公出差, 交接时遗漏, 已在科室会上作出检查", "听证记录需代表逐一核对签字, 部分代表外出务工, 核对耗时较长",
    ]
    static let withdrawn = ["会议室另有安排, 时间将重新通知", "通知中的电话有误, 已更正后重新发布", "原定事项取消"]
}
