// From Enter in the password field to the list painted, beside the cost of the password hash alone.
import CSodium
import Model
import Pty

struct SignInFigures {
    private var times: [Double] = []
    private var hashes: [Double] = []

    init(of contest: Contest) throws {
        let hash = try Password.hash(Contest.password)
        for run in 0...Bench.signIns {
            let (session, painting) = try contest.list()
            session.leave()
            let verifying = ContinuousClock().measure {
                _ = crypto_pwhash_str_verify(hash, Contest.password, UInt64(Contest.password.utf8.count))
            }
            guard run > 0 else { continue }
            times.append(painting.milliseconds)
            hashes.append(verifying.milliseconds)
        }
    }

    func print() {
        let over = times.median - hashes.median
        var table = Table("sign-in -> list, \(Bench.signIns) runs", "median ms", "best ms", "", "goal")
        table.add("in all", times.median.text(1), (times.min() ?? 0).text(1))
        table.add("the password hash alone", hashes.median.text(1), (hashes.min() ?? 0).text(1))
        table.add("over the hash", over.text(1), "", "", "<= 10.0")
        table.print()
    }
}
