//! Numbers of pages: A06, 第四版, A8-A9; and which of a line's numbers is the page's.

use crate::parse::grammar::numerals::number;
use crate::parse::lexicon::{PAGE_MARKS, SHEET_MARKS};
use crate::text::chars;

/// The highest number behind a letter that is a page's: C919 flies.
const LETTERED: u32 = 99;

/// A number that may be a page's.
#[derive(Clone, Debug, PartialEq)]
pub struct PageNumber {
    /// The page.
    pub value: u32,
    /// The page as it is called where that is more than the number: A06.
    pub label: Option<String>,
    /// Its characters, 第 and 版 included.
    pub length: usize,
    /// Whether it looks like a page's and like no other number: A06, 06, 6版.
    pub padded: bool,
    /// Whether 版 or 面 stands behind it.
    pub marked: bool,
}

impl PageNumber {
    /// A number without anything that says it is a page's.
    pub fn bare(value: u32, length: usize) -> Self {
        Self { value, label: None, length, padded: false, marked: false }
    }

    /// The number that a text begins with.
    pub fn at_start(text: &[char]) -> Option<Self> {
        let blanks = |at: usize| at + text.get(at..).unwrap_or_default().iter().take_while(|&&c| c == ' ').count();
        let ordinal = if text.first() == Some(&'第') { blanks(1) } else { 0 };
        let letter = usize::from(text.get(ordinal).is_some_and(|c| c.is_ascii_uppercase()));
        let from = ordinal + letter;
        let (value, digits) = number(text.get(from..)?)?;
        let digits_end = from + digits;
        let mark = text.get(blanks(digits_end)).filter(|&&c| PAGE_MARKS.has(c));
        let end = if mark.is_some() { blanks(digits_end) + 1 } else { digits_end };
        let bound = |c: char| chars::is_digit(c) || matches!(c, '.' | '%');
        let is_sheet = text.get(blanks(end)).is_some_and(|&c| SHEET_MARKS.has(c));
        let apart = mark.is_some() || text.get(end).is_none_or(|&c| !bound(c)) && !is_sheet;
        let arabic = text.get(from).is_some_and(|&c| chars::is_digit(c));
        if !apart || value == 0 || value >= 1000 || letter == 1 && value > LETTERED || (!arabic && mark.is_none()) {
            return None;
        }
        let padded = letter == 1 || mark.is_some() || text.get(from) == Some(&'0');
        let range = Self::range(text, end).filter(|_| arabic);
        let marked = mark.is_some() || range.is_some_and(|range| PAGE_MARKS.has(text[range - 1]));
        if (ordinal > 0 && !marked) || (range.is_none() && text.get(end) == Some(&'-')) {
            return None;
        }
        let label = (letter == 1).then(|| text[ordinal..digits_end].iter().collect());
        Some(Self { value, label, length: range.unwrap_or(end), padded, marked: mark.is_some() })
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
pub fn page_of(numbers: &[PageNumber]) -> Option<Option<&PageNumber>> {
    match numbers {
        [] => Some(None),
        [one] => Some(Some(one)),
        [edition, page] if edition.marked && !page.marked => Some(Some(page)),
        [page, other] if page.marked || page.value == other.value => Some(Some(page)),
        _ => None,
    }
}
