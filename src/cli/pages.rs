//! Paths to parsed pages, on all processors and in order.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::in_order::in_order;
use super::report::Stop;
use crate::import::{self, Fault, Source};
use crate::model::Page;
use crate::parse;

/// Reads and parses sources, does `work` to each page and its text while still on its own thread,
/// and hands over what came of it, or what keeps the source from being a page.
pub fn each<R: Send>(
    sources: &[Result<Source, Fault>],
    work: impl Fn(Page, String) -> R + Sync,
    take: impl FnMut(Result<R, Fault>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let page = |source: &Result<Source, Fault>| page(source.as_ref().map_err(Clone::clone)?);
    in_order(sources, |source| page(source).map(|(page, text)| work(page, text)), take)
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
