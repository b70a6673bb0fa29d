// Builds OLE2 files that no word processor would write: other sector sizes, macros, broken chains.

/// Puts a compound file together, entry by entry.
struct CompoundBuilder {
    struct Item {
        let name: String
        /// nil is a storage.
        let content: [UInt8]?
        /// The storage it stands in; nil is the root.
        var inside: Int?
    }

    var sectorSize = 512
    private var items: [Item] = []

    init(sectorSize: Int = 512) {
        self.sectorSize = sectorSize
    }

    /// The opening of a Word 97 document, as large as asked for.
    static func document(_ size: Int, flags: UInt8 = 0x12) -> [UInt8] {
        [0xEC, 0xA5, 0xC1, 0x00, 0, 0, 0, 0, 0, 0, 0, flags] + [UInt8](repeating: 0x20, count: size - 12)
    }

    /// Adds an entry; the number returned names a storage to put others inside.
    @discardableResult mutating func add(_ name: String, _ content: [UInt8]?, inside: Int? = nil) -> Int {
        items.append(Item(name: name, content: content, inside: inside))
        return items.count - 1
    }

    func bytes() -> [UInt8] {
        var body = Sectors(size: sectorSize)
        var mini = Sectors(size: 64)
        let starts = items.map { item -> UInt32 in
            guard let content = item.content else { return 0 }
            return content.count < 4096 ? mini.append(content) : body.append(content)
        }
        let miniBytes = mini.bytes
        let miniStart = miniBytes.isEmpty ? Sectors.end : body.append(miniBytes)
        let miniTableStart = mini.next.isEmpty ? Sectors.end : body.append(mini.next.flatMap(Sectors.little))
        let directory = body.append(self.directory(starts, miniStart, miniBytes.count))
        let (tables, lists) = body.appendTable()
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += sectorSize == 512 ? [0x3B, 0, 3, 0, 0xFE, 0xFF, 9, 0] : [0x3B, 0, 4, 0, 0xFE, 0xFF, 12, 0]
        header += [6, 0] + [UInt8](repeating: 0, count: 10)
        header += Sectors.little(UInt32(tables.count)) + Sectors.little(directory) + [0, 0, 0, 0]
        header += Sectors.little(4096) + Sectors.little(miniTableStart) + Sectors.little(mini.next.isEmpty ? 0 : 1)
        header += Sectors.little(lists.first ?? Sectors.end) + Sectors.little(UInt32(lists.count))
        for slot in 0..<109 { header += Sectors.little(slot < tables.count ? tables[slot] : Sectors.free) }
        return header + [UInt8](repeating: 0, count: sectorSize - header.count) + body.bytes
    }

    private func directory(_ starts: [UInt32], _ miniStart: UInt32, _ miniSize: Int) -> [UInt8] {
        func firstChild(of storage: Int?) -> UInt32 {
            items.firstIndex { $0.inside == storage }.map { UInt32($0 + 1) } ?? Sectors.free
        }
        var table = entry("Root Entry", 5, Sectors.free, firstChild(of: nil), miniStart, miniSize)
        for (index, item) in items.enumerated() {
            let next = items.indices.first { $0 > index && items[$0].inside == item.inside }
            table += entry(
                item.name, item.content == nil ? 1 : 2, next.map { UInt32($0 + 1) } ?? Sectors.free,
                item.content == nil ? firstChild(of: index) : Sectors.free, starts[index], item.content?.count ?? 0)
        }
        return table
    }

    private func entry(
        _ name: String, _ kind: UInt8, _ right: UInt32, _ child: UInt32, _ start: UInt32, _ size: Int
    ) -> [UInt8] {
        var bytes = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let length = UInt8(bytes.count + 2)
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count) + [length, 0, kind, 1]
        bytes += Sectors.little(Sectors.free) + Sectors.little(right) + Sectors.little(child)
        bytes += [UInt8](repeating: 0, count: 36) + Sectors.little(start) + Sectors.little(UInt32(size)) + [0, 0, 0, 0]
        return bytes
    }
}

/// Sectors of one size and the table that chains them.
private struct Sectors {
    static let end: UInt32 = 0xFFFF_FFFE
    static let free: UInt32 = 0xFFFF_FFFF

    let size: Int
    var bytes: [UInt8] = []
    var next: [UInt32] = []

    init(size: Int) {
        self.size = size
    }

    mutating func append(_ content: [UInt8]) -> UInt32 {
        let first = UInt32(next.count)
        let count = max(1, (content.count + size - 1) / size)
        bytes += content + [UInt8](repeating: 0, count: count * size - content.count)
        for step in 1...count { next.append(step == count ? Self.end : first + UInt32(step)) }
        return first
    }

    /// Appends the allocation table itself, and a list of its sectors where the header's 109 places do not do.
    mutating func appendTable() -> (tables: [UInt32], lists: [UInt32]) {
        let perSector = size / 4
        var tableCount = 0
        var listCount = 0
        while next.count + tableCount + listCount > tableCount * perSector {
            tableCount += 1
            listCount = max(0, tableCount - 109 + perSector - 2) / (perSector - 1)
        }
        let first = UInt32(next.count)
        let tables = (0..<UInt32(tableCount)).map { first + $0 }
        let lists = (0..<UInt32(listCount)).map { first + UInt32(tableCount) + $0 }
        next += tables.map { _ in 0xFFFF_FFFD } + lists.map { _ in 0xFFFF_FFFC }
        bytes += next.flatMap(Self.little)
        bytes += [UInt8](repeating: 0xFF, count: (tableCount * perSector - next.count) * 4)
        let rest = tables.dropFirst(109)
        for (number, _) in lists.enumerated() {
            let part = rest.dropFirst(number * (perSector - 1)).prefix(perSector - 1)
            bytes += part.flatMap(Self.little)
            bytes += [UInt8](repeating: 0xFF, count: (perSector - 1 - part.count) * 4)
            bytes += Self.little(number + 1 < lists.count ? lists[number + 1] : Self.end)
        }
        return (tables, lists)
    }

    static func little(_ value: UInt32) -> [UInt8] {
        [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value >> 16 & 0xFF), UInt8(value >> 24)]
    }
}
