//! Which grams of a search the index is asked for. Each one costs the length of its list, each
//! article that is proposed in vain costs a look into it: the rarest are asked for, and so many as
//! save more looks than they cost.

use std::ops::Range;

use rusqlite::Connection;

use super::grams::{self, Forms};
use crate::text::Needle;

/// The newest articles with a gram, by whose spread its share of all articles is judged.
const SAMPLE: i64 = 64;
/// How many steps along a list of the index take the time of a look into an article.
const LOOK: f64 = 500.0;

/// A gram, and the share of the articles that have it, as far as the sample tells.
#[derive(Clone, Debug, PartialEq)]
struct Share {
    gram: String,
    /// From 0 to 1.
    share: f64,
    /// Whether the sample holds every article that has it.
    is_all: bool,
}

/// The index's query for articles, of these numbers, that may hold all the words; none where it is
/// known already that there are none.
pub fn query(c: &Connection, needles: &[Needle], forms: Forms, ids: &Range<i64>) -> rusqlite::Result<Option<String>> {
    let grams: Vec<_> = needles.iter().flat_map(|needle| grams::of_words(needle.as_str(), forms)).collect();
    if grams.is_empty() {
        let prefixes = needles.iter().map(|needle| grams::prefix(needle.as_str(), forms));
        return Ok(Some(prefixes.collect::<Vec<_>>().join(" AND ")));
    }
    let Some(all) =
        reach(c, "SELECT id FROM articles WHERE id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3", ids, None)?
    else {
        return Ok(None);
    };
    let mut shares = Vec::with_capacity(grams.len());
    for gram in grams {
        let newest = "SELECT rowid FROM grams WHERE rowid >= ?1 AND rowid < ?2 AND grams MATCH ?4 \
            ORDER BY rowid DESC LIMIT ?3";
        let Some(reach) = reach(c, newest, ids, Some(&gram))? else { return Ok(None) };
        shares.push(Share { gram, share: reach.share_of(&all), is_all: reach.count < SAMPLE });
    }
    Ok(Some(asked(shares).join(" AND ")))
}

/// The grams to ask for.
fn asked(mut shares: Vec<Share>) -> Vec<String> {
    shares.sort_by(|a, b| b.is_all.cmp(&a.is_all).then(a.share.total_cmp(&b.share)));
    let mut proposed = 1.0;
    let mut asked = Vec::new();
    for Share { gram, share, is_all } in shares {
        let saved = proposed * (1.0 - share) * LOOK;
        if !asked.is_empty() && saved < share {
            break;
        }
        proposed *= share;
        asked.push(gram);
        if is_all {
            break;
        }
    }
    asked
}

/// How far back the newest articles with something go.
struct Reach {
    count: i64,
    newest: i64,
    oldest: i64,
}

impl Reach {
    /// The share of those with a gram, if these are they, among all.
    fn share_of(&self, all: &Self) -> f64 {
        let per_number = |reach: &Self| reach.count as f64 / (all.newest - reach.oldest + 1).max(1) as f64;
        (per_number(self) / per_number(all)).min(1.0)
    }
}

fn reach(c: &Connection, newest: &str, ids: &Range<i64>, gram: Option<&str>) -> rusqlite::Result<Option<Reach>> {
    let mut statement = c.prepare_cached(newest)?;
    let numbers = match gram {
        Some(gram) => statement.query((ids.start, ids.end, SAMPLE, gram))?,
        None => statement.query((ids.start, ids.end, SAMPLE))?,
    };
    let numbers: Vec<i64> = numbers.mapped(|row| row.get(0)).collect::<Result<_, _>>()?;
    Ok(numbers.first().zip(numbers.last()).map(|(&newest, &oldest)| Reach {
        count: numbers.len() as i64,
        newest,
        oldest,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn of(shares: &[(&str, f64, bool)], expected: &[&str]) {
        let share =
            |(gram, share, is_all): &(&str, f64, bool)| Share { gram: (*gram).into(), share: *share, is_all: *is_all };
        assert_eq!(asked(shares.iter().map(share).collect()), expected);
    }

    #[test]
    fn one_gram_that_is_known_to_its_end_is_enough() {
        of(&[("的一", 0.3, false), ("罕见", 0.2, true)], &["罕见"]);
    }

    #[test]
    fn rare_grams_need_no_common_ones() {
        of(&[("的一", 0.5, false), ("渡口", 0.001, false), ("口岸", 0.002, false)], &["渡口", "口岸"]);
    }

    #[test]
    fn common_grams_need_each_other() {
        of(&[("的一", 0.5, false), ("一个", 0.4, false), ("个人", 0.3, false)], &["个人", "一个", "的一"]);
    }
}
