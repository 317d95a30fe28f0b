/// What one client may ask of the server; times are milliseconds.
struct ServerLimits {
  /// The most bytes of a request line with its headers.
  var headBytes = 16 * 1024
  /// The most header fields.
  var fields = 100
  /// The most bytes of a body: attachments of 20 MB, or 100,000 people.
  var bodyBytes = 64 << 20
  /// The most connections at once; more wait until one ends.
  var connections = 256
  /// How long a connection may be idle between requests.
  var idle = 60_000
  /// How long a request may take from its first byte to its last.
  var request = 60_000
  /// How long nothing may be taken of a response.
  var response = 30_000
  /// How long a client that is being refused may go on talking.
  var farewell = 2_000
}
