//! The reader pane: an article, what is selected in it, the page it was made of, the places one has been.

pub(super) mod article;
pub(super) mod copy;
mod history;
pub(super) mod jump;
pub(super) mod page_picture;
pub(super) mod page_text;
pub(super) mod pane;
mod progress;
mod selection;
