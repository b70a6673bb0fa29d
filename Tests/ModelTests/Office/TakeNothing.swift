// An act that changes nothing, for tests of the door itself.
@testable import Model

struct TakeNothing: Act {
    static let name = "takeNothing"
    static let title = "不办什么"
    static let roles = Set(Role.allCases)

    func perform(in office: Transaction) throws -> Performed<Void> {
        Performed((), Journal.Entry(sentence: "什么也没有办"))
    }
}
