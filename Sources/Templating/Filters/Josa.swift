import Diagnostics

extension Filter {
  /// The Korean particle that fits a word.
  static let josa = Filter(
    "josa",
    summary: Message(
      "the particle alone, as the word's last sound asks for it; both where that cannot be known",
      ko: "단어의 끝소리에 맞는 조사만. 알 수 없으면 둘 다"),
    accepts: Message("any text; a word goes before it by itself", ko: "모든 글. 단어는 앞에 따로 씁니다"),
    argument: Argument(
      sample: "\"은/는\"",
      summary: Message("a pair: \(ParticlePair.list)", ko: "조사 짝: \(ParticlePair.list)")),
    examples: [
      .gives("josa(\"은/는\")", "김철수", "는"), .gives("josa(\"이/가\")", "이지은", "이"),
      .gives("josa(\"으로/로\")", "서울", "로"), .gives("josa(\"를/을\")", "(주)한빛", "을"),
      .gives("josa(\"이/가\")", "1,000", "이"), .gives("josa(\"으로/로\")", "17", "로"),
      .gives("josa(\"은/는\")", "VIP", "는"), .gives("josa(\"과/와\")", "'무선 이어폰'", "과"),
      .gives("josa(\"은/는\")", "Gold", "은(는)"), .gives("josa(\"으로/로\")", "Busan", "(으)로"),
    ],
    work: .text { (pair) throws(WrongArgument) in
      let pair = try ParticlePair.named(pair)
      return { value in Array(pair.particle(after: LastSound(of: value)).utf8) }
    })
}
