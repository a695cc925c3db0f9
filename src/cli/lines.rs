//! `parse --format lines`: what an importer makes of a file, before it is parsed.

use std::io;
use std::path::PathBuf;

use super::report::{Output, Report, Stop};
use crate::import::{self, Takes};
use crate::model::RawPage;

/// Prints the lines of the pages, with `between` between them.
pub fn run(
    paths: &[PathBuf],
    lines: impl Fn(&RawPage) -> io::Result<String>,
    between: &str,
    report: &mut Report,
) -> Result<(), Stop> {
    let mut out = Output::new();
    let mut is_first = true;
    for source in import::find(paths, Takes::All).sources {
        let (name, bytes) = match source.and_then(|source| Ok((source.name(), import::read(&source)?))) {
            Ok(read) => read,
            Err(failure) => {
                report.fault(failure);
                continue;
            }
        };
        for page in import::pages(&name, bytes) {
            match page {
                Ok(page) => {
                    out.parted(&lines(&page)?, between, !is_first)?;
                    is_first = false;
                }
                Err(failure) => report.fault(failure),
            }
        }
    }
    out.finish()
}
