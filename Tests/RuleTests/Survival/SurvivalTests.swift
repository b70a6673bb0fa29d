// What is told to be done is done, whatever happens to those who do it: the sizes that stay fast; script/soak plays the full ones.
import ActOrders
import CountyFixture
import Foundation
import Model
import Testing

/// How much is played.
private struct Extent {
    let kills: Int
    /// On how many hearings they work; enough that none gathers more versions than any hearing has.
    let shared: Int
    /// How many work at a time while one of them is killed, and how many acts it does at the most before.
    let workers: Int
    let actsBeforeKill: Int
    let processes: Int
    let acts: Int

    static let isFull = ProcessInfo.processInfo.environment["YANGGUANG_SURVIVAL"] == "full"
    static let wanted =
        isFull
        ? Extent(kills: 500, shared: 200, workers: 4, actsBeforeKill: 8, processes: 30, acts: 200)
        : Extent(kills: 10, shared: 4, workers: 2, actsBeforeKill: 2, processes: 4, acts: 6)
}

@Suite("Survival")
struct SurvivalTests {
    @Test(
        "kill -9 at random moments: every act that was told to be done is there, none is half there, the store is whole"
    )
    func killed() throws {
        let crew = try Crew(sharing: Extent.wanted.shared)
        // On a machine that is busy with other things the long run stops by itself.
        let end = ContinuousClock.now + .seconds(600)
        var kills = 0
        var numbers = SeededNumbers(seed: 9)
        var ledger = Ledger()
        var crowd = try (0..<Extent.wanted.workers).map { _ in try crew.process() }
        for (index, process) in crowd.enumerated() {
            try crew.begin(process, "甲\(index)", seed: UInt64(index), acts: 1_000_000)
        }
        while kills < Extent.wanted.kills, ContinuousClock.now < end {
            kills += 1
            let index = Int.random(in: 0..<crowd.count, using: &numbers)
            // Some acts later, and then anywhere within one.
            for _ in 0..<Int.random(in: 1...Extent.wanted.actsBeforeKill, using: &numbers) {
                ledger.enter(try crowd[index].answer())
            }
            if let answer = try crowd[index].answer(within: Int32.random(in: 0...6, using: &numbers)) {
                ledger.enter(answer)
            }
            ledger.enter(crowd[index].killed())
            for other in crowd.indices where other != index {
                while let answer = try crowd[other].answer(within: 0) { ledger.enter(answer) }
            }
            let next = try crew.process()
            try crew.begin(next, "乙\(kills)", seed: UInt64(kills), acts: 1_000_000)
            crowd[index] = next
        }
        for process in crowd { ledger.enter(process.killed()) }
        #expect(try ledger.faults(in: crew.county.path, unsaid: kills + crowd.count) == [])
        #expect(ledger.troubles == [])
        #expect(crew.county.office.check() == [])
        report("\(kills) kills, \(ledger.strokes.count) acts told to be done, all there")
    }

    @Test(
        "many processes on the same matters: each document once, no update lost, nobody told that the store is locked")
    func crowd() throws {
        let crew = try Crew(sharing: 5)
        let begun = ContinuousClock.now
        let crowd = try (0..<Extent.wanted.processes).map { _ in try crew.process() }
        for (index, process) in crowd.enumerated() {
            try crew.begin(process, "丙\(index)", seed: UInt64(100 + index), acts: Extent.wanted.acts)
        }
        var ledger = Ledger()
        for process in crowd {
            while case let answer = try process.answer(), answer != .ready { ledger.enter(answer) }
        }
        #expect(ledger.strokes.count + ledger.refusals.count == Extent.wanted.processes * Extent.wanted.acts)
        #expect(try ledger.faults(in: crew.county.path, unsaid: 0) == [])
        #expect(ledger.troubles == [])
        #expect(crew.county.office.check() == [])
        let stale = ledger.refusals.filter { $0.reason == "stale" }.count
        report(
            """
            \(Extent.wanted.processes) processes x \(Extent.wanted.acts) acts in \(ContinuousClock.now - begun): \
            \(ledger.strokes.count) done, \(stale) stale, \(ledger.refusals.count - stale) against a rule
            """)
    }

    @Test(
        "a write that fails anywhere in an act: a sentence, nothing half there, and the same process goes on once it may"
    )
    func failingWrites() throws {
        let crew = try Crew(sharing: 4)
        let process = try crew.process()
        var ledger = Ledger()
        try crew.begin(process, "丁", seed: 1, acts: 4)
        while case let answer = try process.answer(), answer != .ready { ledger.enter(answer) }
        let page: UInt64 = 4096
        var failures = 0
        for act in 0..<(Extent.isFull ? 40 : 2) {
            // The log ends somewhere; from a page before, every further page fails once, until the act fits.
            let log = try FileManager.default.attributesOfItem(atPath: crew.county.path + "-wal")[.size] as? UInt64 ?? 0
            for pages in UInt64(0)... {
                guard try process.ask(.limit(bytes: log / page * page + pages * page)) == .ready else {
                    throw Trouble("no limit")
                }
                try crew.labour(process, "丁\(act)试\(pages)", seed: UInt64(act), acts: 1)
                let answer = try process.answer()
                #expect(try process.answer() == .ready)
                guard case .refused("store", let sentence) = answer else {
                    ledger.enter(answer)
                    break
                }
                #expect(sentence.contains("磁盘") && sentence.contains("没有保存"), "\(sentence)")
                failures += 1
                guard pages < 400 else { throw Trouble("the act never fits") }
            }
            #expect(try process.ask(.limit(bytes: nil)) == .ready)
        }
        #expect(failures > 3)
        #expect(try ledger.faults(in: crew.county.path, unsaid: 0) == [])
        #expect(crew.county.office.check() == [])
        report("\(failures) failed writes, none with half an act")
    }

    /// The long run's last figures.
    private func report(_ line: String) {
        if Extent.isFull { print("survival: \(line)") }
    }
}
