// Reading and writing the fixed figures of dates and times, byte by byte and without a formatter.

/// Takes numbers of a known length off the front of a text; says no to anything but ASCII digits.
struct FixedDigits<Bytes: Collection<UInt8>> {
    private let bytes: Bytes
    private var position: Bytes.Index

    init(_ bytes: Bytes) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    /// The number written in exactly this many digits.
    mutating func number(_ length: Int) -> Int? {
        var value = 0
        for _ in 0..<length {
            guard !isAtEnd, let digit = bytes[position].asciiDigit else { return nil }
            value = value * 10 + digit
            bytes.formIndex(after: &position)
        }
        return value
    }

    /// Whether the next byte was this sign, which is then passed.
    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard !isAtEnd, bytes[position] == UInt8(ascii: sign) else { return false }
        bytes.formIndex(after: &position)
        return true
    }
}

extension UInt8 {
    /// 0...9 for an ASCII digit.
    var asciiDigit: Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self - UInt8(ascii: "0")) : nil
    }
}

extension Int {
    /// `7` as `07`; for 0...99.
    var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }

    /// `7` as `007`; for 0...999.
    var threeDigits: String { self < 100 ? "0\(twoDigits)" : "\(self)" }

    /// The remainder that is never negative, so that days before 1970 fall into their own week and day.
    func modulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// The quotient rounded down, the other half of `modulo`.
    func flooredQuotient(_ divisor: Int) -> Int {
        (self - modulo(divisor)) / divisor
    }
}
