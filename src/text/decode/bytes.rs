//! What bytes show before it is known what encoding they are in.

/// The lines of a text in an encoding that has ASCII in it, each with its end.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> + Clone {
    bytes.split_inclusive(|b| matches!(b, b'\n' | b'\r'))
}

/// Whether bytes are not UTF-8.
pub(super) fn is_broken(line: &[u8]) -> bool {
    std::str::from_utf8(line).is_err()
}

/// Whether a byte is a control character of ASCII that no text needs.
pub(super) fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0C')) || byte == 0x7F
}

/// Whether the bytes beyond ASCII are one or two pairs, as letters of other encodings may be too.
pub(super) fn is_scant(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|b| !b.is_ascii()).take(5);
    matches!(high.clone().count(), 2 | 4) && high.max() < Some(&0xE0)
}
