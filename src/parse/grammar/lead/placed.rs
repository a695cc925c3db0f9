//! Leads where they stand on a page: the lines that one takes, and where it ends.

use super::lead;
use crate::parse::grammar::lead::{Lead, is_bullet};
use crate::parse::grammar::people::{is_common_name, is_house_end};
use crate::parse::grammar::stream::Stream;
use crate::parse::lexicon::{LATIN_BY, NEAR, NEAR_COLON, NEAR_HOUSE, SERVICES};
use crate::parse::line::Line;
use crate::text::chars;

/// The most lines that a lead may take.
const LEAD_LINES: usize = 6;

/// How far into a line the first role of a byline may stand, in characters.
const ROLE_AT: usize = 14;

/// A lead and where it ends.
#[derive(Clone, Debug)]
pub struct PlacedLead {
    /// What it says.
    pub lead: Lead,
    /// The lines it reaches into, its first one included.
    pub lines: usize,
    /// The byte of the page behind it.
    pub end: usize,
    /// Whether nothing follows it on its last line.
    pub alone: bool,
}

/// The lead that begins at a line.
pub fn lead_at(page: &str, lines: &[Line]) -> Option<PlacedLead> {
    let first = lines.first().filter(|line| may_be_lead(line.text(page)))?;
    let ahead = &lines[..LEAD_LINES.min(lines.len())];
    let stream = Stream::of(page, ahead);
    let lead = lead(&stream)?;
    let last = lead.end.checked_sub(1)?;
    let end = *stream.ends.get(last)?;
    let on = *stream.lines.get(last)?;
    let alone = ahead.get(on).unwrap_or(first).end <= end;
    Some(PlacedLead { lead, lines: on + 1, end, alone })
}

/// Whether a lead may begin so: a bracket or a bullet, the words of a dateline or a byline near its
/// beginning, or a house and a day that the line's end breaks off.
pub fn may_be_lead(text: &str) -> bool {
    const NEAR_BY: usize = 24;
    let mut near = ['\0'; NEAR_BY];
    let mut house = false;
    for (i, c) in text.chars().filter(|c| !c.is_whitespace()).take(NEAR_BY).enumerate() {
        near[i] = c;
        let (before, here) = (&near[..i], &near[..=i]);
        let begins = match c {
            _ if i == 0 && (is_bullet(c) || (chars::is_opener(c) && !matches!(c, '“' | '‘' | '《' | '「' | '『'))) => {
                true
            }
            '：' | ':' => i < ROLE_AT && NEAR_COLON.at_end(before).is_some(),
            '—' | '–' | '-' | ',' => text.starts_with(|c: char| c.is_ascii_uppercase()),
            _ => i < ROLE_AT && NEAR.at_end(here).is_some() || house && NEAR_HOUSE.at_end(here).is_some(),
        };
        if begins {
            return true;
        }
        house |= is_house_end(c) || SERVICES.at_end(here).is_some();
    }
    house && text.chars().count() <= NEAR_BY && text.ends_with(|c: char| c == '月' || chars::is_digit(c))
        || ends_as_byline(text)
        || begins_with_by(text)
}

/// Whether a text begins with the word before a writer's name in Latin script, and a capital behind it.
fn begins_with_by(text: &str) -> bool {
    const LONGEST: usize = 3;
    let space = text.bytes().take(LONGEST + 1).position(|byte| byte.is_ascii_whitespace());
    let Some((by, name)) = space.and_then(|at| text.split_at_checked(at)) else { return false };
    name[1..].starts_with(char::is_uppercase) && LATIN_BY.has(by.to_ascii_lowercase().as_str())
}

/// Whether a short text ends as bylines do, behind a space: 江州大学教授 江一帆, 江一帆 文 周密 图.
fn ends_as_byline(text: &str) -> bool {
    const LONGEST: usize = 66;
    const NAME: usize = 5;
    let space = text.char_indices().rev().take(NAME).find(|(_, c)| c.is_whitespace()).filter(|_| text.len() <= LONGEST);
    let end = space.map(|(at, space)| &text[at + space.len_utf8()..]);
    end.is_some_and(|end| end.len() <= 12 && is_common_name(&end.chars().collect::<Vec<_>>()))
}
