extension Rule {
  /// Every rule, by group; a new one is one new file and one line here.
  public static let all: [Rule] = [
    .undefinedPlaceholder,
    .missingForRecipient,
    .unusedParameter,
    .unterminatedPlaceholder,
    .mangledPlaceholder,
    .invalidPlaceholderName,
    .invalidFallback,
    .unknownFilter,
    .invalidFilterArgument,
    .dollarBeforeTag,
    .placeholderPosition,
    .placeholderInUrlHost,
    .placeholderInComment,
    .emptyValue,
    .markupInValue,
    .placeholderInValue,
    .lineBreakInHeaderValue,
    .unusableValue,
    .invalidAddress,
    .invalidRecipientType,
    .duplicateAddress,
    .noRecipient,
    .ccWithIndividual,
    .tooManyRecipients,
    .emptyTitle,
    .titleTooLong,
    .tagMismatch,
    .activeContent,
    .notInPreview,
    .bodyTooLarge,
    .senderLimits,
    .brokenRecipientsFile,
    .invalidEnvelope,
    .unsupportedField,
    .contentNotHere,
  ]

  /// The rule of a name.
  public static func named(_ name: String) -> Rule? { all.first { $0.name == name } }
}
