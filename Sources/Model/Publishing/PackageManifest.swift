// manifest.json of a public package: what it is and what lies in it. Fields are only ever added.
import Foundation

/// The manifest as it is written.
struct PackageManifest: Encodable {
    struct File: Encodable {
        let path: String
        /// The file's own name, where the path had to differ.
        let name: String?
        /// Bytes.
        let size: Int
        let sha256: String
    }

    struct Replaced: Encodable {
        let version: Int
        let package: String?
    }

    let format = 1
    let package: String
    let action: String
    let reason: String?
    let replaces: Replaced?
    /// The packages of the versions that no longer hold.
    let withdraws: [String]?
    let site: String
    let unit: String
    let system: String
    let systemName: String
    let kind: String
    let kindName: String
    let number: String
    let matter: String?
    let version: Int
    let title: String
    let publishedAt: String
    let withdrawnAt: String?
    let files: [File]

    init(_ release: PublicRelease, _ files: [File]) {
        package = release.name
        action = release.purpose.rawValue
        reason = release.reason
        let isWithdrawal = release.purpose == .withdraw
        replaces =
            isWithdrawal
            ? nil
            : release.earlier.last.map {
                Replaced(version: $0.version, package: $0.isPackage ? release.packageName($0.version) : nil)
            }
        withdraws =
            isWithdrawal
            ? release.earlier.filter(\.isPackage).map { release.packageName($0.version) }
                + [release.packageName(release.version)] : nil
        site = release.site
        unit = release.unit
        system = release.system.rawValue
        systemName = release.system.title
        kind = release.kind
        kindName = release.kindName
        number = release.number.description
        matter = release.matterNumber?.description
        version = release.version
        title = release.title
        publishedAt = release.publishedAt.beijingISO
        withdrawnAt = release.withdrawnAt?.beijingISO
        self.files = files
    }

    /// The same manifest is always the same bytes, so that a package is known by it.
    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return [UInt8](try encoder.encode(self)) + [0x0A]
        }
    }
}

extension Moment {
    /// Beijing time with its offset, `2026-11-20T09:00:00+08:00`.
    var beijingISO: String {
        let second = Int(milliseconds).flooredQuotient(1000).modulo(60)
        return "\(day)T\(timeOfDay):\(second.twoDigits)+08:00"
    }
}
