// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// One settings block for every target of ours: Swift 6 mode, strict memory safety, no warnings.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Vectorscan is optional: where its header is missing, an own literal searcher takes its place and
/// finds the same literals by definition, only slower.
let hasVectorscan = ["/usr/include", "/usr/local/include", "/opt/homebrew/include"]
  .contains { FileManager.default.fileExists(atPath: $0 + "/hs/hs.h") }
let matchingSettings = hasVectorscan ? settings + [.define("VECTORSCAN")] : settings

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

var targets: [Target] = [
  // C libraries of the system, each behind one wall.
  .systemLibrary(
    name: "CLibgit2", pkgConfig: "libgit2",
    providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
  .systemLibrary(
    name: "CPCRE2", pkgConfig: "libpcre2-8",
    providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
  .systemLibrary(
    name: "CDeflate", pkgConfig: "libdeflate",
    providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
  .systemLibrary(
    name: "CZlib", pkgConfig: "zlib",
    providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
  // Instructions that Swift has no word for.
  .systemLibrary(name: "CProcessor"),

  // What everything else speaks of.
  .target(name: "FindingModel", swiftSettings: settings),
  .target(
    name: "Documents",
    dependencies: [
      .product(name: "TOMLKit", package: "TOMLKit"), .product(name: "Yams", package: "Yams"),
    ], swiftSettings: settings),

  // The native scanner.
  .target(
    name: "PatternMatching",
    dependencies: ["CPCRE2", "FindingModel"] + (hasVectorscan ? ["CVectorscan"] : []),
    swiftSettings: matchingSettings),
  .target(
    name: "RulePacks", dependencies: ["PatternMatching", "Documents", "FindingModel"],
    swiftSettings: settings),
  .executableTarget(
    name: "rulepack-compiler", dependencies: ["PatternMatching", "RulePacks"],
    swiftSettings: settings),
  .plugin(
    name: "RulePackPlugin", capability: .buildTool(), dependencies: ["rulepack-compiler"]),
  .target(
    name: "BuiltInRules", dependencies: ["PatternMatching", "RulePacks"], swiftSettings: settings,
    plugins: ["RulePackPlugin"]),
  .target(
    name: "GitPacks", dependencies: ["CDeflate", "CProcessor", "CZlib"], swiftSettings: settings),
  .target(
    name: "GitHistory", dependencies: ["CLibgit2", "CZlib", "GitPacks"], swiftSettings: settings),
  .target(
    name: "SecretScanning",
    dependencies: [
      "FindingModel", "PatternMatching", "RulePacks", "BuiltInRules", "GitHistory", "GitPacks",
    ], swiftSettings: settings),

  // Other tools' words.
  .target(
    name: "ReportReading", dependencies: ["CZlib"], swiftSettings: settings),
  .target(
    name: "ScannerReports", dependencies: ["FindingModel", "ReportReading", "Documents"],
    swiftSettings: settings),
  .target(
    name: "ScannerRunner",
    dependencies: [
      "FindingModel", .product(name: "Subprocess", package: "swift-subprocess"),
      .product(name: "SystemPackage", package: "swift-system"),
    ], swiftSettings: settings),
  .target(
    name: "LaunchEvidence", dependencies: ["FindingModel", "ReportReading"],
    swiftSettings: settings),

  // Memory, judgement, word.
  .target(
    name: "BaselineStore",
    dependencies: [
      "FindingModel", "Documents", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
    ],
    swiftSettings: settings),
  .target(
    name: "GateEngine",
    dependencies: [
      "FindingModel", "Documents", "GitHistory", "RulePacks", "SecretScanning", "ScannerReports",
      "ScannerRunner", "LaunchEvidence", "BaselineStore",
      .product(name: "Logging", package: "swift-log"),
    ], swiftSettings: settings),
  .target(name: "GateReporting", dependencies: ["FindingModel"], swiftSettings: settings),
  .executableTarget(
    name: "secgate",
    dependencies: [
      "FindingModel", "PatternMatching", "RulePacks", "BuiltInRules", "SecretScanning",
      "GitHistory", "ScannerReports", "ScannerRunner", "LaunchEvidence", "BaselineStore",
      "GateEngine",
      "GateReporting", argumentParser,
    ], swiftSettings: settings),

  // Tests: one target per module, the command line through the built binary.
  .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
]

if hasVectorscan {
  targets.append(
    .systemLibrary(
      name: "CVectorscan", pkgConfig: "libhs",
      providers: [.apt(["libvectorscan-dev"]), .brew(["vectorscan"])]))
}

/// A folder `Fixtures` beside the tests is read by path, not bundled.
func testTarget(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  let fixtures = Context.packageDirectory + "/Tests/\(name)/Fixtures"
  return .testTarget(
    name: name, dependencies: dependencies + ["FindingModel", "TestSupport"],
    exclude: FileManager.default.fileExists(atPath: fixtures) ? ["Fixtures"] : [],
    swiftSettings: settings)
}

targets += [
  testTarget("FindingModelTests", []),
  testTarget("DocumentsTests", ["Documents"]),
  testTarget("PatternMatchingTests", ["PatternMatching"]),
  testTarget("RulePacksTests", ["RulePacks", "PatternMatching"]),
  testTarget("GitHistoryTests", ["GitHistory"]),
  testTarget("GitPacksTests", ["GitPacks"]),
  testTarget(
    "SecretScanningTests",
    ["SecretScanning", "BuiltInRules", "RulePacks", "PatternMatching", "GitHistory", "GitPacks"]),
  testTarget("ReportReadingTests", ["ReportReading"]),
  testTarget("ScannerReportsTests", ["ScannerReports", "ReportReading"]),
  // Run by hand: see its first lines.
  .executableTarget(
    name: "adapter-fuzzer", dependencies: ["ScannerReports", "FindingModel"],
    path: "Tests/AdapterFuzzer", swiftSettings: settings),
  testTarget("ScannerRunnerTests", ["ScannerRunner"]),
  testTarget("LaunchEvidenceTests", ["LaunchEvidence", "ReportReading"]),
  // A process of its own that the store's tests kill, starve and run beside others.
  .executableTarget(
    name: "store-exerciser", dependencies: ["BaselineStore", "FindingModel"],
    path: "Tests/StoreExerciser", swiftSettings: settings),
  testTarget("BaselineStoreTests", ["BaselineStore", "Documents", "store-exerciser"]),
  testTarget(
    "GateEngineTests",
    [
      "GateEngine", "BaselineStore", "ScannerReports", "Documents", "GitHistory", "SecretScanning",
      "ScannerRunner",
    ]),
  testTarget("GateReportingTests", ["GateReporting"]),
  testTarget("SecgateCLITests", ["secgate", "BaselineStore", "Documents"]),
]

/// `SECGATE_ONLY=GitPacksTests swift test` builds one module's tests and what they need, nothing
/// else; several names are separated by commas.
func trimmed(_ all: [Target], to only: String?) -> [Target] {
  guard let only, !only.isEmpty else { return all }
  let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  var waiting = only.split(separator: ",").map(String.init)
  var kept: Set<String> = []
  while let name = waiting.popLast() {
    guard let target = byName[name], kept.insert(name).inserted else { continue }
    for dependency in target.dependencies {
      switch dependency {
      case .targetItem(let name, _), .byNameItem(let name, _): waiting.append(name)
      default: continue
      }
    }
    for case .plugin(let name, _) in target.plugins ?? [] { waiting.append(name) }
  }
  return all.filter { kept.contains($0.name) }
}

let only = Context.environment["SECGATE_ONLY"]
let package = Package(
  name: "secgate",
  platforms: [.macOS(.v15)],
  products: only == nil ? [.executable(name: "secgate", targets: ["secgate"])] : [],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: trimmed(targets, to: only)
)
