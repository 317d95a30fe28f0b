import TestSupport
import Testing

/// Pages in a real browser, one at a time: each takes a processor for itself.
@Suite(.serialized, .enabled(if: BrowserDriver.isInstalled, "there is no chromedriver"))
struct BrowserTests {}
