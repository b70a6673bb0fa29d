// One field of a form, described once for typing, checking, storing and printing.

/// A field of a form. `name` is its column; everything a clerk reads about it is here.
public struct Field: Sendable {
    public enum Kind: Sendable {
        /// One line of text.
        case line
        /// Text of several lines.
        case text
        /// A date, typed in any of the usual ways.
        case day
        /// A time of day.
        case time
        /// A whole number within limits.
        case count(ClosedRange<Int>)
        /// One of a closed set.
        case choice([Choice])
        /// A box that must be ticked; the sentence says to what the clerk puts their name.
        case tick(String)
    }

    /// One value of a choice: what is stored and what is read.
    public struct Choice: Hashable, Sendable {
        public let code: String
        public let label: String
        public init(_ code: String, _ label: String) {
            self.code = code
            self.label = label
        }
    }

    /// What a field holds before anything is typed.
    public enum Beginning: Sendable {
        case empty
        case text(String)
        case today
        /// The clerk's own unit.
        case unit
        /// The same field of an earlier document of the matter.
        case earlier(DocumentKind, field: String)
        /// The day of the matter's event, where it is exact.
        case eventDay
        /// The announcement's title, the last of each of its words replaced: 公告 by 通知, 第1号 by 第2号.
        case title(replacing: [(word: String, by: String)])
    }

    public let name: String
    public let label: String
    public let kind: Kind
    public let isRequired: Bool
    /// Most characters, as a reader counts them.
    public let limit: Int
    /// What F1 says in the field.
    public let help: String
    public let beginning: Beginning
    /// The choice on which the field depends: it applies only while that field holds that code.
    public let applies: (field: String, code: String)?

    public init(
        _ name: String, _ label: String, _ kind: Kind, limit: Int = 50, required isRequired: Bool = true,
        beginning: Beginning = .empty, when applies: (field: String, code: String)? = nil, help: String
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.limit = limit
        self.isRequired = isRequired
        self.beginning = beginning
        self.applies = applies
        self.help = help
    }

    /// The same field where it must be filled in.
    func required() -> Field {
        Field(name, label, kind, limit: limit, beginning: beginning, when: applies, help: help)
    }

    /// Whether it holds a unit, which may be chosen from a list.
    public var namesUnit: Bool { if case .unit = beginning { true } else { false } }

    /// A value as a clerk reads it.
    public func reading(_ value: FieldValue) -> String {
        switch (kind, value) {
        case (.choice(let choices), .choice(let code)): choices.first { $0.code == code }?.label ?? code
        case (.tick(let statement), .ticked): statement
        default: value.typed
        }
    }

    /// What was typed as a clerk reads it; what is not right is left as it was typed.
    public func reading(typed text: String, today: Day) -> String {
        if case .success(let value?) = FieldReader.read(self, text, today: today) { return reading(value) }
        return text
    }
}
