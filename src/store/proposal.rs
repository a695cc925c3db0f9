//! Which grams of a search the index is asked for: the few rarest, for each more costs the length
//! of its list, and every article is looked into anyway.

use std::ops::Range;

use rusqlite::Connection;

use super::grams;
use crate::text::Needle;

/// Grams that are asked for.
const ASKED: usize = 3;
/// Articles by whose spread the rarity of a gram is judged: the newest that have it.
const SAMPLE: usize = 64;

/// How rare a gram is; the order is from rare to common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rarity {
    /// Fewer articles have it than a sample takes: so many.
    Few(usize),
    /// The sample reaches back to this article: the nearer to the newest, the commoner.
    BackTo(i64),
}

/// The index's query for articles, of these numbers, that may hold all the words; none where it is
/// known already that there are none.
pub fn query(c: &Connection, needles: &[Needle], ids: &Range<i64>) -> rusqlite::Result<Option<String>> {
    let grams: Vec<_> = needles.iter().flat_map(|needle| grams::of_words(needle.as_str())).collect();
    if grams.is_empty() {
        let prefixes = needles.iter().map(|needle| grams::prefix(needle.as_str()));
        return Ok(Some(prefixes.collect::<Vec<_>>().join(" AND ")));
    }
    let mut rarities = Vec::with_capacity(grams.len());
    for gram in grams {
        let rarity = rarity(c, &gram, ids)?;
        if rarity == Rarity::Few(0) {
            return Ok(None);
        }
        rarities.push((rarity, gram));
    }
    rarities.sort();
    let asked = match rarities.first() {
        Some((Rarity::Few(_), _)) => 1,
        _ => ASKED,
    };
    let grams = rarities.into_iter().take(asked).map(|(_, gram)| gram);
    Ok(Some(grams.collect::<Vec<_>>().join(" AND ")))
}

fn rarity(c: &Connection, gram: &str, ids: &Range<i64>) -> rusqlite::Result<Rarity> {
    let sample = "SELECT count(*), min(rowid) FROM (SELECT rowid FROM grams \
        WHERE grams MATCH ?3 AND rowid >= ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?4)";
    let (count, last): (i64, Option<i64>) = c
        .prepare_cached(sample)?
        .query_row((ids.start, ids.end, gram, SAMPLE as i64), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(match (usize::try_from(count), last) {
        (Ok(SAMPLE), Some(last)) => Rarity::BackTo(last),
        (count, _) => Rarity::Few(count.unwrap_or_default()),
    })
}
