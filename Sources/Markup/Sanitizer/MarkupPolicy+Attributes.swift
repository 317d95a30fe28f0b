extension MarkupPolicy {
  /// Appends the attributes of a tag that are allowed on its element, each name once.
  mutating func readAttributes(of tag: HTMLToken, _ allowed: AttributeSet) {
    var seen: AttributeSet = []
    for attribute in tag.attributes.prefix(SanitizerLimits.attributes) {
      let name = AttributeName(attribute.name)
      if let name, allowed.contains(name) {
        if seen.insert(name) { keep(name, attribute) }
      } else if name != .rel, name != .target {
        // The printer writes its own of these two.
        removeUnknown(attribute)
      }
    }
    for attribute in tag.attributes.dropFirst(SanitizerLimits.attributes) {
      remove(.attribute, attribute.name.text, .limit, attribute.range.lowerBound)
    }
  }

  private mutating func removeUnknown(_ attribute: HTMLAttribute) {
    let reason: Removal.Reason = AttributeName.isActive(attribute.name) ? .active : .unknown
    remove(.attribute, attribute.name.text, reason, attribute.range.lowerBound)
  }

  /// Appends an attribute if its value may be kept.
  mutating func keep(_ name: AttributeName, _ attribute: HTMLAttribute) {
    let offset = attribute.range.lowerBound
    let form = AttributeForm.of(name)
    let source = input.bytes[attribute.valueRange ?? offset..<offset]
    guard source.count <= form.limit else {
      return remove(.attribute, name.printed, .limit, offset)
    }
    let value = SourceValue.decoded(source, in: .attribute)
    if form.refusesAtoms, AtomCharacter.isIn(value) {
      return remove(.attribute, name.printed, .placeholder, offset)
    }
    switch form {
    case .link:
      let address = mode.link(value)
      keepAddress(
        name, prefixesNames ? address.map(NamePrefix.prefixed(address:)) : address, offset)
    case .image:
      if images == .fixed, AtomCharacter.isIn(value) {
        return remove(.address, name.printed, .placeholder, offset)
      }
      let address = images.address(value)
      if let address { imageAddresses.append(address) }
      keepAddress(name, address, offset)
    case .style:
      let style = css.declarations(value, at: attribute.valueRange?.lowerBound ?? offset)
      if !style.isEmpty { tags.append(name, style) }
    case .text, .grammar, .count, .flag, .word, .tag, .name, .names:
      guard let kept = form.kept(value) else {
        return remove(.attribute, name.printed, .value, offset)
      }
      let isPrefixed = prefixesNames && AttributeName.ofNames.contains(name)
      tags.append(name, isPrefixed ? NamePrefix.prefixed(names: kept) : kept)
    }
  }

  private mutating func keepAddress(_ name: AttributeName, _ address: [UInt8]?, _ offset: Int) {
    guard let address else { return remove(.address, name.printed, .blocked, offset) }
    tags.append(name, address)
  }
}
