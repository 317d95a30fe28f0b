import Diagnostics

extension Filter {
  /// The Korean particle that fits a word.
  static let josa = Filter(
    "josa",
    summary: Message(
      "the particle alone, chosen by the word's last sound; both forms where that is not known",
      ko: "단어 뒤에 붙일 조사만, 끝소리에 맞춰서. 알 수 없으면 두 가지를 함께"),
    accepts: Message("any text", ko: "모든 텍스트"),
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
