// Finds and reads the documents in Fixtures/, which a real word processor wrote.

import Glibc

enum DocumentFixture {
    static let hearing = ["听证方案.doc", "听证代表名单.doc", "听证报告.doc"]

    static let folder = String(#filePath.dropLast("DocumentFixture.swift".count)) + "Fixtures"

    static func bytes(_ name: String) throws -> [UInt8] {
        try bytes(at: "\(folder)/\(name)")
    }

    static func bytes(at path: String) throws -> [UInt8] {
        struct Missing: Error { let path: String }
        guard let file = fopen(path, "rb") else { throw Missing(path: path) }
        defer { fclose(file) }
        var content: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&part, 1, part.count, file)
            guard count > 0 else { return content }
            content += part[..<count]
        }
    }
}
