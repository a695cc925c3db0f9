//! The library and the bookmarks on disk.
//!
//! **Invariant:** a page is in the library whole or not at all; a file that cannot be understood
//! is never overwritten; nobody above holds more of the library than a window that was asked for.

mod anchor;
pub mod bookmarks;
mod byline;
mod contents;
mod damage;
mod dirs;
mod error;
mod filter;
mod grams;
mod library;
mod listed;
mod open;
mod order;
mod packed;
mod page;
mod parcel;
mod probe;
mod proposal;
mod rank;
mod reading;
mod run;
mod safe_file;
mod schema;
mod search;
mod upkeep;
mod walk;

pub use dirs::Dirs;
pub use error::{Error, Notice};
pub use library::{Added, Found, Library};
pub use open::Opened;
pub use parcel::Parcel;
pub use safe_file::read_text;
pub use upkeep::{Removal, Stats};
