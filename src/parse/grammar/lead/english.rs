//! English leads: By Eleanor Finch and Tom Reed; LONDON, April 3 (Reuters) -.

use crate::model::{Dateline, Person};
use crate::parse::grammar::calendar::month;
use crate::parse::grammar::lead::Lead;
use crate::parse::grammar::stream::Stream;
use crate::parse::lexicon::{ENGLISH_AGENCIES, ENGLISH_TITLES};
use crate::text::chars;

/// An English byline or dateline.
pub fn lead(stream: &Stream) -> Option<Lead> {
    byline(stream).or_else(|| titled(stream)).or_else(|| dateline(stream))
}

/// The words up to a place, and where each ends in the stream.
fn words(stream: &Stream, to: usize) -> Vec<(String, usize)> {
    let mut words: Vec<(String, usize)> = Vec::new();
    for at in 0..to {
        match words.last_mut().filter(|_| !stream.parted(at)) {
            Some((word, end)) => {
                word.push(stream.chars[at]);
                *end = at + 1;
            }
            None => words.push((stream.chars[at].to_string(), at + 1)),
        }
    }
    words
}

/// By Eleanor Finch and Tom Reed, Staff Writers; By Eleanor Finch in London.
fn byline(stream: &Stream) -> Option<Lead> {
    const WORDS: usize = 10;
    let end = stream.line_end(0);
    let by: String = stream.chars.iter().take(2).collect();
    if !matches!(by.as_str(), "By" | "BY" | "by") || !stream.parted(2) || end <= 2 {
        return None;
    }
    let mut words: Vec<String> = words(stream, end).into_iter().skip(1).map(|(word, _)| word).collect();
    if words.len() > WORDS || !words.iter().all(|word| is_name_word(word) || is_in(word)) {
        return None;
    }
    let place = words.iter().position(|word| is_in(word)).unwrap_or(words.len());
    words.truncate(place);
    let people: Vec<Person> = names(&words).into_iter().map(|name| Person { role: Some(by.clone()), name }).collect();
    let unnamed = words.last().is_some_and(|word| is_title(word));
    (!people.is_empty() || unnamed).then_some(Lead { end, dateline: None, people })
}

/// Eleanor Finch, Staff Writer: without By.
fn titled(stream: &Stream) -> Option<Lead> {
    const WORDS: usize = 6;
    let end = stream.line_end(0);
    let (first, last) = (stream.at(0)?, stream.at(end.checked_sub(1)?)?);
    if !first.is_uppercase() || !last.is_alphabetic() {
        return None;
    }
    let words: Vec<String> = words(stream, end).into_iter().map(|(word, _)| word).collect();
    let name = words.iter().position(|word| word.ends_with(','))?;
    let stands = (1..=3).contains(&name) && words.len() <= WORDS && words.iter().all(|word| is_name_word(word));
    if !stands || !is_title(words.last()?) {
        return None;
    }
    let people = names(&words).into_iter().map(|name| Person { role: None, name }).collect();
    Some(Lead { end, dateline: None, people })
}

/// LONDON, April 3 (Reuters) -; LONDON —; (Reuters) -.
fn dateline(stream: &Stream) -> Option<Lead> {
    const REACH: usize = 48;
    const WORDS: usize = 8;
    let dash =
        (1..stream.chars.len().min(REACH)).find(|&i| matches!(stream.chars[i], '—' | '–' | '-') && stream.parted(i))?;
    let dashes = stream.rest(dash).iter().take_while(|c| matches!(c, '—' | '–' | '-')).count();
    if !stream.parted(dash + dashes) {
        return None;
    }
    let words: Vec<String> = words(stream, dash).into_iter().map(|(word, _)| word).collect();
    let agency = words.last().and_then(|word| word.strip_prefix('(')?.strip_suffix(')'));
    let before = &words[..words.len() - usize::from(agency.is_some())];
    let dated =
        before.iter().position(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase));
    let (place, date) = before.split_at(dated.unwrap_or(before.len()));
    let day = match date {
        [] => None,
        [name, day] => Some((month(&name.to_ascii_lowercase())?, day.trim_end_matches(',').parse::<u32>().ok()?)),
        _ => return None,
    };
    let capitals = |word: &String| {
        word.contains(char::is_alphabetic)
            && word.chars().all(|c| c.is_uppercase() || matches!(c, ',' | '.' | '-' | '\''))
    };
    let known = agency.is_some_and(|name| ENGLISH_AGENCIES.has(name.to_ascii_lowercase().as_str()));
    let stands = place.iter().all(capitals) && words.len() <= WORDS;
    if !stands || agency.is_some() && !known || place.is_empty() && !known {
        return None;
    }
    let place = place.join(" ").trim_end_matches(',').to_owned();
    let dateline = Dateline {
        source: agency.map(str::to_owned),
        place: (!place.is_empty()).then_some(place),
        month: day.map(|(month, _)| month),
        day: day.map(|(_, day)| day),
        kind: None,
    };
    Some(Lead { end: dash + dashes, dateline: Some(dateline), people: Vec::new() })
}

fn is_name_word(word: &str) -> bool {
    let letter = |c: char| chars::is_latin(c) || matches!(c, '.' | ',' | '-' | '\'' | '’' | '&' | '|');
    word.chars().all(letter) && (is_and(word) || word.starts_with(|c: char| c.is_uppercase() || c == '|'))
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "AND" | "&" | "|")
}

fn is_in(word: &str) -> bool {
    matches!(word, "in" | "IN" | "at" | "for")
}

fn is_title(word: &str) -> bool {
    ENGLISH_TITLES.has(word.to_lowercase().as_str())
}

/// The names among words, parted by commas and `and`; what the people are is left out.
fn names(words: &[String]) -> Vec<String> {
    let mut names = vec![Vec::new()];
    for word in words {
        if !is_and(word)
            && let Some(name) = names.last_mut()
        {
            name.push(word.trim_end_matches(','));
        }
        if is_and(word) || word.ends_with(',') {
            names.push(Vec::new());
        }
    }
    let is_name = |name: &Vec<&str>| {
        name.last().is_some_and(|word| !is_title(word) && !ENGLISH_AGENCIES.has(word.to_lowercase().as_str()))
    };
    names.into_iter().filter(is_name).map(|name| name.join(" ")).collect()
}
