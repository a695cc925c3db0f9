//! The pages of a library parsed anew, on all processors.

use super::in_order::in_order;
use crate::model::{PageId, PageSize, RawPage};
use crate::parse;
use crate::store::{Error, Library, PreparedPage};

/// Pages that are brought to the disk together.
const TOGETHER: usize = 64;

/// What became of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reparsed {
    /// All of them.
    pub pages: usize,
    /// Those that have other articles now, or say other things of themselves.
    pub changed: usize,
    /// Those of which an earlier version kept the text alone: they stay as they are.
    pub bare: usize,
}

/// Parses all pages of a library anew; `tell` hears how many are done and how many there are.
///
/// # Errors
/// Those of the library; what is done until then stays.
pub fn reparse(library: &mut Library, tell: impl Fn(usize, usize)) -> Result<Reparsed, Error> {
    let pages = library.pages()?;
    reparse_pages(library, &pages, tell)
}

/// Parses these pages of a library anew, as [`reparse`] does.
///
/// # Errors
/// As [`reparse`].
pub fn reparse_pages(library: &mut Library, pages: &[PageId], tell: impl Fn(usize, usize)) -> Result<Reparsed, Error> {
    let mut reparsed = Reparsed { pages: pages.len(), ..Reparsed::default() };
    for (done, batch) in pages.chunks(TOGETHER).enumerate() {
        let mut raws = Vec::with_capacity(batch.len());
        for page in batch {
            match library.raw_page(*page)? {
                Some((raw, sizes)) => raws.push((*page, raw, sizes)),
                None => reparsed.bare += 1,
            }
        }
        let mut parsed = Vec::with_capacity(raws.len());
        in_order(raws.into_iter(), parsed_anew, |page| {
            parsed.extend(page.transpose()?);
            Ok::<_, Error>(())
        })?;
        reparsed.changed += library.take_anew(&parsed)?;
        tell((done * TOGETHER + batch.len()).min(pages.len()), pages.len());
    }
    Ok(reparsed)
}

fn parsed_anew((id, raw, sizes): (PageId, RawPage, Vec<PageSize>)) -> Result<(PageId, PreparedPage), Error> {
    let page = parse::parse_anew(&raw, &sizes);
    Ok((id, PreparedPage::of_raw(page, &raw)?))
}
