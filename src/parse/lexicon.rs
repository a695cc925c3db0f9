//! The lexicon of `assets/lexicon`: words of the trade, never a word of one page.
//!
//! To teach the parser a role, an agency or an editors' word, add it to its file; no code changes.
//! Each word stands there once, for both scripts: it and what is compared with it are taken character
//! by character in their simplified forms. What is read is given out as it is printed.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::tune::Switch;
use crate::hanzi::{simplified, with_simplified};

/// Words of one kind.
pub struct WordList {
    /// The words by their first character.
    by_first: WordIndex,
    /// The words, from their last character back, by their last one.
    by_last: WordIndex,
    /// What looks like one of the words once it is simplified, but is none.
    never: Vec<Vec<char>>,
}

/// Characters of one kind, whatever their form.
pub struct CharacterSet {
    bits: Box<[u64; CHARACTERS / 64]>,
    switch: Switch,
}

/// How many characters a set can tell apart: those of the first plane.
const CHARACTERS: usize = 0x1_0000;

/// How many keys an index tells apart at once.
const KEYS: usize = 4096;

/// Words by their first character in reading order, the longest first.
struct WordIndex {
    words: Vec<(char, Vec<char>)>,
    /// Whether some word's key, in any of its forms, ends in these bits: most others are told at once.
    keys: Box<[bool; KEYS]>,
    switch: Switch,
}

/// What words are looked for in.
pub trait Characters {
    /// Its characters, from either end.
    fn characters(&self) -> impl DoubleEndedIterator<Item = char> + Clone;
}

impl Characters for str {
    fn characters(&self) -> impl DoubleEndedIterator<Item = char> + Clone {
        self.chars()
    }
}

impl Characters for [char] {
    fn characters(&self) -> impl DoubleEndedIterator<Item = char> + Clone {
        self.iter().copied()
    }
}

impl WordIndex {
    fn new(words: impl Iterator<Item = Vec<char>>, switch: Switch) -> Self {
        let mut words: Vec<(char, Vec<char>)> = words.filter_map(|word| Some((*word.first()?, word))).collect();
        words.sort_by_key(|(key, word)| (*key, Reverse(word.len())));
        let mut known = [false; KEYS];
        words.iter().for_each(|(key, _)| known[*key as usize % KEYS] = true);
        let mut keys = Box::new(known);
        with_simplified().for_each(|(c, form)| keys[c as usize % KEYS] |= known[form as usize % KEYS]);
        Self { words, keys, switch }
    }

    /// The characters of the longest word that a text begins with.
    #[inline]
    fn find(&self, text: impl Iterator<Item = char> + Clone) -> Option<usize> {
        let first = text.clone().next().filter(|&c| self.may_have(c))?;
        self.longest(simplified(first), text)
    }

    /// The characters of the longest word with such a key that a text begins with.
    fn longest(&self, first: char, text: impl Iterator<Item = char> + Clone) -> Option<usize> {
        let start = self.words.partition_point(|(key, _)| *key < first);
        let mut same = self.words[start..].iter().take_while(|(key, _)| *key == first).map(|(_, word)| word);
        same.find(|word| begins(text.clone(), word)).map(Vec::len)
    }

    fn may_have(&self, key: char) -> bool {
        self.switch.is_on() && self.keys[key as usize % KEYS]
    }
}

/// Whether a text, in simplified characters, begins with a word.
pub fn begins(text: impl Iterator<Item = char>, word: &[char]) -> bool {
    text.take(word.len()).map(simplified).eq(word.iter().copied())
}

impl WordList {
    /// The words of a section of a file; those with `!` before them are what is none of them.
    fn read(file: &'static str, section: &str, switch: Switch) -> Self {
        let words = || entries(file, section).filter(|word| !word.starts_with('!')).map(compared);
        Self {
            by_first: WordIndex::new(words(), switch),
            by_last: WordIndex::new(words().map(|word| word.into_iter().rev().collect()), switch),
            never: entries(file, section).filter_map(|word| Some(word.strip_prefix('!')?.chars().collect())).collect(),
        }
    }

    /// The characters of the longest word that the text begins with.
    pub fn at_start(&self, text: &(impl Characters + ?Sized)) -> Option<usize> {
        let length = self.by_first.find(text.characters())?;
        let never = |word: &Vec<char>| text.characters().take(word.len()).eq(word.iter().copied());
        (!self.never.iter().any(never)).then_some(length)
    }

    /// The characters of the longest word that the text ends with.
    #[inline]
    pub fn at_end(&self, text: &(impl Characters + ?Sized)) -> Option<usize> {
        self.by_last.find(text.characters().rev())
    }

    /// Whether the text is one of the words.
    pub fn has(&self, text: &(impl Characters + ?Sized)) -> bool {
        self.at_start(text) == Some(text.characters().count())
    }

    /// Whether one of the words stands anywhere in the text.
    pub fn is_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.at_start(&text[at..]).is_some())
    }

    /// What stands behind the longest word that the text begins with.
    pub fn strip_start<'a>(&self, text: &'a str) -> Option<&'a str> {
        let length = self.at_start(text)?;
        Some(text.char_indices().nth(length).map_or("", |(at, _)| &text[at..]))
    }

    /// What stands before the longest word that the text ends with.
    pub fn strip_end<'a>(&self, text: &'a str) -> Option<&'a str> {
        let length = self.at_end(text)?;
        text.char_indices().nth_back(length - 1).map(|(at, _)| &text[..at])
    }

    /// Whether one of the words may end with a character: true for all that do, and for few others.
    pub fn may_end_with(&self, c: char) -> bool {
        self.by_last.may_have(c)
    }
}

impl CharacterSet {
    /// The characters of a section of a file.
    fn read(file: &'static str, section: &str, switch: Switch) -> Self {
        let mut set = Self { bits: Box::new([0; CHARACTERS / 64]), switch };
        entries(file, section).flat_map(compared).for_each(|c| set.add(c));
        let forms: Vec<char> = with_simplified().filter(|(_, form)| set.holds(*form)).map(|(c, _)| c).collect();
        forms.into_iter().for_each(|c| set.add(c));
        set
    }

    fn add(&mut self, c: char) {
        if let Some(bits) = self.bits.get_mut(c as usize / 64) {
            *bits |= 1 << (c as usize % 64);
        }
    }

    /// Whether a character is one of them.
    #[inline]
    pub fn has(&self, c: char) -> bool {
        self.switch.is_on() && self.holds(c)
    }

    #[inline]
    fn holds(&self, c: char) -> bool {
        self.bits.get(c as usize / 64).is_some_and(|bits| bits >> (c as usize % 64) & 1 == 1)
    }
}

/// The words of a section of a file: what stands behind its name in square brackets up to the next
/// name, or, where the section has no name, what stands before the first.
fn entries<'a>(file: &'static str, section: &'a str) -> impl Iterator<Item = &'static str> + 'a {
    let mut here = section.is_empty();
    let lines = file.lines().filter(|line| !line.starts_with('#')).filter(move |line| {
        let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        here = name.map_or(here, |name| name == section);
        here && name.is_none()
    });
    lines.flat_map(str::split_whitespace)
}

/// The characters of an entry as they are compared with a text's: in simplified forms, a space for `_`.
fn compared(entry: &str) -> Vec<char> {
    entry.chars().map(|c| if c == '_' { ' ' } else { simplified(c) }).collect()
}

/// A file of the lexicon.
macro_rules! file {
    ($file:literal) => {
        include_str!(concat!("../../assets/lexicon/", $file, ".txt"))
    };
}

/// The switch of a list.
#[cfg(not(feature = "tune"))]
macro_rules! switch {
    ($name:ident) => {
        Switch()
    };
}

/// The switch of a list.
#[cfg(feature = "tune")]
macro_rules! switch {
    ($name:ident) => {
        Switch(&switches::$name)
    };
}

/// Statics made of sections: `NAME: Type = "file" "section"`.
macro_rules! lexicon {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ident = $file:literal $($section:literal)?;)*) => {
        $($(#[doc = $doc])+
        pub static $name: LazyLock<$kind> = LazyLock::new(|| {
            $kind::read(file!($file), concat!($($section)?), switch!($name))
        });)*

        /// Whether each is in use.
        #[cfg(feature = "tune")]
        mod switches {
            thread_local! {
                $(pub static $name: std::cell::Cell<bool> = const { std::cell::Cell::new(true) };)*
            }
        }

        /// All of them; one that is off is empty.
        #[cfg(feature = "tune")]
        pub fn lists() -> Vec<super::tune::Knob> {
            use super::tune::Numbers;
            vec![$(super::tune::Knob {
                group: $file,
                name: stringify!($name),
                meaning: concat!($($doc),+),
                numbers: || switches::$name.get().numbers(),
                set: |_, number| switches::$name.set(number != 0.0),
            }),*]
        }

        /// The names and texts of the files of all these, and their sections.
        #[cfg(test)]
        const LISTS: &[(&str, &str, &str)] = &[$(($file, file!($file), concat!($($section)?))),*];
    };
}

lexicon! {
    /// Who a dateline names as its source.
    SOURCES: WordList = "sources";
    /// How agencies are called for short.
    SHORT_SOURCES: WordList = "sources" "short";
    /// The last characters of papers' and agencies' names.
    HOUSE_ENDS: CharacterSet = "sources" "houses";
    /// How the names of their services end.
    SERVICES: WordList = "sources" "services";
    /// How a dateline ends.
    KINDS: WordList = "kinds";
    /// What stands between the people of a lead and its first sentence.
    REPORTED: WordList = "kinds" "reported";
    /// What a dateline begins with that has its source from another.
    QUOTED: WordList = "kinds" "quoted";
    /// How what an agency sent ends.
    SENT: WordList = "kinds" "sent";
    /// Characters before a kind of one character that make another word with it.
    BEFORE_KIND: CharacterSet = "kinds" "before";
    /// Characters behind a kind of one character that make another word with it.
    BEHIND_KIND: CharacterSet = "kinds" "behind";
    /// What people of a byline do.
    ROLES: WordList = "roles";
    /// Who speaks for a paper and need not be named.
    UNNAMED: WordList = "roles" "unnamed";
    /// What a role has in it of those who took or made a picture.
    PICTURES: CharacterSet = "roles" "pictures";
    /// What a post begins with where a line is about the person.
    ABOUT: CharacterSet = "roles" "about";
    /// Ends of words near the beginning of a line that may be a lead.
    NEAR: WordList = "roles" "near";
    /// Ends of words before a colon near the beginning of a line that may be a lead.
    NEAR_COLON: WordList = "roles" "colon";
    /// Ends of words behind a paper's name near the beginning of a line that may be a lead.
    NEAR_HOUSE: WordList = "roles" "dispatch";
    /// Characters one of which is in every line with the words of a lead or a credit.
    TRACES: CharacterSet = "roles" "traces";
    /// What people who write comments and letters are.
    POSTS: WordList = "posts";
    /// What a work is that has no text.
    WORKS: WordList = "credits" "works";
    /// How a picture's credit ends that names nobody.
    CREDIT_ENDS: WordList = "credits" "ends";
    /// How a credit begins that ends with 提供.
    GIVEN: WordList = "credits" "given";
    /// How a credit ends of those who took the picture and wrote its caption.
    PICTURED: WordList = "credits" "pictured";
    /// How a remark on the writer or the source begins.
    ORIGINS: WordList = "credits" "origins";
    /// How the credit of a text ends that was put together from others.
    COMPILED: WordList = "credits" "compiled";
    /// How a remark behind a Japanese text ends that is no name.
    NO_WRITERS: CharacterSet = "credits" "remarks";
    /// The last characters of such credits.
    CREDIT_LAST: CharacterSet = "credits" "last";
    /// Who signs a note of the editors'.
    SIGNATURES: WordList = "credits" "signatures";
    /// How the place of a reader's letter ends.
    PLACES: WordList = "credits" "places";
    /// How a reader begins who gives no name.
    ANYBODY: WordList = "credits" "anybody";
    /// How a caption begins, besides a day.
    CAPTIONS: WordList = "credits" "captions";
    /// Who made the page.
    EDITORS: WordList = "editors";
    /// Words before telephone numbers, prices and such that only the paper prints of itself.
    CONTACTS: WordList = "contacts";
    /// Words before telephone numbers and addresses that anyone may print.
    ADDRESSES: WordList = "addresses";
    /// What an entry of a notice begins with.
    ENTRIES: WordList = "entries";
    /// Words beside a folio's date that name neither the paper nor the page.
    REMARKS: WordList = "remarks";
    /// Names that pages give themselves.
    SECTIONS: WordList = "sections";
    /// What stands behind a page's number.
    PAGE_MARKS: CharacterSet = "folios" "marks";
    /// What stands behind the number of a page of a file or of a book.
    SHEET_MARKS: CharacterSet = "folios" "sheets";
    /// What stands behind the number of an issue.
    ISSUE_MARKS: CharacterSet = "folios" "issues";
    /// Characters of a price, a number of pages or an issue.
    UNITS: CharacterSet = "folios" "units";
    /// Characters that count something behind a number.
    COUNTERS: CharacterSet = "folios" "counters";
    /// Characters one of which is in every long folio line without figures, letters or marks.
    FOLIO_TRACES: CharacterSet = "folios" "traces";
    /// How the name of a paper's electronic edition ends.
    EDITIONS: WordList = "folios" "editions";
    /// What ends as the name of a paper does, and is none.
    NO_PAPERS: WordList = "folios" "no papers";
    /// How a publisher's line ends.
    PUBLISHED: WordList = "folios" "published";
    /// Where an electronic edition's page leads to, and whose it is.
    EDITION_LINKS: WordList = "folios" "edition links";
    /// What stands before how many pages an issue has.
    TOTALS: WordList = "folios" "totals";
    /// What people do who write an article and make no page.
    WRITERS: WordList = "folios" "writers";
    /// How a paper names itself before the word for its address.
    HOUSES: WordList = "folios" "houses";
    /// How the head of a notice ends.
    NOTICES: WordList = "notices";
    /// What goes on or went before, before a jump's verb.
    JUMP_SUBJECTS: WordList = "jumps" "subjects";
    /// What leads to another page.
    JUMP_VERBS: WordList = "jumps" "verbs";
    /// What stands behind the page of a Japanese jump.
    JAPANESE_JUMPS: WordList = "jumps" "japanese";
    /// How what leads to another article on another page ends, before its page.
    ASIDES: WordList = "jumps" "asides";
    /// What a jump has that says where an article goes on.
    JUMPS_ON: WordList = "jumps" "on";
    /// What a jump has that says where an article began.
    JUMPS_BACK: WordList = "jumps" "back";
    /// What an English jump begins with.
    ENGLISH_JUMPS: WordList = "english" "jumps";
    /// What English reporters are.
    ENGLISH_TITLES: WordList = "english" "titles";
    /// What stands before writers' names in Latin script.
    LATIN_BY: WordList = "english" "by";
    /// What a picture's credit in Latin script begins with.
    LATIN_PHOTOS: WordList = "english" "photographs";
    /// What stands between that and the name.
    LATIN_TAKEN: WordList = "english" "taken";
    /// Words within names that begin with a small letter.
    NAME_LINKS: WordList = "english" "links";
    /// Agencies of English datelines and pictures.
    ENGLISH_AGENCIES: WordList = "english" "agencies";
    /// Who else gives pictures, in English.
    ENGLISH_PICTURES: WordList = "english" "pictures";
    /// Names that English pages give themselves.
    ENGLISH_PAGES: WordList = "english" "pages";
    /// The last words of English papers' names.
    ENGLISH_PAPERS: WordList = "english" "papers";
    /// What stands before the day of a week.
    WEEKS: WordList = "calendar" "weeks";
    /// Names of the old calendar.
    LUNAR: WordList = "calendar" "lunar";
    /// Names of its months, besides numbers.
    LUNAR_MONTHS: CharacterSet = "calendar" "months";
    /// How the name of a column or a series ends.
    COLUMNS: WordList = "columns";
    /// What a deck begins with.
    DECKS: WordList = "titles" "decks";
    /// How a deck ends that says what kind of article it is.
    GENRES: WordList = "titles" "genres";
    /// What a deck says of those who were there.
    GUESTS: WordList = "titles" "guests";
    /// How a kicker ends that says who met or said.
    MEETINGS: WordList = "titles" "meetings";
    /// Whose place or house a kicker begins with.
    HOME: WordList = "titles" "home";
    /// How a kicker begins that says whom a story is about.
    ONE: WordList = "titles" "one";
    /// How the beginning of a clause ends.
    CLAUSES: WordList = "titles" "clauses";
    /// What is counted where a headline says how many poems there are.
    POEMS: CharacterSet = "titles" "poems";
    /// Words that often begin a paragraph.
    OPENERS: WordList = "openers";
    /// Who asks in an interview.
    ASKERS: WordList = "askers";
    /// What the parts of a source line begin with.
    SOURCE_LABELS: WordList = "source-labels";
    /// What stands before the authors' names on such a line.
    AUTHORS: WordList = "source-labels" "authors";
    /// Who answers where no name is printed.
    ANSWERERS: WordList = "answerers";
    /// Family names of one and two characters.
    SURNAMES: WordList = "surnames";
}

/// The English days of the week, from Monday, in small letters.
pub static ENGLISH_DAYS: LazyLock<Vec<&str>> = LazyLock::new(|| entries(file!("calendar"), "english days").collect());

/// The English months, in small letters.
pub static ENGLISH_MONTHS: LazyLock<Vec<&str>> =
    LazyLock::new(|| entries(file!("calendar"), "english months").collect());

/// Eras that years are counted in, and the year before each one's first.
pub static ERAS: LazyLock<Vec<(Vec<char>, u32)>> = LazyLock::new(|| {
    let era = |entry: &str| {
        let (name, year) = entry.split_once('=')?;
        Some((compared(name), year.parse().ok()?))
    };
    entries(file!("calendar"), "eras").filter_map(era).collect()
});

/// How many characters of a name are its family name; none where it does not begin with one.
pub fn surname(name: &[char]) -> Option<usize> {
    let head = &name[..name.len().saturating_sub(1)];
    SURNAMES.at_start(head)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(ROLES.at_start("见习记者某某"), Some(4));
        assert_eq!(KINDS.at_start("綜合報導"), Some(4));
        assert_eq!(KINDS.at_end("台北21日電"), Some(1));
        assert_eq!(KINDS.at_end(chars("某某台北報導").as_slice()), Some(2));
    }

    #[test]
    fn a_word_is_found_in_either_script() {
        assert!(ROLES.has("摄影记者") && ROLES.has("攝影記者") && !ROLES.has("攝影記者某"));
        assert!(HOUSE_ENDS.has('报') && HOUSE_ENDS.has('報') && !HOUSE_ENDS.has('保'));
        assert_eq!(JUMP_VERBS.strip_start("下轉第3版"), Some("第3版"));
        assert_eq!(JAPANESE_JUMPS.strip_end("2面に続く"), Some("2面"));
        assert!(GUESTS.is_in("市長出席開幕禮，參加漁市") && !GUESTS.is_in("市長開幕"));
        assert_eq!(ENGLISH_JUMPS.strip_start("continued on page 3"), Some(" page 3"));
    }

    #[test]
    fn double_family_names_come_first() {
        assert_eq!(surname(&chars("欧阳明")), Some(2));
        assert_eq!(surname(&chars("歐陽明")), Some(2));
        assert_eq!(surname(&chars("欧明")), Some(1));
        assert_eq!(surname(&chars("的确")), None);
    }

    #[test]
    fn a_form_that_is_no_name_is_none() {
        assert_eq!((surname(&chars("余明")), surname(&chars("餘下的"))), (Some(1), None));
        assert_eq!((surname(&chars("鍾明")), surname(&chars("鐘聲響"))), (Some(1), None));
    }

    #[test]
    fn no_list_is_empty_and_no_word_stands_twice_in_one() {
        for (name, file, section) in LISTS {
            let words: Vec<Vec<char>> =
                entries(file, section).filter(|word| !word.starts_with('!')).map(compared).collect();
            assert!(!words.is_empty(), "{name} {section}");
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{name} {section}");
        }
        assert_eq!((ENGLISH_DAYS.len(), ENGLISH_MONTHS.len(), ERAS.len()), (7, 12, 6));
    }

    #[test]
    fn every_section_of_every_file_is_read() {
        let read: BTreeSet<(&str, &str)> = LISTS.iter().map(|(name, _, section)| (*name, *section)).collect();
        let others = [("calendar", "eras"), ("calendar", "english days"), ("calendar", "english months")];
        for (name, file, _) in LISTS {
            for line in file.lines().filter_map(|line| line.strip_prefix('[')) {
                let section = line.trim_end_matches(']');
                assert!(read.contains(&(*name, section)) || others.contains(&(*name, section)), "{name} {section}");
            }
        }
    }
}
