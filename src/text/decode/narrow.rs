//! How likely letters are in languages that are written with one byte for a letter.

use std::collections::HashMap;

use super::cost::{ASCII, Cost, UNDECODABLE, control};
use super::encoding::Encoding;
use super::languages::{CODE_PAGES, CodePage, Language};

/// How an encoding with one byte for a letter may read some bytes.
pub(super) struct Narrow {
    pub encoding: Encoding,
    /// What the characters cost in the language in which they cost least.
    pub cost: Cost,
    /// What the common words among them speak for it.
    pub words: Cost,
}

/// What a letter outside ASCII costs that the language does not have, but another of its page.
const NEIGHBOURING: Cost = 40;
/// What a letter costs that no language of the page has.
const FOREIGN: Cost = 56;
/// A mark that no word has, or a capital after a small letter, inside a word.
const INSIDE: Cost = 40;
/// By how much a capital costs less after another.
const CAPITALS: Cost = 16;
/// What a common word speaks for its language.
const WORD: Cost = 14;
/// What a letter speaks against a language that hardly has it.
const ABSENT: Cost = 10;
/// What a word of ASCII letters costs among those of another alphabet.
const LATIN_WORD: Cost = 12;

/// Every reading of the bytes with one byte for a letter.
pub(super) fn readings(bytes: &[u8]) -> Vec<Narrow> {
    let words = AsciiWords::of(bytes);
    let mut times = [0; 0x80];
    bytes.iter().filter(|b| !b.is_ascii()).for_each(|b| times[usize::from(*b & 0x7F)] += 1);
    CODE_PAGES.iter().map(|page| page.reading(bytes, &times, &words)).collect()
}

/// The words among the bytes, in ASCII.
struct AsciiWords {
    /// How often each word of at least one letter, in small letters, stands there.
    times: HashMap<Vec<u8>, Cost>,
    /// How often each letter, in small letters, stands there.
    letters: [Cost; 0x80],
    /// How many words of more than one letter there are.
    long: Cost,
}

impl AsciiWords {
    fn of(bytes: &[u8]) -> Self {
        let mut words = Self { times: HashMap::new(), letters: [0; 0x80], long: 0 };
        let is_end = |b: &u8| b.is_ascii() && !b.is_ascii_alphabetic();
        for word in bytes.split(is_end).filter(|word| !word.is_empty()) {
            let small = word.to_ascii_lowercase();
            small.iter().filter(|b| b.is_ascii()).for_each(|b| words.letters[usize::from(*b)] += 1);
            if word.is_ascii() {
                words.long += Cost::from(word.len() > 1);
                *words.times.entry(small).or_default() += 1;
            }
        }
        words
    }

    fn get(&self, word: &str) -> Option<&Cost> {
        self.times.get(word.as_bytes())
    }
}

impl CodePage {
    fn reading(&self, bytes: &[u8], times: &[Cost; 0x80], words: &AsciiWords) -> Narrow {
        let Self { encoding, languages, rare } = *self;
        let high: Vec<u8> = (0x80..=0xFF).collect();
        let high: Vec<char> = encoding.characters(&high).text.chars().collect();
        let is_latin = languages.iter().any(|language| !language.words.is_empty());
        let around = rare + surroundings(bytes, &high) + if is_latin { 0 } else { words.long * LATIN_WORD };
        let neighbouring = |c: &char| match languages.iter().any(|language| language.rank(*c).is_some()) {
            true => NEIGHBOURING,
            false => without_language(*c),
        };
        let present: Vec<(char, Cost, Cost)> = high
            .iter()
            .zip(times)
            .filter(|(_, times)| **times > 0)
            .map(|(c, times)| (*c, *times, neighbouring(c)))
            .collect();
        let in_language = |language: &Language| {
            present.iter().map(|(c, times, otherwise)| times * language.cost(*c).unwrap_or(*otherwise)).sum::<Cost>()
        };
        let known = |language: &Language| {
            let known = language.words.split(' ').filter_map(|word| words.get(word)).sum::<Cost>();
            let absent = language.absent.bytes().map(|letter| words.letters[usize::from(letter)]).sum::<Cost>();
            known * WORD - absent * ABSENT
        };
        let costs = languages.iter().map(|language| (in_language(language), known(language)));
        let (cost, cost_by_words) = costs.fold((Cost::MAX, Cost::MAX), |(least, by_words), (cost, words)| {
            (least.min(cost), by_words.min(cost - words))
        });
        Narrow { encoding, cost: around + cost, words: cost - cost_by_words }
    }
}

impl Language {
    /// The place of a letter, small or capital, among the language's letters.
    fn rank(&self, c: char) -> Option<usize> {
        let small = c.to_lowercase().next().unwrap_or(c);
        self.letters.chars().position(|letter| letter == small)
    }

    /// What a letter of the language costs.
    fn cost(&self, c: char) -> Option<Cost> {
        let least = if c.is_uppercase() { 28 } else { 12 };
        self.rank(c).map(|rank| least + 4 * (rank as Cost + 1).ilog2() as Cost)
    }
}

/// What a character costs that is no letter of the language.
fn without_language(c: char) -> Cost {
    match c {
        char::REPLACEMENT_CHARACTER => UNDECODABLE,
        '\u{80}'..='\u{9F}' => 120,
        '’' | '“' | '”' | '«' | '»' | '–' | '—' | '\u{A0}' => 20,
        '…' | '„' | 'º' | 'ª' => 26,
        '‘' | '°' | '§' | '€' | '£' | '·' | '•' | '©' | '®' | '№' | '½' | '\u{AD}' | '™' => 32,
        c if c.is_alphabetic() => FOREIGN,
        _ => 60,
    }
}

/// What the ASCII costs, and what of the other characters does not fit what stands beside it.
fn surroundings(bytes: &[u8], high: &[char]) -> Cost {
    let kinds: Vec<CharacterKind> =
        (0..=0x7F).map(char::from).chain(high.iter().copied()).map(CharacterKind::of).collect();
    let kind = |i: usize| bytes.get(i).map_or(CharacterKind::Other, |b| kinds[usize::from(*b)]);
    let mut cost = 0;
    for (i, b) in bytes.iter().enumerate() {
        if b.is_ascii() {
            cost += control(char::from(*b)).unwrap_or(ASCII);
        }
        let (before, here, after) = (if i == 0 { CharacterKind::Other } else { kind(i - 1) }, kind(i), kind(i + 1));
        if before.is_ascii() && here.is_ascii() && (i < 2 || after.is_ascii()) {
            continue;
        }
        if !here.fits(before, after) {
            cost += INSIDE;
        }
        if matches!(here, CharacterKind::Capital | CharacterKind::FarCapital) && before.is_capital() {
            cost -= CAPITALS;
        }
    }
    cost
}

/// A character as its neighbours see it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CharacterKind {
    AsciiSmall,
    AsciiCapital,
    Small,
    Capital,
    /// A letter of another script than Latin: small, capital or neither.
    FarSmall,
    FarCapital,
    Far,
    Apostrophe,
    Dash,
    /// What stands between words only.
    Mark,
    /// What stands before a word.
    Opener,
    Other,
}

impl CharacterKind {
    fn of(c: char) -> Self {
        match c {
            'a'..='z' => Self::AsciiSmall,
            'A'..='Z' => Self::AsciiCapital,
            '\0'..='\x7F' | '\u{A0}' => Self::Other,
            '’' => Self::Apostrophe,
            '–' => Self::Dash,
            '·' | '—' | '\u{AD}' => Self::Other,
            '„' | '‚' | '¿' | '¡' => Self::Opener,
            '\u{C0}'..='\u{24F}' | 'ª' | 'º' if c.is_uppercase() => Self::Capital,
            '\u{C0}'..='\u{24F}' if c.is_alphabetic() => Self::Small,
            '\u{300}'..='\u{36F}' => Self::Small,
            _ if c.is_uppercase() => Self::FarCapital,
            _ if c.is_lowercase() => Self::FarSmall,
            _ if c.is_alphanumeric() || ('\u{E00}'..='\u{E7F}').contains(&c) => Self::Far,
            _ => Self::Mark,
        }
    }

    fn is_ascii(self) -> bool {
        matches!(self, Self::AsciiSmall | Self::AsciiCapital | Self::Other)
    }

    fn is_small(self) -> bool {
        matches!(self, Self::AsciiSmall | Self::Small | Self::FarSmall)
    }

    fn is_capital(self) -> bool {
        matches!(self, Self::AsciiCapital | Self::Capital | Self::FarCapital)
    }

    fn is_letter(self) -> bool {
        !matches!(self, Self::Apostrophe | Self::Dash | Self::Mark | Self::Opener | Self::Other)
    }

    fn is_far(self) -> bool {
        matches!(self, Self::FarSmall | Self::FarCapital | Self::Far)
    }

    /// Whether a character may stand between two others.
    fn fits(self, before: Self, after: Self) -> bool {
        if self.is_letter() {
            let same_script = !before.is_letter() || before.is_far() == self.is_far();
            return same_script && !(self.is_capital() && before.is_small());
        }
        match self {
            Self::Mark => !(before.is_letter() && after.is_letter()),
            Self::Apostrophe => before.is_letter() || after.is_letter(),
            Self::Dash => !(before.is_small() && after.is_small()),
            Self::Opener => !before.is_letter(),
            _ => true,
        }
    }
}
