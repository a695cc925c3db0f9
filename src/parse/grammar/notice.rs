//! Notices: what their entries begin with.

use super::speaker::before_colon;
use crate::parse::lexicon::{ADDRESSES, CONTACTS, ENTRIES};

/// Whether a line begins with a word that entries of notices begin with, and a colon.
pub fn is_entry(text: &str) -> bool {
    before_colon(text)
        .is_some_and(|word| ENTRIES.has(word) || ADDRESSES.at_end(word).is_some() || CONTACTS.at_end(word).is_some())
}
