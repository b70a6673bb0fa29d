// A row of a report: its cells, and what it leads to.

/// A matter, a comment, or a line of figures.
public struct ReportRow: PagedRow, Hashable {
    public enum Subject: Hashable, Sendable {
        case matter(Identifier<Matter>, System, site: Identifier<Site>)
        case comment(Identifier<Comment>, System, site: Identifier<Site>)
        case figures(FigureLine.Subject)
    }

    public let id: Identifier<ReportRow>
    public let subject: Subject
    /// One for each column.
    public let cells: [ReportCell]
    /// What it is called in full.
    public let name: String
    /// Whether something about it is late.
    public let isLate: Bool
    /// What of a matter is late, a sentence each; only where a page of it is read for the screen.
    public internal(set) var lateness: [String] = []
}

extension FigureLine.Subject {
    /// What it is called in full: the unit with the site it belongs to elsewhere, the month, the quarter.
    public var name: String {
        switch self {
        case .unit(_, let name, _, let site): site.map { "\($0) \(name)" } ?? name
        case .month(let day): "\(day.year)年\(day.month)月"
        case .quarter(let quarter): quarter.text
        }
    }

    /// The same in fewer columns of the screen.
    public var shortName: String {
        switch self {
        case .unit(_, _, let shortName, let site): site.map { "\($0) \(shortName)" } ?? shortName
        case .month, .quarter: name
        }
    }

    /// The scope of one line of a report: what is behind its figures.
    func narrowing(_ scope: ReportScope) -> ReportScope {
        var narrowed = scope
        switch self {
        case .unit(let id, _, _, _): narrowed.reach = .unit(id)
        case .month(let first):
            let next = first.adding(days: 31)
            narrowed.span = scope.span.within(PublicationSpan(from: first, to: next.adding(days: -next.day)))
        case .quarter(let quarter):
            narrowed.span = scope.span.within(
                PublicationSpan(from: quarter.firstDay ?? .first, to: quarter.lastDay ?? .last))
        }
        return narrowed
    }
}

extension PublicationSpan {
    /// The days that both have; one of them lies in the other at least in part.
    func within(_ other: PublicationSpan) -> PublicationSpan {
        PublicationSpan(from: max(from, other.from), to: min(to, other.to))
    }

    /// As it stands over a report: by which days matters are counted.
    public var announced: String {
        self == .all ? "按公告发布日期, 全部日期" : "按公告发布日期, \(days.trimmed)"
    }
}

extension ReportScope {
    /// The scope behind one line of figures.
    public func narrowed(to subject: FigureLine.Subject) -> ReportScope { subject.narrowing(self) }

    /// 全部系统, or the system's name.
    public var systemName: String { system?.title ?? "全部系统" }
}
