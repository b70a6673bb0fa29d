// What happens next in the demo: a heap of events by time.

/// A matter that something is still going to happen to.
final class DemoOpenMatter {
    let matter: DemoMatter
    let id: Int64
    /// The matter's comment written last that others may repeat.
    var earlierComment: Int64?

    init(_ matter: DemoMatter, id: Int64) {
        self.matter = matter
        self.id = id
    }
}

/// A public notice or bulletin that something is still going to happen to.
final class DemoOpenAffair {
    let affair: DemoAffair
    /// The matter's number, once it is open.
    var id: Int64?

    init(_ affair: DemoAffair) { self.affair = affair }
}

/// One thing that happens.
struct DemoEvent {
    enum Act {
        indirect case announce(DemoMatter)
        case publish(DocumentKind, DemoOpenMatter)
        case sendMaterials(DemoOpenMatter)
        case overdue(deadline: Int64, label: String, due: Day, matter: Int64)
        case comment(Int, of: Int, DemoOpenMatter)
        /// Something is done about a comment.
        indirect case commentAct(DemoCommentAct)
        case temporaryNotice(Int)
        case post(PostingOccasion, Posting, unitIndex: Int)
        /// The next act of a story.
        case step(DemoStep, DemoOpenMatter)
        /// The next act of a public notice or a bulletin.
        case affair(DemoStep, DemoOpenAffair)
        /// It is set what a unit owes.
        case owe(DemoOwing)
        /// It is set how a system is reviewed.
        case review(DemoReviewing)
        /// Something is done about a 督办.
        case supervise(DemoSupervision.Step, DemoOpenNote)
        case withdraw(Int64, title: String, reason: String, unitIndex: Int)
    }

    let at: Moment
    /// The order in which events of one moment were thought of.
    let order: Int
    let act: Act

    static func < (left: DemoEvent, right: DemoEvent) -> Bool {
        (left.at.milliseconds, left.order) < (right.at.milliseconds, right.order)
    }
}

/// Events in the order of time. Only what is near lies in it, so that it stays small in a store of any size.
struct DemoQueue {
    private var heap: [DemoEvent] = []
    private var made = 0

    var next: DemoEvent? { heap.first }

    mutating func add(_ act: DemoEvent.Act, at moment: Moment) {
        made += 1
        heap.append(DemoEvent(at: moment, order: made, act: act))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeNext() -> DemoEvent? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            guard least != parent else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
