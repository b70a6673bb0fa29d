// Reads the container of a Word 97-2003 document (OLE2, MS-CFB): only the names in its root and the first bytes of a stream.

/// A bounded, read-only view of an OLE2 compound file.
///
/// Every number in the file is taken as hostile. A chain of sectors is followed for at most as many steps as the file
/// has sectors, the allocation table is looked up in place instead of being copied, and what is kept of the file never
/// exceeds a small fraction of its size.
struct CompoundFile {
    /// The bytes were not a whole compound file: a chain left the file, ran in a circle or ended early.
    struct Damage: Error {}

    enum Kind: UInt8 {
        case storage = 1
        case stream = 2
        case root = 5
    }

    struct Entry {
        let name: String
        let kind: Kind
        let firstSector: UInt32
        let size: Int
        fileprivate let left: UInt32
        fileprivate let right: UInt32
        fileprivate let child: UInt32
    }

    static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// What stands directly in the root, in no particular order. Objects embedded deeper are not in it.
    private(set) var entries: [Entry] = []

    private let bytes: [UInt8]
    private let sectorSize: Int
    private let sectorCount: Int
    private var tableSectors: [UInt32] = []
    private var directory: [UInt32] = []
    private var miniTable: [UInt32] = []
    private var miniStream: [UInt32] = []

    private static let endOfChain: UInt32 = 0xFFFF_FFFE
    private static let noEntry: UInt32 = 0xFFFF_FFFF
    private static let headerSize = 512
    private static let entrySize = 128
    private static let miniSectorSize = 64
    private static let miniStreamLimit = 4096

    init(_ bytes: [UInt8]) throws(Damage) {
        guard bytes.count >= Self.headerSize, bytes.starts(with: Self.magic) else { throw Damage() }
        self.bytes = bytes
        switch (bytes[26], bytes[27], bytes[30], bytes[31]) {
        case (3, 0, 9, 0): sectorSize = 512
        case (4, 0, 12, 0): sectorSize = 4096
        default: throw Damage()
        }
        sectorCount = max(0, (bytes.count - 1) / sectorSize)
        guard bytes[32] == 6, bytes[33] == 0 else { throw Damage() }
        tableSectors = try allocationTable()
        directory = try chain(from: word(at: 48))
        let root = try entry(0)
        guard root.kind == .root else { throw Damage() }
        if root.size > 0 { miniStream = try chain(from: root.firstSector) }
        if word(at: 64) > 0 { miniTable = try chain(from: word(at: 60)) }
        entries = try children(of: root)
    }

    /// The entry of exactly this name in the root.
    func entry(named name: String) -> Entry? {
        entries.first { $0.name == name }
    }

    /// The first bytes of a stream, after its whole chain has been followed to see that it is all there.
    func opening(of stream: Entry, count: Int) throws(Damage) -> [UInt8] {
        guard stream.kind == .stream, stream.size >= count else { throw Damage() }
        return stream.size < Self.miniStreamLimit
            ? try miniOpening(of: stream, count: count) : try plainOpening(of: stream, count: count)
    }

    private func plainOpening(of stream: Entry, count: Int) throws(Damage) -> [UInt8] {
        guard stream.size <= bytes.count else { throw Damage() }
        let sectors = try chain(from: stream.firstSector)
        guard sectors.count >= (stream.size + sectorSize - 1) / sectorSize else { throw Damage() }
        var opening: [UInt8] = []
        for offset in 0..<count {
            opening.append(try byte(inSector: sectors[offset / sectorSize], at: offset % sectorSize))
        }
        return opening
    }

    private func miniOpening(of stream: Entry, count: Int) throws(Damage) -> [UInt8] {
        let needed = (stream.size + Self.miniSectorSize - 1) / Self.miniSectorSize
        let perSector = sectorSize / Self.miniSectorSize
        var opening: [UInt8] = []
        var mini = stream.firstSector
        for _ in 0..<needed {
            let home = Int(mini) / perSector
            guard home < miniStream.count else { throw Damage() }
            let start = Int(mini) % perSector * Self.miniSectorSize
            for offset in start..<start + Self.miniSectorSize where opening.count < count {
                opening.append(try byte(inSector: miniStream[home], at: offset))
            }
            mini = try nextMini(after: mini)
        }
        return opening
    }

    private func nextMini(after mini: UInt32) throws(Damage) -> UInt32 {
        let perSector = sectorSize / 4
        let home = Int(mini) / perSector
        guard home < miniTable.count else { throw Damage() }
        return try word(inSector: miniTable[home], at: Int(mini) % perSector * 4)
    }
}

// MARK: - Sectors

extension CompoundFile {
    /// The sectors that hold the allocation table: 109 named in the header, the others in a chain of their own. No more
    /// are taken than describe the sectors the file really has, whatever the header claims.
    private func allocationTable() throws(Damage) -> [UInt32] {
        let needed = (sectorCount + sectorSize / 4 - 1) / (sectorSize / 4)
        var found: [UInt32] = []
        for slot in 0..<109 where found.count < needed {
            let sector = word(at: 76 + slot * 4)
            guard sector < sectorCount else { return found }
            found.append(sector)
        }
        var list = word(at: 68)
        var steps = 0
        while found.count < needed, list < sectorCount, steps < needed {
            for slot in 0..<sectorSize / 4 - 1 where found.count < needed {
                let sector = try word(inSector: list, at: slot * 4)
                guard sector < sectorCount else { return found }
                found.append(sector)
            }
            list = try word(inSector: list, at: sectorSize - 4)
            steps += 1
        }
        return found
    }

    private func chain(from first: UInt32) throws(Damage) -> [UInt32] {
        var sectors: [UInt32] = []
        var sector = first
        while sector != Self.endOfChain {
            guard sector < sectorCount, sectors.count < sectorCount else { throw Damage() }
            sectors.append(sector)
            let table = Int(sector) / (sectorSize / 4)
            guard table < tableSectors.count else { throw Damage() }
            sector = try word(inSector: tableSectors[table], at: Int(sector) % (sectorSize / 4) * 4)
        }
        return sectors
    }

    private func byte(inSector sector: UInt32, at offset: Int) throws(Damage) -> UInt8 {
        let position = (Int(sector) + 1) * sectorSize + offset
        guard position < bytes.count else { throw Damage() }
        return bytes[position]
    }

    private func word(inSector sector: UInt32, at offset: Int) throws(Damage) -> UInt32 {
        let position = (Int(sector) + 1) * sectorSize + offset
        guard position + 4 <= bytes.count else { throw Damage() }
        return word(at: position)
    }

    private func word(at position: Int) -> UInt32 {
        UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
            | UInt32(bytes[position + 3]) << 24
    }
}

// MARK: - Directory

extension CompoundFile {
    private var entryCount: Int { directory.count * (sectorSize / Self.entrySize) }

    private func entry(_ index: UInt32) throws(Damage) -> Entry {
        let perSector = sectorSize / Self.entrySize
        guard index < entryCount else { throw Damage() }
        let start = (Int(directory[Int(index) / perSector]) + 1) * sectorSize + Int(index) % perSector * Self.entrySize
        guard start + Self.entrySize <= bytes.count, let kind = Kind(rawValue: bytes[start + 66]) else {
            throw Damage()
        }
        let nameLength = Int(bytes[start + 64]) | Int(bytes[start + 65]) << 8
        guard (2...64).contains(nameLength), nameLength % 2 == 0 else { throw Damage() }
        let units = (0..<nameLength / 2 - 1).map {
            UInt16(bytes[start + $0 * 2]) | UInt16(bytes[start + $0 * 2 + 1]) << 8
        }
        return Entry(
            name: String(decoding: units, as: UTF16.self), kind: kind, firstSector: word(at: start + 116),
            size: Int(word(at: start + 120)), left: word(at: start + 68), right: word(at: start + 72),
            child: word(at: start + 76))
    }

    /// Walks the tree of siblings below an entry; each is taken once, so a tree bent into a circle ends the walk.
    private func children(of storage: Entry) throws(Damage) -> [Entry] {
        var found: [Entry] = []
        var seen = [Bool](repeating: false, count: entryCount)
        var waiting = [storage.child]
        while let index = waiting.popLast() {
            guard index != Self.noEntry else { continue }
            guard index < entryCount, !seen[Int(index)] else { throw Damage() }
            seen[Int(index)] = true
            let child = try entry(index)
            guard child.kind != .root else { throw Damage() }
            found.append(child)
            waiting.append(child.left)
            waiting.append(child.right)
        }
        return found
    }
}
