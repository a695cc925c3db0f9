//! Files in, articles stored: import, parse and store joined, on all processors.
//!
//! One thread at a time reads (a PDF is read by processes of its own), all of them parse, one stores; pages
//! arrive in the order of their sources, and what becomes of them is told as it happens.
//!
//! **Invariant:** a page that fails does not stop the next; what is begun is finished.

mod batch;
mod event;
mod folder_watch;
mod gate;
mod in_order;
mod pages;
mod raw_pages;
mod reparse;
mod run;

pub use batch::BatchSize;
pub use event::{Advance, IngestError, IngestEvent, PageOutcome, Prepared, Unread, left_out, undecodable};
pub use folder_watch::FolderWatch;
pub use gate::Gate;
pub use pages::{ParsedPage, each_page};
pub use reparse::{Reparsed, reparse, reparse_pages};
pub use run::Ingest;
