// 查找 in a list that pages by key: what is sought, and the next row that has it.
import Model

/// The words sought in a list.
struct Search {
    /// Reads the next row with the words after one, going round at the end; nil where there is none.
    typealias Finder<Row: PagedRow> = (String, Identifier<Row.Record>?) -> Result<Identifier<Row.Record>?, Refusal>

    /// Where the words are sought, such as 标题或编号.
    let place: String
    /// What a row is, such as 事项.
    let noun: String
    private var sought = ""

    init(in place: String, of noun: String) {
        self.place = place
        self.noun = noun
    }

    /// Why there is nothing to go on with, or nil.
    var refusalToGoOn: String? { sought.isEmpty ? "还没有查找过; 先按 / 输入要找的字" : nil }

    /// Asks for the words.
    var begin: Effect { .push(FindScreen(sought, in: place)) }

    /// Puts the cursor on the next row that has the words.
    /// - Parameters:
    ///   - words: new ones; nil goes on with those sought before.
    ///   - narrowed: what a list that does not hold everything is called when nothing is found.
    mutating func find<Row>(
        _ words: String? = nil, in list: inout PagedList<Row>, narrowed: String = "", _ reader: PagedList<Row>.Reader,
        _ finder: Finder<Row>
    ) -> Effect {
        sought = words ?? sought
        switch finder(sought, list.current?.id) {
        case .failure(let refusal): return .refuse(refusal.sentence)
        case .success(nil): return .refuse("\(narrowed)没有\(place)中有 \"\(sought)\" 的\(noun)")
        case .success(let found?): return list.show(found, reader)
        }
    }
}
