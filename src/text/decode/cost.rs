//! The measure by which readings of the same bytes are compared.
//!
//! What a character costs is the number of bits it takes in the best code for a language: the
//! commonest take 4 to 7, a rare ideograph 20. The reading that costs least is the likeliest.
//! ASCII costs the same in every language, so that only the other characters decide.

/// Quarters of a bit.
pub(super) type Cost = i32;

/// A printable character of ASCII.
pub(super) const ASCII: Cost = 20;
/// A control character that no text needs.
pub(super) const CONTROL: Cost = 80;
/// Bytes that make no character.
pub(super) const UNDECODABLE: Cost = 160;
/// Data that are no text: they are rare.
pub(super) const NO_TEXT: Cost = 60;
/// A byte above ASCII in data that are no text.
pub(super) const NOISE: Cost = 32;
/// By how much a reading must be likelier than another text for it to be taken.
pub(super) const DOUBT: Cost = 44;

/// What a control character of ASCII costs; none where `c` is no control character.
pub(super) fn control(c: char) -> Option<Cost> {
    match c {
        '\t' | '\n' | '\r' | '\x0C' => Some(ASCII),
        '\0'..='\x1F' | '\x7F' => Some(CONTROL),
        _ => None,
    }
}

/// What the bytes cost where they are no text but chance.
pub(super) fn of_noise(bytes: &[u8]) -> Cost {
    NO_TEXT
        + bytes
            .iter()
            .map(|b| if b.is_ascii() { control(char::from(*b)).unwrap_or(ASCII) } else { NOISE })
            .sum::<Cost>()
}
