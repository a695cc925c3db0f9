//! What the terminal sends, byte by byte. The event library's own reader passes over reports, which tell what a
//! terminal can do; keys, pastes and the mouse are told as it tells them.

use std::os::fd::OwnedFd;

use crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, read};

/// The longest control sequence that is waited for to end.
const LONGEST: usize = 64;
/// The most bytes that are pasted together.
const MOST_PASTED: usize = 32 << 20;
/// What begins and ends a paste.
const PASTE: (&[u8], &[u8]) = (b"\x1b[200~", b"\x1b[201~");
/// The numbers that stand for keys without a character in the keyboard protocol of kitty.
const KEYS: std::ops::RangeInclusive<u32> = 57_344..=63_743;

/// Something that the terminal sent.
#[derive(Clone, Debug, PartialEq)]
pub enum RawInput {
    /// What was typed, pasted or done with the mouse.
    Done(Input),
    /// A report, without what begins it: `?62;4c`, `6;20;10t`.
    Report(String),
}

/// Tells what a terminal sends, until it is gone.
pub fn read_all(tty: &OwnedFd, mut hear: impl FnMut(RawInput)) {
    let mut raw = RawBytes::default();
    let mut bytes = [0; 4096];
    loop {
        match read(tty, &mut bytes) {
            Ok(0) => return,
            Ok(count) => raw.take(&bytes[..count]).into_iter().for_each(&mut hear),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => drop(poll(&mut [PollFd::new(tty, PollFlags::IN)], None)),
            Err(_) => return,
        }
    }
}

/// Bytes as they come, as far as what they mean has not ended.
#[derive(Debug, Default)]
struct RawBytes(Vec<u8>);

impl RawBytes {
    /// Takes bytes that came together; what they mean.
    fn take(&mut self, bytes: &[u8]) -> Vec<RawInput> {
        self.0.extend_from_slice(bytes);
        let mut taken = 0;
        let mut inputs = Vec::new();
        while let Some((length, input)) = next(&self.0[taken..]) {
            taken += length;
            inputs.extend(input);
        }
        self.0.drain(..taken);
        inputs
    }
}

/// How many bytes the first input has, and what it is, if anything; none where it has not ended.
fn next(bytes: &[u8]) -> Option<(usize, Option<RawInput>)> {
    match bytes {
        [] => None,
        // What comes alone is the key.
        [0x1b] => Some((1, key(KeyCode::Esc, KeyModifiers::NONE))),
        _ if bytes.starts_with(PASTE.0) => pasted(bytes),
        [0x1b, b'[', b'M', rest @ ..] => (rest.len() >= 3).then_some((6, None)),
        [0x1b, b'[', b'[', rest @ ..] => rest.first().map(|last| (4, console_key(*last))),
        [0x1b, b'[', rest @ ..] => control_sequence(rest).map(|(length, input)| (length + 2, input)),
        [0x1b, b'O'] => None,
        [0x1b, b'O', last, ..] => Some((3, moving(*last).and_then(|code| key(code, KeyModifiers::NONE)))),
        [0x1b, 0x1b, ..] => Some((1, key(KeyCode::Esc, KeyModifiers::NONE))),
        [0x1b, rest @ ..] => character(rest, KeyModifiers::ALT).map(|(length, input)| (length + 1, input)),
        _ => character(bytes, KeyModifiers::NONE),
    }
}

fn pasted(bytes: &[u8]) -> Option<(usize, Option<RawInput>)> {
    let text = &bytes[PASTE.0.len()..];
    let end = memchr::memmem::find(text, PASTE.1).or_else(|| (text.len() > MOST_PASTED).then_some(text.len()))?;
    let length = (PASTE.0.len() + end + PASTE.1.len()).min(bytes.len());
    Some((length, Some(RawInput::Done(Input::Paste(String::from_utf8_lossy(&text[..end]).into_owned())))))
}

/// A character or a control character.
fn character(bytes: &[u8], modifiers: KeyModifiers) -> Option<(usize, Option<RawInput>)> {
    let control = |c: char| (KeyCode::Char(c), modifiers | KeyModifiers::CONTROL);
    let (code, held) = match bytes[0] {
        b'\r' => (KeyCode::Enter, modifiers),
        b'\t' => (KeyCode::Tab, modifiers),
        0x7f => (KeyCode::Backspace, modifiers),
        0 => control(' '),
        letter @ 1..=26 => control(char::from(letter - 1 + b'a')),
        figure @ 0x1b..0x20 => control(char::from(figure - 0x1b + b'3')),
        _ => return text_character(bytes, modifiers),
    };
    Some((1, key(code, held)))
}

fn text_character(bytes: &[u8], modifiers: KeyModifiers) -> Option<(usize, Option<RawInput>)> {
    let chunk = bytes.utf8_chunks().next()?;
    if let Some(c) = chunk.valid().chars().next() {
        return Some((c.len_utf8(), key(KeyCode::Char(c), modifiers)));
    }
    let is_cut =
        chunk.invalid().len() == bytes.len() && std::str::from_utf8(bytes).is_err_and(|e| e.error_len().is_none());
    (!is_cut).then_some((chunk.invalid().len(), None))
}

/// A control sequence behind what begins it. One that breaks off is passed over.
fn control_sequence(bytes: &[u8]) -> Option<(usize, Option<RawInput>)> {
    let end = bytes.iter().position(|byte| !(0x20..0x40).contains(byte));
    match end {
        Some(end) if (0x40..0x7f).contains(&bytes[end]) => Some((end + 1, sequence(&bytes[..end], bytes[end]))),
        Some(end) => Some((end, None)),
        None => (bytes.len() > LONGEST).then_some((bytes.len(), None)),
    }
}

/// What a control sequence means, by its parameters and its last byte.
fn sequence(parameters: &[u8], last: u8) -> Option<RawInput> {
    let parameters = std::str::from_utf8(parameters).ok()?;
    if last == b't' || last == b'c' && parameters.starts_with('?') {
        return Some(RawInput::Report(format!("{parameters}{}", char::from(last))));
    }
    if let Some(mouse) = parameters.strip_prefix('<') {
        return self::mouse(mouse, last);
    }
    let mut numbers = parameters.split(';').map(|number| number.split(':').next().unwrap_or(number).parse::<u32>());
    let (first, second) = (numbers.next()?, numbers.next());
    let held = modifiers(second.map_or(Some(1), Result::ok)?);
    match (last, first) {
        (b'u', Ok(code)) => key(coded(code)?, held),
        (b'~', Ok(code)) if numbers.next().is_none() => key(numbered(code)?, held),
        (b'Z', Err(_)) => key(KeyCode::BackTab, KeyModifiers::SHIFT),
        (b'A'..=b'S', _) => key(moving(last)?, held),
        _ => None,
    }
}

/// What was done with the mouse: the left button, or the wheel.
fn mouse(parameters: &str, last: u8) -> Option<RawInput> {
    const DRAGGED: u32 = 32;
    /// Shift, alt and control.
    const HELD: u32 = 4 + 8 + 16;
    let mut numbers = parameters.split(';').map(|number| number.parse::<u32>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let kind = match (button & !HELD, last) {
        (0, b'M') => MouseEventKind::Down(MouseButton::Left),
        (0 | DRAGGED, b'm') => MouseEventKind::Up(MouseButton::Left),
        (DRAGGED, b'M') => MouseEventKind::Drag(MouseButton::Left),
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let cell = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    let (column, row) = (cell(column)?, cell(row)?);
    Some(RawInput::Done(Input::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })))
}

/// The key of a character's number, as the keyboard protocol of kitty tells it.
fn coded(code: u32) -> Option<KeyCode> {
    match code {
        27 => Some(KeyCode::Esc),
        13 => Some(KeyCode::Enter),
        9 => Some(KeyCode::Tab),
        127 => Some(KeyCode::Backspace),
        code if KEYS.contains(&code) => None,
        code => char::from_u32(code).filter(|c| !c.is_control()).map(KeyCode::Char),
    }
}

fn numbered(code: u32) -> Option<KeyCode> {
    Some(match code {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F((code - 10) as u8),
        17..=21 => KeyCode::F((code - 11) as u8),
        23 | 24 => KeyCode::F((code - 12) as u8),
        _ => return None,
    })
}

fn moving(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' | b'Q' | b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

/// A function key as the console of Linux tells it.
fn console_key(last: u8) -> Option<RawInput> {
    (b'A'..=b'E').contains(&last).then(|| key(KeyCode::F(last - b'A' + 1), KeyModifiers::NONE))?
}

/// What is held with a key: one more than the sum of shift 1, alt 2, control 4.
fn modifiers(number: u32) -> KeyModifiers {
    let held = number.saturating_sub(1);
    let all = [KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL];
    (0..).zip(all).filter(|(bit, _)| held >> bit & 1 == 1).map(|(_, modifier)| modifier).collect()
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<RawInput> {
    Some(RawInput::Done(Input::Key(KeyEvent::new(code, modifiers))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What bytes that come together mean, in short.
    fn told(raw: &mut RawBytes, bytes: &[u8]) -> String {
        let tell = |input: RawInput| match input {
            RawInput::Report(report) => format!("<{report}>"),
            RawInput::Done(Input::Key(KeyEvent { code, modifiers, .. })) if modifiers.is_empty() => format!("{code}"),
            RawInput::Done(Input::Key(KeyEvent { code, modifiers, .. })) => format!("{modifiers}-{code}"),
            RawInput::Done(Input::Paste(text)) => format!("{text:?}"),
            RawInput::Done(Input::Mouse(MouseEvent { kind, column, row, .. })) => format!("{kind:?} {column} {row}"),
            RawInput::Done(other) => format!("{other:?}"),
        };
        raw.take(bytes).into_iter().map(tell).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn means(bytes: &str, expected: &str) {
        let mut raw = RawBytes::default();
        assert_eq!(told(&mut raw, bytes.as_bytes()), expected, "{bytes:?}");
        assert!(raw.0.is_empty());
    }

    #[test]
    fn reports_are_told_from_keys() {
        means("j\x1b[?62;4;22cк\x1b[6;20;10t渡", "j <?62;4;22c> к <6;20;10t> 渡");
        means("\x1b_G\x1b\\", "Alt-_ G Alt-\\");
    }

    #[test]
    fn keys_are_known_by_their_bytes() {
        means("\x1b[A\x1b[1;5C\x1bOH\x1b[6~\x1b[3;3~\x1b[Z", "Up Control-Right Home Page Down Alt-Del Shift-Back Tab");
        means(
            "\r\t\x7f\x0f\0\x1c\x1b[27u\x1b[120;3u\x1b",
            "Enter Tab Backspace Control-o Control-Space Control-4 Esc Alt-x Esc",
        );
        means("\x1bOP\x1b[15~\x1b[24~\x1b[[B\x1b[1;2S", "F1 F5 F12 F2 Shift-F4");
        means("\x1b[200~q\r渡\x1b[A\x1b[201~j", "\"q\\r渡\\u{1b}[A\" j");
        means(
            "\x1b[<0;3;4M\x1b[<32;5;4M\x1b[<0;5;4m\x1b[<65;1;1M",
            "Down(Left) 2 3 Drag(Left) 4 3 Up(Left) 4 3 ScrollDown 0 0",
        );
    }

    #[test]
    fn what_is_no_key_is_passed_over() {
        for bytes in [
            "\x1b[I\x1b[24;80R",
            "\x1b[M   ",
            "\x1b[57358;300u",
            "\x1b[27;5;113~",
            "\x1b[1;99Z",
            "\x1bO\x7f",
            "\x1b[<0;0;4M",
        ] {
            means(bytes, "");
        }
        means("\x1b[12\x1b[Bj\x1b\x1bk", "Down j Esc Alt-k");
    }

    proptest::proptest! {
        #[test]
        fn whatever_comes_leaves_no_more_than_a_sequence(bytes: Vec<u8>, cut: u8) {
            let cut = usize::from(cut).min(bytes.len());
            let mut raw = RawBytes::default();
            for part in [&bytes[..cut], &bytes[cut..], b"\x1b[201~j".as_slice()] {
                raw.take(part);
            }
            proptest::prop_assert!(raw.0.len() <= LONGEST);
        }
    }

    #[test]
    fn what_has_not_ended_is_waited_for() {
        let mut raw = RawBytes::default();
        let mut piece = |bytes: &[u8]| told(&mut raw, bytes);
        assert_eq!(piece(b"\x1b[?6"), "");
        assert_eq!(piece(b"2;4c\xe6\xb8"), "<?62;4c>");
        assert_eq!(piece(b"\xa1\xff"), "渡");
        assert_eq!(piece(b"k\x1b[200~a"), "k");
        assert_eq!(piece(b"b\x1b[201"), "");
        assert_eq!(piece(b"~"), "\"ab\"");
        let endless = format!("\x1b[{}", "1".repeat(99));
        assert_eq!(piece(endless.as_bytes()), "");
        assert_eq!(piece(b"j"), "j");
    }
}
