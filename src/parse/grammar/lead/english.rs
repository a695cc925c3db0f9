//! Leads in Latin script: By Eleanor Finch and Tom Reed; Von Greta Eichhorst; LONDON, April 3 (Reuters) -.

use crate::model::{Dateline, Person};
use crate::parse::grammar::calendar::month;
use crate::parse::grammar::lead::Lead;
use crate::parse::grammar::stream::Stream;
use crate::parse::lexicon::{ENGLISH_AGENCIES, ENGLISH_TITLES, LATIN_BY, NAME_LINKS};
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

/// By Eleanor Finch and Tom Reed, staff writers; By Eleanor Finch in London; di Elsa Casalunga.
fn byline(stream: &Stream) -> Option<Lead> {
    const WORDS: usize = 10;
    let end = stream.line_end(0);
    let mut words: Vec<String> = words(stream, end).into_iter().map(|(word, _)| word).collect();
    let by = words.first().filter(|by| LATIN_BY.has(by.to_lowercase().as_str()))?.clone();
    words.remove(0);
    if words.len() > WORDS || !words.iter().all(|word| is_in(word) || is_name_word(word)) && !is_listed(&words) {
        return None;
    }
    let place = words.iter().position(|word| is_in(word)).unwrap_or(words.len());
    words.truncate(place);
    let names = names(&words);
    let english = by.eq_ignore_ascii_case("by");
    let full = |name: &String| (2..=4).contains(&name.split(' ').count()) && !name.ends_with('.');
    let unnamed = english && words.last().is_some_and(|word| is_title(word));
    if names.is_empty() && !unnamed || !english && !names.iter().all(full) {
        return None;
    }
    let people = names.into_iter().map(|name| Person { role: Some(by.clone()), name }).collect();
    Some(Lead { end, dateline: None, people })
}

/// Eleanor Finch and Tom Reed, Staff Writers: without By.
fn titled(stream: &Stream) -> Option<Lead> {
    const WORDS: usize = 8;
    let end = stream.line_end(0);
    let (first, last) = (stream.at(0)?, stream.at(end.checked_sub(1)?)?);
    if !first.is_uppercase() || !last.is_alphabetic() {
        return None;
    }
    let words: Vec<String> = words(stream, end).into_iter().map(|(word, _)| word).collect();
    let name = words.iter().position(|word| word.ends_with(','))?;
    let longest = if words[..name].iter().any(|word| is_and(word)) { 6 } else { 3 };
    let stands = (1..=longest).contains(&name) && words.len() <= WORDS;
    if !stands
        || !is_title(words.last()?)
        || !words.iter().all(|word| is_name_word(word)) && !is_post(&words[name + 1..])
    {
        return None;
    }
    let people = names(&words).into_iter().map(|name| Person { role: None, name }).collect();
    Some(Lead { end, dateline: None, people })
}

/// Whether words in small letters say what somebody is, and no more of them: staff writer.
fn is_post(words: &[String]) -> bool {
    words.len() <= 2 && words.iter().all(|word| word.len() > 3 && word.chars().all(char::is_lowercase))
}

/// Whether words are names and, behind a comma, what those people are, in small letters: Eleanor Finch,
/// chief political correspondent.
fn is_listed(words: &[String]) -> bool {
    const TITLE: usize = 4;
    let Some(comma) = words.iter().rposition(|word| word.ends_with(',')) else { return false };
    let (names, title) = words.split_at(comma + 1);
    let small = |word: &String| word.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’'));
    let titled = title.len() <= TITLE && title.iter().all(small) && title.last().is_some_and(|word| is_title(word));
    titled && names.iter().all(|word| is_name_word(word))
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
    let begins = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '|') || NAME_LINKS.has(word);
    word.chars().all(letter) && (is_and(word) || begins(word))
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "AND" | "und" | "et" | "e" | "&" | "|")
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
