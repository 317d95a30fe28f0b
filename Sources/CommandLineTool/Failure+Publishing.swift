import Publishing

extension Failure {
  /// Does work whose trouble ends the run.
  static func passing<Value>(
    _ work: () throws(PublishingError) -> Value
  ) throws(Failure) -> Value {
    do throws(PublishingError) {
      return try work()
    } catch {
      throw Failure(error.message)
    }
  }
}
