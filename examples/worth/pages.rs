//! Gold pages: read from folders, parsed under any values of the knobs, scored.

use std::ffi::OsStr;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io, thread};

use paper_reader::model::{Article, Page, RawPage};
use paper_reader::{import, parse};
use serde::Deserialize;
use serde_json::Value;

use crate::knobs::{Change, Knobs};
use crate::score::{Answer, Gold, Tally};

/// The share of a PDF's characters that may differ from its text, which another program read.
const OF_ANOTHER_READER: f64 = 0.03;

/// A page, or a file of several, with its gold.
pub struct GoldPage {
    /// Its name.
    pub name: String,
    /// The newspaper that it is of, as its gold says; its own name where that says none.
    pub newspaper: String,
    raw: Vec<RawPage>,
    gold: Gold,
}

/// The gold of a page as it stands in its file.
#[derive(Deserialize)]
struct GoldAnswer {
    publication: Option<String>,
    #[serde(default)]
    furniture: Vec<String>,
    articles: Vec<GoldArticle>,
}

#[derive(Deserialize)]
struct GoldArticle {
    #[serde(default)]
    optional: Vec<String>,
    #[serde(flatten)]
    article: Article,
}

/// Reads the gold pages among files and in folders; a gold without its text beside it is left out.
///
/// # Errors
/// Where one cannot be read.
pub fn read(paths: &[PathBuf]) -> io::Result<Vec<GoldPage>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut entries: Vec<PathBuf> =
                fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
            entries.sort();
            files.extend(entries);
        } else {
            files.push(path.clone());
        }
    }
    let texts = files.iter().filter_map(|file| Some((file, text_of(file)?)));
    texts.filter(|(_, text)| text.is_file()).map(|(gold, text)| page(gold, &text)).collect()
}

/// The file of a gold's text.
fn text_of(gold: &Path) -> Option<PathBuf> {
    let name = gold.file_name().and_then(OsStr::to_str)?.strip_suffix(".gold.json")?;
    Some(gold.with_file_name(format!("{name}.txt")))
}

/// A page is read from the PDF beside its text, where there is one. It is read once: that takes longer
/// than all parsing.
fn page(gold: &Path, text: &Path) -> io::Result<GoldPage> {
    let name = text.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let pdf = text.with_extension("pdf");
    let slack = if pdf.is_file() { OF_ANOTHER_READER } else { 0.0 };
    let source = if pdf.is_file() { &pdf } else { text };
    let raw: Vec<RawPage> = import::pages(&name, fs::read(source)?).map_while(Result::ok).collect();
    let read = |gold| -> serde_json::Result<Vec<GoldAnswer>> {
        let mut file: Value = serde_json::from_slice(gold)?;
        drop_nulls(&mut file);
        match file.get_mut("pages") {
            Some(pages) => serde_json::from_value(pages.take()),
            None => Ok(vec![serde_json::from_value(file)?]),
        }
    };
    let pages = read(&fs::read(gold)?).map_err(|error| io::Error::other(format!("{}: {error}", gold.display())))?;
    let newspaper = pages.iter().find_map(|page| page.publication.clone()).unwrap_or_else(|| name.clone());
    let mut answer = Answer { articles: Vec::new(), furniture: Vec::new(), optional: Vec::new() };
    for page in pages {
        answer.furniture.extend(page.furniture);
        for GoldArticle { optional, article } in page.articles {
            answer.optional.push(optional);
            answer.articles.push(article);
        }
    }
    let gold = Gold::new(&String::from_utf8_lossy(&fs::read(text)?), answer, slack);
    Ok(GoldPage { name, newspaper, raw, gold })
}

/// Leaves out what a gold says is not there. A speaker who is not named has an empty name.
fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(speaker) = fields.get_mut("speaker").filter(|speaker| speaker.is_null()) {
                *speaker = Value::String(String::new());
            }
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

/// How a page does under changes.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// How it scores.
    pub tally: Tally,
    /// Whether anything of it comes out otherwise.
    pub changed: bool,
}

/// Pages, and how they score as the knobs stand.
pub struct Bench {
    /// The pages.
    pub pages: Vec<GoldPage>,
    /// All that can be changed.
    pub knobs: Knobs,
    /// What is changed already.
    pub changes: Vec<Change>,
    /// What is parsed so, and how each page scores.
    standing: Vec<(Vec<Page>, Tally)>,
    jobs: usize,
}

impl Bench {
    /// The pages as they score under changes.
    pub fn new(pages: Vec<GoldPage>, knobs: Knobs, changes: Vec<Change>, jobs: usize) -> Self {
        let mut bench = Self { pages, knobs, changes: Vec::new(), standing: Vec::new(), jobs: jobs.max(1) };
        bench.change(changes);
        bench
    }

    /// Makes changes for good.
    pub fn change(&mut self, changes: Vec<Change>) {
        self.changes.extend(changes);
        self.standing = self.knobs.with(&self.changes, || {
            let score = |page: &GoldPage| {
                let parsed = parsed(page);
                let tally = page.gold.score(&answer(&parsed));
                (parsed, tally)
            };
            self.pages.iter().map(score).collect()
        });
    }

    /// How each page scores.
    pub fn tallies(&self) -> Vec<Tally> {
        self.standing.iter().map(|(_, tally)| *tally).collect()
    }

    /// How each page does under further changes, for each of several sets of them.
    pub fn trials(&self, trials: &[Vec<Change>]) -> Vec<Vec<Outcome>> {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let Some(trial) = trials.get(n) else { return done };
                done.push((n, self.trial(trial)));
            }
        };
        let mut done = thread::scope(|scope| {
            let workers: Vec<_> = (0..self.jobs).map(|_| scope.spawn(work)).collect();
            let done = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
            done.flatten().collect::<Vec<_>>()
        });
        done.sort_by_key(|(n, _)| *n);
        done.into_iter().map(|(_, outcomes)| outcomes).collect()
    }

    fn trial(&self, trial: &[Change]) -> Vec<Outcome> {
        let changes = [&self.changes, trial].concat();
        self.knobs.with(&changes, || {
            let score = |(page, (before, tally)): (&GoldPage, &(Vec<Page>, Tally))| {
                let parsed = parsed(page);
                let changed = parsed != *before;
                let tally = if changed { page.gold.score(&answer(&parsed)) } else { *tally };
                Outcome { tally, changed }
            };
            self.pages.iter().zip(&self.standing).map(score).collect()
        })
    }
}

fn parsed(page: &GoldPage) -> Vec<Page> {
    parse::parse_file(page.raw.clone()).into_iter().map(|(page, _)| page).collect()
}

/// All pages of a file as one: what is scored is the articles, however a file was parted.
fn answer(pages: &[Page]) -> Answer {
    Answer {
        articles: pages.iter().flat_map(|page| page.articles.clone()).collect(),
        furniture: pages.iter().flat_map(|page| page.furniture.clone()).collect(),
        optional: Vec::new(),
    }
}
