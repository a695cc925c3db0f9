//! The pages of a PDF as they are read.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::answer::Allowance;
use super::limits::{FILE_PATIENCE, PATIENCE};
use super::readers::Readers;
use crate::import::pdf_fault::PdfFault;
use crate::model::{PageGeometry, RawPage};

/// The pages of a file, in their order. Those without text are among them, but where there are no others.
pub struct PdfPages {
    readers: Option<Readers>,
    allowance: Allowance,
    /// How long has been waited.
    waited: Duration,
    /// The number of the next page, from 1.
    next: u32,
    /// The lines of the pages so far.
    lines: u32,
    /// Pages that come next. Until one has text or a fault they are held back.
    ready: VecDeque<Result<RawPage, PdfFault>>,
    is_picture: bool,
}

impl PdfPages {
    /// Those of a file.
    pub fn of(bytes: Vec<u8>) -> Self {
        Self {
            readers: Some(Readers::of(bytes)),
            allowance: Allowance::default(),
            waited: Duration::ZERO,
            next: 1,
            lines: 0,
            ready: VecDeque::new(),
            is_picture: true,
        }
    }

    /// Takes the next page, or the end of the file.
    fn take(&mut self) {
        let Some(readers) = &self.readers else { return };
        let begun = Instant::now();
        let patience = PATIENCE.min(FILE_PATIENCE.saturating_sub(self.waited));
        let said = readers.take(self.next, patience);
        self.waited += begun.elapsed();
        self.next += 1;
        match said {
            Ok(Some(Ok(page))) if !self.allowance.admits(&page) => self.end(Some(PdfFault::Nonsense)),
            Ok(Some(Err(_))) if !self.allowance.count_page() => self.end(Some(PdfFault::Nonsense)),
            Ok(Some(Ok(page))) if page.lines.is_empty() => self.ready.push_back(Ok(bare(page))),
            Ok(Some(page)) => {
                self.is_picture = false;
                let page = page.map(|page| page.behind(self.lines));
                self.lines += page.as_ref().map_or(0, |page| page.lines.len() as u32);
                self.ready.push_back(page);
            }
            Ok(None) => self.end(None),
            Err(fault) => self.end(Some(fault)),
        }
    }

    fn end(&mut self, fault: Option<PdfFault>) {
        self.readers = None;
        match fault {
            Some(fault) => self.ready.push_back(Err(fault)),
            None if self.is_picture => self.ready = VecDeque::from([Err(PdfFault::Picture)]),
            None => {}
        }
    }
}

impl Iterator for PdfPages {
    type Item = Result<RawPage, PdfFault>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.readers.is_some() && (self.ready.is_empty() || self.is_picture) {
            self.take();
        }
        self.ready.pop_front()
    }

    /// Once the file is open, it is known how many pages there are.
    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.readers.as_ref().and_then(Readers::count);
        let left = count.map(|count| (count + 1).saturating_sub(self.next) as usize + self.ready.len());
        (self.ready.len(), left)
    }
}

/// A page without text needs no more than its size.
fn bare(page: RawPage) -> RawPage {
    let size = |geometry: PageGeometry| PageGeometry {
        width: geometry.width,
        height: geometry.height,
        ..PageGeometry::default()
    };
    RawPage { geometry: page.geometry.map(size), ..page }
}
