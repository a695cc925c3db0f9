//! Actions found by what is typed of their names.

use crate::hanzi::Typed;
use crate::phrase::Lang;

use super::action::ActionEntry;

impl ActionEntry {
    /// Whether every word is in its sentence in some language, as characters or as pinyin, or in its
    /// name in settings.
    pub fn is_named(&self, words: &str) -> bool {
        self.distance(words).is_some()
    }

    /// How far into its names one reads to find all the words, in characters; none where one is missing.
    pub fn distance(&self, words: &str) -> Option<usize> {
        let texts = [Lang::Chinese.say(self.phrase), Lang::English.say(self.phrase), self.name.into()];
        let first_end = |word: Typed| texts.iter().filter_map(|text| word.first_end(text)).min();
        words.split_whitespace().filter_map(Typed::new).map(first_end).sum()
    }
}

#[cfg(test)]
mod tests {
    use crate::app::input::action::Action;

    #[test]
    fn an_action_is_found_by_its_sentence_in_either_language_by_pinyin_and_by_its_name() {
        for words in ["书签列表", "sqlb", "书签 lb", "list bookmarks", "LIST", "bookmarks", ""] {
            assert!(Action::Bookmarks.entry().is_named(words), "{words}");
        }
        assert!(Action::ToggleRead.entry().is_named("toggle-read"));
        assert!(!Action::Bookmarks.entry().is_named("退出"));
    }
}
