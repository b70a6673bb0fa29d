// A form closed as one whose text was signed on paper before it goes out.
import Model

extension Entries {
    /// The same entries with what stands on the approval form (B3); where nothing is reviewed it says nothing.
    public func signed(on day: String = "2024-01-02", number: String = "漾审〔2026〕31号") -> Entries {
        var entries = self
        entries["approver"] = "马志强"
        entries["approver_post"] = "局长"
        entries["approval_day"] = day
        entries["approval_number"] = number
        return entries
    }
}
