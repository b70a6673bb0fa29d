// A real console whose program is killed, and one whose disk fills up: what becomes of the typing.
import CountyFixture
import Foundation
import GRDB
import Glibc
import Model
import Pty
import Testing

@testable import Console

@Suite("Hard times", .waiting)
struct HardTimesTests {
    private static let isFull = ProcessInfo.processInfo.environment["YANGGUANG_SURVIVAL"] == "full"

    private func draft(_ path: String) throws -> String? {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: path, configuration: configuration).read {
            try String.fetchOne($0, sql: "SELECT entries ->> 'title' FROM draft")
        }
    }

    /// A console with the form of an announcement open and the cursor in its title.
    private func form(_ county: County, store path: String) throws -> PtySession {
        let session = try PtySession(
            Yangguang.path, ["console", "--database", path],
            environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": county.folder], keeping: county)
        session.signIn("fabu")
        session.settle()
        session.send("\u{1B}OQ")
        #expect(session.shows("*标题"))
        return session
    }

    @Test(
        "kill -9 while somebody types: at most the last two seconds are gone", arguments: isFull ? Array(1...10) : [1])
    func killed(run: Int) throws {
        let county = try County()
        let session = try form(county, store: county.path)
        var typed: [(at: ContinuousClock.Instant, sign: Character)] = []
        let begun = ContinuousClock.now
        // Typing never pauses, so that nothing but the two seconds brings it to the store.
        let length = Duration.milliseconds(2300 + 170 * run)
        while ContinuousClock.now - begun < length {
            let sign = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(typed.count % 26)))
            session.send(String(sign))
            typed.append((ContinuousClock.now, sign))
            session.settle(silence: 60)
        }
        let end = ContinuousClock.now
        session.signal(SIGKILL)
        #expect(session.waitForEnd() == .signal(SIGKILL))
        let kept = try draft(county.path) ?? ""
        // A tenth of a second is the store's and the line's.
        let owed = typed.filter { end - $0.at > .milliseconds(2100) }.map(\.sign)
        #expect(!owed.isEmpty)
        #expect(kept.hasPrefix(String(owed)), "\(kept) does not begin with \(String(owed))")
        #expect(county.office.check() == [])
    }

    /// A small disk in memory; nil where this user may not mount one.
    private final class SmallDisk {
        let path: String

        init?(in folder: String) {
            path = folder + "/disk"
            guard mkdir(path, 0o700) == 0, Self.run("mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", path)
            else { return nil }
        }

        deinit { _ = Self.run("umount", "-l", path) }

        static func run(_ words: String...) -> Bool {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = words
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }

        /// Writes until nothing more fits.
        func fill() {
            let file = open(path + "/full", O_WRONLY | O_CREAT, 0o600)
            defer { close(file) }
            for size in [65_536, 4096, 1] {
                let bytes = [UInt8](repeating: 1, count: size)
                while write(file, bytes, size) > 0 {}
            }
        }

        func clear() { unlink(path + "/full") }
    }

    @Test("a full disk: the clerk is told, the typing stays on the screen, and is kept as soon as there is room")
    func fullDisk() throws {
        let county = try County()
        // Where nothing may be mounted, FullDiskTests and SurvivalTests still refuse the store its room.
        guard let disk = SmallDisk(in: county.folder) else { return }
        let path = disk.path + "/county.db"
        try FileManager.default.copyItem(atPath: county.path, toPath: path)
        let session = try form(county, store: path)
        disk.fill()
        session.send("供水价格")
        #expect(session.shows("草稿没有存上: 服务器磁盘已满", milliseconds: 15_000), "\(session.screen.text)")
        #expect(session.screen.text.contains("供水价格"))
        #expect(try draft(path) == nil)
        disk.clear()
        session.send("调整")
        let deadline = ContinuousClock.now + .seconds(8)
        while try draft(path) == nil, ContinuousClock.now < deadline { session.settle(silence: 50) }
        #expect(try draft(path) == "供水价格调整")
    }

    @Test("a disk that is taken away: the clerk is told, and nothing is said to be saved")
    func vanished() throws {
        let county = try County()
        guard let disk = SmallDisk(in: county.folder) else { return }
        let path = disk.path + "/county.db"
        try FileManager.default.copyItem(atPath: county.path, toPath: path)
        let session = try form(county, store: path)
        #expect(SmallDisk.run("umount", "-l", disk.path))
        session.send("供水价格")
        #expect(session.shows("草稿没有存上: 数据库", milliseconds: 15_000), "\(session.screen.text)")
        #expect(session.screen.text.contains("供水价格"))
    }
}
