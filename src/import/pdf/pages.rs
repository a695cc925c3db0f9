//! The pages of a PDF as they are read.

use std::collections::VecDeque;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use super::answer::{Allowance, Answer};
use super::apart::PdfReading;
use super::limits::{FILE_PATIENCE, PATIENCE};
use crate::import::pdf_fault::PdfFault;
use crate::model::{PageGeometry, RawPage};

/// The pages of a file, in their order. Those without text are among them, but where there are no others.
pub struct PdfPages {
    reading: Option<PdfReading>,
    allowance: Allowance,
    /// How long has been waited.
    waited: Duration,
    /// Pages that come next. Until one has text or a fault they are held back.
    ready: VecDeque<Result<RawPage, PdfFault>>,
    is_picture: bool,
}

impl PdfPages {
    /// Those of a file.
    pub fn of(bytes: Vec<u8>) -> Self {
        let reading = PdfReading::begin(bytes);
        let ready = reading.is_err().then_some(Err(PdfFault::NoReader)).into_iter().collect();
        let is_picture = reading.is_ok();
        Self { reading: reading.ok(), allowance: Allowance::default(), waited: Duration::ZERO, ready, is_picture }
    }

    /// The next thing that is said of the file.
    fn answer(&mut self) -> Answer {
        let Some(reading) = &self.reading else { return Answer::End(None) };
        let begun = Instant::now();
        let patience = PATIENCE.min(FILE_PATIENCE.saturating_sub(self.waited));
        let answer = reading.answers.recv_timeout(patience);
        self.waited += begun.elapsed();
        match answer {
            Ok(Answer::Page(Ok(page))) if !self.allowance.admits(&page) => Answer::End(Some(PdfFault::Nonsense)),
            Ok(Answer::Page(Err(_))) if !self.allowance.count_page() => Answer::End(Some(PdfFault::Nonsense)),
            Ok(answer) => answer,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Answer::End(Some(PdfFault::Exhausted)),
        }
    }

    fn take(&mut self, answer: Answer) {
        match answer {
            Answer::Page(Ok(page)) if page.lines.is_empty() => self.ready.push_back(Ok(bare(page))),
            Answer::Page(page) => {
                self.is_picture = false;
                self.ready.push_back(page);
            }
            Answer::End(fault) => {
                self.reading = None;
                match fault {
                    Some(fault) => self.ready.push_back(Err(fault)),
                    None if self.is_picture => self.ready = VecDeque::from([Err(PdfFault::Picture)]),
                    None => {}
                }
            }
        }
    }
}

impl Iterator for PdfPages {
    type Item = Result<RawPage, PdfFault>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.reading.is_some() && (self.ready.is_empty() || self.is_picture) {
            let answer = self.answer();
            self.take(answer);
        }
        self.ready.pop_front()
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
