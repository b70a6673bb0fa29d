// Measures the console beside its peers, in one run: script/bench.
import Glibc
import Pty

/// Bench import PROGRAM STORE FOLDER: the import alone, into a demo store.
/// Bench province STORE COUNTIES: makes a demo store one of so many counties, each with all of its matters.
/// Bench search STORE: the full-text query alone, in such a store.
/// Bench verify STORE: how fast the journal of a store is verified.
/// Bench reports PROGRAM STORE: reports alone, in a demo store of any size.
/// Bench acts PROGRAM STORE FOLDER: acts by one and by many processes beside sqlite3, and many idle sessions beside mc and tig.
/// Bench PROGRAM STORE FOLDER SECONDS: the built console, a demo store, an empty folder to be home, and how long to idle. Comments are
/// imported into a store beside it, named STORE.import.
@main
enum Bench {
    static let starts = 25
    static let signIns = 15
    static let moves = 36

    static func main() throws {
        let words = CommandLine.arguments
        if words.count == 4, words[1] == "province", let counties = Int(words[3]) {
            return try Province.make(of: words[2], counties: counties)
        }
        if words.count == 5, words[1] == "import" {
            let contest = Contest(console: words[2], store: words[3], folder: words[4])
            return try ImportFigures(of: contest, store: words[3]).print()
        }
        if words.count == 3, words[1] == "search" { return try SearchFigures(of: words[2]).print() }
        if words.count == 4, words[1] == "reports" {
            return try ReportFigures(of: words[3], program: words[2]).print()
        }
        if words.count == 5, words[1] == "acting", let seconds = Int(words[3]), let number = Int(words[4]) {
            return try ActFigures.act(in: words[2], seconds: seconds, number: number)
        }
        if words.count == 5, words[1] == "acts" {
            try ActFigures(of: words[3], program: words[0]).print()
            return try SessionFigures(of: Contest(console: words[2], store: words[3], folder: words[4])).print()
        }
        if words.count == 3, words[1] == "verify" { return try VerifyFigures(of: words[2]).print() }
        guard words.count == 5, let seconds = UInt32(words[4]) else {
            print(
                "usage: Bench PROGRAM STORE FOLDER SECONDS, Bench acts PROGRAM STORE FOLDER, Bench import PROGRAM STORE FOLDER, "
                    + "Bench province STORE COUNTIES, Bench search STORE, Bench verify STORE or Bench reports PROGRAM STORE"
            )
            exit(64)
        }
        let contest = Contest(console: words[1], store: words[2], folder: words[3])
        try StartFigures(of: contest).print()
        try SignInFigures(of: contest).print()
        try KeyFigures(.down, of: contest).print()
        try KeyFigures(.page, of: contest).print()
        try ResizeFigures(of: contest).print()
        try ImportFigures(of: contest, store: words[2] + ".import").print()
        try IdleFigures(of: contest, seconds: seconds).print()
        // Last, for it leaves a draft behind.
        try PasteFigures(of: contest).print()
    }
}
