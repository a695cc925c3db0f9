//! What a line's text looks like: its width, how it begins and ends, the marks in it.

use crate::parse::lexicon::TRACES;
use crate::text::chars;

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
    /// Letters among them, Latin or of any other script that is no wider.
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
    /// Whether it holds a colon.
    pub colon: bool,
    /// Whether it holds a digit.
    pub figure: bool,
    /// Whether it holds an opening bracket.
    pub bracket: bool,
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

impl Look {
    /// Looks at a text whose outer white space is gone.
    pub fn of(text: &str) -> Self {
        let mut look = Self::default();
        let mut before = None;
        let mut space = false;
        let mut counts_for_unit = true;
        let mut stop_pending = false;
        let traces = &*TRACES;
        for c in text.chars() {
            if c.is_whitespace() {
                space = true;
                counts_for_unit = false;
                continue;
            }
            let seen = CharLook::of(c);
            if space {
                look.spaces += 1;
                let wide_before = before.is_some_and(|b| CharLook::of(b).width == 2);
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
            look.colon |= seen.colon;
            look.figure |= seen.figure;
            look.bracket |= seen.bracket;
            look.lead_word |= traces.has(c);
            let in_word = || seen.width == 1 || chars::parts_words(c);
            if before.is_none() {
                look.first = c;
                counts_for_unit = in_word() || chars::is_opener(c);
                look.unit = seen.width;
            } else if counts_for_unit {
                let bound = in_word() || before.is_some_and(chars::is_opener);
                look.unit += if bound { seen.width } else { 0 };
                counts_for_unit = bound && in_word();
            }
            before = Some(c);
            space = false;
        }
        look.last = before.unwrap_or_default();
        look.ending = Ending::of(text);
        look
    }

    /// The look of the line that this and the one behind it make.
    pub fn joined_to(&self, behind: &Self) -> Self {
        Self {
            width: self.width + behind.width + i32::from(self.is_latin() && behind.is_latin()),
            marks: self.marks + behind.marks,
            narrow: self.narrow + behind.narrow,
            latin: self.latin + behind.latin,
            kana: self.kana + behind.kana,
            stops: self.stops + behind.stops + i32::from(self.ending == Ending::Sentence),
            commas: self.commas + behind.commas,
            spaces: self.spaces + behind.spaces,
            heads: self.heads || behind.heads,
            colon: self.colon || behind.colon,
            figure: self.figure || behind.figure,
            bracket: self.bracket || behind.bracket,
            lead_word: self.lead_word || behind.lead_word,
            last: behind.last,
            ending: behind.ending,
            ..*self
        }
    }

    /// Whether it begins with a mark that may not begin a printed line (GB/T 15834, 5.1).
    pub fn breaks_kinsoku(&self) -> bool {
        let c = self.first;
        chars::is_closer(c) || chars::is_clause_mark(c) || chars::is_sentence_end(c) || c == '・'
    }

    /// Whether more than half of it is Latin.
    pub fn is_latin(&self) -> bool {
        self.latin * 2 > self.width
    }
}

/// What one character adds to a look.
#[derive(Default)]
struct CharLook {
    width: i32,
    mark: bool,
    stop: bool,
    comma: bool,
    latin: bool,
    kana: bool,
    colon: bool,
    figure: bool,
    bracket: bool,
}

impl CharLook {
    #[inline]
    fn of(c: char) -> Self {
        let mut seen = Self { width: 2, ..Self::default() };
        match c {
            '\u{4E00}'..='\u{9FFF}' => {}
            '“' | '”' | '‘' | '’' => seen.mark = true,
            '，' | '、' => (seen.mark, seen.comma) = (true, true),
            '。' | '！' | '？' => (seen.mark, seen.stop) = (true, true),
            '・' => seen.mark = true,
            '—' | '…' => {}
            chars::SOFT_HYPHEN => seen.width = 0,
            '\0'..='\u{24F}' => {
                seen.width = 1;
                seen.latin = chars::is_latin(c);
                seen.comma = c == ',';
                seen.colon = c == ':';
                seen.figure = c.is_ascii_digit();
                seen.bracket = chars::is_opener(c);
            }
            '\u{250}'..='\u{10FF}' | '\u{1200}'..='\u{1FFF}' => {
                seen.latin = c.is_alphabetic();
                seen.width = i32::from(seen.latin || c.is_numeric() || c.is_ascii_punctuation());
            }
            '\u{3041}'..='\u{30FA}' => seen.kana = true,
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => seen.width = 0,
            '\u{2000}'..='\u{2BFF}' => {}
            _ => {
                seen.figure = chars::is_digit(c);
                seen.mark = chars::is_cjk_mark(c) && !seen.figure && !chars::is_latin(c);
                seen.colon = c == '：';
                seen.bracket = chars::is_opener(c);
            }
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
                '；' | ';' | '…' | '⋯' | '—' if !closed => Self::Pause,
                '…' | '⋯' => Self::Sentence,
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
    fn what_grammars_ask_for_is_told_of_a_whole_line() {
        let of = |text: &str| {
            let look = Look::of(text);
            (look.colon, look.figure, look.bracket)
        };
        assert_eq!(of("江一帆：因为"), (true, false, false));
        assert_eq!(of("at 3"), (false, true, false));
        assert_eq!(of("第３版"), (false, true, false));
        for opener in ["（", "(", "【", "〔", "［", "[", "〖"] {
            assert_eq!(of(&format!("天亮{opener}又")), (false, false, true), "{opener}");
        }
        let joined = Look::of("天亮: 1").joined_to(&Look::of("（又"));
        assert_eq!((joined.colon, joined.figure, joined.bracket), (true, true, true));
    }

    #[test]
    fn the_first_unit_is_a_number_or_one_character() {
        assert_eq!(Look::of("2025年").unit, 4);
        assert_eq!(Look::of("年终").unit, 2);
        assert_eq!(Look::of("（年终").unit, 4);
    }
}
