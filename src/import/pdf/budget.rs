//! What a page may cost; where it costs more, reading it is broken off.

use std::panic::resume_unwind;
use std::time::Duration;

use super::limits::{GLYPHS, OPERATIONS, PAGE_TIME};
use crate::import::pdf_fault::PdfFault;

/// What is left of the allowance of a page.
#[derive(Debug)]
pub struct Budget {
    glyphs: usize,
    operations: usize,
    begun: Duration,
}

/// How often the clock is looked at, in operations.
const GLANCE: usize = 256;

impl Budget {
    /// The allowance of a page that is begun now.
    pub fn of_a_page() -> Self {
        Self { glyphs: GLYPHS, operations: OPERATIONS, begun: worked() }
    }

    /// Counts characters. Unwinds with the [`PdfFault`] where there are too many: the interpreter
    /// that draws them cannot be stopped otherwise.
    pub fn spend_glyphs(&mut self, number: usize) {
        match self.glyphs.checked_sub(number) {
            Some(left) => self.glyphs = left,
            None => break_off(PdfFault::TooMuch),
        }
        self.spend_operation();
    }

    /// Counts one operation, and looks at the clock; unwinds as [`Budget::spend_glyphs`] does.
    pub fn spend_operation(&mut self) {
        match self.operations.checked_sub(1) {
            Some(left) => self.operations = left,
            None => break_off(PdfFault::TooMuch),
        }
        if self.operations.is_multiple_of(GLANCE) && worked().saturating_sub(self.begun) > PAGE_TIME {
            break_off(PdfFault::TooSlow);
        }
    }
}

/// How much processor time this thread has had.
#[cfg(unix)]
fn worked() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

/// How much time has passed, where processor time is not told.
#[cfg(not(unix))]
fn worked() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGUN.elapsed()
}

fn break_off(fault: PdfFault) -> ! {
    resume_unwind(Box::new(fault))
}
