// A moment as it stands in a file's name.

extension Moment {
    /// Beijing time to the second, such as `2026-11-21-131502`: names in their order are in the order of time.
    var fileStamp: String {
        let second = Int(milliseconds / 1000 % 60)
        return "\(day)-\(timeOfDay.hour.twoDigits)\(timeOfDay.minute.twoDigits)\(second.twoDigits)"
    }
}
