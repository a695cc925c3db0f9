//! Credits where they stand on a page: a whole line, or the end of a paragraph.

use super::latin::may_be_picture;
use super::{LONGEST, LONGEST_DISPATCH, credit};
use crate::model::Person;
use crate::parse::grammar::credit::Credit;
use crate::parse::grammar::people::is_common_name;
use crate::parse::grammar::stream::Stream;
use crate::parse::lexicon::{ANYBODY, CREDIT_LAST, PLACES, SIGNATURES};
use crate::parse::line::{Ending, Line};
use crate::parse::rules;
use crate::text::chars;

/// The credit that a whole line is.
pub fn whole_credit(page: &str, line: &Line) -> Option<Credit> {
    if matches!(line.look.ending, Ending::Sentence | Ending::Comma) {
        return None;
    }
    let bracketed = matches!(line.look.first, '（' | '(') && line.look.stops == 0;
    let longest = if bracketed { 2 * LONGEST_DISPATCH } else { 2 * LONGEST };
    let words = (line.look.lead_word || is_picture(page, line)) && line.look.width <= longest as i32;
    let found = match words || may_be_phrase(line) {
        true => credit(&Stream::of(page, std::slice::from_ref(line)), 0),
        false => bracketed_names(page, line).filter(|_| rules::credit::names_alone()),
    };
    found.or_else(|| signature(page, line).filter(|_| rules::credit::signature()))
}

/// Who signs a reader's letter or a note of the editors': 湖东省石桥县 路先生, 竹溪市 按摩师 米晓, ——编 者.
fn signature(page: &str, line: &Line) -> Option<Credit> {
    const WIDEST: i32 = 36;
    let look = &line.look;
    let dashed = matches!(look.first, '—' | '－' | '―');
    let plain = look.narrow + look.commas + look.stops == 0 && (dashed || look.spaces > 0);
    if look.width > WIDEST || !plain {
        return None;
    }
    let stream = Stream::of(page, std::slice::from_ref(line));
    let dashes = stream.chars.iter().take_while(|c| matches!(c, '—' | '－' | '―')).count();
    if dashed && SIGNATURES.has(stream.rest(dashes)) {
        return Some(Credit { people: Vec::new(), photo: false });
    }
    let parts: Vec<&[char]> = parted(&stream, dashes);
    let [place, post @ .., name] = parts.as_slice() else { return None };
    let han = |part: &[char]| part.iter().all(|&c| chars::is_han(c));
    let is_place = PLACES.at_end(*place).is_some() && parts.iter().all(|part| han(part));
    let unnamed = ANYBODY.at_start(*name).is_some() && post.is_empty();
    let person = || Person { role: None, name: name.iter().collect() };
    let people = if unnamed { Vec::new() } else { vec![person()] };
    (is_place && post.len() < 2 && (is_common_name(name) || unnamed)).then_some(Credit { people, photo: false })
}

/// What spaces part from a place on.
fn parted(stream: &Stream, from: usize) -> Vec<&[char]> {
    let cuts = (from + 1..stream.chars.len()).filter(|&i| stream.spaced[i]);
    let ends = cuts.chain([stream.chars.len()]);
    let mut start = from;
    let part = |end| {
        let part = &stream.chars[start..end];
        start = end;
        part
    };
    ends.map(part).collect()
}

/// Whether a line is short and begins or ends as credits without people do.
fn may_be_phrase(line: &Line) -> bool {
    let look = &line.look;
    let english = look.is_latin() && look.width <= 12;
    look.width <= 40 && (english || CREDIT_LAST.has(look.last))
}

/// Whether a line may have a picture's credit in Latin script in it.
fn is_picture(page: &str, line: &Line) -> bool {
    line.look.is_latin() && may_be_picture(line.text(page))
}

/// （某某 某某） on a line of its own.
fn bracketed_names(page: &str, line: &Line) -> Option<Credit> {
    (matches!(line.look.first, '（' | '(') && chars::is_closer(line.look.last) && line.look.width < 40)
        .then(|| credit(&Stream::of(page, std::slice::from_ref(line)), 0))
        .flatten()
}

/// The credit that a paragraph ends with, and where on the page it begins.
pub fn closing_credit(page: &str, lines: &[Line]) -> Option<(usize, Credit)> {
    const TAIL: usize = 3 * LONGEST;
    let may_end = |line: &&Line| line.look.lead_word || chars::is_closer(line.look.last) || is_picture(page, line);
    let last = lines.last().filter(may_end)?;
    let short = last.look.width <= 2 * LONGEST as i32 && last.look.stops == 0;
    let first = if lines.len() > 1 && short { &lines[lines.len() - 2] } else { last };
    let mut start = first.start.max(last.end.saturating_sub(TAIL));
    while !page.is_char_boundary(start) {
        start += 1;
    }
    let ends = |c: char| chars::is_sentence_end(c) || chars::is_closer(c) || c == '…';
    if !page[start..last.end].chars().rev().skip(1).any(|c| ends(c) || c == '.') {
        return None;
    }
    let tail = Line::of(page, start..last.end, last.numbers, false);
    let stream = Stream::of(page, &[tail]);
    let begins = |i: usize| ends(stream.chars[i - 1]) || stream.chars[i - 1] == '.' && stream.spaced[i];
    let mut starts = (1..stream.chars.len()).filter(|&i| begins(i));
    starts.find_map(|i| Some((stream.ends[i - 1], credit(&stream, i)?)))
}
