// 公示情况报告 on the matter page: printed as the annex of a request, where the system has such a thing (G9).
import Model

extension MatterScreen {
    func refusalOfAccount(_ desk: Desk) -> String? {
        guard let matter, let clerk = desk.clerk else { return "这件事项还没有读出来; 请按 F5 重新读取" }
        if let refusal = TakeAccount.refusal(for: clerk) ?? matter.accountRefusal(procedure, now: desk.now) {
            return refusal
        }
        return matter.unit.id == clerk.unit.id || clerk.roles.contains(.supervisor) ? nil : TakeAccount.notOwn(matter)
    }

    mutating func askForAccount(_ desk: Desk) -> Effect {
        isTakingAccount = true
        leaving = nil
        return .push(ChoiceScreen("打印\(procedure.account?.name ?? "")", FileLeaving.ways(desk)))
    }

    mutating func takeAccount(_ line: Int, _ desk: Desk) -> Effect {
        isTakingAccount = false
        return FileLeaving.leave(TakeAccount(id), line: line, desk).then(read(desk))
    }
}
