// What a clerk types in a field for a time of day, and what is answered when it cannot be read.

/// Reads `9:00`, `09:30`, `9点30分`, `9点`, `9时半`, `14：30` and `0900`, full-width figures too.
public enum TypedTime {
    /// Why a typed time was not taken.
    public enum Refusal: Error, Hashable, Sendable {
        case notATime(String)
        case outside(hour: Int, minute: Int)

        public var sentence: String {
            switch self {
            case .notATime(let typed): "看不懂时间 \"\(typed)\", 请写成 9:00 或 9点30分"
            case .outside(let hour, let minute):
                "没有 \(hour) 点 \(minute) 分, 小时为 0 至 23, 分钟为 0 至 59"
            }
        }
    }

    public static func read(_ typed: String) -> Result<TimeOfDay, Refusal> {
        let text = TypedText(typed)
        guard let (hour, minute) = figures(of: text.folded) else { return .failure(.notATime(text.shown)) }
        guard let time = TimeOfDay(hour: hour, minute: minute) else {
            return .failure(.outside(hour: hour, minute: minute))
        }
        return .success(time)
    }

    private static func figures(of text: String) -> (hour: Int, minute: Int)? {
        if let sign = text.firstIndex(of: ":") {
            let minutes = text[text.index(after: sign)...]
            return minutes.utf8.count == 2 ? pair(text[..<sign], minutes) : nil
        }
        if let sign = text.firstIndex(where: { $0 == "点" || $0 == "时" }) {
            return pair(text[..<sign], spoken(minutes: text[text.index(after: sign)...]))
        }
        guard (3...4).contains(text.utf8.count) else { return nil }
        return pair(text.dropLast(2), text.suffix(2))
    }

    /// The minutes after 点: none, 半, or a number with or without 分.
    private static func spoken(minutes: Substring) -> Substring {
        switch minutes {
        case "", "整": "0"
        case "半": "30"
        default: minutes.hasSuffix("分") ? minutes.dropLast() : minutes
        }
    }

    private static func pair(_ hour: Substring, _ minute: Substring) -> (hour: Int, minute: Int)? {
        guard hour.utf8.count <= 2, minute.utf8.count <= 2, let hour = hour.plainNumber, let minute = minute.plainNumber
        else { return nil }
        return (hour, minute)
    }
}
