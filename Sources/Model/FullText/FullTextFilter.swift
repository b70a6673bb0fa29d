// What the full-text query is narrowed to, and how that reads.

/// What a full-text query is narrowed to; nil means everything.
public struct FullTextFilter: Hashable, Sendable {
    /// Whose texts.
    public enum Reach: CaseIterable, Hashable, Sendable {
        /// Whatever the clerk may read.
        case all
        /// The own site and those below it.
        case site
        /// The own unit.
        case unit

        public var name: String {
            switch self {
            case .all: "全部"
            case .site: "本站点和下级站点"
            case .unit: "本单位"
            }
        }
    }

    public var system: System?
    public var kind: FullTextKind?
    public var reach: Reach
    /// The days of publication, receipt or reply, both included.
    public var from: Day?
    public var until: Day?

    public init(
        system: System? = nil, kind: FullTextKind? = nil, reach: Reach = .all, from: Day? = nil, until: Day? = nil
    ) {
        self.system = system
        self.kind = kind
        self.reach = reach
        self.from = from
        self.until = until
    }

    public var isNarrowed: Bool { self != FullTextFilter() }

    /// The days in words; nil for any.
    public var days: String? {
        switch (from, until) {
        case (nil, nil): nil
        case (let from?, nil): "\(from) 起"
        case (nil, let until?): "到 \(until)"
        case (let from?, let until?): "\(from) 至 \(until)"
        }
    }

    /// The filter in words, as it stands above the hits.
    public var sentence: String {
        let parts = [system?.title, kind?.name, reach == .all ? nil : reach.name, days].compactMap { $0 }
        return parts.isEmpty ? "公告、通知、报告、临时通知、建议和答复" : parts.joined(separator: ", ")
    }
}
