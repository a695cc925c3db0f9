//! Where a notice ends: whom to call, who signs it, on what day.

use crate::parse::emission::sign::Sign;
use crate::parse::grammar::calendar::month_and_day;
use crate::parse::grammar::notice::{begins_with_year, is_number, is_polite_name, says_whom_to_call};
use crate::parse::lexicon::OFFICES;
use crate::parse::line::{Ending, Line};
use crate::text::chars;

/// Whether a line below a paragraph is the end of a notice: whom to call, the name of the body that
/// signs it, or the day below or behind that.
pub fn ends_notice(page: &str, lines: &[Line], signs: &[Sign], at: usize) -> bool {
    const NEAR: [usize; 2] = [12, 3];
    const WIDEST: i32 = 36;
    let near = at.saturating_sub(NEAR[0])..signs.len().min(at + 1 + NEAR[1]);
    let Some(above) = at.checked_sub(1).filter(|_| lines[at].look.width <= WIDEST) else { return false };
    if !signs[near].iter().any(|sign| sign.notice) {
        return false;
    }
    let text: Vec<char> = lines[at].text(page).chars().filter(|c| !c.is_whitespace()).collect();
    let ended = lines[above].look.ending == Ending::Sentence;
    let signed = signs[above].closes && signs[above].credit.is_none();
    let name = text.iter().position(|&c| chars::is_digit(c)).unwrap_or(text.len());
    let office = (ended || signed) && OFFICES.at_end(&text[..name]).is_some();
    let dated = || signed && month_and_day(&text).is_some_and(|(_, _, length)| length == text.len());
    let to_call = || ended && says_whom_to_call(&text) || signed && (is_number(&text) || is_polite_name(&text));
    office && (name == text.len() || begins_with_year(&text[name..])) || dated() || to_call()
}
