/// A shop's mail of 23 KB with thirteen placeholders in no template language yet.
///
/// It holds nothing that an engine would drop or read as its own: no comments, no doubled braces.
enum Body {
  /// A stretch of the body.
  enum Piece {
    /// Text for everybody.
    case text(String)
    /// The value of a column in text or in a quoted attribute.
    case field(String)
    /// The value of a column in the path or the query of a link.
    case link(String)
  }

  static let pieces: [Piece] =
    [.text(head)] + greeting + [.text(offers)] + coupon + [.text(offers)] + closing

  private static let greeting: [Piece] = [
    .text("<div style=\"display:none;max-height:0;overflow:hidden\">"), .field("NAME"),
    .text(" 님께 드리는 이번 달 혜택입니다.</div>\n<h1 class=\"ink\">"), .field("NAME"),
    .text(" 님, 반갑습니다</h1>\n<img src=\"https://img.example.com/grade.png\" width=\"64\" alt=\""),
    .field("GRADE"), .text("\">\n<p class=\"ink\">현재 등급은 <strong>"), .field("GRADE"),
    .text("</strong>이고, <strong>"), .field("POINTS"), .text("</strong>점이 "), .field("EXPIRES"),
    .text("에 사라집니다.</p>\n"),
  ]

  private static let coupon: [Piece] = [
    .text("<p class=\"coupon\">"), .field("COUPON"),
    .text("</p>\n<p><a class=\"button\" href=\"https://shop.example.com/coupons?code="),
    .link("COUPON"), .text("&amp;city="), .link("CITY"), .text("\" title=\""), .field("PRODUCT"),
    .text("\">쿠폰 쓰기</a></p>\n<p class=\"soft\">추천 상품: "), .field("PRODUCT"), .text("</p>\n"),
  ]

  private static let closing: [Piece] = [
    .text("<p class=\"soft\">가까운 매장: "), .field("BRANCH"),
    .text("</p>\n<p><a href=\"https://shop.example.com/members/"), .link("CUSTOMER"),
    .text(
      "/settings\">수신 설정 바꾸기</a></p>\n</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n"),
  ]

  private static let head = """
    <!doctype html>
    <html lang="ko">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>예시상점의 편지</title>
    <style>
      .ink { color: #221f1a; }
      .soft { color: #6f675b; font-size: 13px; line-height: 20px; }
      .button { background-color: #2f5d34; color: #ffffff; padding: 14px 28px; }
      .coupon { border: 1px dashed #2f5d34; font-size: 24px; padding: 16px; }
      @media (max-width: 620px) {
        .card { width: 100% !important; }
      }
    </style>
    </head>
    <body style="margin:0;padding:0;background-color:#f3efe7;">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
    <tr><td align="center" style="padding:32px 12px;">
    <table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0">
    <tr><td style="padding:40px 48px;font-family:'Apple SD Gothic Neo','Malgun Gothic',sans-serif;">

    """

  private static let offers = (1...16).map { number in
    """
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" \
    style="border-top:1px solid #e4dccd;"><tr>
    <td width="120" style="padding:20px 0;"><img src="https://img.example.com/offer-\(number).jpg" \
    width="120" height="120" alt="상품 사진 \(number)" style="display:block;border-radius:8px;"></td>
    <td style="padding:20px 0 20px 24px;font-size:15px;line-height:24px;color:#221f1a;">
    <strong>이번 주의 상품 \(number)</strong><br>산지에서 바로 볶아 이튿날 보내 드립니다.<br>
    <span class="soft">오늘만 \(number)0% 할인</span> \
    <a href="https://shop.example.com/offers/\(number)?from=mail" style="color:#2f5d34;">자세히</a></td>
    </tr></table>

    """
  }.joined()
}
