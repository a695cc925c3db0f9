//! Pages as they were before the last import changed them, the table `replaced`.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::articles;
use super::attribution::Attribution;
use super::mends;
use super::prepared::{PreparedPage, SourceColumns};
use super::stored::{self, PageHead};
use crate::model::{Imprint, Mend, Page, PageSize};
use crate::store::tables::import_run::ImportRun;

/// zlib's level of compression: a state is kept until the next import.
const LEVEL: u8 = 2;

/// A page as it was.
#[derive(Deserialize, Serialize)]
pub struct FormerPage {
    /// What it was recognised by.
    pub digest: [u8; 32],
    /// The import that brought it.
    pub import: i64,
    page: Page,
    first_line: u32,
    sizes: Vec<PageSize>,
    given: Imprint,
    named: Imprint,
    /// What was put right on it, which is not done in it here.
    #[serde(default)]
    pub mends: Vec<Mend>,
}

/// Keeps a page as it is before an import changes it, or takes it out.
pub fn keep(c: &Connection, run: &mut ImportRun, id: i64, stays: bool) -> rusqlite::Result<()> {
    run.change(c)?;
    let PageHead { page, digest, attribution: Attribution { given, named }, import } = stored::head(c, id)?;
    let articles = articles::of_page(c, id)?;
    let (page, mends) = mends::parsed(c, id, Page { articles, ..page })?;
    let (first_line, sizes) = (page.first_line, page.sizes.clone());
    let former = FormerPage { digest, import, first_line, sizes, page, given, named, mends };
    let json = serde_json::to_vec(&former).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let (text, lines) = stored::source(c, id)?;
    c.prepare_cached("INSERT INTO replaced (page, state, text, lines) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![stays.then_some(id), compress_to_vec_zlib(&json, LEVEL), text, lines])
        .map(drop)
}

impl FormerPage {
    /// It, unpacked; none where it cannot be.
    pub fn unpacked(state: &[u8]) -> Option<Self> {
        serde_json::from_slice(&decompress_to_vec_zlib(state).ok()?).ok()
    }

    /// It, ready to come in again with its text.
    pub fn prepared(self, source: SourceColumns) -> rusqlite::Result<PreparedPage> {
        let Self { digest, page, first_line, sizes, given, named, .. } = self;
        let page = Page { first_line, sizes, ..page };
        Ok(PreparedPage::known_as(digest, page, "")?.with_source(source).attributed(Attribution { given, named }))
    }
}
