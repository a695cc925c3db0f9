//! Paths to parsed pages, on all processors and in order.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::in_order::in_order;
use super::report::Stop;
use crate::import::{self, Fault, Source};
use crate::model::Page;
use crate::parse;

/// Reads and parses sources, and hands over each page with its text, or what keeps it from being
/// one.
pub fn each(
    sources: &[Result<Source, Fault>],
    take: impl FnMut(Result<(Page, String), Fault>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    in_order(sources, |source| page(source.as_ref().map_err(Clone::clone)?), take)
}

fn page(source: &Source) -> Result<(Page, String), Fault> {
    let fault = |reason: String| Fault { source: source.name(), reason };
    let bytes = import::read(source)?;
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        let raw = import::page(&source.name(), &bytes)?;
        Ok((parse::parse(&raw), raw.text))
    }));
    parsed.unwrap_or_else(|_| Err("the parser broke down over it; please report this".to_owned())).map_err(fault)
}
