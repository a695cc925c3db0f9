//! Which grams of a search the index is asked for. Each costs the length of its posting lists, and each
//! candidate that is no hit costs a look into its text: so the rarest grams are asked for, and as many
//! of them as save more looks than they cost.

use std::ops::Range;

use rusqlite::Connection;

use crate::store::tables::grams::{self, Forms};
use crate::text::Needle;

/// How many of the newest articles with a gram are sampled: how far back they reach tells the gram's
/// share of all articles.
const SAMPLE: i64 = 64;
/// How many of the newest articles are counted, to estimate from their numbers how many articles there
/// are as far back as a sample reaches.
const DEEP: i64 = 4096;
/// How many steps along a posting list take the time of a look into an article.
const LOOK: f64 = 200.0;

/// A gram, and the share of the articles that have it, as far as the sample tells.
#[derive(Clone, Debug, PartialEq)]
struct Share {
    gram: String,
    /// From 0 to 1.
    share: f64,
    /// Whether the sample holds every article that has it.
    is_all: bool,
}

/// What the index is asked for the articles of these numbers that may hold all the words; none where it
/// is known already that there are none.
pub fn query(
    c: &Connection,
    needles: &[Needle],
    forms: Forms<'_>,
    numbers: &Range<i64>,
) -> rusqlite::Result<Option<String>> {
    let grams: Vec<_> = needles.iter().flat_map(|needle| grams::of_words(needle.as_str(), forms)).collect();
    if grams.is_empty() {
        let prefixes = needles.iter().map(|needle| grams::prefix(needle.as_str(), forms));
        return Ok(Some(prefixes.collect::<Vec<_>>().join(" AND ")));
    }
    if let [only] = &grams[..] {
        return Ok(Some(only.clone()));
    }
    let Some(depths) = Depths::of(c, numbers)? else { return Ok(None) };
    let mut shares = Vec::with_capacity(grams.len());
    for gram in grams {
        let (count, oldest) = newest(c, numbers, &gram)?;
        let Some(oldest) = oldest else { return Ok(None) };
        let share = (count as f64 / depths.at(oldest)).min(1.0);
        shares.push(Share { gram, share, is_all: count < SAMPLE });
    }
    Ok(Some(asked(shares).join(" AND ")))
}

/// The grams to ask for. Grams of the same words come together more often than by chance, so that each
/// further gram excludes fewer articles than its share promises: the second is counted with the square
/// root of its share, the third with the fourth root, and so on.
fn asked(mut shares: Vec<Share>) -> Vec<String> {
    shares.sort_by(|a, b| b.is_all.cmp(&a.is_all).then(a.share.total_cmp(&b.share)));
    // The share of the articles that are candidates so far, and the power to which the next share is raised.
    let (mut candidates, mut power) = (1.0, 1.0);
    let mut asked = Vec::new();
    for Share { gram, share, is_all } in shares {
        let left = share.powf(power);
        let saved = candidates * (1.0 - left) * LOOK;
        if !asked.is_empty() && saved < share * grams::posting_lists(&gram) as f64 {
            continue;
        }
        candidates *= left;
        power /= 2.0;
        asked.push(gram);
        if is_all {
            break;
        }
    }
    asked
}

/// An estimate of how many articles there are from the newest down to a number, from two that were
/// counted. It cannot be told from the numbers alone: those of a day's articles are side by side, those
/// of different days far apart.
struct Depths {
    newest: i64,
    near: Depth,
    far: Depth,
}

/// A number, and how many articles are as new as it or newer.
struct Depth {
    number: i64,
    articles: i64,
}

impl Depths {
    fn of(c: &Connection, numbers: &Range<i64>) -> rusqlite::Result<Option<Self>> {
        let query = "SELECT min(id), max(id), count(*) FROM \
            (SELECT id FROM articles WHERE id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3)";
        let mut statement = c.prepare_cached(query)?;
        let mut depth = |articles: i64| {
            statement.query_row((numbers.start, numbers.end, articles), |row| {
                let (oldest, newest): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
                let articles = row.get(2)?;
                Ok(oldest.zip(newest).map(|(number, newest)| (newest, Depth { number, articles })))
            })
        };
        let depths = depth(SAMPLE)?.zip(depth(DEEP)?);
        Ok(depths.map(|((newest, near), (_, far))| Self { newest, near, far }))
    }

    /// How many articles are as new as this number or newer.
    fn at(&self, number: i64) -> f64 {
        let known = if number >= self.near.number { &self.near } else { &self.far };
        let span = |number: i64| (self.newest - number + 1) as f64;
        known.articles as f64 * span(number) / span(known.number)
    }
}

/// The sample of a gram: how many articles it has, [`SAMPLE`] at most, and the number of the oldest.
fn newest(c: &Connection, numbers: &Range<i64>, gram: &str) -> rusqlite::Result<(i64, Option<i64>)> {
    let query =
        "SELECT rowid FROM grams WHERE rowid >= ?1 AND rowid < ?2 AND grams MATCH ?3 ORDER BY rowid DESC LIMIT ?4";
    let mut statement = c.prepare_cached(query)?;
    let newest = statement.query_map((numbers.start, numbers.end, gram, SAMPLE), |row| row.get(0))?;
    newest.into_iter().try_fold((0, None), |(count, _), number| Ok((count + 1, Some(number?))))
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

    #[test]
    fn a_gram_of_many_posting_lists_is_asked_for_where_it_pays() {
        let wide = ["渡"; 17].join(" OR ");
        of(&[("罕见", 0.001, false), (&wide, 0.5, false)], &["罕见"]);
        of(&[("的一", 0.5, false), (&wide, 0.5, false)], &["的一", &wide]);
    }

    #[test]
    fn the_share_of_a_gram_does_not_depend_on_how_far_apart_days_are() {
        // A hundred days of sixty-four articles each.
        let c = crate::store::disk::schema::in_memory().unwrap();
        for (day, turn) in (0..100).flat_map(|day| (0..64).map(move |turn| (day, turn))) {
            let columns = (day << 16 | turn, day, turn);
            c.execute("INSERT INTO articles VALUES (?1, x'00', ?2, 0, ?3, 0, 'story', '', 5)", columns).unwrap();
        }
        let depths = Depths::of(&c, &(0..i64::MAX)).unwrap().unwrap();
        for (number, articles) in [(99 << 16 | 63, 1.0), (99 << 16, 64.0), (50 << 16, 3200.0), (10 << 16, 5760.0)] {
            let found = depths.at(number);
            assert!((found / articles - 1.0).abs() < 0.05, "{number}: {found}, not {articles}");
        }
        assert!(Depths::of(&c, &(0..0)).unwrap().is_none());
    }
}
