// How lists of comments read their pages and find words, for every screen that lists them.
import Model

extension CommentFilter {
    func reader(_ desk: Desk) -> PagedList<Comment>.Reader {
        { place, limit in
            desk.read { (office, session) throws(Refusal) in
                try office.comments(self, place, limit: limit, in: session)
            }
        }
    }

    func finder(_ desk: Desk) -> Search.Finder<Comment> {
        { words, start in
            desk.read { (office, session) throws(Refusal) in
                try office.find(words, in: self, after: start, in: session)
            }
        }
    }
}
