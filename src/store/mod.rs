//! The library and the bookmarks on disk.
//!
//! **Invariant:** a page is in the library whole or not at all; a file that cannot be understood
//! is never overwritten; nobody above holds more of the library than a window that was asked for.

mod anchor;
pub mod bookmarks;
mod disk;
mod error;
mod library;
mod list;
mod search;
mod tables;
mod write;

pub use disk::dirs::Dirs;
pub use disk::open::Opened;
pub use disk::safe_file::read_text;
pub use error::{Error, FileNotice};
pub use library::{IdMatch, Library};
pub use write::maintain::Stats;
pub use write::page::Added;
pub use write::prepared::PreparedPage;
pub use write::remove::Removal;
