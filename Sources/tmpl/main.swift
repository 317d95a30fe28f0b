import CommandLineTool
import HTTPTransport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// A reader that goes away is noticed by the write that fails.
signal(SIGPIPE, SIG_IGN)

let environment = Environment(
  variables: ProcessInfo.processInfo.environment,
  currentDirectory: FileManager.default.currentDirectoryPath,
  isInputTerminal: isatty(0) == 1, isOutputTerminal: isatty(1) == 1,
  isErrorTerminal: isatty(2) == 1, cores: ProcessInfo.processInfo.activeProcessorCount,
  transport: URLSessionTransport()
) { Int(Date().timeIntervalSince1970 * 1000) }
exit(Tool.run(Array(CommandLine.arguments.dropFirst()), environment: environment).rawValue)
