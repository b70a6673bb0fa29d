// A clock that is set back.
import CountyFixture
import Testing

@testable import Model

@Suite("Clock set back")
struct ClockSetBackTests {
    private let county: County
    private let time: MovableClock
    private let office: Office

    /// An office whose clock goes by itself, as the server's does, until a test sets it.
    init() throws {
        let (county, time) = (try County(), MovableClock(try #require(Moment("2026-11-20T10:00"))))
        (self.county, self.time) = (county, time)
        office = try Office(opening: county.path, clock: Clock(isRunning: true) { time.now })
    }

    private var noted: [String] {
        get throws { try county.rawValues("SELECT clerk || ': ' || sentence FROM journal WHERE act = 'clockSetBack'") }
    }

    @Test("the first act after it says so and is preceded by a row of 系统; the next ones go on in silence")
    func noticed() throws {
        let fabu = try county.signIn("fabu", to: office)
        #expect(office.takeNews() == nil)
        time.now = try #require(Moment("2026-11-20T08:30"))
        _ = try office.perform(TakeNothing(), in: fabu)
        #expect(try noted == ["系统: 服务器的时间倒退了: 现在是 2026-11-20 08:30, 上一条日志是 2026-11-20 10:00 记的"])
        #expect(office.takeNews()?.hasSuffix("请告诉管理服务器的人") == true)
        #expect(office.takeNews() == nil)
        time.now = time.now.adding(seconds: 1)
        _ = try office.perform(TakeNothing(), in: fabu)
        #expect(try noted.count == 1 && office.takeNews() == nil)
        #expect(office.check().isEmpty)
    }

    @Test("a sign-in notices it too; some seconds between processes are nothing")
    func signIn() throws {
        let fabu = try county.signIn("fabu", to: office)
        time.now = time.now.adding(seconds: -5)
        _ = try office.perform(TakeNothing(), in: fabu)
        #expect(try noted.isEmpty)
        time.now = time.now.adding(seconds: -3600)
        _ = try county.signIn("wumin", to: office)
        #expect(try noted.count == 1 && office.takeNews() != nil)
    }
}
