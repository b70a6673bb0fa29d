// Files of comments for a county made for tests.
import CountyFixture
import Foundation
import GRDB

@testable import Model

/// A county with one hearing, announced on 2026-11-20 at 09:00, comments until 2026-12-01, 24:00; it is 2026-12-03.
struct ImportCounty {
    let county: County
    let fabu: Session
    let matter: Matter

    init() throws {
        county = try County()
        fabu = try county.signIn("fabu")
        matter = try county.publish(.announcement, HearingEntries.announcement(), in: fabu)
        try county.goTo("2026-12-03T10:00")
    }

    static let columns = CommentFile.Column.allCases.map(\.name)

    /// A row that nothing is wrong with, some of its cells others.
    static func row(_ cells: [String: String] = [:]) -> [String] {
        let right = ["系统": "重大决策听证", "编号": "2026-01", "渠道": "来信", "收到日期": "2026-11-23", "内容": "建议分步调整"]
        return columns.map { cells[$0] ?? right[$0] ?? "" }
    }

    static func file(_ rows: [[String]], name: String = "建议.csv") throws -> CommentFile {
        try CommentFile(FileContent(name: name, bytes: CSVTable.file(of: [columns] + rows)))
    }

    func check(_ rows: [String]...) throws -> CheckedComments {
        try county.office.checkComments(try Self.file(rows), in: fabu)
    }

    @discardableResult
    func take(_ checked: CheckedComments) throws -> Done<ImportComments.Imported> {
        try county.office.importComments(checked, in: fabu)
    }

    /// Imports a file, and has something happen between its last comment and the moment in which all of them come into force.
    @discardableResult
    func take(_ checked: CheckedComments, before: @escaping () -> Void) throws -> Done<ImportComments.Imported> {
        let watch = WorkWatch(
            tell: { if $0.stage == "写入建议", $0.done == checked.right { before() } }, isStopped: { false })
        return try county.office.importComments(checked, watch, in: fabu)
    }

    /// How many rows there are of comments and imports that are not in force.
    func unseen() throws -> Int64? {
        try county.rawValue(
            """
            SELECT (SELECT count(*) FROM every_comment) - (SELECT count(*) FROM comment)
              + (SELECT count(*) FROM comment_import WHERE in_force = 0)
            """)
    }

    /// The comments as the store has them, the first first.
    func rows() throws -> [Row] {
        try county.rawQueue().read { try Row.fetchAll($0, sql: "SELECT * FROM comment ORDER BY id") }
    }

    func sentence(_ body: () throws -> Void) -> String { county.refused(body) ?? "" }
}
