// Two processes of clerks at one store, on which cases are played.
import ActOrders
import CountyFixture
import Foundation
import GRDB
import Model

final class Stage {
    static let beginning = "2026-03-02T09:00:00"
    static let clerks = ["fabu", "wumin", "shenhe", "jiaoyu", "jianguan"]
    /// A supervisor who reviews, and so makes their unit one that reviews the whole site.
    static let supervisingReviewer = "jianguan"

    /// Everybody is signed in here once; each case is played on a copy, in which their sessions hold as well.
    private let county: County
    let desks: [ActingProcess]
    /// Those whose figures are looked at: a publisher of each unit, a reviewer, and the supervisor of all.
    let sessions: [String: Session]
    private var cases = 0

    init() throws {
        county = try County(now: Self.beginning)
        try DatabaseQueue(path: county.path).write {
            try $0.execute(
                sql: """
                    INSERT INTO clerk_role (clerk_id, role, granted_at) SELECT id, 'reviewer', '' FROM clerk WHERE name = ?
                    """, arguments: [Self.supervisingReviewer])
        }
        desks = try [ActingProcess(), ActingProcess()]
        for desk in desks {
            let answer = try desk.ask(
                .signIn(store: county.path, at: Self.beginning, clerks: Self.clerks))
            guard answer == .ready else { throw Trouble("no desk: \(answer)") }
        }
        let names = ["fabu", "shenhe", "jiaoyu", "jianguan"]
        sessions = try Dictionary(uniqueKeysWithValues: names.map { [county] in ($0, try county.signIn($0)) })
    }

    /// A fresh store, open in both processes and here.
    func open(_ modes: Modes) throws -> (office: Office, clock: MovableClock, path: String) {
        cases += 1
        let path = "\(county.folder)/case-\(cases).db"
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: county.path + suffix) {
            try FileManager.default.copyItem(atPath: county.path + suffix, toPath: path + suffix)
        }
        try DatabaseQueue(path: path).write { db in
            for course in Course.played {
                let mode = modes.set[course.system.rawValue].flatMap(ReviewMode.init(rawValue:)) ?? .none
                try db.execute(
                    sql: "INSERT INTO setting (site_id, name, value, changed_at) VALUES (1, ?, ?, '')",
                    arguments: ["review.\(course.system.rawValue)", mode.title])
            }
        }
        for desk in desks {
            let answer = try desk.ask(.open(store: path))
            guard answer == .ready else { throw Trouble("no store: \(answer)") }
        }
        let clock = MovableClock(county.now)
        return (try Office(opening: path, clock: clock.clock), clock, path)
    }
}

/// What went wrong in a case.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
