//! Changing the library: pages go in, are replaced, go out; the library is kept in order.
//!
//! **Invariant:** a page is in the library whole or not at all. It knows nothing of lists, searches
//! or bookmarks.

mod alike;
mod articles;
pub mod attribution;
mod folder_files;
mod former;
mod give;
mod import;
pub mod maintain;
pub mod mending;
mod mends;
pub mod page;
pub mod prepared;
mod progress;
pub mod remove;
mod reparse;
pub mod salvage;
pub mod sources;
mod stored;
mod undo;
