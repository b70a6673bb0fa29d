// Damaged and malicious documents: every one ends in a sentence, quickly, and none stops the console.

import CountyFixture
import Testing

@testable import Model

@Suite("A damaged attachment is refused in words")
struct HostileDocumentTests {
    private static let document: [UInt8] = {
        var file = CompoundBuilder()
        file.add("1Table", [UInt8](repeating: 3, count: 6000))
        file.add("WordDocument", CompoundBuilder.document(20_000))
        return file.bytes()
    }()

    struct Wound: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let position: Int
        let bytes: [UInt8]
    }

    /// Where the sector table and the directory of the sample stand, found as a reader finds them.
    private static func sector(_ field: Int) -> Int {
        let number = document[field..<field + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
        return (number + 1) * 512
    }

    private static let wounds = [
        Wound(testDescription: "absurd sector size", position: 30, bytes: [0xFF, 0xFF]),
        Wound(testDescription: "sectors of one byte", position: 30, bytes: [0, 0]),
        Wound(testDescription: "absurd small sector size", position: 32, bytes: [0xFF, 0xFF]),
        Wound(testDescription: "unknown version", position: 26, bytes: [9, 0]),
        Wound(testDescription: "directory outside the file", position: 48, bytes: [0xF0, 0xFF, 0xFF, 0x7F]),
        Wound(testDescription: "sector table outside the file", position: 76, bytes: [0xF0, 0xFF, 0xFF, 0x7F]),
        Wound(testDescription: "small table claimed, not there", position: 60, bytes: [1, 0, 0x10, 0, 1]),
        Wound(testDescription: "a chain in a circle", position: sector(76) + 12 * 4, bytes: [12, 0, 0, 0]),
        Wound(testDescription: "a chain into the void", position: sector(76) + 13 * 4, bytes: [0, 0, 0, 0x70]),
        Wound(
            testDescription: "a chain that ends early", position: sector(76) + 14 * 4, bytes: [0xFE, 0xFF, 0xFF, 0xFF]),
        Wound(testDescription: "a tree in a circle", position: sector(48) + 256 + 72, bytes: [1, 0, 0, 0]),
        Wound(testDescription: "a tree into the void", position: sector(48) + 256 + 68, bytes: [0xF0, 0, 0, 0]),
        Wound(testDescription: "the root below itself", position: sector(48) + 76, bytes: [0, 0, 0, 0]),
        Wound(testDescription: "a name of no length", position: sector(48) + 256 + 64, bytes: [0, 0]),
        Wound(testDescription: "a name longer than its place", position: sector(48) + 256 + 64, bytes: [0xFF, 0xFF]),
        Wound(testDescription: "a stream of 4 GB", position: sector(48) + 256 + 120, bytes: [0xFF, 0xFF, 0xFF, 0xFF]),
        Wound(testDescription: "a stream of nothing", position: sector(48) + 256 + 120, bytes: [0, 0, 0, 0]),
    ]

    @Test("a document broken in one place is called damaged", arguments: wounds)
    func broken(wound: Wound) {
        var bytes = Self.document
        bytes.replaceSubrange(wound.position..<wound.position + wound.bytes.count, with: wound.bytes)
        guard case .refused(let sentence) = WordDocument.inspect(name: "方案.doc", bytes: bytes) else {
            Issue.record("accepted: \(wound.testDescription)")
            return
        }
        #expect(sentence.contains("已损坏") && sentence.contains("\"方案.doc\""))
    }

    @Test("a document cut off anywhere in front of its sector table is called damaged")
    func cutOff() {
        for length in stride(from: 9, to: Self.document.count - 512, by: 509) {
            let verdict = WordDocument.inspect(name: "方案.doc", bytes: Array(Self.document[..<length]))
            guard case .refused(let sentence) = verdict else {
                Issue.record("accepted with \(length) bytes")
                return
            }
            #expect(sentence.contains("已损坏"))
        }
    }

    @Test("five megabytes of sectors in one circle are refused within a second")
    func largeCircle() {
        var bytes = Self.document
        bytes += [UInt8](repeating: 0, count: WordDocument.largest - bytes.count)
        let table = Self.sector(76)
        for sector in 0..<128 {
            let next = UInt8((sector + 1) % 128)
            bytes.replaceSubrange(table + sector * 4..<table + sector * 4 + 4, with: [next, 0, 0, 0])
        }
        let clock = ContinuousClock()
        var verdict = WordDocument.Inspection.accepted(warnings: [])
        let time = clock.measure { verdict = WordDocument.inspect(name: "方案.doc", bytes: bytes) }
        guard case .refused = verdict else {
            Issue.record("accepted")
            return
        }
        #expect(time < .seconds(1))
    }

    @Test(
        "thousands of damaged copies of real documents each get a verdict",
        arguments: DocumentFixture.hearing + ["password.doc", "password-docx.doc"])
    func mutated(name: String) throws {
        let original = try DocumentFixture.bytes(name)
        var random = SeededNumbers(seed: 20_261_121)
        var refused = 0
        for _ in 0..<1_000 {
            let verdict = WordDocument.inspect(name: name, bytes: Self.damaged(original, &random))
            if case .refused(let sentence) = verdict {
                refused += 1
                #expect(sentence.contains(name))
            }
        }
        #expect(refused > 100)
    }

    /// Numbers are planted where a container keeps them: in the header, the tables and the directory, or anywhere.
    private static func damaged(_ original: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
        var bytes = original
        let planted: [UInt8] = [0, 1, 2, 0x40, 0x7F, 0x80, 0xFD, 0xFE, 0xFF]
        let sectors = original.count / 512
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let home =
                Bool.random(using: &random) ? 0 : Int.random(in: sectors - min(6, sectors)..<sectors, using: &random)
            let position = home * 512 + Int.random(in: 8..<512, using: &random)
            for offset in 0..<Int.random(in: 1...4, using: &random) where position + offset < bytes.count {
                bytes[position + offset] = planted.randomElement(using: &random) ?? 0
            }
        }
        if Int.random(in: 0..<8, using: &random) == 0 {
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
        }
        return bytes
    }
}
