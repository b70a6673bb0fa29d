// Where a command has its report from: the office, as the server's operator or as a clerk reads it.
import Model

struct ReportSource {
    private let office: Office
    private let party: ActingParty
    private let site: String?

    /// - Parameter site: the site's name, for the server's operator; a clerk has one of their own.
    init(_ office: Office, _ party: ActingParty, site: String?) {
        self.office = office
        self.party = party
        self.site = site
    }

    func unit(named name: String) throws(Refusal) -> Identifier<Unit> {
        switch party {
        case .serverOperator(let who): try office.unit(named: name, site: site, as: who)
        case .clerk(let session): try office.unit(named: name, in: session)
        }
    }

    func rows(of report: Report, _ scope: ReportScope) throws(Refusal) -> Int {
        switch party {
        case .serverOperator(let who): try office.rows(of: report, scope, site: site, as: who)
        case .clerk(let session): try office.rows(of: report, scope, in: session)
        }
    }

    func write(
        _ report: Report, _ scope: ReportScope, to sink: inout any ReportSink, _ watch: WorkWatch
    ) throws(Refusal) -> Int {
        switch party {
        case .serverOperator(let who): try office.write(report, scope, to: &sink, watch, site: site, as: who)
        case .clerk(let session): try office.write(report, scope, to: &sink, watch, in: session)
        }
    }

    func journal(_ taken: TakeReport) throws(Refusal) {
        switch party {
        case .serverOperator(let who): _ = try office.journal(taken, as: who)
        case .clerk(let session): _ = try office.perform(taken, in: session)
        }
    }
}
