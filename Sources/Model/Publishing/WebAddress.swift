// The address of a page on the web, as a clerk copies it from a browser.

/// What is taken for the address of a public page.
enum WebAddress {
    /// Characters.
    static let longest = 500

    private static let schemes = ["http://", "https://"]
    /// What no browser shows in an address bar, and what would end it in a text.
    private static let forbidden = Set<Character>("<>\"'`{}|\\^")

    /// Why the text is no address of a public page, or nil.
    static func refusal(of text: String) -> String? {
        guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else {
            return "上网地址应以 http:// 或 https:// 开头, 请从浏览器的地址栏复制"
        }
        if let wrong = text.first(where: { $0.isWhitespace || forbidden.contains($0) }) {
            return "上网地址中有 \(wrong.isWhitespace ? "空格" : "\"\(wrong)\""), 请从浏览器的地址栏复制"
        }
        let place = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        if place.contains("@") { return "上网地址中不能写用户名和密码, 请去掉 @ 和它前面的部分" }
        let host = place.prefix { $0 != ":" }
        guard host.contains("."), host.first != ".", host.last != "." else {
            return "上网地址中的网站名 \"\(host.prefix(40))\" 不完整, 请从浏览器的地址栏复制"
        }
        return nil
    }
}
