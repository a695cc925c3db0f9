//! A page's lines and what can be seen of one without its neighbours: its width, how it begins
//! and ends, the marks in it.

use crate::model::{LineRange, RawLine, RawPage};
use crate::text::chars;

/// A line of the page as the parser weighs it: a span of the source. It may hold several lines of
/// the source, where a printed line came in pieces, or a part of one, where two frames ran
/// together.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it begins in the page's text, in bytes; white space before it is left out.
    pub start: usize,
    /// Where it ends, in bytes; white space after it is left out.
    pub end: usize,
    /// The lines of the source it is on.
    pub numbers: LineRange,
    /// Whether a blank line stands before it.
    pub gap: bool,
    /// The type size in points, where the source knows.
    pub size: Option<f32>,
    /// What its text looks like.
    pub look: Look,
}

/// What a line's text looks like. Widths are in half characters: a Han character is 2 wide, a
/// digit 1; stray spaces are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Its width.
    pub width: i32,
    /// The white space before it.
    pub indent: i32,
    /// Marks that a typesetter may squeeze to half a character.
    pub marks: i32,
    /// Digits and Latin letters: their true width is not known.
    pub narrow: i32,
    /// Latin letters among them.
    pub latin: i32,
    /// Hiragana and katakana.
    pub kana: i32,
    /// Marks inside it that end a sentence (the last character not counted).
    pub stops: i32,
    /// Commas inside it.
    pub commas: i32,
    /// The width of what may not be parted from its first character.
    pub unit: i32,
    /// Whether it was cut from the line of a body, as a head that had run into it.
    pub heads: bool,
    /// Spaces between characters, stray or not.
    pub spaces: i32,
    /// How it begins.
    pub first: char,
    /// How it ends.
    pub last: char,
    /// What the end says of a sentence.
    pub ending: Ending,
    /// Whether it holds a character of the words that datelines, bylines and credits are known by.
    pub lead_word: bool,
}

/// What the end of a line says of its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// 。！？, closers after it or not.
    Sentence,
    /// ：: what follows is announced.
    Colon,
    /// ；or ……: an end at times.
    Pause,
    /// A closer with no mark before it.
    Closer,
    /// ，or 、or an opener: never an end.
    Comma,
    /// Anything else.
    #[default]
    Open,
}

impl Line {
    /// The line that a span of the page's text makes.
    pub fn of(text: &str, span: std::ops::Range<usize>, numbers: LineRange, gap: bool, size: Option<f32>) -> Self {
        let whole = text.get(span.clone()).unwrap_or_default();
        let trimmed = whole.trim_start();
        let before = whole.len() - trimmed.len();
        let start = span.start + before;
        let trimmed = trimmed.trim_end();
        let indent = whole[..before].chars().map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum();
        let look = Look { indent, ..Look::of(trimmed) };
        Self { start, end: start + trimmed.len(), numbers, gap, size, look }
    }

    /// The line cut in two at a byte of the page.
    pub fn split(&self, page: &str, at: usize) -> [Self; 2] {
        let first = Self::of(page, self.start..at, self.numbers, self.gap, self.size);
        let look = Look { indent: self.look.indent, ..first.look };
        [Self { look, ..first }, Self::of(page, at..self.end, self.numbers, false, self.size)]
    }

    /// The line that this and the ones after it, its other pieces, make.
    pub fn with_pieces(&self, page: &str, pieces: &[Self]) -> Self {
        let Some(last) = pieces.last() else { return self.clone() };
        let numbers = LineRange(self.numbers.0, last.numbers.1);
        let whole = Self::of(page, self.start..last.end, numbers, self.gap, self.size);
        Self { look: Look { indent: self.look.indent, ..whole.look }, ..whole }
    }

    /// Its text.
    pub fn text<'a>(&self, page: &'a str) -> &'a str {
        page.get(self.start..self.end).unwrap_or_default()
    }
}

/// Lines of a page. A form feed ends a line as a line feed does.
pub fn read(raw: &RawPage, of: &[RawLine]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(of.len());
    let mut last = None;
    for line in of {
        let mut start = line.start;
        let mut gap = last.is_some_and(|number| number + 1 < line.number);
        for piece in raw.line(line).split('\u{C}') {
            let span = start..start + piece.len();
            start = span.end + 1;
            if !piece.trim().is_empty() {
                let numbers = LineRange(line.number, line.number);
                lines.push(Line::of(&raw.text, span, numbers, gap, line.type_size()));
            }
            gap = true;
        }
        last = Some(line.number);
    }
    lines
}

impl Look {
    /// Looks at a text whose outer white space is gone.
    pub fn of(text: &str) -> Self {
        let mut look = Self::default();
        let mut before = None;
        let mut space = false;
        let mut counts_for_unit = true;
        let mut stop_pending = false;
        for c in text.chars() {
            if c.is_whitespace() {
                space = true;
                counts_for_unit = false;
                continue;
            }
            let seen = Seen::of(c);
            if space {
                look.spaces += 1;
                let wide_before = before.is_some_and(|b| Seen::of(b).width == 2);
                look.width += i32::from(!wide_before && seen.width == 1);
            }
            look.stops += i32::from(stop_pending && !chars::is_closer(c));
            stop_pending = seen.stop || (stop_pending && chars::is_closer(c));
            look.width += seen.width;
            look.marks += i32::from(seen.mark);
            look.narrow += i32::from(seen.width == 1);
            look.latin += i32::from(seen.latin);
            look.kana += i32::from(seen.kana);
            look.commas += i32::from(seen.comma);
            look.lead_word |= seen.lead_word;
            if before.is_none() {
                look.first = c;
                counts_for_unit = seen.width == 1 || chars::is_opener(c);
                look.unit = seen.width;
            } else if counts_for_unit {
                let bound = seen.width == 1 || before.is_some_and(chars::is_opener);
                look.unit += if bound { seen.width } else { 0 };
                counts_for_unit = bound && seen.width == 1;
            }
            before = Some(c);
            space = false;
        }
        look.last = before.unwrap_or_default();
        look.ending = Ending::of(text);
        look
    }

    /// Whether more than half of it is Latin.
    pub fn is_latin(&self) -> bool {
        self.latin * 2 > self.width
    }
}

/// What one character adds to a look.
struct Seen {
    width: i32,
    mark: bool,
    stop: bool,
    comma: bool,
    latin: bool,
    kana: bool,
    lead_word: bool,
}

impl Seen {
    #[inline]
    fn of(c: char) -> Self {
        let mut seen =
            Self { width: 2, mark: false, stop: false, comma: false, latin: false, kana: false, lead_word: false };
        match c {
            '\u{4E00}'..='\u{9FFF}' => {
                seen.lead_word = matches!(
                    c,
                    '讯' | '訊'
                        | '电'
                        | '電'
                        | '记'
                        | '記'
                        | '摄'
                        | '攝'
                        | '报'
                        | '報'
                        | '员'
                        | '員'
                        | '文'
                        | '图'
                        | '圖'
                        | '者'
                )
            }
            '“' | '”' | '‘' | '’' => seen.mark = true,
            '，' | '、' => (seen.mark, seen.comma) = (true, true),
            '。' | '！' | '？' => (seen.mark, seen.stop) = (true, true),
            '・' => seen.mark = true,
            '—' | '…' => {}
            '\0'..='\u{10FF}' => {
                seen.width = 1;
                seen.latin = chars::is_latin(c);
                seen.comma = c == ',';
            }
            '\u{3041}'..='\u{30FA}' => seen.kana = true,
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => seen.width = 0,
            '\u{2000}'..='\u{2BFF}' => {}
            _ => seen.mark = chars::is_cjk_mark(c) && !chars::is_digit(c) && !chars::is_latin(c),
        }
        seen
    }
}

impl Ending {
    /// The ending of a text.
    pub fn of(text: &str) -> Self {
        let mut closed = false;
        for c in text.chars().rev().filter(|c| !c.is_whitespace()) {
            return match c {
                '"' | '\'' => {
                    closed = true;
                    continue;
                }
                c if chars::is_closer(c) => {
                    closed = true;
                    continue;
                }
                c if chars::is_sentence_end(c) => Self::Sentence,
                '.' => Self::Sentence,
                '：' | ':' if !closed => Self::Colon,
                '；' | ';' | '…' | '—' if !closed => Self::Pause,
                '…' => Self::Sentence,
                '，' | '、' | ',' if !closed => Self::Comma,
                c if chars::is_opener(c) => Self::Comma,
                _ if closed => Self::Closer,
                _ => Self::Open,
            };
        }
        if closed { Self::Closer } else { Self::Open }
    }

    /// Whether a paragraph may well end so.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Sentence | Self::Colon | Self::Pause)
    }
}

/// The numbering a line begins with: its level as a heading from 1, and its bytes.
pub fn numbering(text: &str) -> Option<(u8, usize)> {
    const HAN: &str = "一二三四五六七八九十";
    let is_number = |c: char| HAN.contains(c);
    let after = |pattern: fn(char) -> bool| text.find(|c| !pattern(c)).filter(|&n| n > 0);
    let followed_by = |at: usize, marks: &[char]| {
        let c = text.get(at..)?.chars().next()?;
        marks.contains(&c).then_some(at + c.len_utf8())
    };
    if let Some(n) = text.find(|c| !is_number(c)).filter(|&n| n > 0 && n <= 9) {
        return followed_by(n, &['、', '．', '.']).map(|n| (1, n));
    }
    if let Some(n) = after(chars::is_digit).filter(|&n| n <= 6) {
        let end = followed_by(n, &['、', '．', '.'])?;
        return text.get(end..)?.starts_with(|c: char| !chars::is_digit(c)).then_some((3, end));
    }
    let rest = text.strip_prefix(['（', '('])?;
    let n = rest.find(['）', ')']).filter(|&n| n > 0 && n <= 9)?;
    let level = match &rest[..n] {
        inner if inner.chars().all(is_number) => 2,
        inner if inner.chars().all(chars::is_digit) => 4,
        _ => return None,
    };
    let opener = text.len() - rest.len();
    followed_by(opener + n, &['）', ')']).map(|n| (level, n))
}

/// Who speaks, where a line begins with a name and a colon.
pub fn speaker(text: &str) -> Option<&str> {
    const LONGEST: usize = 8;
    let (at, _) = text.char_indices().take(LONGEST + 1).find(|(_, c)| matches!(c, '：' | ':'))?;
    let name = text[..at].trim_end();
    let is_name = |c: char| chars::is_han(c) || chars::is_latin(c) || matches!(c, '·' | ' ');
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stray_spaces_have_no_width() {
        assert_eq!(Look::of("全长 3.6 公里").width, 11);
        assert_eq!(Look::of("New moon").width, 8);
        assert_eq!(Look::of("渡轮延至 11 时").spaces, 2);
    }

    #[test]
    fn endings() {
        for (text, ending) in [
            ("天亮了。", Ending::Sentence),
            ("天亮了。”", Ending::Sentence),
            ("天亮了吗？", Ending::Sentence),
            ("名单如下：", Ending::Colon),
            ("天亮了，", Ending::Comma),
            ("（烯）", Ending::Closer),
            ("天亮", Ending::Open),
            ("。", Ending::Sentence),
            ("”", Ending::Closer),
        ] {
            assert_eq!(Look::of(text).ending, ending, "{text}");
        }
    }

    #[test]
    fn stops_count_inside_a_line_only() {
        assert_eq!(Look::of("天亮了。鸟叫了。").stops, 1);
        assert_eq!(Look::of("“天亮了。”").stops, 0);
    }

    #[test]
    fn the_first_unit_is_a_number_or_one_character() {
        assert_eq!(Look::of("2025年").unit, 4);
        assert_eq!(Look::of("年终").unit, 2);
        assert_eq!(Look::of("（年终").unit, 4);
    }

    #[test]
    fn numberings() {
        for (text, found) in [
            ("一、先听再画", Some((1, "一、".len()))),
            ("十二、附则", Some((1, "十二、".len()))),
            ("（三）关于河岸", Some((2, "（三）".len()))),
            ("2.沿河步道", Some((3, 2))),
            ("2.5公里", None),
            ("（其中", None),
            ("（烯）", None),
            ("一场大雨", None),
            ("（", None),
        ] {
            assert_eq!(numbering(text), found, "{text}");
        }
    }

    #[test]
    fn speakers() {
        assert_eq!(speaker("记者：为什么？"), Some("记者"));
        assert_eq!(speaker("他说，答案是：没有"), None);
        assert_eq!(speaker("：没有"), None);
    }

    #[test]
    fn a_form_feed_ends_a_line() {
        let page = RawPage::from_text("p", "甲\u{C}乙\n\n丙\n丁");
        let lines = read(&page, &page.lines);
        let seen: Vec<_> = lines.iter().map(|l| (l.text(&page.text), l.numbers.0, l.gap)).collect();
        assert_eq!(seen, [("甲", 1, false), ("乙", 1, true), ("丙", 3, true), ("丁", 4, false)]);
    }
}
