import Foundation
import Testing

/// Questions on a terminal, and what each answer leaves behind.
@Suite struct DialogueTests {
  private func samples() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in Transcript.hello { try folder.write(text, to: path) }
    try folder.write("{\"profile\": \"com\"}", to: "templates/tmpl.json")
    try folder.write("address,NAME,GRADE\na@example.com,A,x\nb@example.com,B,y\n", to: "list.csv")
    return folder
  }

  private func snapshots(_ folder: TemporaryFolder) -> [String] {
    folder.files().filter { $0.hasPrefix("snapshots/") }
  }

  @Test(arguments: ["", "3", "yes", "2x"])
  func `any other answer than the count approves nothing`(answer: String) throws {
    let folder = try samples()
    defer { folder.remove() }
    let dialogue = try Dialogue(["approve", "hello", "-r", "list.csv", "--by", "kim"], in: folder)
    try dialogue.wait(for: "monthly quota  2 of 1,000,000")
    try dialogue.wait(for: "type the count of people to approve, anything else to leave: ")
    try dialogue.type(answer)
    try dialogue.wait(for: "nothing was approved")
    #expect(dialogue.finish() == 1)
    #expect(snapshots(folder).isEmpty)
  }

  @Test func `the count approves, and the end of input does not`() throws {
    let folder = try samples()
    defer { folder.remove() }
    let arguments = ["approve", "hello", "-r", "list.csv", "--by", "kim", "--lang", "ko"]
    let left = try Dialogue(arguments, in: folder)
    try left.wait(for: "승인하려면 수신 인원을 입력하세요")
    try left.endInput()
    try left.wait(for: "승인하지 않았습니다")
    #expect(left.finish() == 1)
    #expect(snapshots(folder).isEmpty)
    let given = try Dialogue(arguments, in: folder)
    try given.wait(for: "승인하려면 수신 인원을 입력하세요")
    try given.type("2")
    try given.wait(for: "승인했습니다: 'snapshots/hello/approvals/")
    #expect(given.finish() == 0)
    #expect(snapshots(folder).count == 3)
  }

  /// Two people whose mails differ from what is approved, each in a way of their own.
  private func changed() throws -> TemporaryFolder {
    let folder = try samples()
    try folder.write(
      "address,NAME,GRADE\nkim@example.com,Kim,Gold\nlee@example.com,Lee,Tin\n",
      to: "templates/hello/recipients.csv")
    for action in ["update", "accept"] {
      #expect(try folder.tool.run(["snapshot", action, "--all"]).status == 0)
    }
    try folder.write(
      "address,NAME,GRADE\nkim@example.com,Kim,Golden\nlee@example.com,Leo,Tin\n",
      to: "templates/hello/recipients.csv")
    #expect(try folder.tool.run(["snapshot", "update"]).status == 0)
    return folder
  }

  private let question = "a accept · r reject · s skip · q quit · ? help: "

  @Test func `a review helps, accepts one change, and quits before the next`() throws {
    let folder = try changed()
    defer { folder.remove() }
    let dialogue = try Dialogue(["snapshot", "review"], in: folder)
    try dialogue.wait(for: "[1/2] hello/kim@example.com: changed")
    try dialogue.wait(for: question)
    try dialogue.type("?")
    try dialogue.wait(for: "q quit: leave this one and all that follow as they are\n")
    try dialogue.wait(for: "A, R, S: the same for all that follow\n" + question)
    try dialogue.type("what")
    try dialogue.wait(for: question)
    try dialogue.type("a")
    try dialogue.wait(for: "[2/2] hello/lee@example.com: changed")
    try dialogue.wait(for: question)
    try dialogue.type("q")
    #expect(dialogue.finish() == 1)
    #expect(try folder.text("snapshots/hello/kim@example.com.html").contains("Golden"))
    #expect(try folder.text("snapshots/hello/lee@example.com.html").contains("Lee"))
    #expect(try folder.text("snapshots/hello/lee@example.com.pending.html").contains("Leo"))
    #expect(!snapshots(folder).contains("snapshots/hello/kim@example.com.pending.html"))
  }

  @Test(arguments: [("A", 0), ("R", 0), ("S", 1)])
  func `a capital letter answers for all that follow`(answer: String, status: Int32) throws {
    let folder = try changed()
    defer { folder.remove() }
    let dialogue = try Dialogue(["snapshot", "review"], in: folder)
    try dialogue.wait(for: question)
    try dialogue.type(answer)
    #expect(dialogue.finish() == status)
    #expect(!dialogue.shown.contains("[2/2]"))
    let isPending = snapshots(folder).contains { $0.hasSuffix(".pending.html") }
    #expect(isPending == (answer == "S"))
    #expect(try folder.tool.run(["snapshot", "check"]).status == (answer == "A" ? 0 : 1))
  }

  @Test func `the end of input interrupts a review and decides nothing`() throws {
    let folder = try changed()
    defer { folder.remove() }
    let dialogue = try Dialogue(["snapshot", "review", "--lang", "ko"], in: folder)
    try dialogue.wait(for: "q 그만두기")
    try dialogue.endInput()
    try dialogue.wait(for: "중단되었습니다")
    #expect(dialogue.finish() == 130)
    #expect(snapshots(folder).filter { $0.hasSuffix(".pending.html") }.count == 2)
  }
}
