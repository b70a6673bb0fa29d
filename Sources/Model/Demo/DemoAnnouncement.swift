// The text of an invented hearing announcement.

extension DemoMatter {
    /// The announcement's values, 450 to 1,100 characters in all.
    func announcement(_ random: inout SeededRandom, isShort: Bool) -> FormValues {
        var values = closing(course.announced, &random)
        values["title"] = .text(title)
        values["subject"] = .text(isShort ? subject.points[0] : subjectText(&random))
        values["representatives"] = .count(representatives)
        values["selection"] = .text(isShort ? "公开报名产生。" : selectionText(&random))
        values["registration"] = .text(isShort ? "来电报名。" : registrationText(&random))
        switch course.given {
        case .exact:
            values["hearing_when"] = .choice("exact")
            values["hearing_day"] = .day(course.hearing)
            values["hearing_start"] = .time(course.starts)
        case .approximate:
            values["hearing_when"] = .choice("approximate")
            values["hearing_about"] = .text(course.about)
        case .open: values["hearing_when"] = .choice("open")
        }
        values["comments_until"] = .day(course.commentsUntil)
        values["contact"] = .text(contactText(&random))
        return values
    }

    /// What every document ends with.
    func closing(_ published: Moment, _ random: inout SeededRandom) -> FormValues {
        var values = FormValues()
        if random.chance(percent: 60) {
            values["reference_number"] = .text("漾\(unit.mark)〔\(published.day.year)〕\(random.within(3...188))号")
        }
        values["signed_unit"] = .text(unit.signature)
        values["signed_day"] = .day(published.day)
        values["secrecy_checked"] = .ticked
        return values
    }

    private func subjectText(_ random: inout SeededRandom) -> String {
        let opening = [
            "为\(subject.purpose)，根据\(subject.basis)和《云南省人民政府重大决策听证制度实施办法》等有关规定，\(unit.signature)拟就\(topic)举行听证会。现将有关事项公告如下：",
            "按照县人民政府工作安排，为\(subject.purpose)，\(unit.signature)起草了\(topic)的方案。该事项涉及群众切身利益，根据\(subject.basis)和云政发〔2009〕40号文件的规定，决定举行听证会，公开听取社会各方面的意见。方案要点如下：",
            "\(topic)关系群众切身利益，社会普遍关注。为\(subject.purpose)，提高决策的科学性和透明度，依据\(subject.basis)等规定，定于近期组织听证。听证的主要内容为：",
        ]
        let grounds = [
            "方案起草过程中，先后征求了\(random.within(6...18))个部门和9个乡镇的意见，开展了社会稳定风险评估，风险等级为低风险。",
            "方案已委托第三方机构进行成本监审和社会稳定风险评估，监审报告可以在听证会前查阅。",
            "前期共发放问卷\(random.within(3...20) * 100)份，收回有效问卷占\(random.within(81...97))%，其中赞成和基本赞成的占\(random.within(62...88))%。",
        ]
        let numbers = ["（一）", "（二）", "（三）"]
        let points = zip(numbers, subject.points).map { $0 + $1 }
        let background = random.chance(percent: 35) ? [backgroundText(&random)] : []
        return ([random.pick(opening)] + points + background + [random.pick(grounds)]).joined(separator: "\n")
    }

    private func backgroundText(_ random: inout SeededRandom) -> String {
        let year = course.announced.day.year
        return """
            现行办法自\(year - random.within(5...12))年起执行。随着经济社会发展，原有规定已经不能适应实际需要：一是\(random.pick(subject.concerns))，群众反映集中；二是\(subject.affected)的实际情况发生了较大变化；三是有关成本和保障水平与周边县（市）有差距。\(year - 1)年，县人大代表、县政协委员就此提出建议、提案\(random.within(2...9))件，县人民政府将其列为年度重点事项。
            """
    }

    private func selectionText(_ random: inout SeededRandom) -> String {
        """
        1. \(subject.affected)代表\(affected)名，自愿报名，报名人数超过名额的，在监察人监督下随机抽取；
        2. 社会公众代表\(citizens)名，自愿报名，按报名先后确定；
        3. 人大代表、政协委员\(deputies)名，由县人大常委会办公室、县政协办公室推荐；
        4. 专家学者\(experts - 1)名、法律工作者1名，由\(unit.signature)聘请。
        另设旁听人\(random.within(3...5))名、监察人2名。\(random.pick(["代表应当客观公正，如实反映所代表群体的意见。", "代表名单在听证通知中公布，接受社会监督。"]))
        """
    }

    private func registrationText(_ random: inout SeededRandom) -> String {
        let until = max(course.announced.day, course.commentsUntil.adding(days: -random.within(0...2)))
        let ways = [
            "持有效身份证件到\(unit.name)办公室现场报名，也可以打电话或者发电子邮件报名。",
            "在\(unit.name)办公室或者所在乡镇政务服务大厅填写报名表；行动不便的可以委托村（居）民小组代为报名。",
        ]
        return """
            报名条件：年满18周岁、具有完全民事行为能力，熟悉本事项有关情况，能够准时到会的公民。
            报名时间：自公告发布之日起至\(until.chinese)17:30止，休息日除外。
            报名方式：\(random.pick(ways))
            报名要求：说明姓名、职业、住址、联系电话和对本事项的主要意见。听证材料在听证会举行的3个工作日前送达听证代表。
            """
    }

    private func contactText(_ random: inout SeededRandom) -> String {
        """
        联系人：\(DemoPeople.name(&random))、\(unit.publisher)
        电话：\(DemoPeople.officeTelephone(&random))
        地址：漾濞县\(random.pick(DemoPeople.streets))\(random.within(1...160))号\(unit.name)办公室
        电子邮箱：\(unit.pinyin.prefix(12))@yangbi.example
        """
    }
}
