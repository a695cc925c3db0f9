//! The small lexicon of `assets/lexicon`: words of the trade, never a word of one page.
//!
//! To teach the parser a role, an agency or an editors' word, add a line to the file; no code
//! changes.

use std::sync::LazyLock;

/// A list of words from one file.
pub struct Words {
    /// The words by their first character, longest first.
    by_first: Index,
    /// The words by their last character, longest first.
    by_last: Index,
}

/// How many ends of characters an index tells apart.
const ENDS: usize = 4096;

/// Words by one of their characters.
struct Index {
    words: Vec<(char, Vec<char>)>,
    /// Whether some word's character ends in these bits: most others are told at once.
    ends: Box<[bool; ENDS]>,
}

impl Index {
    fn new(mut words: Vec<(char, Vec<char>)>) -> Self {
        words.sort_by_key(|(key, word)| (*key, std::cmp::Reverse(word.len())));
        let mut ends = Box::new([false; ENDS]);
        words.iter().for_each(|(key, _)| ends[*key as usize % ENDS] = true);
        Self { words, ends }
    }

    /// The length of the first word under a character that fits.
    fn find(&self, key: char, fits: impl Fn(&[char]) -> bool) -> Option<usize> {
        if !self.ends[key as usize % ENDS] {
            return None;
        }
        let start = self.words.partition_point(|(first, _)| *first < key);
        let same = self.words[start..].iter().take_while(|(first, _)| *first == key);
        same.map(|(_, word)| word).find(|word| fits(word)).map(Vec::len)
    }
}

impl Words {
    fn read(file: &'static str) -> Self {
        let words: Vec<Vec<char>> = entries(file).map(|word| word.chars().collect()).collect();
        let by = |key: fn(&Vec<char>) -> Option<&char>| {
            Index::new(words.iter().filter_map(|word| Some((*key(word)?, word.clone()))).collect())
        };
        Self { by_first: by(|word| word.first()), by_last: by(|word| word.last()) }
    }

    /// The characters of the longest word that the text begins with.
    pub fn at_start(&self, text: &[char]) -> Option<usize> {
        self.by_first.find(*text.first()?, |word| text.starts_with(word))
    }

    /// The characters of the longest word that the text ends with.
    pub fn at_end(&self, text: &[char]) -> Option<usize> {
        self.by_last.find(*text.last()?, |word| text.ends_with(word))
    }

    /// Whether the text is one of the words.
    pub fn has(&self, text: &[char]) -> bool {
        self.at_start(text) == Some(text.len())
    }
}

fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

macro_rules! words {
    ($(#[doc = $doc:literal] $name:ident = $file:literal;)*) => {
        $(#[doc = $doc]
        pub static $name: LazyLock<Words> =
            LazyLock::new(|| Words::read(include_str!(concat!("../../../assets/lexicon/", $file))));)*
    };
}

words! {
    /// Who a dateline names as its source.
    SOURCES = "sources.txt";
    /// How a dateline ends.
    KINDS = "kinds.txt";
    /// What people of a byline do.
    ROLES = "roles.txt";
    /// What people who write comments and letters are.
    POSTS = "posts.txt";
    /// Who made the page.
    EDITORS = "editors.txt";
    /// Words before telephone numbers, prices and such that only the paper prints of itself.
    CONTACTS = "contacts.txt";
    /// Words before telephone numbers and addresses that anyone may print.
    ADDRESSES = "addresses.txt";
    /// What an entry of a notice begins with.
    ENTRIES = "entries.txt";
    /// Words beside a folio's date that name neither the paper nor the page.
    REMARKS = "remarks.txt";
    /// Names that pages give themselves.
    SECTIONS = "sections.txt";
    /// How the head of a notice ends.
    NOTICES = "notices.txt";
    /// How the name of a body ends that signs a notice.
    OFFICES = "offices.txt";
    /// How the name of a column or a series ends.
    COLUMNS = "columns.txt";
    /// Words that often begin a paragraph.
    OPENERS = "openers.txt";
    /// Who asks in an interview.
    ASKERS = "askers.txt";
    /// What the parts of a source line begin with.
    SOURCE_LABELS = "source-labels.txt";
    /// Who answers where no name is printed.
    ANSWERERS = "answerers.txt";
}

/// Family names of one and two characters.
static SURNAMES: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("../../../assets/lexicon/surnames.txt")));

/// How many characters of a name are its family name; none where it does not begin with one.
pub fn surname(name: &[char]) -> Option<usize> {
    let head = &name[..name.len().saturating_sub(1)];
    SURNAMES.at_start(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(ROLES.at_start(&chars("见习记者某某")), Some(4));
        assert_eq!(KINDS.at_start(&chars("綜合報導")), Some(4));
        assert_eq!(KINDS.at_end(&chars("台北21日電")), Some(1));
    }

    #[test]
    fn double_family_names_come_first() {
        assert_eq!(surname(&chars("欧阳明")), Some(2));
        assert_eq!(surname(&chars("欧明")), Some(1));
        assert_eq!(surname(&chars("的确")), None);
    }

    #[test]
    fn no_list_is_empty() {
        let all = [
            &SOURCES, &KINDS, &ROLES, &POSTS, &EDITORS, &CONTACTS, &ADDRESSES, &ENTRIES, &REMARKS, &SECTIONS, &NOTICES,
            &OFFICES, &COLUMNS, &OPENERS, &ASKERS, &ANSWERERS,
        ];
        for words in all {
            assert!(!words.by_first.words.is_empty());
        }
    }
}
