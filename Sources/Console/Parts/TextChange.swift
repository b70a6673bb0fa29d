// What an edit did to a text, for those that keep something about its places.

/// `removed` clusters at `start` gave way to `inserted` others.
struct TextChange: Equatable, Sendable {
    let start: Int
    let removed: Int
    let inserted: Int

    var growth: Int { inserted - removed }
}
