// Clerks of a county in a process of their own: does what it is told on standard input, and answers line by line.
import ActOrders
import Foundation

@main
enum ActingClerk {
    static func main() {
        let desk = ActingDesk()
        do {
            while let line = readLine() {
                let answer = try Line.write(try desk.answer(Line.read(line)))
                try FileHandle.standardOutput.write(contentsOf: Data((answer + "\n").utf8))
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(64)
        }
    }
}
