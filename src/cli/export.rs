//! `export`: articles of the library by the terms and limits of `search`.

use clap::{Args, ValueEnum};

use super::query::Limits;
use super::report::{Output, Report, Stop};
use super::{open, search, user_dirs};
use crate::export::{self, PageOrigin};

/// The arguments of `export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: ArticleFormat,
    /// The terms, as for search; without them every article is meant.
    #[arg(default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    query: String,
    #[command(flatten)]
    limits: Limits,
}

/// How articles can be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ArticleFormat {
    /// Markdown.
    #[default]
    Markdown,
    /// An article a line, in JSON.
    Jsonl,
    /// Plain text, a paragraph a line.
    Text,
}

/// Prints the articles, newest first.
pub fn run(arguments: &ExportArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let library = open(&dirs, report)?;
    let mut out = Output::new();
    let mut parted = false;
    let query = arguments.limits.search(&arguments.query, &dirs, report)?;
    search::each(&library, &query, arguments.limits.most(), report, |hit| {
        let Some(article) = library.article(hit.row.id)? else { return Ok(()) };
        let origin = PageOrigin::from(&hit.row);
        match arguments.format {
            ArticleFormat::Jsonl => out.line(&export::json::article_line(&origin, &article)?)?,
            ArticleFormat::Markdown => {
                out.parted(&export::markdown::article(&origin, &article), "\n---\n\n", parted)?
            }
            ArticleFormat::Text => out.parted(&export::text::article(&origin, &article), "\n\n", parted)?,
        }
        parted = true;
        Ok(())
    })?;
    out.finish()
}
