//! The panel of what can be put right about the paragraph at hand.

use crate::model::{ArticleId, Part, Remedy};

use super::pane::Cursor;

/// The panel.
#[derive(Clone, Debug)]
pub struct MendPanel {
    /// The article.
    pub article: ArticleId,
    /// The part of it that is at hand.
    pub part: Part,
    /// The words that this begins with.
    pub words: String,
    /// The choice that is at the cursor.
    pub cursor: Cursor,
    /// The last mend of the page, and whether its lines are there; none until it has come.
    last: Option<(Remedy, bool)>,
}

/// A choice of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MendChoice {
    /// To put something right.
    Mend(Remedy),
    /// To undo the last mend of the page.
    Undo {
        /// What was done.
        remedy: Remedy,
        /// Whether its lines are there.
        found: bool,
    },
}

impl MendPanel {
    /// The panel for a part of an article.
    pub fn new(article: ArticleId, part: Part, words: String) -> Self {
        Self { article, part, words, cursor: Cursor::new(0, Remedy::ALL.len()), last: None }
    }

    /// Takes the last mend of the page that an article stands on.
    pub fn take(&mut self, article: ArticleId, last: Option<(Remedy, bool)>) {
        if self.article == article {
            self.last = last;
            self.cursor = Cursor::new(self.cursor.at, self.choices().count());
        }
    }

    /// The choices, in the order of their digits.
    pub fn choices(&self) -> impl Iterator<Item = MendChoice> {
        let undo = self.last.map(|(remedy, found)| MendChoice::Undo { remedy, found });
        Remedy::ALL.into_iter().map(MendChoice::Mend).chain(undo)
    }
}
