//! The last import taken out again, and what it took the place of brought back.

use rusqlite::{Connection, OptionalExtension};

use super::former::FormerPage;
use super::{articles, mends, page, progress};
use crate::model::{Article, LastImport, Mend};
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// The import that [`Library::undo_import`] takes out; none where there is none, or it is undone.
    ///
    /// # Errors
    /// Those of the library.
    pub fn last_import(&self) -> Result<Option<LastImport>, Error> {
        self.sql(last)
    }

    /// Takes the last import out again: its pages go, what it took the place of comes back, and how far
    /// articles were read goes over to those that come back. A page that was taken out since stays out.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn undo_import(&mut self) -> Result<Option<LastImport>, Error> {
        self.change(|c| {
            let Some(undone) = last(c)? else { return Ok(None) };
            let (gone, mends) = take_out(c)?;
            bring_back(c, &gone, mends)?;
            c.execute_batch("DELETE FROM replaced; UPDATE imports SET last = 0 WHERE last")?;
            Ok(Some(undone))
        })
    }
}

fn last(c: &Connection) -> rusqlite::Result<Option<LastImport>> {
    let query = "SELECT i.paths, i.day, (SELECT count(*) FROM pages WHERE import = i.id), \
        (SELECT count(*) FROM pages p JOIN articles a ON a.edition = p.edition AND a.place = p.place WHERE p.import = i.id), \
        (SELECT count(*) FROM replaced) FROM imports i WHERE i.last";
    c.query_row(query, [], |row| {
        Ok(LastImport {
            paths: row.get(0)?,
            day: row.get(1)?,
            pages: row.get(2)?,
            articles: row.get(3)?,
            replaced: row.get(4)?,
        })
    })
    .optional()
}

/// Takes the import's own pages out; their articles, and what was put right on them.
fn take_out(c: &Connection) -> rusqlite::Result<(Vec<Article>, Vec<Mend>)> {
    let query = "SELECT p.id FROM pages p JOIN imports i ON i.id = p.import WHERE i.last";
    let pages: Vec<i64> = c.prepare(query)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let (mut gone, mut mends) = (Vec::new(), Vec::new());
    for id in pages {
        gone.extend(articles::of_page(c, id)?);
        mends.extend(mends::kept(c, id)?.into_iter().flat_map(|kept| kept.mends));
        page::remove(c, id)?;
    }
    Ok((gone, mends))
}

/// Brings back what the import took the place of, the last first; what was put right on the pages that went is put
/// right on those that come.
fn bring_back(c: &Connection, gone: &[Article], mends: Vec<Mend>) -> rusqlite::Result<()> {
    let mut back = Vec::new();
    let mut replaced = c.prepare("SELECT page, state, text, lines FROM replaced ORDER BY id DESC")?;
    let mut rows = replaced.query([])?;
    while let Some(row) = rows.next()? {
        let id: Option<i64> = row.get(0)?;
        let Some(former) = FormerPage::unpacked(row.get_ref(1)?.as_blob()?) else { continue };
        let source = (row.get(2)?, row.get(3)?);
        let (digest, import) = (former.digest, former.import);
        let holder = c
            .prepare_cached("SELECT id FROM pages WHERE digest = ?1")?
            .query_row([digest], |row| row.get::<_, i64>(0))
            .optional()?;
        let is_there = |id: i64| {
            c.prepare_cached("SELECT EXISTS (SELECT 1 FROM pages WHERE id = ?1)")?.query_row([id], |row| row.get(0))
        };
        match id {
            Some(id) if holder.is_none_or(|holder| holder == id) && is_there(id)? => {
                let now = articles::of_page(c, id)?;
                let parsed = former.prepared(source)?;
                page::rewrite(c, id, import, &*mends::applied(c, id, &parsed)?, &now)?;
                mends::keep_parsed(c, id, &parsed.page)?;
            }
            None if holder.is_none() => {
                let own = former.mends.clone();
                let prepared = former.prepared(source)?;
                progress::hand_over(c, gone, &prepared.page.articles)?;
                let row = page::insert_with_articles(c, import, &prepared)?;
                if let Some(mended) = mends::given(c, row.id, own)? {
                    page::store_mended(c, row.id, &mended)?;
                }
                back.push(row.id);
            }
            _ => continue,
        }
        c.prepare_cached("DELETE FROM other_texts WHERE digest = ?1")?.execute([digest])?;
    }
    for (page, mended) in mends::hand_out(c, mends, &back)? {
        page::store_mended(c, page, &mended)?;
    }
    Ok(())
}
