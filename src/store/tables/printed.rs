//! Where articles are printed: the column `pages.sizes`, the boxes in the articles' bodies, and the maps of
//! newspaper pages, which came with saved HTML (`sources.lines`).

use rusqlite::{Connection, OptionalExtension, params};

use super::body;
use super::keys::Day;
use super::raw;
use crate::model::{
    Article, ArticleId, Bounds, MappedArticle, Page, PageBox, PageMap, PageSize, PrintedArticle, PrintedPage, RawPage,
    RowKey,
};

/// A page as it is stored.
struct StoredSheet {
    id: i64,
    place: i64,
    source: String,
    sizes: Vec<PageSize>,
}

/// The page that an article stands on, the one that came last where there are several.
pub fn page_of(c: &Connection, id: ArticleId) -> rusqlite::Result<Option<PrintedPage>> {
    let query = "SELECT edition, place, turn FROM articles WHERE name = ?1 ORDER BY id DESC LIMIT 1";
    let key = c
        .prepare_cached(query)?
        .query_row([id.bytes()], |row| Ok(RowKey { edition: row.get(0)?, page: row.get(1)?, article: row.get(2)? }));
    key.optional()?.map_or(Ok(None), |key| page_at(c, key))
}

/// The page that a row of the list stands on; with all that is stored of that newspaper page, where there is a map
/// of it.
pub fn page_at(c: &Connection, key: RowKey) -> rusqlite::Result<Option<PrintedPage>> {
    let query = "SELECT p.id, p.place, p.source, p.sizes FROM articles a JOIN pages p ON p.id = a.page \
        WHERE a.edition = ?1 AND a.place = ?2 LIMIT 1";
    let own = c.prepare_cached(query)?.query_row([key.edition, key.page], stored_sheet).optional()?;
    let Some(own) = own else { return Ok(None) };
    let mut sheets = same_page(c, own.id)?;
    let maps = maps(c, &sheets)?;
    if maps.is_empty() {
        sheets = vec![own];
    }
    let printed = sheets.iter().find(|sheet| !sheet.sizes.is_empty()).unwrap_or(&sheets[0]);
    let mapped = maps.first().map(|map| PageSize { page: 1, width: map.size[0], height: map.size[1] });
    let sizes = if printed.sizes.is_empty() { mapped.into_iter().collect() } else { printed.sizes.clone() };
    let mapped = maps.iter().flat_map(|map| sizes.first().map(|size| all_of(map, size)));
    let extent = mapped.flatten().reduce(|a, b| PageBox { bounds: a.bounds.around(b.bounds), ..a });
    let mut articles = Vec::new();
    for sheet in &sheets {
        let file = sheet.source.rsplit(['/', '\\']).next().unwrap_or_default();
        for mut article in articles_of(c, key.edition, sheet.place)? {
            let on_map = maps.iter().find_map(|map| Some(scaled(map, map.find(file, &article)?, sizes.first()?)));
            if let Some(boxes) = on_map {
                article.boxes = boxes;
            } else if sheet.id != printed.id {
                article.boxes.clear();
            }
            let title = article.title().to_owned();
            articles.push(PrintedArticle { id: article.id, kind: article.kind, title, boxes: article.boxes });
        }
    }
    let places = sheets.iter().map(|sheet| sheet.place).collect();
    Ok(Some(PrintedPage { source: printed.source.clone(), sizes, extent, places, articles }))
}

fn stored_sheet(row: &rusqlite::Row<'_>) -> rusqlite::Result<StoredSheet> {
    Ok(StoredSheet { id: row.get(0)?, place: row.get(1)?, source: row.get(2)?, sizes: sizes(row.get(3)?) })
}

/// All that is stored of the newspaper page that a page is, or is a part of.
fn same_page(c: &Connection, page: i64) -> rusqlite::Result<Vec<StoredSheet>> {
    let query = "SELECT p.id, p.place, p.source, p.sizes FROM pages own JOIN pages p ON p.edition = own.edition \
        JOIN editions e ON e.key = p.edition WHERE own.id = ?1 AND (p.id = own.id OR e.date IS NOT NULL \
        AND p.number = own.number AND coalesce(p.label, own.label) IS coalesce(own.label, p.label)) ORDER BY p.place";
    c.prepare_cached(query)?.query_map([page], stored_sheet)?.collect()
}

/// The maps that came with pages. What is printed itself has none.
fn maps(c: &Connection, sheets: &[StoredSheet]) -> rusqlite::Result<Vec<PageMap>> {
    let mut maps = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.sizes.is_empty()) {
        let query = "SELECT lines FROM sources WHERE page = ?1 AND length(lines) > 0";
        let lines: Option<Vec<u8>> = c.prepare_cached(query)?.query_row([sheet.id], |row| row.get(0)).optional()?;
        let page = lines.map(|lines| raw::unpack(&lines, RawPage::from_text("", ""))).transpose()?;
        maps.extend(page.and_then(|page| page.map).map(|map| *map));
    }
    maps.retain(|map| map.size.iter().all(|side| *side > 0.0 && side.is_finite()));
    Ok(maps)
}

/// Where an article of a map stands on a page of a size.
fn scaled(map: &PageMap, article: &MappedArticle, on: &PageSize) -> Vec<PageBox> {
    let (across, down) = (on.width / map.size[0], on.height / map.size[1]);
    let bounds = |of: &Bounds| Bounds {
        left: of.left * across,
        top: of.top * down,
        right: of.right * across,
        bottom: of.bottom * down,
    };
    article.boxes.iter().map(|of| PageBox { page: on.page, bounds: bounds(of) }).collect()
}

/// The boxes of all articles of a map on a page of a size.
fn all_of(map: &PageMap, on: &PageSize) -> Vec<PageBox> {
    map.articles.iter().flat_map(|article| scaled(map, article, on)).collect()
}

fn articles_of(c: &Connection, edition: i64, place: i64) -> rusqlite::Result<Vec<Article>> {
    let query = "SELECT a.name, b.json FROM articles a JOIN bodies b ON b.article = a.id \
        WHERE a.edition = ?1 AND a.place = ?2 ORDER BY a.turn";
    c.prepare_cached(query)?.query_map([edition, place], body::of_row)?.collect()
}

/// Whether there are articles of the newspaper page that a page is.
pub fn has_articles(c: &Connection, page: &Page) -> rusqlite::Result<bool> {
    let Some(date) = page.date else { return Ok(false) };
    let publication = "SELECT coalesce(max(id), 0) FROM publications WHERE name = ?1";
    let publication: i64 = c.prepare_cached(publication)?.query_row([&page.publication], |row| row.get(0))?;
    let query = "SELECT EXISTS (SELECT 1 FROM pages p JOIN articles a USING (edition, place) \
        WHERE p.edition = ?1 \
        AND p.number = ?2 AND coalesce(p.label, ?3) IS coalesce(?3, p.label))";
    let edition = Day::of(date).edition(publication);
    c.prepare_cached(query)?.query_row(params![edition, page.page_number, page.page_label], |row| row.get(0))
}

/// The sizes of pages as the column `pages.sizes` holds them.
pub fn sizes(column: Option<String>) -> Vec<PageSize> {
    column.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}
