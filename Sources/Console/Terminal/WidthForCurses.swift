// Gives ncursesw the widths the program draws with.
import Glibc

/// Stands in for the C library's function in the whole process: were the two to differ, curses would believe its cursor elsewhere than it is.
@_cdecl("wcwidth")
public func widthForCurses(_ character: wchar_t) -> Int32 {
    guard let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else { return -1 }
    switch WidthClass(scalar) {
    case .boxed: return -1
    case let kind: return Int32(kind.columns)
    }
}
