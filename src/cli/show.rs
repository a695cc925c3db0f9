//! `show`: one article, set as the reader sets it.

use clap::Args;

use super::report::{Output, Report, Stop};
use super::user_library::{find, open, user_dirs};
use super::{ConfigAccess, config};
use crate::phrase::Sentence;
use crate::text::Metrics;
use crate::typeset::{self, Setting};

/// The arguments of `show`.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// The article's id, or as much of its beginning as tells it from others.
    id: String,
    /// The longest line in terminal cells.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
}

/// Prints the article.
pub fn run(arguments: &ShowArgs, settings: &ConfigAccess, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let library = open(&dirs, report)?;
    let id = find(&library, &arguments.id)?;
    let Some(article) = library.article(id)? else {
        return Err(Stop::nothing((arguments.id.clone(), Sentence::InLibraryNoMore)));
    };
    let usual = Setting { metrics: Metrics::TERMINAL, ..config::setting(settings, &dirs) };
    let setting = arguments.width.map_or(usual, |width| usual.within(width.into()));
    let mut out = Output::new();
    typeset::lines(&article, &setting).try_for_each(|line| out.line(&line))?;
    out.finish()
}
