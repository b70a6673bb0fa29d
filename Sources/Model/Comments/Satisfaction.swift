// 满意度: what the citizen says of the answer.

/// How satisfied the citizen is, and when and how that was learned.
public struct Satisfaction: Hashable, Sendable {
    public enum Degree: String, CaseIterable, Hashable, Sendable {
        case satisfied, mostly, dissatisfied

        public var name: String {
            switch self {
            case .satisfied: "满意"
            case .mostly: "基本满意"
            case .dissatisfied: "不满意"
            }
        }
    }

    public let degree: Degree
    public let day: Day?
    public let channel: Channel?

    public init(_ degree: Degree, day: Day?, channel: Channel?) {
        self.degree = degree
        self.day = day
        self.channel = channel
    }
}
