// swift-tools-version: 6.3

import PackageDescription

/// The strictness every target of ours is compiled with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

func library(
  _ name: String, _ dependencies: [String] = [], extra: [SwiftSetting] = [],
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, resources: resources,
    swiftSettings: strict + extra)
}

func tests(_ name: String, _ dependencies: [String], fixtures: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: (dependencies + ["TestSupport"]).map { .byName(name: $0) },
    exclude: fixtures, swiftSettings: strict)
}

let package = Package(
  name: "tmpl",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "tmpl", targets: ["tmpl"])],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    library("Bytes"),
    library("JSONSyntax"),
    library("Hashing"),
    library("Diagnostics", ["JSONSyntax"]),
    library("Templating", ["Diagnostics"]),
    library("Markup", ["CLibXML2"], extra: [.strictMemorySafety()]),
    library("Recipients", ["Bytes", "Diagnostics", "JSONSyntax"]),
    library("Mailing", ["Bytes", "Diagnostics", "JSONSyntax"]),
    library(
      "Composing",
      ["Bytes", "Diagnostics", "JSONSyntax", "Templating", "Markup", "Recipients", "Mailing"]),
    library(
      "Linting",
      [
        "Bytes", "Diagnostics", "JSONSyntax", "Templating", "Markup", "Recipients", "Mailing",
        "Composing",
      ]),
    library(
      "Approving",
      ["Diagnostics", "JSONSyntax", "Hashing", "Mailing", "Composing", "Linting"]),
    library(
      "Previews",
      [
        "Diagnostics", "JSONSyntax", "Hashing", "Templating", "Markup", "Recipients", "Mailing",
        "Composing", "Linting", "Approving",
      ],
      resources: [
        .embedInCode("Resources/page.css"), .embedInCode("Resources/theme.css"),
        .embedInCode("Resources/share.css"), .embedInCode("Resources/share.js"),
        .embedInCode("Resources/snapshots.css"),
        .embedInCode("Resources/gallery"),
      ]),
    library(
      "Publishing",
      [
        "Diagnostics", "JSONSyntax", "Hashing", "Mailing", "Composing", "Linting", "Approving",
      ]),
    library("HTTPTransport", ["Publishing"]),
    library(
      "Sandbox", ["Diagnostics", "JSONSyntax", "Mailing", "Previews", "Publishing"]),
    library(
      "CommandLineTool",
      [
        "Diagnostics", "JSONSyntax", "Hashing", "Templating", "Markup", "Recipients", "Mailing",
        "Composing", "Linting", "Approving", "Previews", "Publishing", "Sandbox",
      ]),
    .executableTarget(
      name: "tmpl", dependencies: ["CommandLineTool", "HTTPTransport"], swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "Diagnostics", "JSONSyntax", "Mailing", "Recipients", "Templating", "Composing", "Linting",
      ],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("ProjectTests", []),
    tests("EndToEndTests", ["tmpl"], fixtures: ["Clients", "Transcripts"]),
    tests("BytesTests", ["Bytes"]),
    tests("JSONSyntaxTests", ["JSONSyntax"]),
    tests("HashingTests", ["Hashing"]),
    tests("DiagnosticsTests", ["Diagnostics", "JSONSyntax"]),
    tests("TemplatingTests", ["Templating", "Diagnostics"]),
    tests(
      "MarkupTests", ["Markup", "Diagnostics"],
      fixtures: ["Browser/comparison.js", "Browser/judge.js", "SanitizerCases", "TokenizerCases"]),
    tests("RecipientsTests", ["Recipients", "Diagnostics", "JSONSyntax"]),
    tests("MailingTests", ["Mailing", "Diagnostics", "JSONSyntax"]),
    tests(
      "ComposingTests",
      [
        "Composing", "Diagnostics", "Hashing", "JSONSyntax", "Linting", "Mailing", "Markup",
        "Recipients",
        "Templating",
      ]),
    tests(
      "ApprovingTests",
      ["Approving", "Composing", "Hashing", "JSONSyntax", "Linting", "Mailing", "Recipients"]),
    tests(
      "PreviewsTests", ["Approving", "Previews", "Composing", "Diagnostics", "Hashing", "Markup"]),
    tests(
      "PublishingTests",
      [
        "Publishing", "Sandbox", "Approving", "Composing", "Diagnostics", "Hashing", "JSONSyntax",
        "Linting", "Mailing", "Recipients",
      ]),
    tests(
      "SandboxTests",
      ["Sandbox", "HTTPTransport", "Publishing", "Diagnostics", "JSONSyntax", "Mailing"]),
    tests(
      "LintingTests",
      ["Linting", "Composing", "Diagnostics", "Markup", "Templating", "Recipients", "Mailing"],
      fixtures: ["Mails"]),
  ]
)

// Asked for only: every build would build it, in debug too.
if Context.environment["TMPL_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["TestSupport", "Composing", "JSONSyntax", "Markup", "Recipients"],
      path: "Tests/Benchmarks", exclude: ["README.md", "commands", "peers"],
      swiftSettings: strict))
}
