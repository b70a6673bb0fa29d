// 督办 of the demo.
import CountyFixture
import Model
import Testing

@Suite struct DemoSupervisionTests {
    @Test("the demo has a note in every state, and both sides find theirs in 待办")
    func states() throws {
        let demo = try DemoCounty.copy()
        let office = try demo.office()
        let jianguan = try demo.signIn("jianguan", to: office)
        let notes = try office.supervisionNotes(SupervisionNoteFilter(), in: jianguan)
        #expect(Set(notes.map(\.word)) == ["待答复", "超期未复", "已答复", "晚答复", "已撤回"])
        #expect(notes.contains { $0.answer?.accepted != nil } && notes.contains { $0.matter != nil })
        #expect(
            try office.waiting(in: jianguan).todos[.answers]
                == notes.count { $0.answer?.accepted == nil && $0.answer != nil })
        let fabu = try demo.signIn("fabu", to: office)
        #expect(try office.waiting(in: fabu).todos[.notes] == 1)
    }
}
