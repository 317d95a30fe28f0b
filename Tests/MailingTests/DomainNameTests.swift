import Mailing
import Testing

/// Spellings in ASCII; the first ones are the samples of RFC 3492 §7.1, in lower case.
@Suite struct DomainNameTests {
  @Test(arguments: [
    ("ليهمابتكلموشعربي؟", "xn--egbpdaj6bu4bxfgehfvwxn"),
    ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
    ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
    ("pročprostěnemluvíčesky", "xn--proprostnemluvesky-uyb24dma41a"),
    (
      "세계의모든사람들이한국어를이해한다면얼마나좋을까",
      "xn--989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c"
    ),
    ("예시.example", "xn--vv4b11d.example"), ("MÜNCHEN.de", "xn--mnchen-3ya.de"),
    ("plain.example", "plain.example"), ("", ""),
  ])
  func `domains`(domain: String, ascii: String) {
    #expect(DomainName.ascii(Array(domain.utf8)[...]) == ascii)
  }

  @Test func `what cannot be a domain has no spelling`() {
    #expect(DomainName.ascii([0xFF, 0x2E]) == nil)
    #expect(DomainName.ascii(Array(String(repeating: "김", count: 30_000).utf8)[...]) == nil)
  }

  @Test(arguments: [
    (" a@b.cc", "a@b.cc"), ("a@b.cc\u{A0}", "a@b.cc"), ("mailto: a@b.cc", "a@b.cc"),
    ("MAILTO:a@b.cc.", "a@b.cc"), ("a@b.cc ;, ", "a@b.cc"), ("\u{FEFF}a@b.cc\u{200B}", "a@b.cc"),
    ("m@b.cc", "m@b.cc"), ("a b@c.dd", "a b@c.dd"), ("mailto", "mailto"), (" ", ""),
  ])
  func `bare addresses`(text: String, bare: String) {
    #expect(String(decoding: EmailAddress.bare(Array(text.utf8)[...]), as: UTF8.self) == bare)
  }
}
