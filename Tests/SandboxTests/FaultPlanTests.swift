import Publishing
import Testing

@testable import Sandbox

@Suite struct FaultPlanTests {
  @Test(arguments: [
    "throttle", "throttle=", "throttle=x", "throttle=-0.1", "throttle=1.1", "throttle=nan",
    "flood=0.1", "throttle=0.1,", "throttle=0.1,throttle=0.1", "throttle=0.6,timeout=0.6", "=",
  ])
  func `a text that is no plan is none`(text: String) { #expect(FaultPlan(text, seed: 1) == nil) }

  @Test func `the same requests go wrong in every run, as often as asked`() throws {
    let text = "throttle=0.1,timeout=0.05,drop-after-accept=0.02,error500=0.02"
    func faults(_ seed: UInt64) throws -> [FaultPlan.Kind?] {
      var plan = try #require(FaultPlan(text, seed: seed))
      return (0..<20_000).map { _ in plan.next() }
    }
    let first = try faults(1)
    #expect(try faults(1) == first)
    #expect(try faults(2) != first)
    for (kind, rate) in [
      (FaultPlan.Kind.throttle, 0.1), (.timeout, 0.05), (.error500, 0.02), (.error504, 0),
    ] {
      #expect(abs(Double(first.count { $0 == kind }) / 20_000 - rate) < 0.01, "\(kind)")
    }
  }

  @Test(arguments: [
    ("throttle=1", 429 as Int?, "410", 0), ("error500=1", 500, "900", 0),
    ("error504=1", 504, "510", 1),
    ("timeout=1", nil, "", 0), ("drop-after-accept=1", nil, "", 1),
  ])
  func `a fault is answered as documented, and takes the mails or not`(
    text: String, status: Int?, code: String, taken: Int
  ) throws {
    let calls = ServiceCalls(faults: FaultPlan(text, seed: 1))
    let mail =
      "{\"senderAddress\":\"a@shop.example.com\",\"title\":\"t\",\"body\":\"b\",\"recipients\":[{\"address\":\"k@example.com\",\"type\":\"R\"}]}"
    let response = calls.call("POST", "/api/v1/mails", mail)
    #expect(response?.status == status)
    #expect(calls.accepted.count == taken)
    if status != nil { #expect(response?.member("error", "errorCode") == code) }
    // Who is not let in is not counted among those who may go wrong.
    #expect(calls.call("POST", "/api/v1/mails", mail, shift: 1_000_000)?.status == 401)
  }
}
