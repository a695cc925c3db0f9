//! Bookmarks and highlights, their notes and colours, and the list of them.

pub(super) mod kept;
pub(super) mod list;
