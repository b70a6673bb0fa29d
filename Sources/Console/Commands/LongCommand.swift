// A command that may take long: a bar shows how far it is, and Ctrl-C has it stop and clear up.
import Model

enum LongCommand {
    /// - Parameter work: watches over itself; what it throws comes out after the bar is gone.
    static func run<Value>(_ work: (WorkWatch) throws -> Value) throws -> Value {
        let breakOff = BreakOff()
        let progress = ShownProgress()
        defer { progress.bar.finish() }
        return try work(WorkWatch(tell: progress.show, isStopped: { breakOff.isWanted }))
    }
}
