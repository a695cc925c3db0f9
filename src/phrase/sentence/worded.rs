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
