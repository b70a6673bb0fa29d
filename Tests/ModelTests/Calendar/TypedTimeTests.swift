// Times of day as clerks type them.

import Testing

@testable import Model

@Suite("Typed times")
struct TypedTimeTests {
    @Test(
        "a time is understood in every usual form",
        arguments: [
            ("9:00", "09:00"), ("09:30", "09:30"), ("9点30分", "09:30"), ("14：30", "14:30"), ("0900", "09:00"),
            ("900", "09:00"), ("９：００", "09:00"), ("9点", "09:00"), ("9时5分", "09:05"), ("9点半", "09:30"),
            ("14点整", "14:00"), (" 9 : 00 ", "09:00"), ("00:00", "00:00"), ("23:59", "23:59"), ("9点30", "09:30"),
        ])
    func forms(_ typed: String, _ text: String) {
        #expect(TimeOfDay(typed)?.text == text)
    }

    @Test(
        "what is no time is refused with what was typed",
        arguments: ["", "9", "9:5", "abc", "9:", ":30", "九点", "9点三十", "09:00:00", "-9:00", "+9:00", "12345", "9点半分"])
    func refused(_ typed: String) {
        #expect(TimeOfDay(typed) == nil)
        #expect(
            refusal(typed)?.sentence == "看不懂时间 \"\(typed)\", 请写成 9:00 或 9点30分")
    }

    @Test("an hour or minute that does not exist is named with the limit")
    func outside() {
        #expect(refusal("24:00")?.sentence == "没有 24 点 0 分, 小时为 0 至 23, 分钟为 0 至 59")
        #expect(refusal("9:60") == .outside(hour: 9, minute: 60))
        #expect(refusal("9961") == .outside(hour: 99, minute: 61))
    }

    @Test("times compare as clocks do")
    func order() throws {
        let times = try ["14:30", "09:00", "09:01"].map { try #require(TimeOfDay($0)) }
        #expect(times.sorted().map(\.text) == ["09:00", "09:01", "14:30"])
        #expect(TimeOfDay(hour: 24, minute: 0) == nil)
        #expect(TimeOfDay(hour: 0, minute: -1) == nil)
    }

    private func refusal(_ typed: String) -> TypedTime.Refusal? {
        guard case .failure(let refusal) = TypedTime.read(typed) else { return nil }
        return refusal
    }
}
