//! The bookmarks: their file, changes to it, and where a bookmark leads once its page was parsed anew.
//!
//! **Invariant:** a file that cannot be understood is never overwritten. Of the library it knows only
//! articles by their ids.

mod edits;
mod file;
mod follow;

pub use edits::{edit, merge, remove, set};
pub use file::{BookmarkFile, change, from_file, load};
pub use follow::follow;
