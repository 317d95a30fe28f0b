import TestSupport
import Testing

@testable import Composing

@Suite struct CellClassTests {
  @Test func `a block at a time shows what each byte shows`() {
    var random = SeededGenerator(seed: 15)
    for count in 0..<40 {
      for _ in 0..<50 {
        // What stands behind a value is another value's.
        let memory = (0..<count + CellClass.block).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        memory.withUnsafeBufferPointer { memory in
          let value = UnsafeBufferPointer(rebasing: memory[..<count])
          let shown = CellClass.table.withUnsafeBufferPointer { CellClass.of(value, $0) }
          #expect(shown == CellClass.of(value))
          #expect(shown.traits == ByteTraits.of(value))
        }
      }
    }
  }
}
