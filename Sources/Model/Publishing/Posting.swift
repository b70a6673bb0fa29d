// 上网登记: where, when and by whom something was put on the county's web site.

/// One registration; the latest is the one that counts.
public struct Posting: Hashable, Sendable {
    /// An http or https address.
    public let address: String
    public let postedAt: Moment
    /// The person's name as it was written.
    public let postedBy: String
}
