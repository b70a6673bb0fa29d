// Something published, as the rule book sees it: a document, or a temporary notice that tells of one.
import ActOrders
import Model

struct Sheet: Equatable {
    /// Nil for a temporary notice.
    var paper: Paper?
    var at: Moment
    var modifications = 0
    var corrections = 0
    /// Published before it was entered here.
    var isBackfilled = false
    /// When it was put on the web, as registered last.
    var posted: Moment?
    /// The day on which it was deleted.
    var takenBack: Day?
    /// R1: what let its latest version out, by its name in the case; nil where nothing had to.
    var review: Int?
    /// As the store names it, once that is known.
    var key: Int64?

    var versions: Int { 1 + modifications + corrections }

    /// 未上网登记: everything published is registered (R1), but what was on the web before it was entered here.
    var awaitsPosting: Bool { posted == nil && !isBackfilled && takenBack == nil }

    /// Its row in the register, with its marks.
    /// - Parameter vetting: what let its latest version out.
    func row(in course: Course, _ vetting: Vetting?) -> String {
        var parts = [paper.map(course.word) ?? "临时"]
        if isBackfilled { parts.append("补录") }
        if modifications > 0 { parts.append("修改 \(modifications) 次") }
        if corrections > 0 { parts.append("更正 \(corrections) 次") }
        if let takenBack { parts.append("\(takenBack) \(paper == nil ? "撤回" : "删除")") }
        if let posted { parts.append("上网 \(posted.text)") }
        if awaitsPosting { parts.append("未上网登记") }
        if let vetting { parts.append(vetting.mark) }
        return parts.joined(separator: ", ")
    }
}

extension Affair {
    /// All that ever went out about it.
    var sheets: [Sheet] { Array(papers.values) + takenBack + Array(notices.values) }
}
