// The rules of what is done about comments, each as the rule book has it.
import ActOrders
import Model

extension Ruling {
    mutating func attend(_ deed: Deed, at now: Moment) {
        switch deed {
        case .register(let name, let received):
            let day = Self.day(received)
            // H4: from publication on; nobody receives a letter tomorrow.
            refuse(if: day > now.day || after.papers[.announcement].map { day < $0.at.day } ?? true)
            after.letters[name] = Letter(received: day, isLate: day > after.commentsUntil)
        case .handle(let names):
            for name in names {
                change(name) { letter in
                    letter.isHandled = true
                } silent: {
                    $0.isOut || $0.answered != nil
                }
            }
        case .reply(let names, let adoption, let reason):
            // C2: what is not adopted needs its reason.
            refuse(if: adoption == "declined" && reason.isEmpty)
            for name in names {
                refuse(if: after.letters[name]?.answered != nil)
                change(name) { letter in
                    letter.isHandled = true
                    letter.answered = now.day
                } silent: {
                    $0.isOut
                }
            }
        case .hide(let name, let reason):
            refuse(if: reason.isEmpty || after.letters[name]?.isHidden == true)
            change(name) {
                $0.isHidden = true
            } silent: {
                $0.isDuplicate || $0.answered != nil
            }
        case .show(let name, let reason):
            refuse(if: reason.isEmpty || after.letters[name]?.isHidden == false)
            change(name) { $0.isHidden = false }
        case .markDuplicate(let name, let original):
            refuse(if: name == original || after.letters[original]?.isOut != false)
            refuse(if: after.letters[name]?.isDuplicate == true)
            change(name) {
                $0.isDuplicate = true
            } silent: {
                $0.isHidden || $0.answered != nil
            }
        case .unmarkDuplicate(let name):
            refuse(if: after.letters[name]?.isDuplicate == false)
            change(name) {
                $0.isDuplicate = false
            } silent: {
                $0.isHidden
            }
        default: break
        }
    }

    private mutating func change(
        _ name: Int, _ change: (inout Letter) -> Void, silent isUnsaid: (Letter) -> Bool = { _ in false }
    ) {
        guard var letter = after.letters[name] else { return refuse(if: true) }
        keepSilent(if: isUnsaid(letter))
        change(&letter)
        letter.version += 1
        after.letters[name] = letter
    }
}
