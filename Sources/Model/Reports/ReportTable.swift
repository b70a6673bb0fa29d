// A report as a table, whoever draws or writes it: columns, and rows that come one after another.

/// A column of a report.
public struct ReportColumn: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A name or a word, which is never broken.
        case text
        /// A text of any length.
        case prose
        case count, share, average, day, moment
    }

    /// What it is called where programs read the report; never changed.
    public let name: String
    public let heading: String
    public let kind: Kind
    /// How many columns of the screen or of a printed line its values usually want.
    public let width: Int
    /// How many columns of a printed line its longest values want.
    public let longest: Int
    /// Whether it stays in view while the others are scrolled.
    public let isFrozen: Bool

    public init(
        _ name: String, _ heading: String, _ kind: Kind, width: Int, longest: Int? = nil, isFrozen: Bool = false
    ) {
        self.name = name
        self.heading = heading
        self.kind = kind
        self.width = width
        self.longest = longest ?? width
        self.isFrozen = isFrozen
    }
}

/// A value of a report.
public enum ReportCell: Hashable, Sendable {
    case empty
    case text(String)
    case count(Int)
    case share(Share)
    case average(Average)
    case day(Day)
    case moment(Moment)

    /// As it is read; empty for nothing.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .count(let count): "\(count)"
        case .share(let share): share.text
        case .average(let average): average.text
        case .day(let day): day.description
        case .moment(let moment): moment.text
        }
    }
}

/// What stands over a report: of whom it tells and who made it.
public struct ReportHeading: Hashable, Sendable {
    /// Such as 发布情况汇总报表.
    public let title: String
    /// The government's name.
    public let site: String
    /// The unit's name, 全部单位, or 全部单位 (含下级站点).
    public let unit: String
    /// The system's name, or 全部系统.
    public let system: String
    /// The span in words: by which days it was counted.
    public let span: String
    /// What it is narrowed to, such as 逾期的; nil where it tells of everything.
    public let narrowing: String?
    public let madeAt: Moment
    /// Who made it.
    public let maker: String

    public init(
        title: String, site: String, unit: String, system: String, span: String, narrowing: String?, madeAt: Moment,
        maker: String
    ) {
        self.title = title
        self.site = site
        self.unit = unit
        self.system = system
        self.span = span
        self.narrowing = narrowing
        self.madeAt = madeAt
        self.maker = maker
    }

    /// Its parts by their labels, in the order in which they are written.
    public var parts: [(label: String, text: String)] {
        [
            ("站点", site), ("单位", unit), ("系统", system), ("期间", span),
        ] + (narrowing.map { [("只列", $0)] } ?? []) + [("制表时间", madeAt.text), ("制表人", maker)]
    }
}

/// Something that takes a report as it is read, row by row, and keeps none: a file, a terminal.
public protocol ReportSink {
    mutating func begin(_ heading: ReportHeading, _ columns: [ReportColumn]) throws
    /// - Parameter cells: one for each column.
    mutating func add(_ cells: [ReportCell]) throws
    /// - Parameter totals: one cell for each column; nil where nothing adds up.
    mutating func end(totals: [ReportCell]?) throws
}
