//! Numbers of pages: A06, 第四版, A8-A9; and which of a line's numbers is the page's.

use crate::parse::grammar::numerals::number;
use crate::parse::lexicon::{COUNTED, PAGE_MARKS};
use crate::text::chars;

/// A number that may be a page's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageNumber {
    /// The page.
    pub value: u32,
    /// Its characters, 第 and 版 included.
    pub length: usize,
    /// Whether it looks like a page's and like no other number: A06, 06, 6版.
    pub padded: bool,
    /// Whether 版 or 面 stands behind it.
    pub marked: bool,
}

impl PageNumber {
    /// The number that a text begins with.
    pub fn at_start(text: &[char]) -> Option<Self> {
        let blanks = |at: usize| at + text.get(at..).unwrap_or_default().iter().take_while(|&&c| c == ' ').count();
        let ordinal = if text.first() == Some(&'第') { blanks(1) } else { 0 };
        let letter = usize::from(text.get(ordinal).is_some_and(|c| c.is_ascii_uppercase()));
        let from = ordinal + letter;
        let (value, digits) = number(text.get(from..)?)?;
        let end = from + digits;
        let is_mark = |at: usize| text.get(at).is_some_and(|&c| PAGE_MARKS.has(c));
        let marked = is_mark(blanks(end));
        let end = if marked { blanks(end) + 1 } else { end };
        let bound = |c: char| chars::is_digit(c) || matches!(c, '.' | '%') || COUNTED.has(c);
        let apart = marked || text.get(end).is_none_or(|&c| !bound(c));
        let arabic = text.get(from).is_some_and(|&c| chars::is_digit(c));
        if !apart || value == 0 || value >= 1000 || (!arabic && !marked) {
            return None;
        }
        let padded = letter == 1 || marked || text.get(from) == Some(&'0');
        let length = Self::range(text, end).filter(|_| arabic).unwrap_or(end);
        Some(Self { value, length, padded, marked }).filter(|_| length > end || text.get(end) != Some(&'-'))
    }

    /// Where a range of pages, as in A8-A9, ends.
    fn range(text: &[char], at: usize) -> Option<usize> {
        let rest = text.get(at..)?;
        let letter = match rest {
            ['-' | '－' | '–' | '—' | '~' | '～' | '/' | '、', letter, ..] => {
                usize::from(letter.is_ascii_uppercase())
            }
            _ => return None,
        };
        let (value, digits) = number(&rest[1 + letter..])?;
        let end = at + 1 + letter + digits;
        let marked = text.get(end).is_some_and(|&c| PAGE_MARKS.has(c));
        (value < 1000 && !text.get(end).is_some_and(|&c| chars::is_digit(c))).then_some(end + usize::from(marked))
    }
}

/// The page that a folio's numbers say: the only one, or, on Japanese pages, the bare one beside
/// the edition's (14版 社会 30). None where they are too many to be a page's.
pub fn page_of(numbers: &[PageNumber]) -> Option<Option<u32>> {
    match numbers {
        [] => Some(None),
        [one] => Some(Some(one.value)),
        [edition, page] if edition.marked && !page.marked => Some(Some(page.value)),
        [page, other] if page.marked || page.value == other.value => Some(Some(page.value)),
        _ => None,
    }
}
