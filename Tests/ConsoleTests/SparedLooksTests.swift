// Fewer signs for the same looks.
import Testing

@testable import Console

@Suite struct SparedLooksTests {
    private func spared(_ text: String) -> String {
        String(decoding: SparedLooks(Array(text.utf8)[...]).bytes, as: UTF8.self)
    }

    @Test(
        "Sequences side by side become one, and what a reset undoes is not said",
        arguments: [
            ("\u{1B}[0m\u{1B}[30m\u{1B}[43m将到", "\u{1B}[0;30;43m将到"), ("\u{1B}[39;49m\u{1B}[m甲", "\u{1B}[m甲"),
            ("\u{1B}[1m\u{1B}[0m\u{1B}[0;7m甲", "\u{1B}[0;7m甲"), ("甲\u{1B}[m", "甲\u{1B}[m"),
            ("\u{1B}[1m\u{1B}(B\u{0F}\u{1B}[4m甲", "\u{1B}[1;4m甲"), ("\u{1B}[1m甲\u{1B}[4m乙", "\u{1B}[1m甲\u{1B}[4m乙"),
            ("\u{1B}[1m\u{1B}[5C\u{1B}[m", "\u{1B}[1m\u{1B}[5C\u{1B}[m"),
        ])
    func joined(_ written: String, _ sent: String) { #expect(spared(written) == sent) }

    @Test("A colour by its number keeps its figures, a zero among them")
    func colours() { #expect(spared("\u{1B}[1m\u{1B}[38;5;0m\u{1B}[48;5;0m甲") == "\u{1B}[1;38;5;0;48;5;0m甲") }

    @Test(
        "What sets no looks goes out as it was written",
        arguments: ["\u{1B}[2J\u{1B}[5;23H", "\u{1B}[?25l\u{1B}[3", "\u{1B}", "甲\u{1B}[1"])
    func others(_ written: String) { #expect(spared(written) == written) }
}
