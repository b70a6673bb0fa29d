// Invented temporary notices.

/// One temporary notice, made from its number alone.
struct DemoTemporaryNotice: Sendable {
    let unitIndex: Int
    let title: String
    let body: String
    let publishedAt: Moment
    /// When and why it was withdrawn.
    let withdrawn: (at: Moment, reason: String)?

    var unit: DemoUnit { DemoUnit.all[unitIndex] }
}

extension DemoAgenda {
    /// How many temporary notices there are.
    var temporaryNotices: Int { min(100_000, max(3, size.matters / 6)) }

    /// The day near which a notice goes out; it moves to a working day at most `slack` days earlier.
    func nominalNoticeDay(_ index: Int) -> Day { start.adding(days: (index + 1) * span / temporaryNotices) }

    func temporaryNotice(_ index: Int) -> DemoTemporaryNotice {
        var random = random(.temporaryNotice, index)
        let count = temporaryNotices
        let latest = calendar.workingDay(-1, from: now.day)?.day ?? now.day
        var day = min(latest, nominalNoticeDay(index))
        while !calendar.isWorking(day) { day = day.adding(days: -1) }
        let published = DemoCourse.office(day, &random)
        let isFirst = index % 3 == 2 || index >= count - 2
        let unitIndex = isFirst ? publishing[0] : random.pick(publishing)
        let unit = DemoUnit.all[unitIndex]
        let topic = random.pick(unit.subjects).title.replacingFirst("{地}", with: random.pick(DemoPeople.places))
        let (title, body) = Self.text(unit, topic, day, &random)
        let next = calendar.workingDay(random.within(1...3), from: day)?.day ?? day
        let withdrawnAt = DemoCourse.office(next, &random)
        let isWithdrawn = (index % 6 == 1 || index == count - 2) && withdrawnAt <= now
        return DemoTemporaryNotice(
            unitIndex: unitIndex, title: title, body: body, publishedAt: published,
            withdrawn: isWithdrawn ? (withdrawnAt, random.pick(DemoReasons.withdrawn)) : nil)
    }

    private static func text(
        _ unit: DemoUnit, _ topic: String, _ day: Day, _ random: inout SeededRandom
    ) -> (title: String, body: String) {
        let later = day.adding(days: random.within(3...9))
        let telephone = DemoPeople.officeTelephone(&random)
        return switch random.below(5) {
        case 0:
            (
                "关于延长\(topic)听证代表报名时间的通知",
                "因报名人数不足，\(topic)听证代表报名时间延长至\(later.chinese)17:30。已经报名的不必重新报名。\n咨询电话：\(telephone)"
            )
        case 1:
            (
                "关于变更\(topic)听证会地点的通知",
                "因原会场维修，\(topic)听证会改在\(random.pick(DemoPeople.rooms))举行，时间不变。请听证代表和旁听人相互转告。\n联系电话：\(telephone)"
            )
        case 2:
            (
                "关于领取\(topic)听证材料的通知",
                "听证材料已经印制完毕，请各位听证代表于\(later.chinese)前到\(unit.name)办公室领取，也可以电话预约送达。\n电话：\(telephone)"
            )
        case 3:
            (
                "关于增加\(topic)听证会旁听席位的通知",
                "应群众要求，听证会旁听席位由5个增加到\(random.within(8...20))个，按报名先后确定，额满为止。"
            )
        default:
            (
                "关于\(unit.name)办公室临时停止对外办公的通知",
                "因办公楼电路检修，\(later.chinese)上午暂停现场报名和来访接待，可以改用电话或者电子邮件。由此带来的不便，敬请谅解。"
            )
        }
    }
}
