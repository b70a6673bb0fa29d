// What curses writes, without what it need not have said of looks.

/// Bytes of a picture that set looks with fewer signs, for lines where each of them takes a millisecond.
struct SparedLooks {
    /// `ESC ( B`, and Ctrl-O where a terminal has that for it: nothing drawn ever leaves the first character set, but curses sets it anew at
    /// each change of looks.
    private static let charset = Array("\u{1B}(B".utf8)
    private static let shiftIn: UInt8 = 0x0F
    private static let beginning = Array("\u{1B}[".utf8)

    private(set) var bytes: [UInt8] = []
    /// What a run of sequences side by side comes to (ECMA-48, SGR); nil between runs.
    private var looks: [ArraySlice<UInt8>]?

    init(_ written: ArraySlice<UInt8>) {
        bytes.reserveCapacity(written.count)
        var rest = written
        while let first = rest.first {
            if first == Self.shiftIn {
                rest.removeFirst()
            } else if first != 0x1B {
                say()
                bytes.append(first)
                rest.removeFirst()
            } else if rest.starts(with: Self.charset) {
                rest.removeFirst(Self.charset.count)
            } else if let parameters = Self.looks(at: rest) {
                add(parameters)
                rest = rest[(parameters.endIndex + 1)...]
            } else {
                say()
                bytes.append(first)
                rest.removeFirst()
            }
        }
        say()
    }

    /// The parameters of a sequence that sets looks, where one begins.
    private static func looks(at bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.starts(with: beginning) else { return nil }
        let parameters = bytes.dropFirst(beginning.count).prefix {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";")
        }
        return parameters.endIndex < bytes.endIndex && bytes[parameters.endIndex] == UInt8(ascii: "m")
            ? parameters : nil
    }

    private mutating func add(_ parameters: ArraySlice<UInt8>) {
        let each = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        // A colour by number has figures of its own behind it.
        let isPlain = !each.contains { $0.elementsEqual("38".utf8) || $0.elementsEqual("48".utf8) }
        for parameter in each {
            // What was set before is forgotten here.
            if isPlain, parameter.allSatisfy({ $0 == 0x30 }) { looks = [] }
            looks = (looks ?? []) + [parameter]
        }
    }

    private mutating func say() {
        guard let looks else { return }
        let isReset = looks.count == 1 && looks[0].allSatisfy { $0 == 0x30 }
        bytes +=
            Self.beginning + (isReset ? [] : Array(looks.joined(separator: [UInt8(ascii: ";")]))) + [UInt8(ascii: "m")]
        self.looks = nil
    }
}
