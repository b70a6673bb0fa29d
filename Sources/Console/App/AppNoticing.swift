// Other sessions' writes, noticed right before painting: every key acts on what the clerk saw.
import Model

extension App {
    /// Reads again what is in view if another session has written. Nothing that is typed, chosen or asked is disturbed.
    func catchUp() {
        guard desk.session != nil, !desk.isSessionOver, !hasEnded, !isTooSmall, desk.office.hasChangedElsewhere() else {
            return
        }
        var news: [String] = []
        for index in screens.indices where index >= baseOfView {
            var screen = screens[index]
            if let sentence = screen.notice(desk) { news.append(sentence) }
            screens[index] = screen
        }
        fitAll()
        countWaiting()
        if let last = news.last { add(last) }
        if desk.isSessionOver { askToSignInAgain() }
    }

    /// The lowest screen that is seen: what stands over it are popups.
    var baseOfView: Int { screens.lastIndex { if case .popup = $0.placement { false } else { true } } ?? 0 }

    /// What others have done stands behind what the key itself has said, as far as there is room.
    private func add(_ news: String) {
        guard let message else { return tell(news) }
        let both = "\(message.text); \(news)"
        if message.text != news, fitsStatus(both) { self.message = (both, message.isRefusal) }
    }
}
