//! `bookmarks`: the bookmarks, printed, taken elsewhere, brought from elsewhere.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::import::count;
use super::list;
use super::report::{Output, Report, Stop};
use super::{SHORT, short, user_dirs};
use crate::export::table::{self, Column};
use crate::export::{iso_8601, json, markdown};
use crate::model::{ArticleId, Bookmark, Tag};
use crate::store::{Dirs, bookmarks};

/// The arguments of `bookmarks`.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Bookmarks {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    list: List,
}

/// What to do with the bookmarks.
#[derive(Debug, Subcommand)]
enum What {
    /// Print them, one a line.
    List(List),
    /// Print them to be kept or read elsewhere.
    Export(Export),
    /// Add those of a file that was exported as JSON.
    Import(Import),
}

#[derive(Args, Clone, Copy, Debug)]
struct List {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: list::Format,
}

#[derive(Args, Debug)]
struct Export {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Args, Debug)]
struct Import {
    /// The file.
    #[arg(value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
}

/// How bookmarks can be taken elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The format of bookmarks.json.
    #[default]
    Json,
    /// Markdown.
    Markdown,
}

#[derive(Serialize)]
struct Item<'a> {
    article: ArticleId,
    headline: &'a str,
    excerpt: &'a str,
    note: Option<&'a str>,
    created: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    highlight: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<Tag>,
}

/// Does it.
pub fn run(arguments: &Bookmarks, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    match &arguments.what {
        None => print(&dirs, arguments.list, report),
        Some(What::List(list)) => print(&dirs, *list, report),
        Some(What::Export(export)) => take_elsewhere(&dirs, export, report),
        Some(What::Import(import)) => {
            let more = bookmarks::from_file(&import.file)?;
            let number = more.len();
            load(&dirs, report)?;
            let now = bookmarks::merge(&dirs, more)?;
            report.note(format!("{} read, {} now kept", count(number, "bookmark"), now.len()));
            Ok(())
        }
    }
}

/// The bookmarks; where the file of them had to be set aside, the report says so.
///
/// # Errors
/// Those of [`bookmarks::load`].
pub fn load(dirs: &Dirs, report: &Report) -> Result<Vec<Bookmark>, Stop> {
    let (bookmarks, notice) = bookmarks::load(dirs)?;
    notice.into_iter().for_each(|notice| report.note(notice));
    Ok(bookmarks)
}

fn print(dirs: &Dirs, list: List, report: &Report) -> Result<(), Stop> {
    let bookmarks = load(dirs, report)?;
    let mut out = Output::new();
    match list.format {
        list::Format::Table => bookmarks.iter().try_for_each(|bookmark| out.line(&line(bookmark)))?,
        list::Format::Json => out.array(bookmarks.iter().map(item))?,
    }
    out.finish()
}

fn line(bookmark: &Bookmark) -> String {
    let columns = [Column::Cells(SHORT), Column::Cells(10), Column::Cells(6), Column::Cells(32), Column::Rest];
    let created = iso_8601(bookmark.created);
    let date: String = created.chars().take(10).collect();
    let words = bookmark.excerpt.lines().collect::<Vec<_>>().join(" ");
    let tag = bookmark.tag.map_or("", Tag::name);
    let words = match &bookmark.note {
        Some(note) => format!("{words} — {note}"),
        None => words,
    };
    table::row(columns, [&short(bookmark.place.article), &date, tag, &bookmark.headline, &words])
}

fn item(bookmark: &Bookmark) -> Result<String, Stop> {
    Ok(json::line(&Item {
        article: bookmark.place.article,
        headline: &bookmark.headline,
        excerpt: &bookmark.excerpt,
        note: bookmark.note.as_deref(),
        created: iso_8601(bookmark.created),
        highlight: bookmark.until.is_some(),
        tag: bookmark.tag,
    })?)
}

fn take_elsewhere(dirs: &Dirs, export: &Export, report: &Report) -> Result<(), Stop> {
    let bookmarks = load(dirs, report)?;
    let mut out = Output::new();
    match export.format {
        Format::Json => out.line(&json::pretty(&bookmarks::BookmarkFile::new(bookmarks))?)?,
        Format::Markdown => out.text(&markdown::bookmarks(&bookmarks))?,
    }
    out.finish()
}
