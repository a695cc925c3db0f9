//! What the grammars find at the beginning of each line: leads, bylines, credits, speakers.

use std::collections::HashMap;

use super::body::closing_credit;
use super::caption;
use super::credit::{self, Credit, credit};
use super::echo::echoes;
use super::form::{self, Form};
use super::lead::{Lead, is_bullet, lead};
use super::lexicon::{ANSWERERS, ASKERS, NOTICES, OPENERS};
use super::lines::{Ending, Line, numbering, speaker};
use super::notice;
use super::people::{is_common_name, is_house_end};
use super::stream::Stream;
use super::verse;
use crate::text::chars;

/// What the grammars find at a line.
#[derive(Clone, Debug, Default)]
pub struct Sign {
    /// The lead that begins here.
    pub lead: Option<Box<Sighted>>,
    /// Whether the byline of the line before goes on and ends here.
    pub byline_ends: bool,
    /// The credit that the whole line is.
    pub credit: Option<Box<Credit>>,
    /// Whether it ends with a credit behind its last sentence, or is the signature of a notice.
    pub closes: bool,
    /// The level of the numbering it begins with.
    pub numbering: Option<u8>,
    /// Whether a known speaker begins to speak.
    pub speaks: bool,
    /// Whether it begins with a bullet.
    pub bullet: bool,
    /// Whether it begins with a word that newspapers like to begin with.
    pub opener: bool,
    /// Whether it is the head of a notice.
    pub notice: bool,
    /// Whether a picture's caption begins here.
    pub caption: bool,
    /// Whether the line before is the last of a picture's caption.
    pub below_caption: bool,
    /// Whether it is nothing but common names.
    pub names: bool,
    /// Whether it is short enough to be a pen name.
    pub pen_name: bool,
    /// What it has in common with its neighbours.
    pub form: Form,
    /// The share of its words that are said again near it, where it has enough of them.
    pub echo: Option<f32>,
}

impl Sign {
    /// Whether an article begins here, as far as grammar tells: a byline may be a credit as well.
    pub fn leads(&self) -> bool {
        self.lead.as_ref().is_some_and(|sighted| self.credit.is_none() || !sighted.alone)
    }
}

/// A lead and where it ends.
#[derive(Clone, Debug)]
pub struct Sighted {
    /// What it says.
    pub lead: Lead,
    /// The lines it reaches into, its first one included.
    pub lines: usize,
    /// The byte of the page behind it.
    pub end: usize,
    /// Whether nothing follows it on its last line.
    pub alone: bool,
}

/// The most lines that a lead may take.
const LEAD_LINES: usize = 6;

/// Reads the signs of all lines.
pub fn read(page: &str, lines: &[Line]) -> Vec<Sign> {
    let speakers = speakers(page, lines);
    let (echoes, forms) = (echoes(page, lines), form::read(page, lines));
    let (mut covered, mut byline) = (0, false);
    let read = |i: usize| {
        let mut sign = Sign { echo: echoes[i], form: forms[i], ..sign(page, lines, i, &speakers) };
        if i < covered {
            (sign.lead, sign.credit) = (None, None);
            sign.byline_ends = byline && i + 1 == covered;
        }
        if sign.credit.is_some() {
            let stays = |sighted: &Sighted| sighted.lead.dateline.is_some() || sighted.alone && sighted.lines == 1;
            sign.lead = sign.lead.filter(|sighted| stays(sighted));
        }
        if let Some(sighted) = &sign.lead {
            covered = i + sighted.lines;
            byline = sighted.alone && sighted.lines == 2 && sighted.lead.dateline.is_none();
        }
        sign
    };
    let mut signs: Vec<Sign> = (0..lines.len()).map(read).collect();
    for i in 0..signs.len() {
        signs[i].closes |= notice::ends_notice(page, lines, &signs, i);
        let length = caption::lines(page, lines, &signs, i);
        signs[i].caption = length > 0;
        if let Some(below) = signs.get_mut(i + length).filter(|_| length > 0) {
            below.below_caption = true;
        }
    }
    verse::mark(lines, &mut signs);
    signs
}

/// The lead that begins at a line.
pub fn sighted(page: &str, lines: &[Line]) -> Option<Sighted> {
    let first = lines.first().filter(|line| may_be_lead(line.text(page)))?;
    let ahead = &lines[..LEAD_LINES.min(lines.len())];
    let stream = Stream::of(page, ahead);
    let lead = lead(&stream)?;
    let last = lead.end.checked_sub(1)?;
    let end = *stream.ends.get(last)?;
    let on = *stream.lines.get(last)?;
    let alone = ahead.get(on).unwrap_or(first).end <= end;
    Some(Sighted { lead, lines: on + 1, end, alone })
}

fn sign(page: &str, lines: &[Line], at: usize, speakers: &HashMap<&str, u32>) -> Sign {
    let line = &lines[at];
    let text = line.text(page);
    let mut start = ['\0'; 5];
    let length = start.iter_mut().zip(text.chars()).map(|(slot, c)| *slot = c).count();
    let start = &start[..length];
    let ends_credit = ends_credit(page, &lines[at.saturating_sub(1)..=at]);
    Sign {
        lead: sighted(page, &lines[at..]).filter(|_| !ends_credit).map(Box::new),
        byline_ends: false,
        credit: whole_credit(page, line).filter(|_| !ends_credit).map(Box::new),
        closes: ends_credit || closing_credit(page, std::slice::from_ref(line)).is_some(),
        numbering: numbering(text).map(|(level, _)| level),
        speaks: speaker(text).is_some_and(|name| speaks(name, speakers)),
        bullet: start.first().is_some_and(|&c| is_bullet(c)),
        opener: OPENERS.at_start(start).is_some(),
        caption: false,
        below_caption: false,
        notice: line.look.width <= notice::HEAD && notice::is_notice(text),
        names: is_names(text),
        pen_name: matches!(line.look.width, 4 | 6)
            && start.iter().all(|&c| chars::is_han(c))
            && NOTICES.at_end(start).is_none(),
        form: Form::Plain,
        echo: None,
    }
}

/// Whether the second of two lines is the rest of a credit that the first breaks off: …新华社 | 记者
/// 某某 摄.
fn ends_credit(page: &str, lines: &[Line]) -> bool {
    const WIDEST: i32 = 24;
    let [above, line] = lines else { return false };
    let breaks = above.look.ending == Ending::Open && above.look.stops > 0 && line.look.width <= WIDEST;
    breaks && closing_credit(page, lines).is_some_and(|(at, credit)| at < above.end && credit.photo)
}

/// Whether a name before a colon is a speaker's: one that asks or answers, or speaks twice.
pub fn speaks(name: &str, speakers: &HashMap<&str, u32>) -> bool {
    let chars: Vec<char> = name.chars().collect();
    ASKERS.has(&chars) || ANSWERERS.has(&chars) || speakers.get(name).is_some_and(|&n| n > 1)
}

/// How often each name begins a line before a colon.
pub fn speakers<'a>(page: &'a str, lines: &[Line]) -> HashMap<&'a str, u32> {
    let mut counts = HashMap::new();
    for name in lines.iter().filter_map(|line| speaker(line.text(page))) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// The credit that a whole line is.
pub fn whole_credit(page: &str, line: &Line) -> Option<Credit> {
    if matches!(line.look.ending, Ending::Sentence | Ending::Comma) {
        return None;
    }
    let words = line.look.lead_word && line.look.width <= 2 * credit::LONGEST as i32;
    if !(words || may_be_phrase(line)) {
        return bracketed_names(page, line);
    }
    credit(&Stream::of(page, std::slice::from_ref(line)), 0)
}

/// Whether a line is short and begins or ends as credits without people do.
fn may_be_phrase(line: &Line) -> bool {
    const FIRST: &str = "作来來摘选選—漫插";
    const LAST: &str = "社供绘繪觉覺国國透联聯图圖";
    let look = &line.look;
    let english = look.is_latin() && look.width <= 12;
    look.width <= 40 && (english || FIRST.contains(look.first) || LAST.contains(look.last))
}

/// （某某 某某） on a line of its own.
fn bracketed_names(page: &str, line: &Line) -> Option<Credit> {
    (matches!(line.look.first, '（' | '(') && chars::is_closer(line.look.last) && line.look.width < 40)
        .then(|| credit(&Stream::of(page, std::slice::from_ref(line)), 0))
        .flatten()
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

/// How far into a line the first role of a byline may stand, in characters.
const ROLE_AT: usize = 14;

/// Whether a line is one or more common names and nothing else: 江一帆, 江一帆 周密, 李 明.
pub fn is_names(text: &str) -> bool {
    const LONGEST: usize = 36;
    if text.len() > LONGEST {
        return false;
    }
    let words: Vec<Vec<char>> =
        text.split([' ', '\u{3000}', '、']).filter(|w| !w.is_empty()).map(|w| w.chars().collect()).collect();
    match words.as_slice() {
        [] => false,
        [family, given] if family.len() == 1 && given.len() == 1 => is_common_name(&[family[0], given[0]]),
        words => words.iter().all(|word| is_common_name(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::lines;

    fn signs(text: &str) -> Vec<Sign> {
        let page = RawPage::from_text("test", text);
        read(&page.text, &lines::read(&page, &page.lines))
    }

    #[test]
    fn a_lead_knows_its_lines() {
        let found = signs("本报讯 （记者 江\n一帆） 清晨\n的河岸");
        let lead = found[0].lead.as_ref().unwrap();
        assert_eq!((lead.lines, lead.alone), (2, false));
        assert!(signs("本报记者 江一帆\n清晨")[0].lead.as_ref().unwrap().alone);
    }

    #[test]
    fn speakers_speak_twice() {
        let found = signs("记者：为何？\n江一帆：因为。\n江一帆：所以。\n消息说：好。");
        assert_eq!(found.iter().map(|s| s.speaks).collect::<Vec<_>>(), [true, true, true, false]);
    }

    #[test]
    fn a_notice_ends_with_whom_to_call_and_who_signs() {
        let ends = |text: &str| signs(text).iter().map(|sign| if sign.closes { 'x' } else { '.' }).collect::<String>();
        let body = "停航通知\n渡口明日停航一天。\n";
        assert_eq!(ends(&format!("{body}联系电话：0599-8123456\n江女士\n河湾轮渡公司")), "..xxx");
        assert_eq!(ends(&format!("{body}联系电话：\n0599-8123456")), "..xx");
        assert_eq!(ends(&format!("{body}河湾轮渡公司 2025年4月4日")), "..x");
        assert_eq!(ends(&format!("{body}河湾轮渡公司50年庆典")), "...");
        assert_eq!(ends("渡口明日停航一天。\n河湾轮渡公司 2025年4月4日"), "..");
    }

    #[test]
    fn names_alone() {
        for (text, names) in
            [("江一帆", true), ("江 帆", true), ("江一帆 周密", true), ("老码头", false), ("周末的河岸", false)]
        {
            assert_eq!(signs(text)[0].names, names, "{text}");
        }
    }
}
