/// A shop's newsletter of about 90 KB as mail builders write them: tables in tables, Outlook's
/// comments, a style block, and the same few dozen style attributes over and over.
enum Newsletter {
  static var html: String { head + (1...44).map(row).joined() + foot }

  private static let head = """
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" lang="ko">
    <head>
    <meta http-equiv="Content-Type" content="text/html; charset=utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    <title>이번 주의 소식</title>
    <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/>\
    <o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
    <style type="text/css">
      body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; background-color: #f4f4f4; }
      table, td { border-collapse: collapse; mso-table-lspace: 0pt; mso-table-rspace: 0pt; }
      img { border: 0; line-height: 100%; outline: none; -ms-interpolation-mode: bicubic; }
      a.button:hover { background-color: #1b4f8a !important; }
      .price > span.old { color: #999999; text-decoration: line-through; }
      @media only screen and (max-width: 480px) {
        .column { width: 100% !important; max-width: 480px !important; }
        .hide { display: none !important; }
        .title { font-size: 20px !important; line-height: 28px !important; }
      }
    </style>
    </head>
    <body style="margin:0;padding:0;background-color:#f4f4f4;" bgcolor="#f4f4f4">
    <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">새 상품과 혜택을 모았습니다.</div>
    <center>
    <table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" align="center"><tr><td>

    """

  private static func row(_ number: Int) -> String {
    """
    <!-- 묶음 \(number) -->
    <!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0" width="640">\
    <tr><td style="vertical-align:top;width:320px;"><![endif]-->
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#ffffff;border-radius:8px;">
    <tr>
    \(cell(number &* 2))\(cell(number &* 2 &+ 1))</tr>
    </table>
    <!--[if mso | IE]></td></tr></table><![endif]-->
    <table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0"><tr>\
    <td height="\(16 &+ number % 3)" style="font-size:0;line-height:0;">&nbsp;</td></tr></table>

    """
  }

  private static func cell(_ number: Int) -> String {
    """
    <td class="column" width="300" valign="top" style="padding:20px 10px;font-family:'Apple SD Gothic Neo','Malgun Gothic',sans-serif;">
    <a href="https://shop.example.com/items/\(number)?from=mail&amp;week=\(number % 52)" target="_blank"><img \
    src="https://img.example.com/items/\(number).jpg" alt="상품 \(number)" width="280" height="210" border="0" style="display:block;width:100%;max-width:280px;height:auto;"></a>
    <h2 class="title" style="margin:12px 0 4px;font-size:18px;line-height:26px;color:\(color(number));">오늘의 상품 &ldquo;\(number)호&rdquo;</h2>
    <p style="margin:0 0 8px;font-size:14px;line-height:22px;color:#555555;">산지에서 바로 골라 이튿날 보내 드립니다.<br>수량이 적으니 서둘러 주세요.</p>
    <p class="price"><span class="old">\(number)9,000원</span> <strong style="color:#d0021b;">\(number)5,000원</strong></p>
    </td>

    """
  }

  private static func color(_ number: Int) -> String {
    ["#222222", "#2f5d34", "#1b4f8a"][number % 3]
  }

  private static let foot = """
    <p style="font-size:12px;color:#888888;">보내는 이: 예시상점 &copy; 2026 · <a href="https://shop.example.com/bye" style="color:#888888;">수신 거부</a></p>
    </td></tr></table>
    </center>
    </body>
    </html>

    """
}
