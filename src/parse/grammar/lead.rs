//! The grammar of leads: 本报临湖10月14日电 （记者 某某）, 【本報訊】記者某某報道：,
//! 〔記者某某／台北報導〕, 本报记者 某某.

mod english;
mod parts;
mod placed;

pub use parts::Lead;
pub use placed::{PlacedLead, lead_at, may_be_lead};

use super::calendar::month_and_day;
use crate::parse::rules;
use std::ops::Range;

use super::people::{is_house_end, is_name, people, role_at};
use super::stream::Stream;
use crate::hanzi::simplified;
use crate::model::{Dateline, Person};
use crate::parse::lexicon::{
    ABOUT, BEFORE_KIND, BEHIND_KIND, KINDS, POSTS, QUOTED, REPORTED, SERVICES, SOURCES, UNNAMED,
};
use crate::text::chars;

/// The longest place in a dateline, in characters: 联合国日内瓦办事处.
const PLACE: usize = 10;
/// The longest place in a dateline without a day.
const BARE_PLACE: usize = 4;
/// The longest name of a paper or an agency that the lexicon does not have.
const HOUSE: usize = 8;
/// The longest name of one of their services: 某某日报·新闻客户端.
const SERVICE: usize = 14;
/// The longest list of people, brackets included.
const PEOPLE: usize = 70;
/// The longest list of people outside brackets.
const RUN_IN: usize = 30;

/// The longest Japanese name.
const JAPANESE_NAME: usize = 8;

/// The lead that a stream begins with.
pub fn lead(stream: &Stream) -> Option<Lead> {
    let start = stream.chars.iter().take_while(|&&c| is_bullet(c)).count();
    english::lead(stream)
        .filter(|_| rules::lead::english())
        .or_else(|| bracketed(stream, start).filter(|_| rules::lead::bracketed()))
        .or_else(|| plain(stream, start).filter(|_| rules::lead::plain()))
        .or_else(|| slashed(stream, start).filter(|_| rules::lead::slashed()))
        .or_else(|| byline_line(stream, start).filter(|_| rules::lead::byline_line()))
        .or_else(|| with_post(stream, start).filter(|_| rules::lead::with_post()))
        .or_else(|| run_in_byline(stream, start).filter(|_| rules::lead::run_in_byline()))
        .or_else(|| unnamed(stream, start).filter(|_| rules::lead::unnamed()))
}

/// Marks set before a byline or an item.
pub fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '□' | '■'
            | '●'
            | '○'
            | '◆'
            | '◇'
            | '▲'
            | '△'
            | '▼'
            | '▽'
            | '★'
            | '☆'
            | '◎'
            | '※'
            | '▶'
            | '►'
            | '▪'
            | '•'
            | '·'
            | '⊙'
    )
}

/// 本报临湖10月14日电 and the people after it.
fn plain(stream: &Stream, start: usize) -> Option<Lead> {
    let (dateline, people, at) = dateline(stream, start)?;
    Some(with_people(stream, at, Some(dateline), people))
}

/// 【本報訊】, 〔記者某某／台北報導〕, （中央社記者某某台北21日電）.
fn bracketed(stream: &Stream, start: usize) -> Option<Lead> {
    let closer = chars::closer_of(stream.at(start)?).filter(|_| stream.at(start) != Some('“'))?;
    let inside = start + 1;
    let close = inside + stream.rest(inside).iter().take(PEOPLE).position(|&c| c == closer)?;
    if let Some((found, people, at)) = dateline(stream, inside) {
        let rest = list(stream, at, close).or((at == close).then(Vec::new))?;
        let people = people.into_iter().chain(rest).collect();
        return Some(with_people(stream, close + 1, Some(found), people));
    }
    if let Some(people) = signed(stream, inside, close).filter(|_| rules::lead::japanese()) {
        return Some(with_people(stream, close + 1, None, people));
    }
    let reported = reported(stream, inside, close)?;
    let named = !reported.is_empty() && role_at(stream.rest(inside)).is_some();
    let announced = KINDS.at_end(&stream.chars[inside..close]).is_some();
    (named || announced).then(|| with_people(stream, close + 1, None, reported))
}

/// The people of 記者某某／台北報導: the list, a slash or not, a place or not, 報導 or not.
fn reported(stream: &Stream, from: usize, to: usize) -> Option<Vec<Person>> {
    let text = &stream.chars[from..to];
    let kind = KINDS.at_end(text).unwrap_or(0);
    let end = to - kind;
    let slash = (from..end).rev().find(|&i| matches!(stream.chars[i], '／' | '/'));
    if let Some(found) = slash.filter(|&s| end - s <= PLACE).and_then(|s| list(stream, from, s)) {
        return Some(found);
    }
    if let Some(found) = people(stream, from..end).filter(|found| !found.is_empty()) {
        return Some(found);
    }
    if kind == 0 {
        return None;
    }
    let cut = (2..=BARE_PLACE).filter(|&n| n < end - from).find_map(|n| list(stream, from, end - n));
    Some(cut.unwrap_or_default())
}

/// The people after a dateline: in brackets, or run in up to 报道 or a colon.
fn with_people(stream: &Stream, at: usize, dateline: Option<Dateline>, mut found: Vec<Person>) -> Lead {
    let at = at + stream.rest(at).iter().take_while(|&&c| matches!(c, '：' | ':')).count();
    let (end, more) = people_in_brackets(stream, at).or_else(|| people_run_in(stream, at)).unwrap_or((at, Vec::new()));
    found.extend(more);
    Lead { end, dateline, people: found }
}

fn people_in_brackets(stream: &Stream, at: usize) -> Option<(usize, Vec<Person>)> {
    let closer = stream.at(at).filter(|c| matches!(c, '（' | '(' | '〔' | '[' | '【')).and_then(chars::closer_of)?;
    let close = at + 1 + stream.rest(at + 1).iter().take(PEOPLE).position(|&c| c == closer)?;
    let found = people(stream, at + 1..close).or_else(|| {
        let inside = &stream.chars[at + 1..close];
        (role_at(inside).is_some() || KINDS.at_end(inside).is_some()).then(|| reported(stream, at + 1, close)).flatten()
    })?;
    Some((close + 1, found))
}

fn people_run_in(stream: &Stream, at: usize) -> Option<(usize, Vec<Person>)> {
    role_at(stream.rest(at))?;
    let limit = (at + RUN_IN).min(stream.chars.len());
    let end = (at..limit).find(|&i| REPORTED.at_start(stream.rest(i)).is_some() || is_colon(stream.chars[i]));
    let named = |end: usize| {
        let before_place =
            (2..=BARE_PLACE).filter_map(|n| common(list(stream, at, end.checked_sub(n).filter(|&to| to > at)?)?));
        list(stream, at, end).or_else(|| before_place.into_iter().next())
    };
    if let Some((end, found)) = end.and_then(|end| Some((end, named(end)?))) {
        let after = end + REPORTED.at_start(stream.rest(end)).unwrap_or(0);
        return Some((after + usize::from(stream.at(after).is_some_and(is_colon)), found));
    }
    let apart = (at + 3..limit).rev().filter(|&end| stream.parted(end) && stream.spaced.get(end) != Some(&false));
    apart.filter_map(|end| Some((end, common(list(stream, at, end)?)?))).next()
}

fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// 記者某某／台北報導, without brackets.
fn slashed(stream: &Stream, start: usize) -> Option<Lead> {
    role_at(stream.rest(start))?;
    let slash = start + stream.rest(start).iter().take(RUN_IN).position(|c| matches!(c, '／' | '/'))?;
    let people = list(stream, start, slash)?;
    let place = stream.rest(slash + 1).iter().take(PLACE).take_while(|&&c| chars::is_han(c)).count();
    let after = stream.rest(slash + 1).get(..place)?;
    let end = (0..place).find_map(|n| Some(slash + 1 + n + REPORTED.at_start(&after[n..])?))?;
    Some(Lead { end, dateline: None, people })
}

/// The people of 北岸＝某某某某, as Japanese leads in brackets have them.
fn signed(stream: &Stream, from: usize, to: usize) -> Option<Vec<Person>> {
    let text = stream.chars.get(from..to)?;
    let at = text.iter().position(|&c| matches!(c, '＝' | '='))?;
    let native = |c: &char| chars::is_han(*c) || chars::is_kana(*c);
    if at == 0 || at > PLACE || !text[..at].iter().all(native) {
        return None;
    }
    text[at + 1..]
        .split(|c| matches!(c, '、' | '，' | '・'))
        .map(|name| {
            let stands = (2..=JAPANESE_NAME).contains(&name.len()) && name.iter().all(native);
            stands.then(|| Person { role: None, name: name.iter().collect() })
        })
        .collect()
}

/// A byline that is a printed line, or two, of its own.
fn byline_line(stream: &Stream, start: usize) -> Option<Lead> {
    /// The characters of a line on which a wide space left no more than a part of a name.
    const PART: usize = 2;
    let first = stream.line_end(0);
    let second = stream.line_end(first);
    let third = stream.line_end(second);
    let broken = second - first <= PART && third > second && third - second <= PART;
    let ends = [Some(first), Some(second), Some(third).filter(|_| broken)];
    ends.into_iter().flatten().filter(|&end| end > start && end - start <= PEOPLE).find_map(|end| {
        let reported = REPORTED.at_end(&stream.chars[start..end]).unwrap_or(0);
        let mut found = list(stream, start, end - reported)?;
        let glued = !stream.parted(end - reported);
        if reported > 0 && found.len() > 1 && glued {
            found.pop_if(|place| !is_common(place));
        }
        let has_role = role_at(&stream.chars[start..end]).is_some() || found.iter().any(|person| person.role.is_some());
        let unbroken = |n: usize| (start + 1..start + n).all(|i| !stream.parted(i));
        let spaced = (start..end).any(|i| stream.spaced[i]) && role_at(&stream.chars[start..end]).is_some_and(unbroken);
        let sure = spaced || common(found.clone()).is_some();
        (sure && has_role || start > 0).then_some(Lead { end, dateline: None, people: found })
    })
}

/// 本报记者 某某 报道, 记者某某报道：, before the first sentence on the same line.
fn run_in_byline(stream: &Stream, start: usize) -> Option<Lead> {
    let role = role_at(stream.rest(start))?;
    let house = stream.rest(start)[..role].iter().any(|&c| is_house_end(c));
    let (end, people) = people_run_in(stream, start)?;
    let announced = stream.at(end - 1).is_some_and(is_colon) && REPORTED.at_end(&stream.chars[..end - 1]).is_some();
    if !(house || start > 0 || announced) {
        return None;
    }
    common(people).map(|people| Lead { end, dateline: None, people })
}

/// 江州大学教授 某某: what the writer is and a common name, alone on a line.
fn with_post(stream: &Stream, start: usize) -> Option<Lead> {
    const LONGEST: usize = 20;
    let end = stream.line_end(0);
    if end - start.min(end) > LONGEST {
        return None;
    }
    let name = (start + 2..end).rev().find(|&i| stream.spaced[i])?;
    let post = stream.chars.get(start..name)?;
    let about = post.first().is_some_and(|&c| ABOUT.has(c));
    let stands = !about && POSTS.at_end(post).is_some() && post.iter().all(|&c| chars::is_han(c));
    let person = Person { role: None, name: stream.chars[name..end].iter().collect() };
    (stands && is_common(&person)).then(|| Lead { end, dateline: None, people: vec![person] })
}

/// A list of people that names somebody.
fn list(stream: &Stream, from: usize, to: usize) -> Option<Vec<Person>> {
    people(stream, from..to).filter(|found| !found.is_empty())
}

/// 本报评论员, 本报编辑部, alone on its line.
fn unnamed(stream: &Stream, start: usize) -> Option<Lead> {
    let end = stream.line_end(0);
    let text = stream.chars.get(start..end)?;
    let house = text.iter().take(HOUSE).any(|&c| is_house_end(c));
    (house && text.len() <= HOUSE && UNNAMED.at_end(text).is_some()).then(|| Lead {
        end,
        dateline: None,
        people: Vec::new(),
    })
}

/// A list whose every name has a common family name.
fn common(found: Vec<Person>) -> Option<Vec<Person>> {
    found.iter().all(is_common).then_some(found)
}

fn is_common(person: &Person) -> bool {
    super::people::is_common_name(&person.name.chars().collect::<Vec<_>>())
}

/// Source, people, place, day and kind from a place on; the place behind them.
fn dateline(stream: &Stream, start: usize) -> Option<(Dateline, Vec<Person>, usize)> {
    let quoted = QUOTED.at_start(stream.rest(start)).unwrap_or(0);
    let from = start + quoted;
    let rest = stream.chars.get(from..)?;
    let unbroken = |n: usize| (from + 1..from + n).all(|i| !stream.parted(i));
    let known = SOURCES.at_start(rest);
    let guessed = (3..=SERVICE.min(rest.len()))
        .take_while(|&n| rest[..n].iter().all(|&c| chars::is_han(c) || c == '·'))
        .filter(|&n| is_house(&rest[..n]) && role_at(&rest[..n]).is_none() && unbroken(n));
    known.into_iter().chain(guessed.filter(|_| rules::lead::unknown_house())).find_map(|n| {
        let source = rest[..n].iter().collect();
        let (dateline, people, end) = after_source(&rest[n..])?;
        // 华北电网向首都供电: a name that is not known sends nothing by wire without a day.
        let wired = dateline.kind.as_deref().is_some_and(|kind| kind == "电" || kind == "電");
        if rules::lead::wired() && wired && dateline.day.is_none() && known != Some(n) {
            return None;
        }
        Some((Dateline { source: Some(source), ..dateline }, people, start + quoted + n + end))
    })
}

/// Whether a name is a paper's, an agency's or one of their services': 江州日报, 江州融媒.
fn is_house(name: &[char]) -> bool {
    if name.len() > HOUSE && !name.contains(&'·') {
        return false;
    }
    SERVICES.at_end(name).is_some() || name.last().is_some_and(|&c| is_house_end(c))
}

fn after_source(text: &[char]) -> Option<(Dateline, Vec<Person>, usize)> {
    let Some(role) = role_at(text).filter(|&n| n > 1) else {
        return place_day_kind(text).map(|(dateline, end)| (dateline, Vec::new(), end));
    };
    [3, 2, 4].into_iter().find_map(|n| {
        let name = text.get(role..role + n).filter(|name| is_name(name))?;
        let (dateline, end) = place_day_kind(&text[role + n..]).filter(|(dateline, _)| dateline.day.is_some())?;
        let person = Person { role: Some(text[..role].iter().collect()), name: name.iter().collect() };
        Some((dateline, vec![person], role + n + end))
    })
}

/// 临湖10月14日电, 10月14日讯, 讯, 10月14日临湖讯.
fn place_day_kind(text: &[char]) -> Option<(Dateline, usize)> {
    let han = text.iter().take(PLACE).take_while(|&&c| chars::is_han(c)).count();
    let place_first = (0..=han).map(|n| {
        let (month, day, days) = month_and_day(&text[n..]).unwrap_or_default();
        (0..n, (month, day), n + days)
    });
    let day_first = month_and_day(text).map(|(month, day, days)| {
        let han = text[days..].iter().take(BARE_PLACE).take_while(|&&c| chars::is_han(c)).count();
        (1..=han).map(move |n| (days..days + n, (month, day), days + n))
    });
    let (place, (month, day), at, kind) = place_first
        .chain(day_first.into_iter().flatten())
        .find_map(|(place, day, at)| Some((place, day, at, kind(text, at)?)))
        .filter(|(place, (_, day), ..)| day.is_some() || place.len() <= BARE_PLACE)
        .filter(|(place, ..)| !text[place.clone()].iter().any(is_of_a_source))?;
    let word = |range: Range<usize>| text[range].iter().collect::<String>();
    let dateline = Dateline {
        source: None,
        place: (!place.is_empty()).then(|| word(place)),
        month,
        day,
        kind: Some(word(at..at + kind)),
    };
    Some((dateline, at + kind))
}

/// Whether a character in a place's name says that a source's name, or a picture's credit, ran into it;
/// 台 of 台北 does not.
fn is_of_a_source(c: &char) -> bool {
    let c = simplified(*c);
    c == '摄' || c != '台' && is_house_end(c)
}

/// The characters of the kind of dispatch that stands here.
fn kind(text: &[char], at: usize) -> Option<usize> {
    let rest = &text[at..];
    KINDS.at_start(rest).filter(|&n| ends_word(text, at, n) && REPORTED.at_start(rest).is_none())
}

/// Whether 讯 or 电 here is the kind of a dispatch, not a part of 通讯员 or 电话.
fn ends_word(text: &[char], at: usize, n: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| text.get(i));
    n > 1 || (before.is_none_or(|&c| !BEFORE_KIND.has(c)) && text.get(at + n).is_none_or(|&c| !BEHIND_KIND.has(c)))
}

#[cfg(test)]
mod tests;
