//! The library and the bookmarks on disk.
//!
//! Rooms, from the ground up; a room uses those that its line names and no others:
//!
//! - `error` what can go wrong on disk. Uses nothing.
//! - `anchor` the words of a place, found again in articles that were parsed anew. Uses nothing.
//! - `tables` what stands in the library's tables, and how. Uses nothing.
//! - `library` a connection to the library, and articles by their ids. Uses error, tables.
//! - `disk` folders and whole files; the library opened, migrated, set aside. Uses error, tables,
//!   library.
//! - `write` pages go in and out of the library. Uses error, anchor, tables, library.
//! - `opening` a library opened, and what is sound of a damaged one brought over. Uses error, tables, library,
//!   disk, write.
//! - `list` the headline list. Uses error, tables, library.
//! - `search` full text. Uses error, tables, library, list.
//! - `bookmarks` their file, and where they lead. Uses error, anchor, tables, library, disk.
//!
//! **Invariant:** a page is in the library whole or not at all; a file that cannot be understood
//! is never overwritten; nobody above holds more of the library than a window that was asked for.

mod error;

mod anchor;
mod tables;

mod library;

mod disk;
mod list;
mod write;

mod opening;

pub mod bookmarks;
mod search;

pub use disk::dirs::Dirs;
pub use disk::open::Opened;
pub use disk::safe_file::read_text;
pub use disk::view::{keep as keep_view, load as load_view};
pub use error::{Error, FileNotice};
pub use library::{IdMatch, Library};
pub use list::holdings::Holdings;
pub use write::attribution::Attribution;
pub use write::maintain::Stats;
pub use write::page::Added;
pub use write::prepared::PreparedPage;
pub use write::remove::{Removal, RemovalExtent};
pub use write::sources::SourceFile;
