// How words are found in lists of comments, for every screen that lists them.
import Model

extension CommentFilter {
    func finder(_ desk: Desk) -> Search.Finder<Comment> {
        { words, start in
            desk.read { (office, session) throws(Refusal) in
                try office.find(words, in: self, after: start, in: session)
            }
        }
    }
}
