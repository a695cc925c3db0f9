//! Shingles: three words of an article one behind another, by whose hashes a page is recognised although
//! it came through another extractor or was corrected. A Chinese character or kana is a word.
//!
//! The table `sketches` holds the smallest of each page's hashes: two pages that share most of their
//! shingles share most of these. It only names candidates; what they have in common is counted over all
//! shingles.

use std::cmp::Ordering;

use rusqlite::{Connection, params};

use super::body;
use crate::model::Article;
use crate::text::chars::is_cjk;

/// How many words make a shingle.
const WORDS: usize = 3;
/// How many hashes are kept of a page.
const KEPT: usize = 12;
/// Of a long text, such as an issue stored as one page, a hash is kept for about so many shingles.
const SPARSE: u64 = 1000;
/// The fewest shingles by which a page is recognised.
pub const LEAST: usize = 40;

/// The hashes of all shingles of some articles, each once, the smallest first.
pub type Shingles = Vec<u64>;

/// The shingles of articles.
pub fn of_articles<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Shingles {
    let (mut shingles, mut words) = (Shingles::new(), Vec::new());
    for article in articles {
        words.clear();
        article.parts().for_each(|(_, text)| add_words(text, &mut words));
        shingles.extend(words.windows(WORDS).map(|three| three.iter().fold(0, |hash, word| mixed(hash ^ word))));
    }
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// The hashes of a text's words, behind those of others; marks and white space are none.
fn add_words(text: &str, words: &mut Vec<u64>) {
    let mut open = None;
    for c in text.chars() {
        if matches!(c, '\u{4E00}'..='\u{9FFF}') {
            words.extend(open.take());
            words.push(mixed(u64::from(c)));
            continue;
        }
        let c = half_width(c);
        let is_word = c.is_alphanumeric();
        if is_word && !is_cjk(c) {
            let lower = c.to_lowercase().next().unwrap_or(c);
            open = Some(mixed(open.unwrap_or_default() ^ u64::from(lower)));
            continue;
        }
        words.extend(open.take());
        words.extend(is_word.then(|| mixed(u64::from(c))));
    }
    words.extend(open);
}

/// A full-width letter or digit as the half-width one.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// A hash (the finalizer of MurmurHash 3).
fn mixed(bits: u64) -> u64 {
    let bits = (bits.wrapping_add(0x9E37_79B9_7F4A_7C15) ^ (bits >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    let bits = (bits ^ (bits >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    bits ^ (bits >> 33)
}

/// How many shingles two pages have in common.
pub fn common(a: &Shingles, b: &Shingles) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut common = 0;
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        match one.cmp(other) {
            Ordering::Less => drop(a.next()),
            Ordering::Greater => drop(b.next()),
            Ordering::Equal => {
                common += 1;
                a.next();
                b.next();
            }
        }
    }
    common
}

/// The hashes that are kept of a page.
fn sketch(shingles: &Shingles) -> Vec<i64> {
    if shingles.len() < LEAST {
        return Vec::new();
    }
    let sparse = shingles.partition_point(|hash| *hash < u64::MAX / SPARSE);
    // As SQLite has it: signed.
    shingles.iter().take(sparse.max(KEPT)).copied().map(u64::cast_signed).collect()
}

/// Keeps the sketch of a page.
pub fn keep(c: &Connection, page: i64, shingles: &Shingles) -> rusqlite::Result<()> {
    let mut insert = c.prepare_cached("INSERT OR IGNORE INTO sketches (hash, page) VALUES (?1, ?2)")?;
    sketch(shingles).into_iter().try_for_each(|hash| insert.execute([hash, page]).map(drop))
}

/// Forgets the sketch of a page.
pub fn forget(c: &Connection, page: i64, shingles: &Shingles) -> rusqlite::Result<()> {
    let mut delete = c.prepare_cached("DELETE FROM sketches WHERE hash = ?1 AND page = ?2")?;
    sketch(shingles).into_iter().try_for_each(|hash| delete.execute([hash, page]).map(drop))
}

/// The pages whose sketches have most in common with these shingles, so many at most.
pub fn candidates(c: &Connection, shingles: &Shingles, most: usize) -> rusqlite::Result<Vec<i64>> {
    const SHARED: usize = 3;
    const COMMON_EVERYWHERE: usize = 5_000;
    let mut pages: std::collections::HashMap<i64, usize> = std::collections::HashMap::new();
    let mut having = c.prepare_cached("SELECT page FROM sketches WHERE hash = ?1 LIMIT ?2")?;
    for hash in sketch(shingles) {
        for page in having.query_map(params![hash, COMMON_EVERYWHERE as i64], |row| row.get(0))? {
            *pages.entry(page?).or_default() += 1;
        }
    }
    let mut pages: Vec<_> = pages.into_iter().filter(|(_, shared)| *shared >= SHARED).collect();
    pages.sort_unstable_by_key(|(page, shared)| (std::cmp::Reverse(*shared), *page));
    Ok(pages.into_iter().take(most).map(|(page, _)| page).collect())
}

/// Fills the empty table from the articles; a page with one that is damaged stays out of it.
pub fn fill(c: &Connection) -> rusqlite::Result<()> {
    let mut pages = c.prepare("SELECT id, edition, place FROM pages")?;
    let mut articles = c.prepare(
        "SELECT a.name, b.json FROM articles a JOIN bodies b ON b.article = a.id WHERE a.edition = ?1 AND a.place = ?2",
    )?;
    let mut rows = pages.query([])?;
    while let Some(row) = rows.next()? {
        let place: [i64; 2] = [row.get(1)?, row.get(2)?];
        let articles: rusqlite::Result<Vec<Article>> = articles.query_map(place, body::of_row)?.collect();
        if let Ok(articles) = articles {
            keep(c, row.get(0)?, &of_articles(&articles))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shingles(text: &str) -> Shingles {
        let article = Article { lead: Some(text.to_owned()), ..Article::default() };
        of_articles([&article])
    }

    #[test]
    fn a_word_is_a_character_or_letters_in_a_row() {
        assert_eq!(shingles("渡口今天").len(), 2);
        assert_eq!(shingles("the new ferry sails").len(), 2);
        assert_eq!(shingles("渡口ABC"), shingles("渡 口，ａｂｃ。"));
        assert_ne!(shingles("渡口改"), shingles("口渡改"));
    }

    #[test]
    fn little_is_kept_and_it_is_the_same_of_the_same() {
        let long: String = ('\u{4E00}'..'\u{9E00}').collect();
        assert!((12..40).contains(&sketch(&shingles(&long)).len()), "{}", sketch(&shingles(&long)).len());
        let page: String = long.chars().take(600).collect();
        assert_eq!(sketch(&shingles(&page)).len(), KEPT);
        assert_eq!(sketch(&shingles(&page)), sketch(&shingles(&page.replace('乾', "乾 "))));
        assert!(sketch(&shingles("渡口今天开工")).is_empty());
    }
}
