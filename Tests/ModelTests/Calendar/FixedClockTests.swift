// A demo whose clock stands still.
import CountyFixture
import Model
import Testing

@Suite("A clock that stands still")
struct FixedClockTests {
    @Test("on a demo with a fixed clock a wrong password does not lock the account for good")
    func signInAfterFailure() throws {
        let demo = try DemoCounty.copy()
        let office = try demo.office()
        #expect(throws: Refusal.self) { try office.signIn("fabu", password: "wrong", from: "tty1") }
        #expect(try office.signIn("fabu", password: Demo.password, from: "tty1").clerk.name == "fabu")
    }
}
