//! `list`: the library's articles, one a line.

use std::collections::{HashMap, HashSet};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::query::Among;
use super::report::{Output, Report, Stop};
use super::row_format::RowFormat;
use super::user_library::{SHORT, open, short, user_dirs};
use crate::export::table::{self, TableColumn};
use crate::export::{PageOrigin, json};
use crate::model::{ArticleId, Date, Direction, Kind, Listed, Listing, Order, Reading, Row, RowKey, Seat, Stretch};
use crate::store::{Dirs, Library, bookmarks};

/// Rows that are asked for together.
const WINDOW: usize = 1000;

/// The arguments of `list`.
#[derive(Args, Debug)]
pub struct ListArgs {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: RowFormat,
    /// What comes first.
    #[arg(long, value_enum, default_value_t)]
    order: ListOrder,
    /// List the files that the pages came from instead.
    #[arg(long)]
    sources: bool,
    #[command(flatten)]
    among: Among,
}

/// What can come first in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ListOrder {
    /// The newest edition.
    #[default]
    Newest,
    /// The oldest edition.
    Oldest,
    /// The longest article.
    Longest,
    /// What is unread, then what was begun, then what was read.
    Unread,
}

impl From<ListOrder> for Order {
    fn from(first: ListOrder) -> Self {
        match first {
            ListOrder::Newest => Self::Newest,
            ListOrder::Oldest => Self::Oldest,
            ListOrder::Longest => Self::Longest,
            ListOrder::Unread => Self::Unread,
        }
    }
}

#[derive(Serialize)]
struct ListItem<'a> {
    id: ArticleId,
    kind: Kind,
    headline: &'a str,
    publication: Option<&'a str>,
    date: Option<Date>,
    page_number: Option<u32>,
    page_name: Option<&'a str>,
    characters: u64,
    read: Reading,
    bookmarks: usize,
}

/// Prints the list.
pub fn run(arguments: &ListArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let library = open(&dirs, report)?;
    if arguments.sources {
        return sources(&library, arguments.format);
    }
    let marks = marks(&dirs, report);
    let filter = arguments.among.filter(&dirs, report)?;
    let listing = Listing { filter, order: arguments.order.into(), ..Listing::default() };
    let mut out = Output::new();
    let mut damaged = 0;
    let rows = Rows::new(&library, &listing, &mut damaged);
    match arguments.format {
        RowFormat::Table => {
            for row in rows {
                let row = row?;
                out.line(&line(&row, marks.get(&row.id).copied().unwrap_or_default()))?;
            }
        }
        RowFormat::Json => out.array(rows.map(|row| item(&row?, &marks)))?,
    }
    report.damaged(&library, damaged);
    out.finish()
}

/// Prints the files that the pages came from.
fn sources(library: &Library, format: RowFormat) -> Result<(), Stop> {
    let files = library.source_files()?;
    let mut out = Output::new();
    match format {
        RowFormat::Json => out.array(files.iter().map(|file| Ok(json::line(file)?)))?,
        RowFormat::Table => {
            let columns = [
                TableColumn::Cells(10),
                TableColumn::Right(6),
                TableColumn::Right(6),
                TableColumn::Cells(28),
                TableColumn::Rest,
            ];
            for file in &files {
                let origin = [file.publication.as_deref(), file.date.as_deref()];
                let origin = origin.into_iter().flatten().collect::<Vec<_>>().join(" ");
                let (pages, articles) = (file.pages.to_string(), file.articles.to_string());
                let imported = file.imported.as_deref().unwrap_or_default();
                out.line(&table::row(columns, [imported, &pages, &articles, &origin, &file.source]))?;
            }
        }
    }
    out.finish()
}

/// How many bookmarks an article has. Without them the list is still worth having.
fn marks(dirs: &Dirs, report: &mut Report) -> HashMap<ArticleId, usize> {
    let mut marks = HashMap::new();
    match bookmarks::load(dirs) {
        Ok((bookmarks, notice)) => {
            notice.into_iter().for_each(|notice| report.note(notice));
            bookmarks.iter().for_each(|bookmark| *marks.entry(bookmark.place.article).or_default() += 1);
        }
        Err(error) => report.fault(error),
    }
    marks
}

fn line(row: &Row, marks: usize) -> String {
    let columns = [
        TableColumn::Cells(SHORT),
        TableColumn::Cells(28),
        TableColumn::Cells(2),
        TableColumn::Right(6),
        TableColumn::Rest,
    ];
    let sign = match row.reading {
        Reading::Unread => "●",
        Reading::Started => "◐",
        Reading::Read => " ",
    };
    let signs = format!("{sign}{}", if marks > 0 { "★" } else { "" });
    let words = PageOrigin::from(row).words();
    table::row(columns, [&short(row.id), &words, &signs, &row.characters.to_string(), &row.headline])
}

fn item(row: &Row, marks: &HashMap<ArticleId, usize>) -> Result<String, Stop> {
    Ok(json::line(&ListItem {
        id: row.id,
        kind: row.kind,
        headline: &row.headline,
        publication: row.publication.as_deref(),
        date: row.date,
        page_number: row.page_number,
        page_name: row.page_name.as_deref(),
        characters: row.characters,
        read: row.reading,
        bookmarks: marks.get(&row.id).copied().unwrap_or_default(),
    })?)
}

/// All rows, a window at a time. Where a window cannot be had because the library is damaged, the rest is
/// whatever can be read, the newest first.
struct Rows<'a> {
    library: &'a Library,
    listing: &'a Listing,
    window: std::vec::IntoIter<Listed>,
    last: Option<Seat>,
    /// The articles that were handed over.
    given: HashSet<RowKey>,
    /// What could be read, once damage was met.
    sound: Option<std::vec::IntoIter<Row>>,
    /// How many articles could not be.
    damaged: &'a mut usize,
}

impl<'a> Rows<'a> {
    fn new(library: &'a Library, listing: &'a Listing, damaged: &'a mut usize) -> Self {
        let window = Vec::new().into_iter();
        Self { library, listing, window, last: None, given: HashSet::new(), sound: None, damaged }
    }

    fn first_sound(&mut self) -> Option<Result<Row, Stop>> {
        match self.library.sound_rows(&self.listing.filter) {
            Ok((rows, damaged)) => {
                *self.damaged = damaged;
                self.sound = Some(rows.into_iter());
                self.next_sound()
            }
            Err(error) => Some(Err(error.into())),
        }
    }

    fn next_sound(&mut self) -> Option<Result<Row, Stop>> {
        let given = &self.given;
        self.sound.as_mut()?.find(|row| !given.contains(&row.key)).map(Ok)
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Stop>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.sound.is_some() {
            return self.next_sound();
        }
        if self.window.as_slice().is_empty() {
            let stretch = Stretch { from: self.last, included: false, direction: Direction::Forward, limit: WINDOW };
            match self.library.listed(self.listing, &stretch) {
                Ok(rows) => self.window = rows.into_iter(),
                Err(error) if error.is_damage() => return self.first_sound(),
                Err(error) => return Some(Err(error.into())),
            }
        }
        let next = self.window.next()?;
        self.last = Some(next.seat);
        self.given.insert(next.row.key);
        Some(Ok(next.row))
    }
}
