// The file a work calendar comes in, `date,off|working,name,source`: the one built in and those imported.

/// Reads calendar lines; every bad line is named, none stops the reading.
public enum CalendarFile {
    /// What a file held; with faults it should be refused as a whole.
    public struct Reading: Equatable, Sendable {
        /// In the order of the file.
        public let exceptions: [DayException]
        public let faults: [Fault]
    }

    /// What is wrong in one line, counted from 1.
    public struct Fault: Error, Hashable, Sendable {
        public let line: Int
        public let reason: String

        /// `第 3 行: 缺少名称`.
        public var sentence: String { "第 \(line) 行: \(reason)" }
    }

    /// The most characters of a name and of a source.
    static let longestName = 40
    static let longestSource = 200

    /// Reads UTF-8 with or without byte order mark, LF or CRLF, with or without the heading `date,kind,name,source`;
    /// empty lines are passed over. The bytes are read in place: the built-in file stands on the way to the first screen.
    public static func read(_ bytes: [UInt8]) -> Reading {
        var lines = CalendarLines(bytes)
        var exceptions: [DayException] = []
        var numbers: [Int] = []
        var faults: [Fault] = []
        while let line = lines.next() {
            do throws(Fault) {
                exceptions.append(try lines.exception(in: line))
                numbers.append(line.number)
            } catch {
                faults.append(error)
            }
        }
        faults += repetitions(zip(exceptions, numbers).map { (day: $0.day, line: $1) })
        return Reading(exceptions: exceptions, faults: faults.sorted { $0.line < $1.line })
    }

    /// A fault for every line that gives a day an earlier line gave already.
    private static func repetitions(_ days: [(day: Day, line: Int)]) -> [Fault] {
        let ordered = days.sorted { ($0.day, $0.line) < ($1.day, $1.line) }
        return zip(ordered, ordered.dropFirst()).compactMap { earlier, later in
            guard earlier.day == later.day else { return nil }
            return Fault(line: later.line, reason: "日期 \(later.day) 与第 \(earlier.line) 行重复")
        }
    }
}
