// How a count of working days is told to a clerk: day by day, then what it rests on.

extension WorkdayCount {
    /// One line for each day passed, then the strict reading, the years that are guessed, and the sources.
    public var explanation: [String] {
        let steps = steps
        return steps.map(\.line) + strictReading + unknownYears.map(WorkCalendar.sentence(unknownYear:))
            + sources(of: steps)
    }

    /// `最迟 2026-09-24（含当日）`.
    public var deadline: String { "最迟 \(day)（含当日）" }

    private var strictReading: [String] {
        guard strict, n != 0 else { return [] }
        return ["从严计算: 中间隔满 \(abs(n)) 个工作日, 取第 \(abs(n) + 1) 个工作日"]
    }

    /// Each source once, in the order it was met.
    private func sources(of steps: [Step]) -> [String] {
        var told: Set<String> = []
        return steps.compactMap { step in
            guard let source = step.standing.source, let layer = step.standing.layer else { return nil }
            let sentence = "依据: \(source)（\(layer)）"
            return told.insert(sentence).inserted ? sentence : nil
        }
    }
}

extension WorkdayCount.Step {
    /// `2026-10-10 周六 国庆节调休上班, 第 1 个工作日`.
    public var line: String {
        let reasons = [standing.remark, ordinal.map { "第 \($0) 个工作日" } ?? "不计"]
        let guess = standing.guessed ? "（推算）" : ""
        return "\(day) \(day.weekday.name) \(reasons.compactMap(\.self).joined(separator: ", "))\(guess)"
    }
}

extension DayStanding {
    /// What makes the day unlike a plain working day; nil for one.
    fileprivate var remark: String? {
        guard let name else { return isWorking ? nil : "周末" }
        return name + (isWorking ? "调休上班" : "放假") + place
    }

    /// The nation's days go without saying.
    private var place: String {
        guard let layer, layer != CalendarLayer.nationalName else { return "" }
        return "（\(layer)）"
    }
}
