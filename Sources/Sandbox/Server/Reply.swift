import Publishing

/// What a request is answered with.
enum Reply {
  /// A response.
  case response(HTTPResponse)
  /// These bytes, whatever they are; then the connection ends.
  case bytes([UInt8])
  /// Nothing, until the client gives up or its time is over.
  case silence
  /// The end of the connection.
  case hangUp
}
