// Documents for the demo store, written by a real word processor.
import Foundation

/// A Word document that a demo matter has attached.
///
/// Kept as text, since the compiler takes seconds over an array of as many bytes, again in every build.
public enum DemoDocument: CaseIterable, Sendable {
    case hearingPlan
    case representatives
    case hearingReport

    /// The name it is attached under.
    public var name: String {
        switch self {
        case .hearingPlan: "听证方案.doc"
        case .representatives: "听证代表名单.doc"
        case .hearingReport: "听证报告.doc"
        }
    }

    /// The whole file.
    public var bytes: [UInt8] {
        packed.split(separator: "\n").flatMap { line -> [UInt8] in
            let run = line.split(separator: "*")
            guard run.count == 2, let value = UInt8(run[0], radix: 16), let count = Int(run[1]) else {
                return Data(base64Encoded: String(line)).map(Array.init) ?? []
            }
            return [UInt8](repeating: value, count: count)
        }
    }

    private var packed: String {
        switch self {
        case .hearingPlan: Self.hearingPlanText
        case .representatives: Self.representativesText
        case .hearingReport: Self.hearingReportText
        }
    }
}
