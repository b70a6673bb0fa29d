// Every act of every screen that each role can open, by key: nothing is done or even tried that is not theirs.
import CountyFixture
import Model
import Testing

@testable import Console

@Suite("Roles by key")
struct RolesByKeyTests {
    @Test(
        "no key of any page leads a clerk to an act of another role: a page says no before the door does",
        arguments: Demo.accounts.map(\.name))
    func everyKey(_ name: String) throws {
        let play = try ScreenPlay(start: "demo 2026-11-20T09:00", size: .floor)
        play.signIn(name)
        let clerk = try #require(play.app.desk.clerk)
        var seen: Set<String> = []
        for row in try #require(play.app.menu).rows where row.mark == nil && row.target != .signOut {
            explore(play, row.target, [], &seen)
        }
        #expect(seen.count > 2)
        let journal = try RawStore(play.office.path)
        let done = try journal.strings(
            "SELECT DISTINCT act FROM journal WHERE clerk_id = \(clerk.id.rawValue) AND is_refusal = 0")
        for act in EveryAct.all where done.contains(act.name) {
            #expect(!act.roles.isDisjoint(with: clerk.roles), "\(act.name)")
        }
        let refused = try journal.strings(
            "SELECT sentence FROM journal WHERE clerk_id = \(clerk.id.rawValue) AND is_refusal = 1 AND sentence LIKE '%要由%办理%'"
        )
        #expect(refused == [])
    }

    /// Does every act of a page once, and of the pages those open.
    private func explore(_ play: ScreenPlay, _ target: Menu.Target, _ path: [Int], _ seen: inout Set<String>) {
        walk(play, target, path)
        let page = play.top
        guard path.count < 3, seen.insert(page).inserted else { return }
        let count = play.app.screens.last?.acts(play.app.desk).count ?? 0
        for act in 0..<count {
            walk(play, target, path)
            guard play.top == page else { return }
            perform(play, act)
            if play.top != page, !seen.contains(play.top) {
                explore(play, target, path + [act], &seen)
                walk(play, target, path + [act])
            }
            // Whatever asks a question is told yes.
            for key in [Key.right, .enter, .enter] { play.press(key) }
        }
    }

    private func walk(_ play: ScreenPlay, _ target: Menu.Target, _ path: [Int]) {
        while play.app.screens.count > 1 { play.app.screens.removeLast() }
        play.app.follow(target)
        for act in path { perform(play, act) }
    }

    private func perform(_ play: ScreenPlay, _ act: Int) {
        play.app.run { $0.perform(act: act, play.app.desk) }
    }
}
