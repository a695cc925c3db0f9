//! Credits of pictures in Latin script: Photo by Eleanor Finch, Foto: Greta Eichhorst.

use crate::model::Person;
use crate::parse::grammar::stream::Stream;
use crate::parse::lexicon::{LATIN_PHOTOS, LATIN_TAKEN, NAME_LINKS};
use crate::text::chars;

/// Whom the credit of a picture names that reaches from a place to the end of a stream.
pub fn pictured_by(stream: &Stream, from: usize) -> Option<Person> {
    if !stream.at(from).is_some_and(chars::is_latin) {
        return None;
    }
    let words = words(stream, from);
    let (photo, rest) = words.split_first().filter(|(word, _)| is_photo(word))?;
    let by = rest.first().filter(|word| LATIN_TAKEN.has(word.to_lowercase().as_str()));
    let told = by.is_some() || photo.ends_with(':');
    let name = &rest[usize::from(by.is_some())..];
    let known = if told { 1..=5 } else { 2..=3 };
    let stands = known.contains(&name.len()) && name.iter().all(|word| is_name(word));
    stands.then(|| Person { role: None, name: name.join(" ") })
}

/// Whether a text has a word in it that such a credit begins with.
pub fn may_be_picture(text: &str) -> bool {
    let begins = |word: &&str| word.starts_with(['P', 'F', 'B', 'p', 'f', 'b']);
    text.split_ascii_whitespace().filter(begins).any(is_photo)
}

fn is_photo(word: &str) -> bool {
    LATIN_PHOTOS.has(word.trim_end_matches([':', '/']).to_lowercase().as_str())
}

fn is_name(word: &str) -> bool {
    let letter = |c: char| chars::is_latin(c) || matches!(c, '.' | '-' | '\'' | '’' | '/');
    word.chars().all(letter) && (word.starts_with(char::is_uppercase) || NAME_LINKS.has(word)) && !is_photo(word)
}

fn words(stream: &Stream, from: usize) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for at in from..stream.chars.len() {
        match words.last_mut().filter(|_| at > from && !stream.parted(at)) {
            Some(word) => word.push(stream.chars[at]),
            None => words.push(stream.chars[at].to_string()),
        }
    }
    words
}
