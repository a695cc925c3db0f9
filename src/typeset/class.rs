//! What a character is to the line breaker: the classes of UAX #14, joined where no rule tells them
//! apart and divided where Chinese rules do.

use unicode_linebreak::{BreakClass, break_property};

/// A line breaking class. The letters in brackets are those of UAX #14.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// Han, kana, Hangul, emoji: a line may break on either side (ID, H2, H3, EB, EM, RI).
    Han,
    /// A Han character that counts what a number before it says: 万, 年, 元.
    Unit,
    /// A letter, or a symbol that is set like one (AL, HL, SA, AI).
    Letter,
    /// A decimal digit, half-width or full-width (NU).
    Digit,
    /// An opening bracket or quotation mark (OP).
    Opener,
    /// An opening bracket that a letter before it keeps: ( [ { (OP, not East Asian).
    NarrowOpener,
    /// A closing bracket or quotation mark, or a stop: ） 。 ， ； (CL).
    Closer,
    /// A closing bracket that a letter after it keeps: ) ] (CP).
    NarrowCloser,
    /// ！ ？ (EX).
    Exclamation,
    /// ! and ? of ASCII (EX).
    NarrowExclamation,
    /// , . : ; of ASCII (IS).
    Infix,
    /// / (SY).
    Slash,
    /// ／, which neither begins nor ends a line.
    WideSlash,
    /// - (HY).
    Hyphen,
    /// A hyphen that begins a word: -x.
    InitialHyphen,
    /// – ‐ and the like: a break after them (BA).
    After,
    /// A break before them (BB).
    Before,
    /// A quotation mark that does not say whether it opens or closes, or stands among letters (QU).
    Quote,
    /// “ or ‘ among letters.
    LatinOpener,
    /// ” or ’ among letters; ’ is an apostrophe there.
    LatinCloser,
    /// A single —, 连接号.
    Dash,
    /// The first half of a ——, 破折号.
    DashPair,
    /// The second half of a ——.
    DashTail,
    /// … at the beginning of a pair (IN).
    Ellipsis,
    /// … as the second half of a ……, 省略号.
    EllipsisTail,
    /// A character that begins no line: 々 ー ぁ ・ ～ ‼ (NS, CJ).
    NonStarter,
    /// ·, 间隔号: begins no line, and is like a letter to what follows.
    Middot,
    /// What stands before a number: ￥ $ № + (PR).
    Prefix,
    /// What stands after a number: % ℃ ′ (PO).
    Postfix,
    /// No-break space and its like (GL).
    Glue,
    /// Word joiner: no break on either side (WJ).
    Joiner,
    /// Zero width space: a break (ZW).
    ZeroSpace,
    /// An object in the text (CB).
    Object,
    /// A space that vanishes at a break: U+0020, U+3000, a tab.
    Space,
    /// What is no character of its own: it takes the side of what is before it (CM).
    Mark,
    /// The beginning of the text.
    Start,
}

impl Class {
    /// How many there are.
    pub const COUNT: usize = Self::Start as usize + 1;

    /// All of them; the index of each is its number.
    pub const ALL: [Self; Self::COUNT] = {
        use Class::*;
        [
            Han,
            Unit,
            Letter,
            Digit,
            Opener,
            NarrowOpener,
            Closer,
            NarrowCloser,
            Exclamation,
            NarrowExclamation,
            Infix,
            Slash,
            WideSlash,
            Hyphen,
            InitialHyphen,
            After,
            Before,
            Quote,
            LatinOpener,
            LatinCloser,
            Dash,
            DashPair,
            DashTail,
            Ellipsis,
            EllipsisTail,
            NonStarter,
            Middot,
            Prefix,
            Postfix,
            Glue,
            Joiner,
            ZeroSpace,
            Object,
            Space,
            Mark,
            Start,
        ]
    };

    /// The class of a character by itself; [`super::breaks`] looks at its neighbours.
    #[inline]
    pub fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' => Self::Letter,
            '0'..='9' | '０'..='９' => Self::Digit,
            ' ' | '\t' | '\u{3000}' => Self::Space,
            '\u{4E00}'..='\u{9FFF}' if is_unit(c) => Self::Unit,
            '\u{4E00}'..='\u{9FFF}' => Self::Han,
            '，' | '。' | '、' | '；' | '：' | '．' | '）' | '》' | '」' => Self::Closer,
            '（' | '《' | '「' => Self::Opener,
            '！' | '？' => Self::Exclamation,
            '“' | '”' | '‘' | '’' => Self::Quote,
            '—' => Self::Dash,
            '…' => Self::Ellipsis,
            '·' | '‧' => Self::Middot,
            '／' => Self::WideSlash,
            '～' | '゠' => Self::NonStarter,
            '＋' | '－' => Self::Prefix,
            '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Self::Letter,
            '\u{AD}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => Self::Mark,
            _ => Self::of_property(c),
        }
    }

    /// Whether it is no word nor part of one: a mark, a space, what is not seen.
    pub fn is_punctuation(self) -> bool {
        use Class::*;
        !matches!(self, Han | Unit | Letter | Digit | Prefix | Postfix | Object)
    }

    fn of_property(c: char) -> Self {
        use BreakClass as B;
        let east_asian = c >= '\u{2E80}' || c == '\u{2329}';
        match break_property(c as u32) {
            B::OpenPunctuation if east_asian => Self::Opener,
            B::OpenPunctuation => Self::NarrowOpener,
            B::ClosePunctuation => Self::Closer,
            B::CloseParenthesis => Self::NarrowCloser,
            B::Exclamation if east_asian => Self::Exclamation,
            B::Exclamation => Self::NarrowExclamation,
            B::InfixSeparator => Self::Infix,
            B::Symbol => Self::Slash,
            B::Hyphen => Self::Hyphen,
            B::After => Self::After,
            B::Before => Self::Before,
            B::BeforeAndAfter => Self::Dash,
            B::Quotation => Self::Quote,
            B::Inseparable => Self::Ellipsis,
            B::NonStarter | B::ConditionalJapaneseStarter => Self::NonStarter,
            B::Prefix => Self::Prefix,
            B::Postfix => Self::Postfix,
            B::Numeric => Self::Digit,
            B::NonBreakingGlue => Self::Glue,
            B::WordJoiner => Self::Joiner,
            B::ZeroWidthSpace => Self::ZeroSpace,
            B::Contingent => Self::Object,
            B::Space => Self::Space,
            B::CombiningMark | B::ZeroWidthJoiner => Self::Mark,
            B::Ideographic
            | B::EmojiBase
            | B::EmojiModifier
            | B::HangulLvSyllable
            | B::HangulLvtSyllable
            | B::HangulLJamo
            | B::HangulVJamo
            | B::HangulTJamo
            | B::RegionalIndicator => Self::Han,
            _ => Self::Letter,
        }
    }
}

/// A Han character that is not parted from a digit before it (GB/T 15835, CLREQ 数字及其前后缀).
fn is_unit(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '亿' | '兆' | '年' | '月' | '日' | '元' | '萬' | '億')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_stands_at_its_number() {
        for (i, class) in Class::ALL.into_iter().enumerate() {
            assert_eq!(class as usize, i, "{class:?}");
        }
    }

    #[test]
    fn classes_of_a_newspaper() {
        let classes = |text: &str| text.chars().map(Class::of).collect::<Vec<_>>();
        assert_eq!(classes("报月7x"), [Class::Han, Class::Unit, Class::Digit, Class::Letter]);
        assert_eq!(classes("（)》」"), [Class::Opener, Class::NarrowCloser, Class::Closer, Class::Closer]);
        assert_eq!(classes("：。？!"), [Class::Closer, Class::Closer, Class::Exclamation, Class::NarrowExclamation]);
        assert_eq!(classes("％℃￥№"), [Class::Postfix, Class::Postfix, Class::Prefix, Class::Prefix]);
        assert_eq!(classes("々ーっ‼～"), [Class::NonStarter; 5]);
        assert_eq!(classes("…⋯‥"), [Class::Ellipsis; 3]);
    }
}
