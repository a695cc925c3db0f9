//! `search`: the articles of the library that hold all the terms, newest first.

use std::ops::ControlFlow;

use clap::Args;
use serde::Serialize;

use super::query::{Limits, some_terms};
use super::report::{Output, Report, Stop};
use super::row_format::RowFormat;
use super::user_library::{SHORT, open, short, user_dirs};
use crate::export::json;
use crate::export::table::{self, TableColumn};
use crate::model::{ArticleId, Date, Hit, Search};
use crate::phrase::Sentence;
use crate::store::Library;

/// The arguments of `search`.
#[derive(Args, Debug)]
pub struct SearchArgs {
    /// The terms, parted by white space; one in double quotes may hold it.
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: RowFormat,
    #[command(flatten)]
    limits: Limits,
}

#[derive(Serialize)]
struct HitItem<'a> {
    id: ArticleId,
    headline: &'a str,
    publication: Option<&'a str>,
    date: Option<Date>,
    matches: u64,
    excerpt: &'a str,
}

/// Prints the hits as they are found.
pub fn run(arguments: &SearchArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let search = arguments.limits.search(&arguments.query, &dirs, report)?;
    some_terms(&search)?;
    let library = open(&dirs, report)?;
    let mut out = Output::new();
    let mut any = false;
    if arguments.format == RowFormat::Json {
        out.raw(b"[")?;
    }
    each(&library, &search, arguments.limits.most(), report, |hit| {
        match arguments.format {
            RowFormat::Table => out.line(&line(hit))?,
            RowFormat::Json => {
                out.raw(if any { b",\n" } else { b"\n" })?;
                out.raw(item(hit)?.as_bytes())?;
            }
        }
        any = true;
        Ok(())
    })?;
    if arguments.format == RowFormat::Json {
        out.raw(b"\n]\n")?;
    }
    out.finish()
}

/// Hands over the hits up to `most`, and says so if there are more; articles that are damaged are counted.
pub fn each(
    library: &Library,
    search: &Search,
    most: Option<usize>,
    report: &mut Report,
    mut take: impl FnMut(&Hit) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut left = most.unwrap_or(usize::MAX);
    let mut ended = Ok(());
    let damaged = library.search_each(search, None, &|| false, |hit| {
        if left == 0 {
            report.note(Sentence::ThereAreMore);
            return ControlFlow::Break(());
        }
        left -= 1;
        ended = take(&hit);
        if ended.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    report.damaged(library, damaged);
    ended
}

fn line(hit: &Hit) -> String {
    let columns = [
        TableColumn::Cells(SHORT),
        TableColumn::Cells(10),
        TableColumn::Right(4),
        TableColumn::Cells(32),
        TableColumn::Rest,
    ];
    let date = hit.row.date.map(|date| date.to_string()).unwrap_or_default();
    let cells = [&short(hit.row.id), &date, &hit.matches.to_string(), &hit.row.headline, &hit.excerpt];
    table::row(columns, cells.map(String::as_str))
}

fn item(hit: &Hit) -> Result<String, Stop> {
    Ok(json::line(&HitItem {
        id: hit.row.id,
        headline: &hit.row.headline,
        publication: hit.row.publication.as_deref(),
        date: hit.row.date,
        matches: hit.matches,
        excerpt: &hit.excerpt,
    })?)
}
