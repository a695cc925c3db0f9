//! `parse`: the articles of pages, printed; touches no library.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::lines;
use super::report::{Output, Report, Stop};
use crate::export::{self, PageOrigin};
use crate::import::{self, Takes};
use crate::ingest::{PageOutcome, each_page, undecodable};
use crate::model::Page;

/// The arguments of `parse`.
#[derive(Args, Debug)]
pub struct ParseArgs {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    /// Files or folders; - is standard input.
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
}

/// How pages can be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum PageFormat {
    /// One JSON document: pages with their furniture and articles.
    #[default]
    Json,
    /// An article a line, in JSON.
    Jsonl,
    /// Markdown.
    Markdown,
    /// Plain text, a paragraph a line.
    Text,
    /// The lines as they were read, before they are made into articles; a form feed between pages.
    Lines,
    /// The lines with what is known of their print, in JSON.
    LinesJson,
}

/// Prints the articles of pages.
pub fn run(arguments: &ParseArgs, report: &mut Report) -> Result<(), Stop> {
    match arguments.format {
        PageFormat::Lines => return lines::run(&arguments.paths, export::lines::text, "\u{C}", report),
        PageFormat::LinesJson => return lines::run(&arguments.paths, export::lines::json, "", report),
        _ => {}
    }
    let mut out = Output::new();
    let mut is_first = true;
    if arguments.format == PageFormat::Json {
        out.raw(b"{\"pages\":[")?;
    }
    each_page(
        import::find(&arguments.paths, Takes::All).sources,
        |parsed| parsed.page,
        |outcome| {
            match outcome {
                PageOutcome::Page(page) => {
                    print(&mut out, arguments.format, &page, is_first)?;
                    is_first = false;
                }
                PageOutcome::Failed(error) => report.fault(error),
                PageOutcome::Undecodable { source, unread } => report.note(undecodable(source, unread)),
            }
            Ok::<_, Stop>(())
        },
    )?;
    if arguments.format == PageFormat::Json {
        out.raw(b"\n]}\n")?;
    }
    out.finish()
}

fn print(out: &mut Output, format: PageFormat, page: &Page, is_first: bool) -> Result<(), Stop> {
    if format == PageFormat::Json {
        out.raw(if is_first { b"\n" } else { b",\n" })?;
        return out.raw(export::json::pretty(page)?.as_bytes());
    }
    let origin = PageOrigin::from(page);
    for (turn, article) in page.articles.iter().enumerate() {
        let parted = !(is_first && turn == 0);
        match format {
            PageFormat::Jsonl => out.line(&export::json::article_line(&origin, article)?)?,
            PageFormat::Markdown => out.parted(&export::markdown::article(&origin, article), "\n---\n\n", parted)?,
            PageFormat::Text => out.parted(&export::text::article(&origin, article), "\n\n", parted)?,
            PageFormat::Json | PageFormat::Lines | PageFormat::LinesJson => {}
        }
    }
    Ok(())
}
