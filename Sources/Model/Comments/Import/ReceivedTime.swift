// When a comment was received, as other systems write it: a day, or a day with its time.

/// Reads `2026-11-20`, `2026/11/20 9:05`, `2026-11-20 09:05:30`, `2026-11-20T09:05`; the year is always written.
struct ReceivedTime: Equatable {
    let day: Day
    /// nil where only the day is told.
    let moment: Moment?

    static func read(_ text: String, today: Day) -> Result<ReceivedTime, Refusal> {
        let shown = TypedText(text).shown
        func refuse(_ sentence: String) -> Result<ReceivedTime, Refusal> { .failure(Refusal(sentence)) }
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" || $0 == "\u{3000}" }
        guard let first = parts.first.map(String.init) else { return refuse("请填写收到日期") }
        // In a file that another system wrote, the nearest such day is a guess.
        guard !TypedDay.isRelative(first) else { return refuse("\"\(shown)\" 没有写年份, 请写成 2026-12-08") }
        let day: Day
        switch TypedDay.read(first, today: today) {
        case .success(let read): day = read
        case .failure(let problem): return refuse(problem.sentence)
        }
        guard parts.count == 2 else { return .success(ReceivedTime(day: day, moment: nil)) }
        let (clock, seconds) = split(parts[1].trimmed)
        switch TypedTime.read(clock) {
        case .failure(let problem): return refuse(problem.sentence)
        case .success(let time):
            guard let seconds, seconds < 60 else {
                return refuse("看不懂时间 \"\(TypedText(String(parts[1])).shown)\", 请写成 09:05 或 09:05:30")
            }
            return .success(ReceivedTime(day: day, moment: Moment.at(day, time).adding(seconds: seconds)))
        }
    }

    /// The clock without its seconds, and the seconds; nil for seconds that are none.
    private static func split(_ time: String) -> (clock: String, seconds: Int?) {
        let figures = time.split(separator: ":", omittingEmptySubsequences: false)
        guard figures.count == 3 else { return (time, 0) }
        return ("\(figures[0]):\(figures[1])", figures[2].utf8.count == 2 ? figures[2].plainNumber : nil)
    }

    /// The moment kept. Of a day alone it is noon, which lies on the day everywhere, but neither after now nor before publication.
    func kept(announced: Moment?, now: Moment) -> Moment {
        let noon = Moment.at(day, hour: 12, minute: 0)
        return moment ?? min(now, max(noon, announced ?? noon))
    }
}
