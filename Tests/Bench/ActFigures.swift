// Acts per second with one and with many writing processes, and one publication, beside sqlite3 writing the same rows.
import Glibc
import Model

struct ActFigures {
    private static let publications = 60
    private static let letters = 600
    private static let seconds = 5
    private static let crowds = [1, 5, 20]

    private let program: String
    private let store: String

    /// - Parameters:
    ///   - program: this one, which is also each of the writing processes.
    ///   - store: a demo store that nobody has open; it is only copied.
    init(of store: String, program: String) {
        self.store = store
        self.program = program
    }

    func print() throws {
        defer { _ = system("rm -rf /dev/shm/yangguang-bench-\(getpid())") }
        try printPublication()
        try printCrowds()
    }

    // MARK: - One publication

    /// The same publications on copies: timed as they are, timed where their public packages need no disk, recorded, and the rows
    /// written again by sqlite3.
    private func printPublication() throws {
        let whole = try Self.times(in: copy("timed"))
        let rows = try Self.times(in: copyWithPackagesInMemory())
        let scripts = try Self.publish(in: copy("recorded")) { try $0.written(by: $1) }
        let raw = try RawWriting(scripts, processes: 1).run(in: copy("raw"))
        let each = raw.milliseconds / Double(Self.publications)
        var table = Table(
            "a publication, \(Self.publications) runs", "median ms", "mean ms", "statements", "beside raw", "goal")
        for (name, times, goal) in [("its rows", rows, "<= 1.50"), ("and its public package on the disk", whole, "")] {
            let mean = times.reduce(0, +) / Double(times.count)
            table.add(name, times.median.text(2), mean.text(2), "", (mean / each).text(2), goal)
        }
        table.add("sqlite3, the same rows", "", each.text(2), String(scripts[scripts.count / 2].count - 2))
        table.print()
    }

    private static func times(in store: String) throws -> [Double] {
        Array(
            try publish(in: store) { _, act in
                let begun = ContinuousClock.now
                try act()
                return (ContinuousClock.now - begun).milliseconds
            }.dropFirst())
    }

    private func copyWithPackagesInMemory() throws -> String {
        let store = try copy("rows")
        let folder = "/dev/shm/yangguang-bench-\(getpid())"
        let sql = "INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, 'publicFolder', '\(folder)', '')"
        guard system("sqlite3 '\(store)' \"\(sql)\"") == 0 else { throw Refusal("cannot set the folder") }
        return store
    }

    /// - Returns: what came of the sign-in, and of each publication.
    private static func publish<Value>(
        in store: String, _ doing: (Office, () throws -> Void) throws -> Value
    ) throws -> [Value] {
        let office = try Office(opening: store)
        var session: Session?
        let begun = try doing(office) {
            session = try office.signIn(Contest.clerk, password: Contest.password, from: "bench")
        }
        guard let session else { return [begun] }
        let today = office.clock.now().day
        return try [begun]
            + (0..<publications).map { number in
                try doing(office) {
                    _ = try office.perform(
                        PublishTemporaryNotice(
                            in: .hearing,
                            entries: Entries([
                                "title": "关于第\(number)次停水检修的通知", "body": "因管网检修, \(today) 起停水一天, 请居民提前储水, 由此带来的不便敬请谅解。",
                                "signed_unit": "发展和改革局", "secrecy_checked": "1",
                            ])), in: session)
                }
            }
    }

    // MARK: - Many processes

    private func printCrowds() throws {
        var table = Table("letters registered a second", "yangguang", "sqlite3", "ratio", "longest ms")
        let scripts = try record()
        for crowd in Self.crowds {
            let ours = try write(crowd)
            let raw = try RawWriting(scripts, processes: crowd).run(in: copy("raw-\(crowd)"))
            let theirs = Double(Self.letters) / (raw.milliseconds / 1000)
            let mine = Double(ours.count) / Double(Self.seconds)
            table.add(
                "\(crowd) processes", mine.text(0), theirs.text(0), (theirs / mine).text(2), ours.longest.text(0))
        }
        table.print()
    }

    private func record() throws -> [[String]] {
        let office = try Office(opening: copy("letters"))
        var letters: Letters?
        let begun = try office.written { letters = try Letters(office) }
        return try [begun] + (0..<Self.letters).map { number in try office.written { try letters?.register(number) } }
    }

    /// - Returns: how many letters the processes registered in the time, and the longest any of them took, in milliseconds.
    private func write(_ processes: Int) throws -> (count: Int, longest: Double) {
        let store = try copy("crowd-\(processes)")
        var outputs: [UnsafeMutablePointer<FILE>] = []
        for number in 0..<processes {
            guard let output = popen("'\(program)' acting '\(store)' \(Self.seconds) \(number)", "r") else {
                throw Refusal("cannot run \(program)")
            }
            outputs.append(output)
        }
        var count = 0
        var longest = 0.0
        for output in outputs {
            var line = [CChar](repeating: 0, count: 200)
            fgets(&line, 200, output)
            pclose(output)
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
                separator: " ")
            guard words.count == 2, let done = Int(words[0]), let worst = Int(words[1].filter(\.isNumber)) else {
                throw Refusal("a writing process has failed")
            }
            count += done
            longest = max(longest, Double(worst))
        }
        return (count, longest)
    }

    /// One of the writing processes: prints how many letters it has registered in so many seconds, and the longest it took, in milliseconds.
    static func act(in store: String, seconds: Int, number: Int) throws {
        let letters = try Letters(try Office(opening: store))
        let end = ContinuousClock.now + .seconds(seconds)
        var count = 0
        var longest = Duration.zero
        while ContinuousClock.now < end {
            let begun = ContinuousClock.now
            try letters.register(number * 1_000_000 + count)
            longest = max(longest, ContinuousClock.now - begun)
            count += 1
        }
        Swift.print("\(count) \(Int(longest.milliseconds))")
    }

    // MARK: - Copies

    /// A copy of the store as it was, in a file of its own.
    private func copy(_ name: String) throws -> String {
        let path = "\(store).\(name)"
        guard system("cp '\(store)' '\(path)' && chmod 600 '\(path)'") == 0 else {
            throw Refusal("cannot copy \(store)")
        }
        return path
    }
}

/// A clerk who registers letters.
private struct Letters {
    private let office: Office
    private let session: Session
    private let matter: Identifier<Matter>

    init(_ office: Office) throws {
        self.office = office
        session = try office.signIn(Contest.clerk, password: Contest.password, from: "bench")
        guard let first = try office.commentedMatters(.hearing, .first, limit: 1, in: session).rows.first else {
            throw Refusal("the store has no matter")
        }
        matter = first.id
    }

    func register(_ number: Int) throws {
        let entries = Entries([
            "channel": "letter", "received_day": office.clock.now().day.description,
            "body": "建议分步调整供水价格, 照顾低收入家庭, 第 \(number) 封",
        ])
        _ = try office.perform(RegisterComment(of: matter, entries: entries), in: session)
    }
}
