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
    /// The break of a line of a head that was full.
    FullLine,
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

/// Joins the lines of a head, each with whether it follows one that was full and so broken for want
/// of room.
pub fn joined_head(page: &str, lines: impl IntoIterator<Item = (Range<usize>, bool)>) -> String {
    let mut out = Joiner { spacing: Spacing::Head, ..Joiner::default() };
    for (span, after_full) in lines {
        out.between = if after_full { Between::FullLine } else { Between::LineBreak };
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
        for (at, c) in piece.char_indices() {
            match c {
                '\n' => self.between = Between::LineBreak,
                c if c.is_whitespace() => {
                    if self.between == Between::Nothing {
                        self.between = Between::Space;
                    }
                }
                c => {
                    if self.between != Between::Nothing {
                        self.part(&piece[at..], c);
                    }
                    self.latin += if chars::is_han(c) { -2 } else { i32::from(chars::parts_words(c)) };
                    self.text.push(c);
                    self.last = Some(c);
                    self.between = Between::Nothing;
                }
            }
        }
    }

    /// Puts between the text so far and what follows, behind white space, what parts them.
    fn part(&mut self, behind: &str, next: char) {
        let Some(last) = self.last else { return };
        if self.between == Between::LineBreak && last == chars::SOFT_HYPHEN {
            self.text.pop();
        } else if self.keeps(last, next) && !self.breaks_address(behind) {
            self.text.push(' ');
        }
    }

    /// Whether a line broke within a web or mail address.
    fn breaks_address(&self, behind: &str) -> bool {
        let is_part = |c: char| c.is_ascii_graphic();
        let (Some(last), Some(next)) = (self.last, behind.chars().next()) else { return false };
        if self.between != Between::LineBreak || self.spacing == Spacing::Row || !is_part(last) || !is_part(next) {
            return false;
        }
        let rest = &behind[..behind.find(|c| !is_part(c)).unwrap_or(behind.len())];
        let start = self.text.trim_end_matches(is_part).len();
        let (before, begun) = self.text.split_at(start);
        let within = begun.contains("://") || begun.contains("www.") || begun.contains('@');
        let opens = ["http", "www."]
            .iter()
            .any(|opening| begun.len() < opening.len() + 4 && format!("{begun}{rest}").starts_with(opening));
        let joint =
            matches!(last, '/' | '_' | '=' | '&' | '@') || matches!(next, '/' | '_' | '=' | '&' | '@' | '.' | '?');
        let words = self.latin > begun.len() as i32 && before.ends_with(' ');
        ((within || opens) && (joint || !words)) || (rest.contains('@') && !words)
    }

    /// Whether a space stands between two characters that white space parted.
    fn keeps(&self, a: char, b: char) -> bool {
        let wide = |c| chars::is_cjk(c) || (self.latin <= 0 && matches!(c, '\u{2014}' | '\u{2018}'..='\u{2026}'));
        let (wide_a, wide_b) = (wide(a), wide(b));
        match (self.spacing, self.between) {
            (_, Between::Nothing) => false,
            (Spacing::Row, _) | (Spacing::Head, Between::LineBreak) => true,
            (_, Between::LineBreak | Between::FullLine) if !wide_a && !wide_b => {
                let figures = chars::is_digit(a) && chars::is_digit(b) && self.latin <= 0;
                !(a == '-' || figures || chars::runs_on(a) || chars::runs_on(b))
            }
            (_, Between::LineBreak | Between::FullLine) | (Spacing::Running, _) => !wide_a && !wide_b,
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
    fn lines_are_joined_as_their_scripts_are() {
        for (text, running) in [
            ("퇴근길에 들르는\n시민이 많다", "퇴근길에 들르는 시민이 많다"),
            ("많았다”며\n“2층에 좌석", "많았다”며 “2층에 좌석"),
            ("ᠮᠣᠩᠭᠣᠯ\nᠬᠡᠯᠡᠨ", "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡᠨ"),
            ("ห้องสมุด\nริมน้ำ", "ห้องสมุดริมน้ำ"),
            ("ཆོས་སྐད་\nཀྱི་", "ཆོས་སྐད་ཀྱི་"),
            ("مكتبة\nالمدينة", "مكتبة المدينة"),
            ("coop\u{AD}\neration of li\u{AD}braries", "cooperation of li\u{AD}braries"),
        ] {
            assert_eq!(set(text, Spacing::Running), running);
        }
    }

    #[test]
    fn an_address_is_one_word_over_lines() {
        for (text, running) in [
            (
                "图书馆的网站http://www\n.example.org/library.ht\nml，也可以",
                "图书馆的网站http://www.example.org/library.html，也可以",
            ),
            ("家长可登录http:/\n/www.example.org自测", "家长可登录http://www.example.org自测"),
            ("也可写信到clinic@e\nxample.org咨询", "也可写信到clinic@example.org咨询"),
            ("也可写信到clin\nic@example.org咨询", "也可写信到clinic@example.org咨询"),
            ("the pages of www.example.org\nare open to all", "the pages of www.example.org are open to all"),
            ("the pages of www.example\n.org are open to all", "the pages of www.example.org are open to all"),
            ("write to the editor\nor to anna@example.org", "write to the editor or to anna@example.org"),
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
