//! Han characters: the two scripts, the forms of one character, and how characters are read.
//!
//! **Invariant:** whatever a text is turned into here has a character of as many bytes at the same
//! byte as the text has, so that a place, a mark or a match in the one is there in the other. This
//! module knows nothing of newspapers, and keeps nothing but tables that are made once.

mod fold;
mod pinyin;
mod script;
mod simplified;
mod typed;
mod width;
mod words;

pub use fold::{Folding, fold, fold_char, forms};
pub use pinyin::{Syllable, is_read, reading_at, readings};
pub use script::{to_simplified, to_traditional};
pub use simplified::{simplified, with_simplified};
pub use typed::Typed;
