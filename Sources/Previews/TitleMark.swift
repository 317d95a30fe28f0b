public import Composing
public import Mailing

/// What a service puts before the title of advertising mail by itself.
///
/// It is in nothing that is sent or approved, so that whoever shows it has to say whose it is.
public enum TitleMark {
  /// The mark of a template's mails; nil where the service adds none.
  public static func of(_ draft: Draft, _ profile: Profile) -> String? {
    draft.envelope.isAdvertising && profile.marksAdvertising ? "(광고)" : nil
  }
}
