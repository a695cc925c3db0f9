//! The text of spans of the source. Nothing but white space is ever dropped or made here.

use std::ops::Range;

use crate::text::chars;

/// What becomes of the white space in spans and of the breaks between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// Running text: a space stays between Latin words only.
    Running,
    /// Leads and credits: it also stays between Han characters, where it parts names.
    Names,
    /// Heads: as names, and the break between two printed lines becomes a space.
    Head,
    /// Rows of tables and lines of verse: it stays wherever it was printed.
    Row,
}

/// White space between two characters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    Space,
    LineBreak,
}

/// Joins spans of a page's text.
pub fn joined(page: &str, spans: impl IntoIterator<Item = Range<usize>>, spacing: Spacing) -> String {
    let mut out = Joiner { spacing, ..Joiner::default() };
    for span in spans {
        out.between = Between::LineBreak;
        out.push(page.get(span).unwrap_or_default());
    }
    out.text
}

/// Appends running text to running text, as if a line break stood between them.
pub fn append(text: &mut String, more: &str) {
    let mut out = Joiner { text: std::mem::take(text), ..Joiner::default() };
    out.last = out.text.chars().next_back();
    out.between = Between::LineBreak;
    out.push(more);
    *text = out.text;
}

struct Joiner {
    text: String,
    spacing: Spacing,
    last: Option<char>,
    between: Between,
    /// Latin letters less Han characters so far: above 0 the text is Latin.
    latin: i32,
}

impl Default for Joiner {
    fn default() -> Self {
        Self { text: String::new(), spacing: Spacing::Running, last: None, between: Between::Nothing, latin: 0 }
    }
}

impl Joiner {
    fn push(&mut self, piece: &str) {
        self.text.reserve(piece.len());
        for c in piece.chars() {
            match c {
                '\n' => self.between = Between::LineBreak,
                c if c.is_whitespace() => {
                    if self.between == Between::Nothing {
                        self.between = Between::Space;
                    }
                }
                c => {
                    if self.between != Between::Nothing && self.last.is_some_and(|last| self.keeps(last, c)) {
                        self.text.push(' ');
                    }
                    self.latin += i32::from(chars::is_latin(c)) - i32::from(chars::is_han(c)) * 2;
                    self.text.push(c);
                    self.last = Some(c);
                    self.between = Between::Nothing;
                }
            }
        }
    }

    /// Whether a space stands between two characters that white space parted.
    fn keeps(&self, a: char, b: char) -> bool {
        let wide = |c| chars::is_cjk(c) || (self.latin <= 0 && matches!(c, '\u{2014}' | '\u{2018}'..='\u{2026}'));
        let (wide_a, wide_b) = (wide(a), wide(b));
        match (self.spacing, self.between) {
            (_, Between::Nothing) => false,
            (Spacing::Row, _) | (Spacing::Head, Between::LineBreak) => true,
            (_, Between::LineBreak) if !wide_a && !wide_b => {
                a != '-' && !(chars::is_digit(a) && chars::is_digit(b) && self.latin <= 0)
            }
            (_, Between::LineBreak) | (Spacing::Running, _) => !wide_a && !wide_b,
            (Spacing::Names | Spacing::Head, Between::Space) => wide_a == wide_b,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, spacing: Spacing) -> String {
        joined(text, Some(0..text.len()), spacing)
    }

    #[test]
    fn stray_spaces_go_and_words_stay_apart() {
        for (text, running) in [
            ("全长 3.6 公里", "全长3.6公里"),
            ("昨日 16 时\n20 分", "昨日16时20分"),
            ("the river\nrose again", "the river rose again"),
            ("a high-\nwater mark", "a high-water mark"),
            ("来自 New York 的", "来自New York的"),
            ("共 13\n35 人", "共1335人"),
            ("说： “好”", "说：“好”"),
            ("水位\u{3000}上涨", "水位上涨"),
        ] {
            assert_eq!(set(text, Spacing::Running), running);
        }
    }

    #[test]
    fn heads_keep_their_halves_and_lines_apart() {
        assert_eq!(set("开放 12 个码头 夜航延长", Spacing::Head), "开放12个码头 夜航延长");
        assert_eq!(set("老码头\n开灯", Spacing::Head), "老码头 开灯");
    }

    #[test]
    fn names_stay_apart_and_rows_as_printed() {
        assert_eq!(
            set("本报临湖 10 月 14 日电 （记者 江\n一帆）", Spacing::Names),
            "本报临湖10月14日电 （记者 江一帆）"
        );
        assert_eq!(set("河虾 32.5", Spacing::Row), "河虾 32.5");
    }
}
