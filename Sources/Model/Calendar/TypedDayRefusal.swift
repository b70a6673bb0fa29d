// Why a typed date was not taken, in a sentence that names the value and the limit.

extension TypedDay {
    public enum Refusal: Error, Hashable, Sendable {
        case notADate(String)
        case shortYear(Int)
        case yearOutside(Int)
        case noSuchMonth(Int)
        case noSuchDay(year: Int, month: Int, day: Int)

        public var sentence: String {
            switch self {
            case .notADate(let typed):
                "看不懂日期 \"\(typed)\", 请写成 2026-12-08 或 12-8"
            case .shortYear(let year):
                "年份 \(year.twoDigits) 须写满四位, 如 20\(year.twoDigits)"
            case .yearOutside(let year):
                "年份 \(year) 超出范围, 只收 \(TypedDay.years.lowerBound) 年至 \(TypedDay.years.upperBound) 年的日期"
            case .noSuchMonth(let month):
                "没有 \(month) 月, 月份为 1 至 12"
            case .noSuchDay(let year, let month, let day):
                "\(year) 年 \(month) 月没有 \(day) 日"
            }
        }
    }
}
