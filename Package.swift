// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
// The tests draw some thousand screens and play some ten thousand acts; without -O they take half as long again.
let fast = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "yangguang",
    products: [
        .executable(name: "yangguang", targets: ["Console"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .systemLibrary(name: "CRename"),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Model",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                "CRename", "CSQLite", "CSodium",
            ],
            swiftSettings: fast
        ),
        .executableTarget(
            name: "Console",
            dependencies: [
                "Model", "CNcurses", "CXLSXWriter", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: fast,
            // ncursesw must find our widths before the C library's.
            linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"])]
        ),
        .target(
            name: "CountyFixture", dependencies: ["Model", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/CountyFixture", swiftSettings: fast),
        .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
        .target(name: "Pty", dependencies: ["CVTerm"], path: "Tests/Pty", swiftSettings: fast),
        .executableTarget(
            name: "Bench", dependencies: ["CountyFixture", "CSodium", "Model", "Pty"], path: "Tests/Bench",
            swiftSettings: strict),
        .target(name: "ActOrders", path: "Tests/ActOrders", swiftSettings: fast),
        .executableTarget(
            name: "ActingClerk", dependencies: ["ActOrders", "CountyFixture", "Model"], path: "Tests/ActingClerk",
            swiftSettings: fast),
        .testTarget(
            name: "RuleTests",
            dependencies: [
                "ActOrders", "ActingClerk", "CountyFixture", "Model", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: fast),
        .testTarget(
            name: "ModelTests",
            dependencies: ["Model", "CountyFixture", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "ConsoleTests",
            dependencies: ["Console", "Model", "CountyFixture", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "TerminalTests",
            dependencies: [
                "Console", "Model", "CountyFixture", "Pty", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: fast),
    ],
    swiftLanguageModes: [.v6]
)
