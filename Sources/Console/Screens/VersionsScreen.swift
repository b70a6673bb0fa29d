// 各版对照: two neighbouring versions of a document side by side.
import Model

/// The versions of a document, two at a time, with what changed marked, by whom, when and why.
struct VersionsScreen: Screen {
    enum Action: Hashable, Sendable { case older, newer, read }

    static let name = "versions"
    static let bindings: [Binding<Action>] = [
        Binding(.left, does: .older, label: "前两版", help: "看更早的两版。"),
        Binding(.right, does: .newer, label: "后两版", help: "看更新的两版。"),
        Binding(.enter, does: .read, label: "看全文", help: "看右边一版的全文。"),
    ]
    static let about = """
        左边是前一版, 右边是后一版。只列出有改动的栏目, 改动的字加下划线; 没有改动的栏目写在最后。\
        用上下键翻看, 用左右键换两版, 按 Enter 看右边一版的全文。
        """

    var title: String { "\(description.name)各版对照" }
    let placement = Placement.whole

    private let description: DocumentDescription
    private let matter: Identifier<Matter>
    /// When the version was made that is shown first; the latest unless told.
    private let madeAt: Moment?
    private var number: DocumentNumber?
    private var versions: [DocumentVersion] = []
    /// The version on the right.
    private var right = 0
    private var comparison = Comparison("", "", [])
    private var size = Size(rows: 1, columns: 1)

    init(_ description: DocumentDescription, of matter: Identifier<Matter>, madeAt: Moment? = nil) {
        self.description = description
        self.matter = matter
        self.madeAt = madeAt
    }

    mutating func fit(_ size: Size) {
        self.size = size
        layOut()
    }

    mutating func read(_ desk: Desk) -> Effect {
        let (kind, matter) = (description.kind, matter)
        let found = desk.read { (office, session) throws(Refusal) in
            (try office.matter(matter, in: session), try office.versions(of: kind, in: matter, session))
        }
        switch found {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success((let matter, let versions)):
            number = matter.document(kind)?.number
            // What one was reading stays; a version that has come meanwhile is one step away.
            if self.versions.isEmpty {
                right = versions.firstIndex { $0.ordinal > 1 && $0.at == madeAt } ?? versions.count - 1
            }
            let isSame = self.versions == versions
            self.versions = versions
            if !isSame { compare() }
            return .none
        }
    }

    private var newer: DocumentVersion? { versions.indices.contains(right) ? versions[right] : nil }
    private var older: DocumentVersion? { versions.indices.contains(right - 1) ? versions[right - 1] : nil }

    private mutating func compare() {
        guard let newer, let older else { return }
        comparison = Comparison(
            "第 \(older.ordinal) 版", "第 \(newer.ordinal) 版",
            Comparison.items(description.form, old: older, new: newer))
        layOut()
    }

    private mutating func layOut() {
        comparison.fit(Size(rows: size.rows - 1 - heading.count, columns: size.columns - 2))
    }

    /// Who made either version, when and why.
    private var heading: [StyledLine] {
        let lines = [older, newer].compactMap { version -> StyledLine? in
            guard let version else { return nil }
            let reason = version.reason.map { ", \(version.change == .correct ? "更正说明" : "原因"): \($0)" } ?? ""
            return StyledLine(
                "第 \(version.ordinal) 版  \(version.at.text) \(version.clerk) \(version.change.title)\(reason)",
                indent: 8)
        }
        return Array(lines.flatMap { $0.wrapped(to: max(20, size.columns - 2)).prefix(3) })
    }

    func refusal(of action: Action, _ desk: Desk) -> String? {
        switch action {
        case .older: right > 1 ? nil : "这已是最早的两版"
        case .newer: right + 1 < versions.count ? nil : "这已是最新的两版"
        case .read: newer == nil ? "各版还没有读出来; 请按 F5 重新读取" : nil
        }
    }

    mutating func type(_ key: Key, _ desk: Desk) -> Effect? {
        comparison.handle(Paging.reading(key)) ? Effect.none : nil
    }

    mutating func update(_ action: Action, _ desk: Desk) -> Effect {
        switch action {
        case .older: right -= 1
        case .newer: right += 1
        case .read:
            guard let newer, let number else { return .none }
            return .push(
                TextScreen(
                    "\(description.name) \(number) 第 \(newer.ordinal) 版",
                    newer.publicText(description, number: number).lines))
        }
        compare()
        return .none
    }

    func draw(on canvas: Canvas, _ desk: Desk) {
        canvas.putHeading(
            "\(title)  编号 \(number?.description ?? "")", comparison.scrolls ? comparison.position : nil)
        for (row, line) in heading.enumerated() { line.draw(on: canvas, row: 1 + row, column: 1) }
        comparison.draw(on: canvas.part(row: 1 + heading.count, column: 1, columns: canvas.columns - 2))
    }
}
