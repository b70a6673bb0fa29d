// 打印台账: the register leaves the store as files to be printed.

/// Takes the register of a system for a span of days; what leaves the store is journaled (H9: the own unit's, or the site's for a supervisor).
public struct TakeRegister: Act {
    public static let name = "takeRegister"
    public static let title = "打印台账"
    public static let roles: Set<Role> = [.publisher, .reviewer, .supervisor]

    let system: System
    let span: PublicationSpan

    public init(_ system: System, _ span: PublicationSpan) {
        self.system = system
        self.span = span
    }

    public func perform(in office: Transaction) throws -> Performed<PrintedFiles> {
        let rows = try office.registerRows(system, span, most: RegisterSheet.mostRows)
        guard !rows.isEmpty else { throw Refusal("\(span.nothing), 没有可打印的") }
        let clerk = office.clerk
        let whose = clerk.roles.contains(.supervisor) ? clerk.site.name : clerk.unit.name
        let sheet = RegisterSheet(
            rows: rows, heading: "\(system.title)  \(whose)  \(span.text)  共 \(rows.count) 条",
            footing: "打印: \(clerk.fullName) \(office.now.text)")
        let name = "\(RegisterSheet.title)-\(system.title)-\(office.today)"
        return Performed(
            PrintedFiles(name, html: sheet.html, plain: sheet.plain),
            Journal.Entry(
                subject: "register:\(system.rawValue)",
                sentence: "打印\(RegisterSheet.title), \(system.title), \(span.text), 共 \(rows.count) 条"))
    }
}
