// What a small form over a list asks: which rows the list is to hold, and in which order.
import Model

/// The fields of such a form, and what is made of what is chosen and typed in them.
struct ListQuestion {
    let title: String
    /// What help says of it.
    let guidance: String
    let beginning: Entries
    /// The fields beside what they hold now.
    let fields: (Entries) -> [Field]
    /// The button that takes every condition away, and its answer.
    let everything: (label: String, answer: Answer)
    /// Reads the fields on a day; the answer counts where there are no errors.
    let read: (Entries, Day) -> (answer: Answer, errors: [FieldError])
    /// What a choice becomes once something was typed in the field of a name.
    var following: (String, Entries) -> (field: String, code: String)? = { _, _ in nil }
    /// What is read back of a field's text on a day; nil where it is a date.
    var echo: (_ field: String, _ text: String, Day) -> String? = { _, _, _ in nil }

    /// How the management list is filtered and ordered.
    static func matters(_ view: MatterListView, usual: MatterListView, _ procedure: Procedure) -> ListQuestion {
        ListQuestion(
            title: "筛选和排序",
            guidance: "选要列出哪些事项、怎么排列, 再按 F2 列出。选的会记住, 下次登录还是这样列出。选 全部列出 就去掉所有筛选。",
            beginning: view.texts, fields: { MatterListView.fields(procedure, $0) },
            everything: ("全部列出", .listView(usual)),
            read: { entries, today in
                let (view, errors) = MatterListView.read(entries, procedure, usual: usual, today: today)
                return (.listView(view), errors)
            })
    }

    /// The days of which a list tells.
    /// - Parameter deed: what happened on them, such as 发布.
    static func span(_ span: PublicationSpan, of deed: String) -> ListQuestion {
        let fields = PublicationSpan.fields(of: deed)
        return ListQuestion(
            title: "\(deed)日期", guidance: "填要看哪一段日期\(deed)的, 再按 F2 列出; 开头或末尾不填, 就不限。选 全部日期 就都列出。",
            beginning: span.texts, fields: { _ in fields }, everything: ("全部日期", .span(.all)),
            read: { entries, today in
                let (span, errors) = PublicationSpan.read(entries, of: deed, today: today)
                return (.span(span), errors)
            })
    }

    /// Which notes of supervision are listed.
    static func notes(
        _ filter: SupervisionNoteFilter, _ reaches: [(reach: ReportScope.Reach, name: String)]
    ) -> ListQuestion {
        let fields = SupervisionNoteFilter.fields(reaches)
        return ListQuestion(
            title: "筛选督办", guidance: "选要列出哪些督办, 再按 F2 列出。选 全部列出 就去掉所有筛选。",
            beginning: filter.texts(reaches), fields: { _ in fields },
            everything: ("全部列出", .notes(SupervisionNoteFilter())),
            read: { entries, today in
                let (filter, errors) = SupervisionNoteFilter.read(entries, reaches, today: today)
                return (.notes(filter), errors)
            })
    }

    /// Of what a report tells.
    static func report(_ form: ReportForm, _ report: Report, _ scope: ReportScope, usual: ReportScope) -> ListQuestion {
        ListQuestion(
            title: "统计范围",
            guidance: "选统计哪个系统、哪个单位、哪一段日期发布的公告, 再按 F2 列出。期间可以从列表中选, 也可以写哪一年、哪一季度、哪一个月, 或者写起止日期。选 恢复原样 就回到打开时的范围。",
            beginning: form.texts(scope), fields: { _ in form.fields }, everything: ("恢复原样", .report(report, usual)),
            read: { entries, today in
                let (report, scope, errors) = form.read(entries, today: today)
                return (.report(report, scope), errors)
            }, following: form.following, echo: { form.echo($0, $1, today: $2) })
    }

    /// Which accounts are listed.
    static func clerks(_ filter: ClerkFilter, _ units: [Unit]) -> ListQuestion {
        let all = Field.Choice("", "全部")
        let fields = [
            Field(
                "unit", "单位", .choice([all] + units.map { Field.Choice(String($0.id.rawValue), $0.name) }),
                required: false, help: "只列一个单位的帐号。"),
            Field(
                "state", "状态", .choice([all] + ClerkEntry.State.allCases.map { Field.Choice($0.rawValue, $0.title) }),
                required: false, help: "只列在用的、锁定的或停用的帐号。"),
            Field(
                "role", "角色", .choice([all] + Role.allCases.map { Field.Choice($0.rawValue, $0.title) }),
                required: false, help: "只列有这个角色的帐号。"),
        ]
        return ListQuestion(
            title: "筛选帐号", guidance: "选要列出哪些帐号, 再按 F2 列出。选 全部列出 就去掉所有筛选。",
            beginning: Entries([
                "unit": filter.unit.map { String($0.rawValue) } ?? "", "state": filter.state?.rawValue ?? "",
                "role": filter.role?.rawValue ?? "",
            ]), fields: { _ in fields }, everything: ("全部列出", .clerks(ClerkFilter())),
            read: { entries, _ in
                let filter = ClerkFilter(
                    unit: Int64(entries["unit"]).map { Identifier($0) },
                    state: ClerkEntry.State(rawValue: entries["state"]),
                    role: Role(rawValue: entries["role"]))
                return (.clerks(filter), [])
            })
    }
}
