//! The bookmarks: their file, changes to it, and where a bookmark leads once its page was parsed anew.

mod file;

pub use file::{Shelf, change, edit, follow, from_file, load, merge, remove, set, shelf};
