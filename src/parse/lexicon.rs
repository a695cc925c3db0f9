//! The small lexicon of `assets/lexicon`: words of the trade, never a word of one page.
//!
//! To teach the parser a role, an agency or an editors' word, add a line to the file; no code
//! changes.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A list of words from one file, longest first.
pub struct Words {
    words: Vec<Vec<char>>,
}

impl Words {
    fn read(file: &'static str) -> Self {
        let mut words: Vec<Vec<char>> = entries(file).map(|word| word.chars().collect()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Self { words }
    }

    /// The characters of the longest word that the text begins with.
    pub fn at_start(&self, text: &[char]) -> Option<usize> {
        self.words.iter().find(|word| text.starts_with(word)).map(Vec::len)
    }

    /// The characters of the longest word that the text ends with.
    pub fn at_end(&self, text: &[char]) -> Option<usize> {
        self.words.iter().find(|word| text.ends_with(word)).map(Vec::len)
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
            LazyLock::new(|| Words::read(include_str!(concat!("../../assets/lexicon/", $file))));)*
    };
}

words! {
    /// Who a dateline names as its source.
    SOURCES = "sources.txt";
    /// How a dateline ends.
    KINDS = "kinds.txt";
    /// What people of a byline do.
    ROLES = "roles.txt";
    /// Who made the page.
    EDITORS = "editors.txt";
    /// Words before telephone numbers, addresses, prices.
    CONTACTS = "contacts.txt";
    /// Names that pages give themselves.
    SECTIONS = "sections.txt";
    /// How the head of a notice ends.
    NOTICES = "notices.txt";
    /// Words that often begin a paragraph.
    OPENERS = "openers.txt";
    /// Who asks in an interview.
    ASKERS = "askers.txt";
    /// Who answers where no name is printed.
    ANSWERERS = "answerers.txt";
}

/// Family names of one and two characters.
static SURNAMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("../../assets/lexicon/surnames.txt")).collect());

/// How many characters of a name are its family name; none where it does not begin with one.
pub fn surname(name: &[char]) -> Option<usize> {
    [2, 1].into_iter().find(|&n| {
        let first: String = name.iter().take(n).collect();
        name.len() > n && SURNAMES.contains(first.as_str())
    })
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
        for words in [&SOURCES, &KINDS, &ROLES, &EDITORS, &CONTACTS, &SECTIONS, &NOTICES, &OPENERS, &ASKERS, &ANSWERERS]
        {
            assert!(!words.words.is_empty());
        }
    }
}
