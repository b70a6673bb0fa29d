// One letter has one meaning, whichever list it is pressed in.
import Foundation
import Testing

@testable import Console

@Suite struct KeyLetterTests {
    @Test("A letter begins the same act on every screen that has it")
    func oneMeaning() throws {
        var meanings: [Character: Set<String>] = [:]
        for table in try KeyManual.tables() {
            for row in table.rows {
                for case .character(let letter) in row.keys where letter.isLetter {
                    // 找下一件 and 找下一条, 全部 and 全部列出 are one act on different rows.
                    meanings[letter, default: []].insert(String(row.label.prefix(2)))
                }
            }
        }
        #expect(meanings.count > 10)
        for (letter, acts) in meanings { #expect(acts.count == 1, "\(letter): \(acts.sorted())") }
    }
}
