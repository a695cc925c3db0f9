//! Pages that are stored together.

use super::gate::Pass;
use super::pages::SourceItem;
use super::{Advance, PageOutcome, Prepared};

/// How much is brought to the disk together.
#[derive(Clone, Copy, Debug)]
pub struct BatchSize {
    /// The most pages.
    pub pages: usize,
    /// The bytes of text after which no more pages are added.
    pub bytes: usize,
}

/// Pages that are stored together, and what else came of their sources.
#[derive(Default)]
pub struct Batch<'a> {
    pub pages: Vec<Prepared>,
    /// Failures and what could not be decoded.
    pub others: Vec<PageOutcome<Prepared>>,
    /// How far the sources have been gone through with it.
    pub progress: Advance,
    /// The bytes of the pages' text.
    bytes: usize,
    /// Held until what became of all is told.
    passes: Vec<Pass<'a>>,
}

impl<'a> Batch<'a> {
    pub fn add(&mut self, item: SourceItem<'a, Vec<PageOutcome<Prepared>>>) {
        self.progress = item.progress;
        self.passes.push(item.pass);
        for outcome in item.made {
            match outcome {
                PageOutcome::Page(page) => {
                    self.bytes += page.parcel.size();
                    self.pages.push(page);
                }
                other => self.others.push(other),
            }
        }
    }

    pub fn is_full(&self, size: BatchSize) -> bool {
        self.pages.len() + self.others.len() >= size.pages || self.bytes >= size.bytes
    }

    pub fn is_empty(&self) -> bool {
        self.passes.is_empty()
    }
}
