//! Files and folders: which are whose, how they are written whole, how the library's file is opened,
//! migrated and, where it is damaged, set aside.
//!
//! **Invariant:** it knows nothing of pages, articles or bookmarks.

mod damage;
pub mod dirs;
pub mod open;
mod private;
pub mod safe_file;
pub mod schema;
pub mod view;
