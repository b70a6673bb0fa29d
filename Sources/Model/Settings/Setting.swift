// 设置: one thing in which offices differ, described once for the page, the act and the rules that read it.

/// A setting of a site. Every one of them stands in the table of `SettingTable.swift`.
public struct Setting: Sendable {
    /// What a value may be.
    public enum Allowed: Sendable {
        /// A whole number within limits, counted by a measure such as 天.
        case count(ClosedRange<Int>, of: String)
        /// One of these words.
        case choice([String])
        /// The absolute path of a folder on the server, or nothing.
        case folder
    }

    /// The name in the store.
    public let name: String
    /// The name on the page and in sentences.
    public let label: String
    /// One sentence: what it does.
    public let meaning: String
    public let allowed: Allowed
    /// What holds where nothing is set.
    public let standard: String
    /// Who changes it.
    public let role: Role
    /// Whether open deadlines are counted by it, so that they move when it is changed.
    let movesDeadlines: Bool

    init(
        _ name: String, _ label: String, _ allowed: Allowed, standard: String, by role: Role,
        movesDeadlines: Bool = false, meaning: String
    ) {
        self.name = name
        self.label = label
        self.meaning = meaning
        self.allowed = allowed
        self.standard = standard
        self.role = role
        self.movesDeadlines = movesDeadlines
    }

    /// Characters of a folder's path.
    static let longestPath = 200

    /// The field its value is typed in.
    public var field: Field {
        switch allowed {
        case .count(let limits, _): Field("value", label, .count(limits), help: meaning)
        case .choice(let words): Field("value", label, .choice(words.map { Field.Choice($0, $0) }), help: meaning)
        case .folder: Field("value", label, .line, limit: Self.longestPath, required: false, help: meaning)
        }
    }

    /// What may be chosen or typed, as the page says it.
    public var choices: String {
        switch allowed {
        case .count(let limits, let measure): "\(limits.lowerBound) 到 \(limits.upperBound) \(measure)"
        case .choice(let words): words.joined(separator: "、")
        case .folder: "以 / 开头的绝对路径 (最多 \(Self.longestPath) 字), 或者不写"
        }
    }

    /// A value as clerks read it, such as 7 个工作日.
    public func reading(_ value: String) -> String {
        switch allowed {
        case .count(_, let measure): "\(value) \(measure)"
        case .choice: value
        case .folder: value.isEmpty ? "没有写" : value
        }
    }

    /// What was typed as the store keeps it.
    /// - Throws: `Refusal` that names the setting, its limit and the value.
    func checked(_ typed: String) throws(Refusal) -> String {
        let value: FieldValue?
        switch FieldReader.read(field, typed, today: .first) {
        case .success(let read): value = read
        case .failure(let error): throw Refusal(error.sentence, fields: [error])
        }
        let text = value?.typed ?? ""
        if case .folder = allowed, let fault = Self.fault(ofFolder: text) {
            let sentence = "\(label)\(fault)"
            throw Refusal(sentence, fields: [FieldError("value", sentence)])
        }
        return text
    }

    private static func fault(ofFolder path: String) -> String? {
        guard !path.isEmpty else { return nil }
        guard path.hasPrefix("/") else { return "要写绝对路径, 以 / 开头, 填的是 \(path)" }
        return path.split(separator: "/").contains { $0 == "." || $0 == ".." } ? "中不能有 . 或 .. , 填的是 \(path)" : nil
    }
}
