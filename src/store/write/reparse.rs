//! Pages handed out as their importer knew them, and taken back parsed anew.

use super::page;
use super::prepared::PreparedPage;
use super::stored::{self, PageHead};
use crate::model::{PageId, PageSize, RawPage};
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::tables::{body, raw};

/// Endings of the names of files that hold more than text.
const MARKED: [&str; 7] = [".html", ".htm", ".xhtml", ".shtml", ".xml", ".hocr", ".pdf"];

impl Library {
    /// All its pages, in the order in which they came.
    ///
    /// # Errors
    /// Those of the library.
    pub fn pages(&self) -> Result<Vec<PageId>, Error> {
        self.sql(|c| {
            c.prepare("SELECT id FROM pages ORDER BY id")?.query_map([], |row| row.get(0).map(PageId))?.collect()
        })
    }

    /// A page as its importer knew it, and how large the pages of its file are; none where an earlier version did
    /// not keep what it knew beside the text.
    ///
    /// # Errors
    /// Those of the library.
    pub fn raw_page(&self, PageId(id): PageId) -> Result<Option<(RawPage, Vec<PageSize>)>, Error> {
        self.sql(|c| {
            let PageHead { page, .. } = stored::head(c, id)?;
            let (text, lines) = stored::source(c, id)?;
            let name = page.source.to_lowercase();
            if lines.is_none() && (!page.sizes.is_empty() || MARKED.iter().any(|ending| name.ends_with(ending))) {
                return Ok(None);
            }
            let bare = RawPage::of_file(page.source, page.source_page, page.first_line, body::unpack_text(&text)?);
            Ok(Some((raw::unpack(&lines.unwrap_or_default(), bare)?, page.sizes)))
        })
    }

    /// Puts pages parsed anew in the place of what it has of them, in one transaction; how far articles were read
    /// goes over. How many have other articles now.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn take_anew(&mut self, pages: &[(PageId, PreparedPage)]) -> Result<usize, Error> {
        self.change(|c| {
            let mut changed = 0;
            for (PageId(id), prepared) in pages {
                changed += usize::from(page::parsed_anew(c, *id, prepared)?);
            }
            Ok(changed)
        })
    }
}
