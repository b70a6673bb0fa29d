// 打印公示情况报告: the account of a matter leaves the store as files, to be the annex of a request (G9).

/// Takes the account of a matter whose event is over; what leaves the store is journaled. Citizens are not named in it.
public struct TakeAccount: Act {
    public static let name = "takeAccount"
    public static let title = "打印情况报告"
    public static let roles: Set<Role> = [.publisher, .reviewer, .supervisor]

    let matter: Identifier<Matter>

    public init(_ matter: Identifier<Matter>) { self.matter = matter }

    public var subjectMatter: Identifier<Matter>? { matter }

    public func perform(in office: Transaction) throws -> Performed<PrintedFiles> {
        let matter = try office.matter(matter)
        guard office.sees(matter.unit) else { throw Refusal(Self.notOwn(matter), reason: .notAllowed) }
        guard let procedure = Procedure.of(matter.system), let account = procedure.account else {
            throw Refusal("\(matter.system.title)没有情况报告")
        }
        if let refusal = account.refusal(procedure, of: matter, now: office.now) { throw Refusal(refusal) }
        let figures = try office.commentFigures(of: matter.id)
        let sheet = AccountSheet(
            text: MatterAccount(
                name: account.name, procedure: procedure, matter: matter, figures: figures,
                quoted: try office.mainComments(of: matter.id, most: MatterAccount.mostQuoted), day: office.today
            ).text)
        let number = matter.documents.first?.number.description ?? ""
        return Performed(
            PrintedFiles("\(account.name)-\(number)", html: sheet.html, plain: sheet.plain),
            Journal.Entry(
                matter: matter.id, subject: "matter:\(matter.id.rawValue)",
                sentence: "打印\(account.name)《\(matter.title)》, 意见建议 \(figures.received) 条"))
    }

    /// H9: the figures of a matter are its unit's and the supervisors'.
    public static func notOwn(_ matter: Matter) -> String { "这件事项属于\(matter.unit.name), 由该单位打印" }
}
