// A clock that stands still until a test moves it.
import Model
import Synchronization

/// The present moment as a test sets it.
public final class MovableClock: Sendable {
    private let moment: Mutex<Moment>

    public init(_ moment: Moment) { self.moment = Mutex(moment) }

    public var now: Moment {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }

    public var clock: Clock { Clock { self.now } }
}
