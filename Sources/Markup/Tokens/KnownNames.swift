/// The names of tags and attributes that have numbers, in a table that needs no memory to search.
enum KnownNames {
  /// A name of at most 16 bytes, none of them 0.
  private struct Key: Equatable {
    static let limit = 16

    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init?(_ name: some Collection<UInt8>) {
      guard name.count <= Self.limit else { return nil }
      for byte in name {
        guard byte != 0 else { return nil }
        high = high &<< 8 | low &>> 56
        low = low &<< 8 | UInt64(HTMLByte.lowered(byte))
      }
    }

    /// Where in a table of 1,024 places the search begins.
    var place: Int {
      Int(truncatingIfNeeded: ((high &* 31 &+ low) &* 0x9E37_79B9_7F4A_7C15) &>> 54)
    }
  }

  private struct Entry {
    let key: Key
    let number: UInt8
  }

  private static let table: [Entry?] = {
    var table = [Entry?](repeating: nil, count: 1024)
    for (number, name) in names.enumerated() {
      guard let key = Key(Array(name.utf8)[...]) else { preconditionFailure("too long a name") }
      var place = key.place
      while table[place] != nil { place = (place &+ 1) & 1023 }
      table[place] = Entry(key: key, number: UInt8(number))
    }
    return table
  }()

  /// How many names there are; the first is empty.
  static let count = names.count

  /// The number of a name in any case of letters; nil for one that is not known.
  @inline(__always)
  static func number(of name: some Collection<UInt8>) -> UInt8? {
    guard let key = Key(name) else { return nil }
    var place = key.place
    while let entry = table[place] {
      if entry.key == key { return entry.number }
      place = (place &+ 1) & 1023
    }
    return nil
  }

  /// The text of a number.
  static func text(of number: UInt8) -> String { names[Int(number)] }

  private static let names =
    [""]
      + """
      a abbr acronym action address align alink alt annotation-xml applet archive area \
      aria-hidden aria-label aria-labelledby article aside attributionsrc audio autofocus b \
      background base bdi bdo bgcolor bgsound big blockquote body border br button canvas caption \
      cellpadding cellspacing center charset cite class classid clear code codebase col colgroup \
      color colspan command commandfor content contenteditable data datalist dd del desc details dfn \
      dialog dir div dl dt dynsrc em embed face fencedframe fieldset figcaption figure font footer \
      foreignobject form formaction frame frameset h1 h2 h3 h4 h5 h6 head header headers height hgroup \
      hr href hspace html http-equiv i id iframe img imagesrcset input ins is isindex kbd keygen label \
      lang legend li link listing longdesc lowsrc main manifest map mark marquee math media menu meta \
      meter mi mn mo ms mtext name nav nobr noembed noframes nonce noscript noshade nowrap o:p object \
      ol optgroup option output p param picture ping plaintext popover popovertarget portal poster \
      pre profile progress q rel reversed role rowspan rp rt ruby rules s samp scope script \
      search section select shadowrootmode size sizes slot small source span src srcdoc srcset start \
      strike strong style sub summary sup svg table target tbody td template text textarea tfoot th \
      thead time title tr track tt type u ul usemap valign value var video vlink vspace wbr width xlink:href xml \
      xmlns xmp
      """.split(separator: " ").map(String.init)
}
