//! Finding words in a text as they are printed: exactly, but for white space.
//!
//! A line break or a stray blank inside a word does not hide it, and one typed inside a query does
//! not either.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::Finder;

/// A text without its white space, and the way back to the text.
#[derive(Clone, Debug)]
pub struct Squeezed<'a> {
    text: Cow<'a, str>,
    /// Where a stretch without white space begins: here, and in the text it came from; bytes.
    stretches: Vec<(usize, usize)>,
}

impl<'a> Squeezed<'a> {
    /// Leaves the white space out of a text; borrows one that has none.
    pub fn new(text: &'a str) -> Self {
        if !text.contains(char::is_whitespace) {
            return Self { text: Cow::Borrowed(text), stretches: vec![(0, 0)] };
        }
        let mut squeezed = String::with_capacity(text.len());
        let mut stretches = Vec::new();
        for word in text.split_whitespace() {
            stretches.push((squeezed.len(), word.as_ptr().addr() - text.as_ptr().addr()));
            squeezed.push_str(word);
        }
        Self { text: Cow::Owned(squeezed), stretches }
    }

    /// The text without white space.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a range of [`Squeezed::as_str`] is in the text it came from, in bytes.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let back = |byte: usize| {
            let after = self.stretches.partition_point(|(here, _)| *here <= byte);
            self.stretches.get(after.saturating_sub(1)).map_or(byte, |(here, there)| byte - here + there)
        };
        match range.end.checked_sub(1) {
            Some(last) if range.start < range.end => back(range.start)..back(last) + 1,
            _ => back(range.start)..back(range.start),
        }
    }
}

/// Words to look for.
#[derive(Clone, Debug)]
pub struct Needle {
    finder: Finder<'static>,
    words: String,
}

impl Needle {
    /// The words, their white space left out; none where nothing else is there.
    pub fn new(words: &str) -> Option<Self> {
        let words: String = words.split_whitespace().collect();
        (!words.is_empty()).then(|| Self { finder: Finder::new(words.as_bytes()).into_owned(), words })
    }

    /// The words without white space.
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// Whether the text holds them.
    pub fn is_in(&self, text: &Squeezed<'_>) -> bool {
        self.finder.find(text.text.as_bytes()).is_some()
    }

    /// Where the text holds them, in bytes of the text as it was before squeezing; matches do not
    /// overlap.
    pub fn ranges<'t>(&'t self, text: &'t Squeezed<'_>) -> impl Iterator<Item = Range<usize>> + 't {
        let length = self.words.len();
        self.finder.find_iter(text.text.as_bytes()).map(move |start| text.original(start..start + length))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn found(words: &str, text: &str, expected: &[&str]) {
        let squeezed = Squeezed::new(text);
        let found: Vec<_> = Needle::new(words).unwrap().ranges(&squeezed).map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_found_as_printed() {
        found("图书馆", "新图书馆开放，图书馆长致辞。", &["图书馆", "图书馆"]);
        found("5G", "本市5G基站达5 G标准，不是5g。", &["5G", "5 G"]);
        found("开馆", "开放。闭馆。", &[]);
    }

    #[test]
    fn white_space_does_not_hide_them() {
        found("is high", "PM2.5 is\n  high", &["is\n  high"]);
        found("林远", "记者　林　远　报道", &["林　远"]);
        found(" 林 远 ", "记者林远", &["林远"]);
    }

    #[test]
    fn nothing_is_no_needle() {
        assert!(Needle::new(" \u{3000}\n").is_none());
    }

    proptest! {
        #[test]
        fn every_range_holds_the_words(text in "[甲乙a \u{3000}\n]{0,30}", words in "[甲乙a ]{1,3}") {
            let Some(needle) = Needle::new(&words) else { return Ok(()) };
            let squeezed = Squeezed::new(&text);
            prop_assert_eq!(needle.is_in(&squeezed), squeezed.as_str().contains(needle.as_str()));
            for range in needle.ranges(&squeezed) {
                let there: String = text[range].split_whitespace().collect();
                prop_assert_eq!(there, needle.as_str());
            }
        }
    }
}
