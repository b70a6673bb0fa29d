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
            after.letters[name] = Letter(received: day)
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
                    letter.answers = 1
                    letter.adoption = adoption
                }
            }
        case .changeReply(let name, let adoption, let reason, let because):
            refuse(if: adoption == "declined" && reason.isEmpty)
            refuse(if: after.letters[name]?.answered == nil)
            keepSilent(if: because.isEmpty)
            // The day of the first answer stays.
            change(name, silent: \.isOut) { letter in
                letter.answers += 1
                letter.adoption = adoption
            }
        case .extendReply(let name, let reason):
            // C1: once, with its reason, for an answer that is still to come and not late yet.
            refuse(if: reason.isEmpty || after.letters[name]?.isExtended == true)
            refuse(if: after.letters[name]?.answered != nil || after.letters[name].map { $0.due < now.day } ?? true)
            change(name, silent: \.isOut) { $0.isExtended = true }
        case .recordSatisfaction(let name, let degree, let day):
            let day = Self.day(day)
            // Nobody speaks of an answer before it is given, or tomorrow.
            refuse(if: after.letters[name]?.answered.map { day < $0 } ?? true)
            refuse(if: day > now.day)
            change(name, silent: \.isOut) { $0.satisfaction = Letter.Voice(degree: degree, day: day) }
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
