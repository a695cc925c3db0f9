//! Which of its readings a character has: the words of `assets/readings.txt`, in both scripts.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::script::to_traditional;

/// The characters of the table; made in some 3 ms.
static TABLE: LazyLock<HashMap<char, CharReadings>> = LazyLock::new(table);

/// How the table says a character is read.
#[derive(Debug, Default)]
struct CharReadings {
    usual: Option<&'static str>,
    words: Vec<WordReading>,
}

/// A word, the bytes in it before the character, and how the character is read there.
#[derive(Debug)]
struct WordReading {
    text: String,
    before: usize,
    reading: &'static str,
}

/// How the character at a byte of a text is read, in a word of the table or else usually; none where
/// the table does not say.
pub fn reading(c: char, text: &str, byte: usize) -> Option<&'static str> {
    let entry = TABLE.get(&c)?;
    let stands = |word: &&WordReading| {
        let start = byte.checked_sub(word.before);
        start.and_then(|start| text.get(start..)).is_some_and(|text| text.starts_with(&word.text))
    };
    entry.words.iter().find(stands).map(|word| word.reading).or(entry.usual)
}

fn table() -> HashMap<char, CharReadings> {
    let mut table: HashMap<char, CharReadings> = HashMap::new();
    let lines = include_str!("../../assets/readings.txt").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        let mut fields = line.split_whitespace();
        let (Some(c), Some(reading)) = (fields.next().and_then(|field| field.chars().next()), fields.next()) else {
            continue;
        };
        let mut words = fields.peekable();
        if words.peek().is_none() {
            table.entry(c).or_default().usual = Some(reading);
        }
        for word in words {
            add(&mut table, word, word.find(c), reading);
            let traditional = to_traditional(word);
            if traditional != word {
                add(&mut table, &traditional, word.find(c), reading);
            }
        }
    }
    table
}

/// Adds a word in which the character at a byte has a reading; conversion leaves every byte in place.
fn add(table: &mut HashMap<char, CharReadings>, word: &str, before: Option<usize>, reading: &'static str) {
    let at = before.and_then(|before| Some((before, word.get(before..)?.chars().next()?)));
    if let Some((before, c)) = at {
        table.entry(c).or_default().words.push(WordReading { text: word.to_owned(), before, reading });
    }
}

#[cfg(test)]
mod tests {
    use super::super::readings;
    use super::*;

    #[test]
    fn every_reading_is_one_of_the_dictionary() {
        let lines = include_str!("../../assets/readings.txt").lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let c = line.chars().next().unwrap();
            let reading = line.split(' ').nth(1).unwrap();
            assert!(readings(c).any(|known| known.marked == reading), "{line}");
        }
    }

    #[test]
    fn every_word_holds_its_character() {
        let mut words = 0;
        for (c, entry) in TABLE.iter() {
            for word in &entry.words {
                assert!(word.text[word.before..].starts_with(*c), "{c} {word:?}");
                words += 1;
            }
        }
        assert!(words > 300);
    }
}
