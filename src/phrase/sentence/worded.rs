//! The words of a sentence in each language.

use std::fmt;

use super::{Sentence, en, zh};
use crate::phrase::{Lang, Said};

impl Said for Sentence {
    fn said(&self, lang: Lang) -> String {
        match lang {
            Lang::English => en::say(self),
            Lang::Chinese => zh::say(self),
        }
    }
}

/// In English, as it stands in what a developer reads.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Lang::English))
    }
}

impl std::error::Error for Sentence {}

#[cfg(test)]
mod tests {
    use super::*;

    /// The arms of a language's match, each with the name of its sentence.
    fn arms(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let name_of = |arm: &'static str| arm.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        source.split("\n        Sentence::").skip(1).map(move |arm| (name_of(arm), arm))
    }

    #[test]
    fn every_sentence_has_words_in_its_language() {
        let in_others_words = ["InOthersWords", "TrueOrFalse", "OneOf"];
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for (name, arm) in arms(include_str!("zh.rs")) {
            assert!(arm.contains(is_han) || in_others_words.contains(&name), "{name}");
        }
        for (name, arm) in arms(include_str!("en.rs")) {
            assert!(!arm.contains(is_han), "{name}");
        }
    }

    #[test]
    fn numbers_are_counted_as_each_language_does() {
        let imported = |new| Sentence::Imported { new, articles: 1, known: 2, anew: 0, failed: 3 };
        assert_eq!(imported(1).said(Lang::English), "1 page new, 1 article, 2 already known, 3 failed");
        assert_eq!(imported(5).said(Lang::English), "5 pages new, 1 article, 2 already known, 3 failed");
        assert_eq!(imported(5).said(Lang::Chinese), "新读入 5 个版面，1 篇文章，2 个早已有了，3 个没有读成");
    }
}
