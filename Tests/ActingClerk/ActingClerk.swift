// Clerks of a county in a process of their own: does what it is told on standard input, and answers line by line.
import ActOrders
import Foundation

@main
enum ActingClerk {
    static func main() {
        // As the program itself: a file that may not grow is an error that is told.
        signal(SIGXFSZ, SIG_IGN)
        let desk = ActingDesk()
        do {
            while let line = readLine() {
                let message = try Line.read(line, as: Message.self)
                if case .labour(let labour) = message { try desk.carryOut(labour, telling: say) }
                try say(desk.answer(message))
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(64)
        }
    }

    private static func say(_ answer: Answer) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((Line.write(answer) + "\n").utf8))
    }
}
