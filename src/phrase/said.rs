//! What can be said in the language of the interface.

use std::fmt::Debug;

use super::Phrase;
use super::lang::Lang;

/// Something that is said in the language of the interface: it is kept as what it is, and worded where it is said.
pub trait Said: Debug {
    /// It, in words.
    fn said(&self, lang: Lang) -> String;
}

impl Said for Phrase {
    fn said(&self, lang: Lang) -> String {
        lang.say(*self).into_owned()
    }
}

/// Something about a file, an article, a place: its name goes before.
impl<S: Said> Said for (String, S) {
    fn said(&self, lang: Lang) -> String {
        format!("{}: {}", self.0, self.1.said(lang))
    }
}

/// Sentences in one line.
impl<S: Said> Said for Vec<S> {
    fn said(&self, lang: Lang) -> String {
        self.iter().map(|one| one.said(lang)).collect::<Vec<_>>().join("; ")
    }
}

impl<S: Said + ?Sized> Said for Box<S> {
    fn said(&self, lang: Lang) -> String {
        (**self).said(lang)
    }
}
