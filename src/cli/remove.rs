//! `remove`: pages or articles out of the library, asked first.

use std::io::{self, BufRead, Write};

use clap::Args;

use super::report::{Report, Stop, count};
use super::user_library::{find, open, user_dirs};
use crate::model::Date;
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
        RemovalArgs { until: Some(date), .. } => (Removal::Until(*date), format!("until {date}")),
        RemovalArgs { id, .. } => {
            let id = find(&library, id.as_deref().unwrap_or_default())?;
            let title = library.article(id)?.map(|article| article.title().to_owned());
            (Removal::Article(id), title.unwrap_or_default())
        }
    };
    let extent = library.would_remove(removal)?;
    if extent == RemovalExtent::default() {
        return Err(Stop::Nothing(format!("{name}: the library has nothing of it")));
    }
    let what = words(&extent);
    if !arguments.yes && !is_agreed(&format!("Remove {what} ({name})? [y/N] ")) {
        report.note("nothing was removed");
        return Ok(());
    }
    library.remove(removal)?;
    report.note(format!("{what} removed"));
    Ok(())
}

/// What goes: so many articles, pages, days.
fn words(extent: &RemovalExtent) -> String {
    let articles = count(extent.articles as usize, "article");
    let pages = match extent.pages {
        0 => String::new(),
        pages => format!(" of {}", count(pages as usize, "page")),
    };
    let days = match &extent.days {
        Some((first, last)) if first == last => format!(" of {first}"),
        Some((first, last)) => format!(" of {first} to {last}"),
        None => String::new(),
    };
    format!("{articles}{pages}{days}")
}

/// Whether the user says yes.
pub fn is_agreed(question: &str) -> bool {
    let _ = write!(io::stderr().lock(), "{}", shown_text(question));
    let mut answer = String::new();
    let _ = io::stdin().lock().read_line(&mut answer);
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是" | "好")
}
