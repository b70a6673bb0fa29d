// The house is built as the design says: what may be imported where, what may be named how.
import Foundation
import Testing

@Suite("Sources")
struct SourceTests {
    private struct Source {
        let path: String
        let text: String
        let lines: [Substring]

        /// The lines without comments, which may name anything.
        let code: String

        init(path: String, text: String) {
            self.path = path
            self.text = text
            lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        }

        var name: String { String(path.split(separator: "/").last ?? "") }
    }

    private static let sources: [Source] = {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)).map {
                Source(path: path, text: $0)
            }
        }
    }()

    /// The files outside `folders` that have a match.
    private func offenders(
        _ pattern: String, outside folders: String..., in part: KeyPath<Source, String> = \.code
    ) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        return Self.sources.filter { source in
            let text = source[keyPath: part]
            return !folders.contains { source.path.hasPrefix($0) }
                && expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
        }.map(\.path)
    }

    @Test("the sources are found")
    func found() {
        #expect(Self.sources.count > 100)
    }

    @Test("only Records knows the database")
    func database() throws {
        #expect(try offenders(#"import GRDB"#, outside: "Model/Records/") == [])
        #expect(try offenders(#"^(?!internal )import GRDB"#) == [])
        #expect(
            try offenders(
                #"\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA)\s"#,
                outside: "Model/Records/")
                == [])
    }

    @Test("comments are read of those in force; only an import looks at its own before")
    func comments() throws {
        #expect(
            try offenders(
                #"(FROM|JOIN) every_comment"#, outside: "Model/Records/CommentImport.swift", "Model/Records/Schema/")
                == [])
    }

    @Test("only Terminal knows curses, and the model knows no screen")
    func screen() throws {
        #expect(try offenders(#"import CNcurses"#, outside: "Console/Terminal/") == [])
        #expect(try offenders(#"import (Console|ArgumentParser)"#, outside: "Console/") == [])
    }

    @Test("nothing outside Procedures asks which system it is")
    func systems() throws {
        #expect(try offenders(#"switch .*\bsystem\b"#, outside: "Model/Procedures/") == [])
        #expect(try offenders(#"case \.(hearing|publicNotice|bulletin|inquiry)\b"#, outside: "Model/Procedures/") == [])
        #expect(
            try offenders(#"[!=]= \.(hearing|publicNotice|bulletin|inquiry)\b"#, outside: "Model/Procedures/") == [])
    }

    @Test("no file and no type has a name that says nothing")
    func names() throws {
        let empty = /(Util|Utils|Utilities|Helper|Helpers|Manager|Common|Core|Misc)(?:\.swift)?$/
        #expect(Self.sources.filter { $0.name.contains(empty) }.map(\.path) == [])
        #expect(
            try offenders(#"\b(class|struct|enum|protocol|actor) \w*(Util|Utils|Helper|Helpers|Manager|Common)\b"#)
                == [])
    }

    @Test("a file opens with a sentence that says what it is")
    func openings() {
        #expect(Self.sources.filter { $0.lines.first?.hasPrefix("// ") != true }.map(\.path) == [])
    }

    @Test(
        "a file of more than 250 lines has its reason: the days of twenty years, three documents, a schema that is never edited"
    )
    func lengths() {
        let long = Self.sources.filter { $0.lines.count > 251 }.map(\.name)
        #expect(long.filter { !["NationalDays.swift", "FirstSchema.swift", "DemoDocument.swift"].contains($0) } == [])
    }

    @Test("a sentence names a letter key through the key table, so that it never names another")
    func letterKeys() throws {
        #expect(try offenders(#"按 ?[a-z][^a-zA-Z]"#) == [])
    }

    @Test("nothing is forced, silenced or put off")
    func care() throws {
        #expect(try offenders(#"try!|\bas!|fatalError\(|@unchecked Sendable|nonisolated\(unsafe\)"#) == [])
        #expect(try offenders(#"TODO|FIXME|\bXXX\b"#, in: \.text) == [])
    }
}
