//! What `list`, `search` and `export` have in common: terms and limits.

use clap::{Args, ValueEnum};

use super::report::{Report, Stop};
use super::user_library::load_bookmarks;
use crate::model::{Date, Filter, HitOrder, Reading, Search};
use crate::phrase::Sentence;
use crate::store::Dirs;

/// Which articles are looked at.
#[derive(Args, Debug)]
pub struct Among {
    /// Only newspapers with this in their name.
    #[arg(long, value_name = "NAME")]
    publication: Option<String>,
    /// Only pages of this name, such as 要闻.
    #[arg(long, value_name = "NAME")]
    page_name: Option<String>,
    /// Only editions of this day (2018-11-29) or later.
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Only editions of this day or earlier.
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Only articles with this in one of the names of their byline.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Only articles read so far.
    #[arg(long, value_enum)]
    reading: Option<HowFar>,
    /// Only articles with a bookmark.
    #[arg(long)]
    bookmarked: bool,
}

/// How far an article has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum HowFar {
    /// Not opened yet.
    Unread,
    /// Opened, not to its end.
    Started,
    /// Seen to its end.
    Read,
}

impl From<HowFar> for Reading {
    fn from(how_far: HowFar) -> Self {
        match how_far {
            HowFar::Unread => Self::Unread,
            HowFar::Started => Self::Started,
            HowFar::Read => Self::Read,
        }
    }
}

impl Among {
    /// As a filter.
    ///
    /// # Errors
    /// Those of the file of bookmarks, where it is asked.
    pub fn filter(&self, dirs: &Dirs, report: &Report) -> Result<Filter, Stop> {
        let articles = match self.bookmarked {
            true => Some(load_bookmarks(dirs, report)?.iter().map(|bookmark| bookmark.place.article).collect()),
            false => None,
        };
        Ok(Filter {
            newspaper: self.publication.clone(),
            page_name: self.page_name.clone(),
            since: self.since,
            until: self.until,
            byline: self.by.clone(),
            reading: self.reading.map(Reading::from),
            articles,
            ..Filter::default()
        })
    }
}

/// What is looked for, and how much of it.
#[derive(Args, Debug)]
pub struct Limits {
    /// The most articles; 0: all.
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// Which come first.
    #[arg(long, value_enum, default_value_t)]
    order: SearchOrder,
    /// Let traditional and simplified characters find each other.
    #[arg(long)]
    any_script: bool,
    /// Let full and half width, upper and lower case find each other.
    #[arg(long, overrides_with = "exact")]
    fold: bool,
    /// Find the words as they are written; the default.
    #[arg(long, overrides_with = "fold")]
    exact: bool,
    /// Look in kicker, headline and deck only.
    #[arg(long)]
    headlines: bool,
    #[command(flatten)]
    among: Among,
}

/// Which hits come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum SearchOrder {
    /// The newest.
    #[default]
    Newest,
    /// Those with the terms in their headlines, then those with more of them for their length; of a
    /// common word, the best of the newest 5000 or, if more are wanted, of as many.
    Best,
}

impl Limits {
    /// The search for these words: one more than is wanted, to know whether there are more.
    ///
    /// # Errors
    /// Those of the file of bookmarks, where it is asked.
    pub fn search(&self, query: &str, dirs: &Dirs, report: &Report) -> Result<Search, Stop> {
        let limit = self.most().map(|limit| limit.saturating_add(1));
        Ok(Search {
            order: match self.order {
                SearchOrder::Newest => HitOrder::Newest,
                SearchOrder::Best => HitOrder::Best,
            },
            any_script: self.any_script,
            any_width: self.fold && !self.exact,
            headlines_only: self.headlines,
            filter: self.among.filter(dirs, report)?,
            ..Search::parse(query, limit)
        })
    }

    /// The most articles wanted; none: all.
    pub fn most(&self) -> Option<usize> {
        (self.limit > 0).then_some(self.limit)
    }
}

/// Words that say something.
pub fn some_terms(search: &Search) -> Result<(), Stop> {
    if search.terms.is_empty() {
        return Err(Stop::usage(Sentence::NoWordsInQuery));
    }
    Ok(())
}
