//! What a lead says.

use crate::model::{Dateline, Person};

/// A lead: what stands before an article's first sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lead {
    /// Its characters in the stream.
    pub end: usize,
    /// Source, place, day.
    pub dateline: Option<Dateline>,
    /// Who wrote it.
    pub people: Vec<Person>,
}
