//! `bookmarks`: the bookmarks, printed, taken elsewhere, brought from elsewhere.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::report::{Output, Report, Stop};
use super::row_format::RowFormat;
use super::user_library::{SHORT, load_bookmarks, short, user_dirs};
use crate::export::table::{self, TableColumn};
use crate::export::{iso_8601, json, markdown};
use crate::model::{ArticleId, Bookmark, Tag};
use crate::phrase::Sentence;
use crate::store::{Dirs, bookmarks};

/// The arguments of `bookmarks`.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct BookmarksArgs {
    #[command(subcommand)]
    what: Option<BookmarksCommand>,
    #[command(flatten)]
    list: BookmarksListArgs,
}

/// BookmarksCommand to do with the bookmarks.
#[derive(Debug, Subcommand)]
enum BookmarksCommand {
    /// Print them, one a line.
    List(BookmarksListArgs),
    /// Print them to be kept or read elsewhere.
    Export(BookmarksExportArgs),
    /// Add those of a file that was exported as JSON.
    Import(BookmarksImportArgs),
}

#[derive(Args, Clone, Copy, Debug)]
struct BookmarksListArgs {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: RowFormat,
}

#[derive(Args, Debug)]
struct BookmarksExportArgs {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: BookmarkFormat,
}

#[derive(Args, Debug)]
struct BookmarksImportArgs {
    /// The file.
    #[arg(value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
}

/// How bookmarks can be taken elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum BookmarkFormat {
    /// The format of bookmarks.json.
    #[default]
    Json,
    /// Markdown.
    Markdown,
}

#[derive(Serialize)]
struct BookmarkItem<'a> {
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
pub fn run(arguments: &BookmarksArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    match &arguments.what {
        None => print(&dirs, arguments.list, report),
        Some(BookmarksCommand::List(list)) => print(&dirs, *list, report),
        Some(BookmarksCommand::Export(export)) => take_elsewhere(&dirs, export, report),
        Some(BookmarksCommand::Import(import)) => {
            let more = bookmarks::from_file(&import.file)?;
            let number = more.len();
            load_bookmarks(&dirs, report)?;
            let now = bookmarks::merge(&dirs, more)?;
            report.note(Sentence::BookmarksMerged { read: number, kept: now.len() });
            Ok(())
        }
    }
}

fn print(dirs: &Dirs, list: BookmarksListArgs, report: &Report) -> Result<(), Stop> {
    let bookmarks = load_bookmarks(dirs, report)?;
    let mut out = Output::new();
    match list.format {
        RowFormat::Table => bookmarks.iter().try_for_each(|bookmark| out.line(&line(bookmark)))?,
        RowFormat::Json => out.array(bookmarks.iter().map(item))?,
    }
    out.finish()
}

fn line(bookmark: &Bookmark) -> String {
    let columns = [
        TableColumn::Cells(SHORT),
        TableColumn::Cells(10),
        TableColumn::Cells(6),
        TableColumn::Cells(32),
        TableColumn::Rest,
    ];
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
    Ok(json::line(&BookmarkItem {
        article: bookmark.place.article,
        headline: &bookmark.headline,
        excerpt: &bookmark.excerpt,
        note: bookmark.note.as_deref(),
        created: iso_8601(bookmark.created),
        highlight: bookmark.until.is_some(),
        tag: bookmark.tag,
    })?)
}

fn take_elsewhere(dirs: &Dirs, export: &BookmarksExportArgs, report: &Report) -> Result<(), Stop> {
    let bookmarks = load_bookmarks(dirs, report)?;
    let mut out = Output::new();
    match export.format {
        BookmarkFormat::Json => out.line(&json::pretty(&bookmarks::BookmarkFile::new(bookmarks))?)?,
        BookmarkFormat::Markdown => out.text(&markdown::bookmarks(&bookmarks))?,
    }
    out.finish()
}
