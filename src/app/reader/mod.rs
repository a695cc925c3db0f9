//! The reader pane: an article, what is selected in it, the page it was made of, the places one has been.

mod copy;
pub(super) mod history;
pub(super) mod open;
pub(super) mod page_text;
pub(super) mod pane;
mod progress;
pub(super) mod selection;
