//! A key as settings write it: `j`, `G`, `ctrl-o`, `alt-left`, `pageup`.

use std::fmt;
use std::str::FromStr;

use crate::phrase::Sentence;
use crate::text::nearest;

/// A key pressed, with the modifiers held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Whether control was held.
    pub ctrl: bool,
    /// Whether alt (meta, option) was held.
    pub alt: bool,
    /// Whether shift was held; never set with [`KeyCode::Char`], whose character says it.
    pub shift: bool,
}

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    /// A character, as typed: `G` for shift and g.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Deletes backwards.
    Backspace,
    /// Deletes forwards.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// The names of the keys that are no characters, and of the characters that could not be read back.
const NAMES: [(&str, KeyCode); 17] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
    ("minus", KeyCode::Char('-')),
    ("comma", KeyCode::Char(',')),
    ("plus", KeyCode::Char('+')),
];

/// What an input method types for a key's mark, where that is another than its full-width form.
const CHINESE_MARKS: [(char, char); 13] = [
    ('【', '['),
    ('】', ']'),
    ('「', '['),
    ('」', ']'),
    ('『', '{'),
    ('』', '}'),
    ('《', '<'),
    ('》', '>'),
    ('、', '/'),
    ('。', '.'),
    ('￥', '$'),
    ('·', '`'),
    ('\u{3000}', ' '),
];

/// What can be held with a key.
const MODIFIERS: [&str; 3] = ["ctrl", "alt", "shift"];

impl Key {
    /// A key with no modifier.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character with no modifier.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// The character it types: one without control or alt.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key that is meant where an input method typed its full-width form or a Chinese mark: `?` for
    /// `？`, `[` for `【`.
    pub fn half_width(self) -> Self {
        let KeyCode::Char(c) = self.code else { return self };
        let mark = || CHINESE_MARKS.iter().find(|(typed, _)| *typed == c).map(|(_, key)| *key);
        let half = match c {
            // From ！ to ～ they stand in the order of ASCII.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
            _ => mark(),
        };
        Self { code: KeyCode::Char(half.unwrap_or(c)), ..self }
    }

    /// The digit from 1 to 9 on the key, whatever is held with it.
    pub fn digit(self) -> Option<usize> {
        match self.code {
            KeyCode::Char(c) => c.to_digit(10).map(|digit| digit as usize),
            KeyCode::F(number) => Some(usize::from(number)),
            _ => None,
        }
        .filter(|digit| (1..=9).contains(digit))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        let name = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| *name);
        match (name, self.code) {
            (_, KeyCode::Char(mark)) if mark.is_ascii_punctuation() && self.typed().is_some() => write!(f, "{mark}"),
            (Some(name), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            (None, _) => Ok(()),
        }
    }
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoKey {
    written: String,
    near: Option<String>,
}

impl NoKey {
    /// A text part of which names neither a key nor a modifier.
    fn new(written: &str, part: &str) -> Self {
        let names = NAMES.iter().map(|(name, _)| *name).chain(MODIFIERS);
        let near = nearest(&part.to_ascii_lowercase(), names).map(|name| written.replacen(part, name, 1));
        Self { written: written.to_owned(), near }
    }

    /// What is said of it.
    pub fn into_sentence(self) -> Sentence {
        Sentence::NoKey { written: self.written, near: self.near }
    }
}

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let mut key = Self::plain(KeyCode::Esc);
        let mut rest = text;
        while let Some((held, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            match held.to_ascii_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(NoKey::new(text, held)),
            }
            rest = after;
        }
        key.code = code(rest).ok_or_else(|| NoKey::new(text, rest))?;
        if let KeyCode::Char(c) = key.code {
            if key.shift {
                key.code = KeyCode::Char(c.to_ascii_uppercase());
            }
            key.shift = false;
        }
        Ok(key)
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(KeyCode::Char(c));
    }
    let name = name.to_ascii_lowercase();
    let named = NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code);
    named.or_else(|| name.strip_prefix('f')?.parse().ok().filter(|n| (1..=24).contains(n)).map(KeyCode::F))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_as_it_is_read() {
        for name in ["j", "G", "?", "space", "-", "+", "ctrl-o", "alt-left", "shift-tab", "ctrl-alt-x", "f12", "pageup"]
        {
            assert_eq!(name.parse::<Key>().unwrap().to_string(), name);
        }
    }

    #[test]
    fn other_spellings_are_understood() {
        assert_eq!("Shift-g".parse(), Ok(Key::char('G')));
        assert_eq!("minus".parse(), Ok(Key::char('-')));
        assert_eq!("Ctrl--".parse::<Key>().unwrap().to_string(), "ctrl-minus");
    }

    #[test]
    fn what_names_no_key_is_refused() {
        for name in ["", "hyper-x", "ctrl-", "f0", "f25", "enterr", "\u{7}"] {
            assert!(name.parse::<Key>().is_err(), "{name:?}");
        }
    }

    #[test]
    fn the_nearest_name_is_said() {
        for (name, said) in [
            ("pagdown", r#""pagdown" names no key; is it "pagedown"?"#),
            ("ctl-x", r#""ctl-x" names no key; is it "ctrl-x"?"#),
            ("alt-Entr", r#""alt-Entr" names no key; is it "alt-enter"?"#),
            ("f25", r#""f25" names no key (write j, G, space, ctrl-o, alt-left, pageup)"#),
        ] {
            assert_eq!(name.parse::<Key>().unwrap_err().into_sentence().to_string(), said);
        }
    }

    #[test]
    fn what_an_input_method_types_is_its_key() {
        for (typed, key) in "？：／【】、《》｛｝Ａｚ０９\u{3000}，q".chars().zip("?:/[]/<>{}Az09 ,q".chars())
        {
            assert_eq!(Key::char(typed).half_width(), Key::char(key), "{typed}");
        }
        assert_eq!(Key::char('河').half_width(), Key::char('河'));
        assert_eq!(Key::plain(KeyCode::Up).half_width(), Key::plain(KeyCode::Up));
    }

    #[test]
    fn digits() {
        assert_eq!(Key::char('7').digit(), Some(7));
        assert_eq!(Key::char('0').digit(), None);
        assert_eq!(Key::plain(KeyCode::F(2)).digit(), Some(2));
    }
}
