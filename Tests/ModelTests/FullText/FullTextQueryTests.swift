// What is a word of the full-text query, what is refused, and what is marked.
import Testing

@testable import Model

@Suite("Full-text queries")
struct FullTextQueryTests {
    private func words(_ text: String) -> [String] { FullTextToken.all(of: text).map(\.text) }

    @Test("any two neighbouring Chinese characters are a word")
    func pairs() {
        #expect(words("供水价格") == ["供水", "水价", "价格"])
        #expect(words("供水、价格") == ["供水", "价格"])
        #expect(words("水") == ["水"])
    }

    @Test("rare characters of every plane and of the private areas are characters like all others")
    func rare() {
        #expect(words("㛃䶮𠮷") == ["㛃䶮", "䶮𠮷"])
        #expect(words("王\u{E863}局") == ["王\u{E863}", "\u{E863}局"])
        #expect(words("葛\u{E0100}城") == ["葛城"])
    }

    @Test("letters and figures are words as they are written: small, half-width, without leading zeros")
    func letters() {
        #expect(words("ＧＤＰ增长") == ["gdp", "增", "增长"])
        #expect(words("2026-09") == ["2026", "9"])
        #expect(words("００") == ["0"])
        #expect(words("Éa") == ["éa"])
    }

    @Test("a document's reference is found however its brackets are written")
    func reference() throws {
        let text = "漾发改〔2026〕12号文件"
        for typed in ["漾发改[2026]12号", "发改〔2026〕12号", "改2026", "12号文", "2026 12", "〔2026〕12号文件"] {
            #expect(try !FullTextQuery(typed).ranges(in: text).isEmpty, "\(typed)")
        }
        for typed in ["漾发改〔2026〕1号", "2号文", "发改2025"] {
            #expect(try FullTextQuery(typed).ranges(in: text).isEmpty, "\(typed)")
        }
    }

    @Test("Traditional characters are characters of their own")
    func traditional() throws {
        #expect(try FullTextQuery("听证").ranges(in: "聽證會").isEmpty)
        #expect(try !FullTextQuery("聽證").ranges(in: "聽證會").isEmpty)
    }

    private func refusal(_ typed: String) -> String? {
        do {
            _ = try FullTextQuery(typed)
            return nil
        } catch { return error.sentence }
    }

    @Test("a refusal says what is wrong and what to write")
    func refusals() {
        #expect(refusal("") == "请写要找的字, 至少两个字")
        #expect(refusal("%_*?!😀") == "查询里没有文字或数字, 请写要找的字, 至少两个字")
        #expect(refusal("供水 价") == "\"价\" 只有一个字, 至少要写连着的两个字, 例如 \"供水\"")
        #expect(
            refusal(String(repeating: "水", count: 10_000)) == "查询最多 100 个字, 现在有 10000 个字; 请只写要找的几个词")
        #expect(refusal("7") == nil)
    }

    @Test("several words stand anywhere, words in quotes one after the other")
    func phrases() throws {
        #expect(try FullTextQuery("供水 听证会").match == "\"供水\" AND \"听证 证会\"")
        #expect(try FullTextQuery("“2026年 水价”").match == "\"2026 年 水价\"")
        #expect(try FullTextQuery("\"供水 价格").match == "\"供水 价格\"")
        #expect(try FullTextQuery("水、电费").match == "\"电费\"")
    }

    @Test("nothing typed is taken for the index's own language")
    func hostile() throws {
        #expect(try FullTextQuery("供水\" OR words:x* NEAR(a b)").match == "\"供水\" AND \"or words x near a b\"")
        #expect(try FullTextQuery("#unit2 -供水").match == "\"unit2\" AND \"供水\"")
        #expect(try FullTextQuery("供\u{0}水\u{1B}[31m价格").match == "\"水 31m 价 价格\"")
    }

    @Test("hits are marked where they stand, and only they")
    func marked() throws {
        let query = try FullTextQuery("水价 价格")
        let text = query.marked("关于供水价格（GDP）的水价")
        #expect(text.parts.filter(\.isFound).map(\.text) == ["水价格", "水价"])
        #expect(text.text == "关于供水价格（GDP）的水价")
    }

    @Test("an excerpt begins a little before its first hit and stays in one line")
    func excerpt() throws {
        let long = String(repeating: "一二三四五六七八九十", count: 30) + "供水\n价格" + String(repeating: "后文", count: 300)
        let excerpt = try FullTextQuery("价格").excerpt(of: ["没有", long])
        #expect(excerpt.text.hasPrefix("..二三四五六七八九十供水 价格后文") == true || excerpt.text.contains("供水 价格后文"))
        #expect(excerpt.text.count < 230)
        #expect(excerpt.parts.filter(\.isFound).map(\.text) == ["价格"])
        #expect(try FullTextQuery("编号").excerpt(of: ["开头的话"]).text == "开头的话")
    }
}
