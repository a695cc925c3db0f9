//! The library and the bookmarks on disk.
