//! What a program writes to a terminal, taken apart: what acts, and what is seen.

use std::collections::BTreeSet;

/// Modes that a terminal has on before a program changes them: line wrap, cursor.
const ON_BEFORE: [u16; 2] = [7, 25];
/// The modes that the reader switches: line wrap, cursor, mouse, alternate screen, bracketed paste,
/// synchronized output.
const OURS: [u16; 9] = [7, 25, 1000, 1002, 1003, 1006, 1015, 1049, 2004];
const SYNCHRONIZED: u16 = 2026;
/// Stands for the keys of the kitty protocol, which have no number as a mode.
const KITTY_KEYS: u16 = 0;

/// The private modes (DECSET) that stand otherwise than before the first byte.
pub fn switched(bytes: &[u8]) -> BTreeSet<u16> {
    let text = String::from_utf8_lossy(bytes);
    let mut switched = BTreeSet::new();
    for sequence in text.split("\x1b[?").skip(1) {
        let digits = sequence.chars().take_while(|c| c.is_ascii_digit() || *c == ';').count();
        let is_on = sequence[digits..].starts_with('h');
        for mode in sequence[..digits].split(';').filter_map(|mode| mode.parse().ok()) {
            if is_on == ON_BEFORE.contains(&mode) {
                switched.remove(&mode)
            } else {
                switched.insert(mode)
            };
        }
    }
    // Keys as the kitty protocol has them: the flags pushed, and popped again.
    if text.matches("\x1b[>1u").count() > text.matches("\x1b[<1u").count() {
        switched.insert(KITTY_KEYS);
    }
    switched
}

/// Asserts that nothing acts on the terminal but what the reader writes of its own accord: cursor
/// positions, colours, clearing, its modes; and, for a filter or a table, line ends.
#[track_caller]
pub fn acts_on_nothing(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\x1b' => own_sequence(rest).unwrap_or_else(|| panic!("{:?}", rest.chars().take(40).collect::<String>())),
            '\r' | '\n' => 1,
            _ => c.len_utf8(),
        };
        assert!(c == '\x1b' || c == '\r' || c == '\n' || !is_acting(c), "{c:?} reached the terminal");
        rest = &rest[length..];
    }
}

/// The length of a sequence that the reader writes; none for any other.
fn own_sequence(text: &str) -> Option<usize> {
    let body = text.strip_prefix("\x1b[")?;
    let parameters = body.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?'))?;
    let (parameters, last) = (&body[..parameters], body[parameters..].chars().next()?);
    if let Some(rest) = body.strip_prefix(">1u").or(body.strip_prefix("<1u")) {
        return Some(text.len() - rest.len());
    }
    let known = match (parameters.strip_prefix('?'), last) {
        (Some(mode), 'h' | 'l') => mode.parse().is_ok_and(|mode| OURS.contains(&mode) || mode == SYNCHRONIZED),
        (None, 'H' | 'J' | 'K' | 'm') => true,
        _ => false,
    };
    known.then_some(2 + parameters.len() + 1)
}

fn is_acting(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0001}'..='\u{E007F}')
}
