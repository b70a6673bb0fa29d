// 群众建议明细报表: the comments on the matters of a scope, those of the latest matters first; masked as everywhere.
internal import GRDB

extension ReportReading {
    private static let table = "matter_figures f JOIN comment c ON c.matter_id = f.matter_id"

    /// The comments of a scope that a figure counts, as SQL over `matter_figures f` and `comment c`.
    func condition(
        _ figure: CommentFigure, _ scope: ReportScope
    ) throws -> (sql: String, arguments: StatementArguments) {
        let overdue = try figure.isOfToday ? overdueAnswers(scope.reach) : (sql: "FALSE", arguments: [])
        let isWanted = "c.hidden_at IS NULL AND c.duplicate_of IS NULL"
        let isAnswered = "\(isWanted) AND c.answered_day IS NOT NULL"
        let counted =
            switch figure {
            case .received: "TRUE"
            case .wanted: isWanted
            case .answered: isAnswered
            case .unanswered: "\(isWanted) AND c.answered_day IS NULL"
            case .prompt: "\(isAnswered) AND ifnull(c.answer_late, 0) = 0"
            case .lateAnswered: "\(isAnswered) AND c.answer_late = 1"
            case .overdue: overdue.sql
            case .judged: "((\(isAnswered)) OR (\(overdue.sql)))"
            case .slowest: "\(isAnswered) AND c.answer_days = \(try total(scope).worstAnswerDays)"
            case .rated: "\(isAnswered) AND c.satisfaction IS NOT NULL"
            case .satisfied: "\(isAnswered) AND c.satisfaction IN ('satisfied', 'mostly')"
            }
        return ("\(condition(scope, of: "f", day: "announced_day")) AND \(counted)", overdue.arguments)
    }

    func commentPage(
        _ figure: CommentFigure, _ scope: ReportScope, _ place: PagePlace<ReportRow>, limit: Int
    ) throws -> Page<ReportRow> {
        let rows = try CommentRows(self, scope, units: .short)
        let table = figure == .overdue ? Self.openComments : Self.table
        let query = dayQuery(
            table, key: "c.id", try condition(figure, scope), scope, overdueAnswers: figure.isOfToday
        ) { $0.count(figure) }
        return try query.page(place, limit: limit, db) { condition, arguments in
            try Row.fetchAll(db, sql: "\(CommentRows.selection) WHERE \(condition)", arguments: arguments).map(rows.row)
        }
    }

    /// The sums below the comments report, as far as the scope's figures tell them.
    func commentTotals(_ figure: CommentFigure, _ scope: ReportScope) throws -> [ReportCell] {
        let total = try total(scope)
        let count = try count(.comments(figure), scope)
        let isWhole = [.received, .wanted, .answered].contains(figure)
        return Report.comments(figure).columns(scope).map { column in
            switch column.name {
            case "number": .text("合计")
            case "title": .text("\(count) 条")
            case "answerDays": isWhole && total.answered > 0 ? .average(total.averageAnswerDays) : .empty
            case "satisfaction": isWhole && total.rated > 0 ? .share(total.satisfiedShare) : .empty
            default: .empty
            }
        }
    }
}

/// Makes rows of the comments report of the store's.
struct CommentRows {
    private let columns: [Part]
    private let units: [Int64: String]
    private let channels: [String: String]

    /// What a cell of a column is made of.
    private enum Part: String {
        case number, title, system, unit, author, channel, receivedAt, body, state, adoption, reply, repliedAt,
            answerDays,
            satisfaction
    }

    init(_ reading: ReportReading, _ scope: ReportScope, units naming: ReportReading.UnitNaming) throws {
        columns = Report.comments(.received).columns(scope).compactMap { Part(rawValue: $0.name) }
        units = try reading.unitNames(naming)
        channels = Dictionary(
            uniqueKeysWithValues: try Transaction.channels(reading.db).map { ($0.code, $0.name) })
    }

    /// What is read of a comment; `Column` names it by its place.
    static let selection = """
        SELECT c.id, f.site_id, f.unit_id, f.system, m.number, m.title, c.author, c.channel, c.received_at, c.body, c.handled_at,
          c.hidden_at, c.duplicate_of, c.answered_day, c.adoption, c.answer_days, c.satisfaction, r.body, r.replied_at
        FROM matter_figures f JOIN comment c ON c.matter_id = f.matter_id JOIN matter m ON m.id = f.matter_id
        LEFT JOIN reply r ON r.comment_id = c.id
        """

    private enum Column: Int {
        case id, site, unit, system, number, title, author, channel, receivedAt, body, handledAt, hiddenAt, duplicateOf,
            answeredDay, adoption, answerDays, satisfaction, reply, repliedAt
    }

    func row(_ row: Row) -> ReportRow {
        let id: Int64 = row[Column.id.rawValue]
        return ReportRow(
            id: Identifier(id),
            subject: .comment(
                Identifier(id), System(rawValue: row[Column.system.rawValue]),
                site: Identifier(row[Column.site.rawValue])), cells: cells(row),
            name: row[Column.title.rawValue], isLate: false)
    }

    /// The cells of a row; what is personal is masked here.
    func cells(_ row: Row) -> [ReportCell] {
        func text(_ column: Column) -> String? { row[column.rawValue] }
        func moment(_ column: Column) -> ReportCell {
            text(column).flatMap(Moment.init(utc:)).map { .moment($0) } ?? .empty
        }
        let author = text(.author)
        return columns.map { part in
            switch part {
            case .number: .text(DocumentNumber.shown(row[Column.number.rawValue]))
            case .title: .text(row[Column.title.rawValue])
            case .system: .text(System(rawValue: row[Column.system.rawValue]).title)
            case .unit: .text(units[row[Column.unit.rawValue]] ?? "")
            case .author: .text(author.map(PersonalData.name) ?? "未署名")
            case .channel: .text(text(.channel).flatMap { channels[$0] } ?? "")
            case .receivedAt: moment(.receivedAt)
            case .body: .text(PersonalData.text(row[Column.body.rawValue], of: author))
            case .state: .text(Self.state(row).name)
            case .adoption: text(.adoption).flatMap(Adoption.init).map { .text($0.name) } ?? .empty
            case .reply: text(.reply).map { .text($0) } ?? .empty
            case .repliedAt: moment(.repliedAt)
            case .answerDays: (row[Column.answerDays.rawValue] as Int?).map { .count($0) } ?? .empty
            case .satisfaction:
                text(.satisfaction).flatMap(Satisfaction.Degree.init).map { .text($0.name) } ?? .empty
            }
        }
    }

    private static func state(_ row: Row) -> CommentState {
        func has(_ column: Column) -> Bool { !row.hasNull(atIndex: column.rawValue) }
        if has(.hiddenAt) { return .hidden }
        if has(.duplicateOf) { return .duplicate }
        if has(.answeredDay) { return .answered }
        return has(.handledAt) ? .handled : .waiting
    }
}
