// The progress of a command that watches over its own work.
import Model

/// A progress bar that a closure can draw on.
final class ShownProgress {
    var bar = ProgressBar()

    func show(_ progress: WorkProgress) { bar.show(progress.stage, done: progress.done, total: progress.total) }
}
