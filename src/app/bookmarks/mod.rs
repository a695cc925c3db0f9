//! Bookmarks and highlights, their notes and colours, and the list of them.

pub(super) mod keeping;
pub(super) mod list;
