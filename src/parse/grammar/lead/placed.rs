//! Leads where they stand on a page: the lines that one takes, and where it ends.

use super::lead;
use crate::parse::grammar::lead::{Lead, is_bullet};
use crate::parse::grammar::people::{is_common_name, is_house_end};
use crate::parse::grammar::stream::Stream;
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

/// Whether a lead may begin so: a bracket or a bullet, or the words of a dateline or a byline near
/// its beginning.
pub fn may_be_lead(text: &str) -> bool {
    const NEAR: usize = 24;
    let mut house = false;
    let mut before = '\0';
    for (i, c) in text.chars().filter(|c| !c.is_whitespace()).take(NEAR).enumerate() {
        match c {
            _ if i == 0 && (is_bullet(c) || (chars::is_opener(c) && !matches!(c, '“' | '‘' | '《' | '「' | '『'))) =>
            {
                return true;
            }
            '讯' | '訊' | '电' | '電' | '道' | '導' if house => return true,
            '者' | '员' | '員'
                if i < ROLE_AT && matches!(before, '记' | '記' | '作' | '论' | '論' | '讯' | '訊' | '派') =>
            {
                return true;
            }
            '生' if i < ROLE_AT && matches!(before, '习' | '習') => return true,
            '理' if i < ROLE_AT && before == '整' => return true,
            '影' | '写' | '寫' | '稿' | '译' | '譯' | '/' | '摄' | '攝' | '／' | '|' | '｜' if i < ROLE_AT => {
                return true;
            }
            '：' | ':'
                if i < ROLE_AT && matches!(before, '文' | '图' | '圖' | '者' | '述' | '辑' | '輯' | '訪' | '访') =>
            {
                return true;
            }
            '息' if house && before == '消' => return true,
            '部' if house && i < ROLE_AT && matches!(before, '辑' | '輯') => return true,
            'y' | 'Y' if i == 1 && matches!(before, 'B' | 'b') => return true,
            '—' | '–' | '-' | ',' if text.starts_with(|c: char| c.is_ascii_uppercase()) => return true,
            _ => house |= is_house_end(c) || matches!(c, '媒' | '体' | '體' | '端'),
        }
        before = c;
    }
    ends_as_byline(text)
}

/// Whether a short text ends as bylines do, behind a space: 江州大学教授 江一帆, 江一帆 文 周密 图.
fn ends_as_byline(text: &str) -> bool {
    const LONGEST: usize = 66;
    const NAME: usize = 5;
    let space = text.char_indices().rev().take(NAME).find(|(_, c)| c.is_whitespace()).filter(|_| text.len() <= LONGEST);
    let end = space.map(|(at, space)| &text[at + space.len_utf8()..]);
    end.is_some_and(|end| {
        matches!(end, "文" | "图" | "圖") || end.len() <= 12 && is_common_name(&end.chars().collect::<Vec<_>>())
    })
}
