// What others did to the clerk's account, or to accounts the clerk answers for, said at sign-in.
import Model

extension App {
    /// Shows once what the clerk is to know.
    func tellOfAccounts(_ session: Session) {
        guard let told = try? desk.office.takeAccountNotices(in: session), !told.isEmpty else { return }
        let lines = told.flatMap { [StyledLine($0), .empty] }.dropLast()
        let rows = lines.reduce(0) { $0 + $1.wrapped(to: 52).count }
        open(TextScreen("帐号有改动", Array(lines), in: .popup(Size(rows: min(14, rows), columns: 54))))
    }
}
