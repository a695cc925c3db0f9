//! `remove`: pages or articles out of the library, asked first.

use std::io::{self, BufRead, Write};

use clap::Args;

use super::report::{Report, Stop};
use super::user_library::{find, open, user_dirs};
use crate::model::Date;
use crate::phrase::{Lang, Said, Sentence};
use crate::store::{Removal, RemovalExtent};
use crate::text::sanitize::shown_text;

/// The arguments of `remove`.
#[derive(Args, Debug)]
pub struct RemoveArgs {
    #[command(flatten)]
    what: RemovalArgs,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct RemovalArgs {
    /// The article whose id begins so.
    id: Option<String>,
    /// The pages imported from this path, written as it was then.
    #[arg(long, value_name = "PATH")]
    source: Option<String>,
    /// The pages of this newspaper.
    #[arg(long, value_name = "NAME")]
    publication: Option<String>,
    /// The pages up to this day, it included; those without a date stay.
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<Date>,
}

/// Takes them out, if the answer is yes.
pub fn run(arguments: &RemoveArgs, report: &mut Report) -> Result<(), Stop> {
    let mut library = open(&user_dirs()?, report)?;
    let (removal, name) = match &arguments.what {
        RemovalArgs { source: Some(source), .. } => (Removal::Source(source), source.clone()),
        RemovalArgs { publication: Some(publication), .. } => (Removal::Publication(publication), publication.clone()),
        RemovalArgs { until: Some(date), .. } => {
            (Removal::Until(*date), Sentence::UntilDay(date.to_string()).said(report.lang()))
        }
        RemovalArgs { id, .. } => {
            let id = find(&library, id.as_deref().unwrap_or_default())?;
            let title = library.article(id)?.map(|article| article.title().to_owned());
            (Removal::Article(id), title.unwrap_or_default())
        }
    };
    let extent = library.would_remove(removal)?;
    if extent == RemovalExtent::default() {
        return Err(Stop::nothing((name, Sentence::NothingOfIt)));
    }
    let lang = report.lang();
    let what = words(&extent).said(lang);
    if !arguments.yes && !is_agreed(&Sentence::AskRemoval(what.clone(), name), lang) {
        report.note(Sentence::NothingRemoved);
        return Ok(());
    }
    library.remove(removal)?;
    report.note(Sentence::Removed(what));
    Ok(())
}

/// What goes: so many articles, pages, days.
fn words(extent: &RemovalExtent) -> Sentence {
    let days = extent.days.as_ref().map(|(first, last)| (first.to_string(), last.to_string()));
    Sentence::Extent { articles: extent.articles, pages: extent.pages, days }
}

/// Whether the user says yes to a question.
pub fn is_agreed(question: &Sentence, lang: Lang) -> bool {
    let _ = write!(io::stderr().lock(), "{}", shown_text(&question.said(lang)));
    let mut answer = String::new();
    let _ = io::stdin().lock().read_line(&mut answer);
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是" | "好")
}
