import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// `tmpl send` and `tmpl status` against a sandbox, from the first look to the last mail.
@Suite struct SendTests {
  @Test func `what is approved is shown, sent once, and never again by itself`() throws {
    let project = try SendProject(isApproved: false)
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let origin = sandbox.origin
    let before = try project.folder.tool.run(
      SendProject.call + ["--confirm", "30-0000"], environment: SendProject.environment(origin))
    #expect(before.status == 1 && before.errors.contains("not approved"))
    try project.approve()

    let look = try project.folder.tool.run(SendProject.call)
    #expect(look.status == 0, "\(look.errors)")
    #expect(look.text.contains("30 people in 9 requests"))
    #expect(look.text.contains("0 + 30 of 1,000,000"))
    #expect(look.text.contains("cannot be called back"))
    #expect(project.ledger().isEmpty)

    let wrong = try project.folder.tool.run(
      SendProject.call + ["--confirm", "30-zzzz"], environment: SendProject.environment(origin))
    #expect(wrong.status == 1 && wrong.errors.contains("without --confirm"))
    #expect(try project.arrivals().isEmpty)

    let sent = try project.send(origin)
    #expect(sent.status == 0, "\(sent.errors)")
    #expect(sent.text.contains("30 people in 9 requests"))
    let everybody = try project.arrivals()
    #expect(everybody.count == 30 && everybody.values.allSatisfy { $0 == 1 })

    let again = try project.folder.tool.run(SendProject.call)
    #expect(again.status == 1 && again.errors.contains("--again"))
    let status = try project.folder.tool.run(
      ["status", "news", "--format", "json"], environment: SendProject.environment(origin))
    #expect(status.status == 0 && status.text.contains("\"mails\":30"), "\(status.errors)")

    // A ledger can be lost: the service's own list still knows.
    try FileManager.default.removeItem(at: project.folder.url.appending(path: ".tmpl"))
    let lost = try project.send(origin)
    #expect(lost.status == 1 && lost.errors.contains("within two days"), "\(lost.errors)")
    #expect(try project.arrivals() == everybody)
    let reason = try project.send(origin, ["--again", "a second try"])
    #expect(reason.status == 0, "\(reason.errors)")
    #expect(project.ledger().contains("\"reason\":\"a second try\""))
    #expect(try project.arrivals().values.allSatisfy { $0 == 2 })
  }

  @Test func `one edited cell, and nothing leaves`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let token = try project.token()
    try project.writeList { $0.replacing("N17", with: "N18") }
    let result = try project.folder.tool.run(
      SendProject.call + ["--confirm", token],
      environment: SendProject.environment(sandbox.origin))
    #expect(result.status == 1 && result.errors.contains("row"), "\(result.errors)")
    #expect(try project.arrivals().isEmpty && project.ledger().isEmpty)
  }

  @Test func `a few people first, then the rest`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let look = try project.folder.tool.run(SendProject.call + ["--first", "5"])
    #expect(look.text.contains("the first 5 of 30 people of 'list.csv'"), "\(look.text)")
    #expect(look.text.contains("5 people in 2 requests") && look.text.contains("--confirm 5-"))
    // Rows 2 to 6: nobody else is shown.
    let rows = look.text.matches(of: /row (\d+)/).compactMap { Int($0.1) }
    #expect(rows.contains(2) && rows.contains(6) && rows.allSatisfy { $0 <= 6 }, "\(look.text)")
    let first = try project.send(sandbox.origin, ["--first", "5"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(Set(try project.arrivals().keys) == Set((0..<5).map { "p\($0)@people.example.net" }))
    let rest = try project.send(sandbox.origin, ["--resume"])
    #expect(rest.status == 0, "\(rest.errors)")
    let arrivals = try project.arrivals()
    #expect(arrivals.count == 30 && arrivals.values.allSatisfy { $0 == 1 })
  }

  /// An answer is lost, the list shows it; a request was never taken, a person says so.
  @Test func `what is unknown is looked up, and otherwise asked for`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    var sandbox: RunningSandbox? = try RunningSandbox(
      project.folder, ["--store", "out", "--fail", "error500=0.25", "--seed", "3"])
    let origin = try #require(sandbox?.origin)
    var result = try project.send(origin, ["--again", "faults"])
    for _ in 0..<40 where result.status == 3 && result.text.contains("not sent ") {
      let more = ["--resume"]
      result = try project.send(origin, more)
    }
    let ledger = project.ledger()
    let unknown = ledger.split(separator: "\n").filter { $0.contains("\"kind\":\"unknown\"") }
    #expect(!unknown.isEmpty)
    // Nobody else is left: all that remains is unknown.
    let look = try project.folder.tool.run(SendProject.call + ["--resume"])
    #expect(look.text.contains("0 left") && look.text.contains("--confirm 0-"), "\(look.text)")
    let write = try project.folder.tool.run(
      SendProject.call + ["--resume", "--write-remaining", "rest.csv"])
    #expect(write.errors.contains("0 rows"), "\(write.errors)")
    sandbox = nil
    // The console says that none of them was taken.
    let resolve = unknown.compactMap { line -> String? in
      line.firstMatch(of: /"number":([0-9]+)/).map { "\($0.1)=unsent" }
    }.flatMap { ["--resolve", $0] }
    let left = try project.folder.tool.run(
      SendProject.call + ["--resume", "--write-remaining", "rest.csv"] + resolve)
    #expect(left.status == 0, "\(left.errors)")
    let rest = try project.folder.text("rest.csv").split(separator: "\r\n").dropFirst()
    let arrived = try project.arrivals()
    #expect(arrived.values.allSatisfy { $0 == 1 })
    #expect(
      Set(rest.compactMap { $0.split(separator: ",").first.map(String.init) })
        == Set((0..<30).map { "p\($0)@people.example.net" }).subtracting(arrived.keys))
  }

  @Test func `a ledger that is lost behind a trial sends nobody anything twice`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    #expect(try project.send(sandbox.origin, ["--first", "5"]).status == 0)
    try FileManager.default.removeItem(at: project.folder.url.appending(path: ".tmpl"))
    let again = try project.send(sandbox.origin)
    #expect(again.status == 1 && again.errors.contains("within two days"), "\(again.errors)")
    #expect(try project.arrivals().count == 5)
  }

  @Test func `a list that changed is not gone on with`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    #expect(try project.send(sandbox.origin, ["--first", "4"]).status == 0)
    try project.writeList { $0.replacing("N29", with: "N30") }
    try project.approve()
    let resumed = try project.folder.tool.run(SendProject.call + ["--resume"])
    #expect(resumed.status == 1 && resumed.errors.contains("the list"), "\(resumed.errors)")
    // Nor is it sent anew to people who have it, whatever row they stand in.
    try project.writeList { $0.replacing("NAME\n", with: "NAME\nnew@people.example.net,New\n") }
    let approval = try project.folder.tool.run([
      "approve", "news", "-r", "list.csv", "--by", "me", "--yes", "31",
    ])
    #expect(approval.status == 0, "\(approval.errors)")
    let anew = try project.folder.tool.run(
      SendProject.call + ["--confirm", "31-0000"],
      environment: SendProject.environment(sandbox.origin))
    #expect(anew.status == 1 && anew.errors.contains("another list"), "\(anew.errors)")
    #expect(try project.arrivals().count == 4)
  }

  /// The same people are the same list, even if they stand in other rows by now.
  @Test func `rows that moved are not taken for others`() throws {
    let project = try SendProject(people: 30, isApproved: false)
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    try project.folder.write("address\np0@people.example.net\n", to: "gone.txt")
    let exclusion = ["--exclude", "gone.txt"]
    let approval = try project.folder.tool.run(
      ["approve", "news", "-r", "list.csv", "--by", "me", "--yes", "29"] + exclusion)
    #expect(approval.status == 0, "\(approval.errors)")
    #expect(try project.send(sandbox.origin, exclusion + ["--first", "4"]).status == 0)
    try project.writeList { $0.replacing("p0@people.example.net,N0\n", with: "") }
    let look = try project.folder.tool.run(
      SendProject.call + ["--resume", "--write-remaining", "rest.csv"])
    #expect(look.status == 0, "\(look.errors)")
    let rest = try project.folder.text("rest.csv").split(separator: "\r\n").dropFirst()
    #expect(
      rest.compactMap { $0.split(separator: ",").first }
        == (5..<30).map { "p\($0)@people.example.net" })
    let resumed = try project.send(sandbox.origin, ["--resume"])
    #expect(resumed.status == 0, "\(resumed.errors)")
    let arrivals = try project.arrivals()
    #expect(arrivals.count == 29 && arrivals.values.allSatisfy { $0 == 1 })
  }

  @Test func `a ledger is a file`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    let pipe = project.folder.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    for place in [pipe, "/dev/zero", "."] {
      for more in [[], ["--confirm", "30-0000"]] {
        let result = try project.folder.tool.run(
          SendProject.call + ["--ledger", place] + more,
          environment: SendProject.environment("http://127.0.0.1:1"))
        #expect(result.status == 2 && result.errors.contains("is no file"), "\(result.errors)")
      }
    }
    try project.folder.write("{\"a\": 1}", to: "kept.json")
    let call = SendProject.call + ["--ledger", "kept.json"]
    let result = try project.folder.tool.run(
      call + ["--confirm", "30-0000"],
      environment: SendProject.environment("http://127.0.0.1:1"))
    #expect(result.status == 2 && result.errors.contains("line 1"), "\(result.errors)")
    #expect(try project.folder.text("kept.json") == "{\"a\": 1}")
  }

  @Test func `nothing is written over a ledger, and no ledger over settings and keys`() throws {
    let project = try SendProject(isApproved: false)
    defer { project.folder.remove() }
    try project.folder.write("x", to: ".tmpl/ledger/news.jsonl")
    try project.folder.write("", to: ".env")
    let ledger = ["--ledger", "own.jsonl", "--resume"]
    for more in [
      ["--resume", "--write-remaining", ".tmpl/ledger/news.jsonl"],
      ["--resume", "--write-remaining", "./.tmpl/ledger/other.jsonl"],
      ledger + ["--write-remaining", "./own.jsonl"], ["--ledger", "tmpl.json"],
      ["--ledger", ".env"],
    ] {
      let result = try project.folder.tool.run(SendProject.call + more)
      #expect(result.status == 2 && result.errors.contains("would write over"), "\(result.errors)")
    }
    #expect(project.ledger() == "x")
  }

  @Test func `a test goes to colleagues alone, says so, and counts for nothing`() throws {
    let project = try SendProject(isApproved: false)
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let environment = SendProject.environment(sandbox.origin)
    let stranger = try project.folder.tool.run(
      SendProject.call + ["--test", "you@other.example"], environment: environment)
    #expect(stranger.status == 2)
    #expect(stranger.errors.contains("\"you@other.example\"]"), "\(stranger.errors)")
    let test = try project.folder.tool.run(
      SendProject.call + ["--test", "me@shop.example", "--test", "a@team.example", "--row", "3"],
      environment: environment)
    #expect(test.status == 0, "\(test.errors)")
    #expect(try project.arrivals() == ["me@shop.example": 1, "a@team.example": 1])
    let mail = try #require(project.folder.files().first { $0.hasSuffix(".eml") })
    #expect(try project.body(mail).contains("Dear N1,"))
    #expect(project.ledger().contains("\"purpose\":\"test\""))
    try project.approve()
    let sent = try project.send(sandbox.origin)
    #expect(sent.status == 0, "\(sent.errors)")
  }

  @Test func `a rehearsal needs nothing and never leaves this machine`() throws {
    let project = try SendProject(isApproved: false)
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let port = try #require(sandbox.origin.split(separator: ":").last.map(String.init))
    // Keys and endpoint of the real service are there, and not used.
    let environment = [
      "NAVER_ACCESS_KEY": "real", "NAVER_SECRET_KEY": "real-secret",
      "NAVER_OUTBOUND_MAILER_API_ENDPOINT": "https://mail.apigw.ntruss.com/api/v1",
      // Nor is a proxy asked to carry people's addresses.
      "http_proxy": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1",
    ]
    for profile in ["com", "sens"] {
      let result = try project.folder.tool.run(
        SendProject.call + ["--sandbox", "--port", port, "--profile", profile],
        environment: environment)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("nothing leaves this machine"))
    }
    #expect(try project.arrivals().values.allSatisfy { $0 == 2 })
    #expect(project.ledger().isEmpty)
    let status = try project.folder.tool.run(
      ["status", "news", "--sandbox", "--port", port], environment: environment)
    #expect(status.status == 0, "\(status.errors)")
    let line = try #require(status.text.split(separator: "\n").dropFirst().first)
    #expect(line.contains(/^  30 (preparing|ready|sending|sent) \([A-Z]+\)$/), "\(status.text)")
    let nobody = try project.folder.tool.run(SendProject.call + ["--sandbox", "--port", "1"])
    #expect(nobody.status == 2 && nobody.errors.contains("tmpl sandbox"))
  }

  @Test func `under CI a ledger has to be named`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let token = try project.token()
    let environment = SendProject.environment(sandbox.origin).merging(["CI": "true"]) { $1 }
    let call = SendProject.call + ["--confirm", token]
    let none = try project.folder.tool.run(call, environment: environment)
    #expect(none.status == 2 && none.errors.contains("--ledger"))
    let named = try project.folder.tool.run(
      call + ["--ledger", "kept/news.jsonl"], environment: environment)
    #expect(named.status == 0, "\(named.errors)")
    #expect(!named.errors.contains("p0@") && !named.text.contains("p0@"))
    #expect(try project.folder.text("kept/news.jsonl").contains("accepted"))
  }

  @Test func `secrets and addresses stand in no ledger and no output`() throws {
    let project = try SendProject()
    defer { project.folder.remove() }
    let secret = "s3cr3t-nobody-may-see"
    try project.folder.write("NAVER_SECRET_KEY=\(secret)\nNAVER_ACCESS_KEY=known\n", to: ".env")
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let environment = [
      "NAVER_OUTBOUND_MAILER_API_ENDPOINT": sandbox.origin + "/api/v1"
    ]
    let call = SendProject.call + ["--confirm", try project.token()]
    let sent = try project.folder.tool.run(call, environment: environment)
    #expect(sent.status == 0, "\(sent.errors)")
    let refused = try project.folder.tool.run(
      ["status", "news"],
      environment: environment.merging(["NAVER_SECRET_KEY": secret + "x"]) { $1 })
    #expect(refused.status == 3 && refused.errors.contains("the keys do not count"))
    let all = sent.text + sent.errors + refused.text + refused.errors + project.ledger()
    #expect(!all.contains(secret) && !all.contains("@people"))
  }

  @Test func `an interruption ends behind the request in flight`() throws {
    let project = try SendProject(people: 120, recipients: 2)
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(project.folder, ["--store", "out"])
    let running = try RunningSend(project, sandbox.origin, try project.token())
    running.waitForLedger(lines: 20)
    let (status, output) = running.end(SIGINT)
    #expect(status == 130, "\(output)")
    #expect(output.contains("--resume"), "\(output)")
    let lines = project.ledger().split(separator: "\n")
    #expect(lines.last?.contains("\"kind\":\"accepted\"") == true)
    let rest = try project.send(sandbox.origin, ["--resume"])
    #expect(rest.status == 0, "\(rest.errors)")
    let arrivals = try project.arrivals()
    #expect(arrivals.count == 120 && arrivals.values.allSatisfy { $0 == 1 })
  }

  /// Killed at any point: each person gets one mail or is listed as unknown.
  ///
  /// `TMPL_KILLS` tells how
  /// often; the service loses answers and fails meanwhile.
  @Test func `a send that is killed reaches everybody once`() throws {
    let kills = ProcessInfo.processInfo.environment["TMPL_KILLS"].flatMap { Int($0) } ?? 5
    let project = try SendProject(people: 240, recipients: 2)
    defer { project.folder.remove() }
    let sandbox = try RunningSandbox(
      project.folder,
      ["--store", "out", "--fail", "drop-after-accept=0.02,error500=0.02,throttle=0.01"])
    var chance = SeededGenerator(seed: 11)
    var more = ["--again", "kills"]
    for _ in 0..<kills {
      let running = try RunningSend(project, sandbox.origin, try project.token(more), more)
      let lines = project.ledger().split(separator: "\n").count
      running.waitForLedger(lines: lines + Int.random(in: 0..<24, using: &chance))
      _ = running.end(SIGKILL)
      if project.ledger().contains("\"kind\":\"send\"") { more = ["--resume"] }
    }
    var result = try project.send(sandbox.origin, more)
    for _ in 0..<100 where result.status == 3 && result.text.contains("not sent ") {
      result = try project.send(sandbox.origin, ["--resume"])
    }
    let arrivals = try project.arrivals()
    #expect(arrivals.values.allSatisfy { $0 == 1 })
    let look = try project.folder.tool.run(SendProject.call + ["--resume"])
    let unknown = try #require(look.text.firstMatch(of: /([0-9]+) unknown, 0 left/)?.1)
    #expect(arrivals.count + (Int(unknown) ?? 0) >= 240, "\(look.text)")
  }
}
