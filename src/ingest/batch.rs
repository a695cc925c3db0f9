//! Pages that are stored together.

use super::gate::Pass;
use super::pages::PageItem;
use super::{IngestError, Prepared};

/// How much is brought to the disk together.
#[derive(Clone, Copy, Debug)]
pub struct BatchSize {
    /// The most pages.
    pub pages: usize,
    /// The bytes of text after which no more pages are added.
    pub bytes: usize,
}

/// Pages that are stored together, and what failed between them.
#[derive(Default)]
pub struct Batch<'a> {
    pub pages: Vec<Prepared>,
    pub failed: Vec<IngestError>,
    /// The number of the last source that something is of.
    pub done: usize,
    /// The bytes of the pages' text.
    bytes: usize,
    /// Held until what became of all is told.
    passes: Vec<Pass<'a>>,
}

impl<'a> Batch<'a> {
    pub fn add(&mut self, item: PageItem<'a, Prepared>) {
        self.done = item.nth;
        self.passes.push(item.pass);
        match item.made {
            Ok(page) => {
                self.bytes += page.parcel.size();
                self.pages.push(page);
            }
            Err(error) => self.failed.push(error),
        }
    }

    pub fn is_full(&self, size: BatchSize) -> bool {
        self.passes.len() >= size.pages || self.bytes >= size.bytes
    }

    pub fn is_empty(&self) -> bool {
        self.passes.is_empty()
    }
}
