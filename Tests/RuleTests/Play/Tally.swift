// How often each deed was done, and how often it was refused and why: a case that does nothing shows nothing.
import ActOrders

struct Tally: CustomStringConvertible {
    var cases = 0
    private var counts: [String: [String: Int]] = [:]

    mutating func count(_ order: Order, _ answer: Answer) {
        let outcome =
            switch answer {
            case .ready, .shown, .review: "read"
            case .done, .stroke: "done"
            case .refused(let reason, _): reason
            }
        // An approval counts like a deed of its own.
        for name in ["\(order.deed)"] + (order.approval.map { ["\($0)"] } ?? []) {
            counts[String(name.prefix { $0 != "(" }), default: [:]][outcome, default: 0] += 1
        }
    }

    /// Adds a case's.
    mutating func add(_ other: Tally) {
        cases += other.cases
        for (name, outcomes) in other.counts { counts[name, default: [:]].merge(outcomes, uniquingKeysWith: +) }
    }

    func done(_ deed: String) -> Int { counts[deed]?["done"] ?? 0 }

    var description: String {
        let lines = counts.sorted { $0.key < $1.key }.map { name, outcomes in
            let parts = outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return "  \(name): \(parts.joined(separator: ", "))"
        }
        return (["\(cases) cases played"] + lines).joined(separator: "\n")
    }
}
