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
                change(name, silent: \.isSettled) { $0.isHandled = true }
            }
        case .reply(let names, let adoption, let reason):
            // C2: what is not adopted needs its reason.
            refuse(if: adoption == "declined" && reason.isEmpty)
            for name in names {
                refuse(if: after.letters[name]?.answered != nil)
                change(name, silent: \.isOut) { letter in
                    letter.isHandled = true
                    letter.answered = now.day
                }
            }
        case .hide(let name, let reason):
            // H5: hidden, it would leave its duplicates without an answer.
            refuse(if: reason.isEmpty || after.letters[name]?.isHidden == true || after.isOriginal(name))
            change(name, silent: \.isSettled) { $0.isHidden = true }
        case .show(let name, let reason):
            refuse(if: reason.isEmpty || after.letters[name]?.isHidden == false)
            change(name) { $0.isHidden = false }
        case .markDuplicate(let name, let original):
            refuse(if: name == original || after.letters[original]?.isOut != false)
            refuse(if: after.letters[name]?.isDuplicate == true || after.isOriginal(name))
            change(name, silent: \.isSettled) { $0.original = original }
        case .unmarkDuplicate(let name):
            refuse(if: after.letters[name]?.isDuplicate == false)
            change(name, silent: \.isHidden) { $0.original = nil }
        default: break
        }
    }

    private mutating func change(
        _ name: Int, silent isUnsaid: KeyPath<Letter, Bool>? = nil, _ change: (inout Letter) -> Void
    ) {
        guard var letter = after.letters[name] else { return refuse(if: true) }
        keepSilent(if: isUnsaid.map { letter[keyPath: $0] } ?? false)
        change(&letter)
        letter.version += 1
        after.letters[name] = letter
    }
}
