//! The newspaper pages of a file. Pages that carry a folio or a nameplate are newspaper pages of their
//! own. Where none do and the text runs on from one to the next, as in an issue that was set anew, the
//! file is read through, and its source lines part it into newspaper pages.

use crate::parse::rules;
use std::ops::Range;

use super::grammar::folio::Folio;
use super::grammar::jump::{Jump, Way};
use super::grammar::source_line::SourceLine;
use super::line::{self, Ending, Line};
use super::lines::furniture::{self, Remark, Saying, Sorted};
use super::page::{Parts, take_apart};
use crate::model::{Article, Date, LineRange, Page, PageRef, RawLine, RawPage};

/// Takes one page apart into articles, as the one newspaper page that it is.
pub fn parse(raw: &RawPage) -> Page {
    FileReading::of(raw).whole(raw)
}

/// Takes the pages of a file apart: its newspaper pages, each with the text that it is made of.
pub fn parse_file(mut pages: Vec<RawPage>) -> Vec<(Page, String)> {
    pages.retain(|page| !page.lines.is_empty());
    let mut read = Vec::new();
    for run in runs(pages) {
        let starts: Vec<FilePage> = run.iter().map(FilePage::of).collect();
        read.extend(joined(run).map(|raw| FileReading::of(&raw).divided(&raw, &starts)).unwrap_or_default());
    }
    read
}

/// Where a page of the file begins.
#[derive(Clone, Copy)]
struct FilePage {
    number: u32,
    first_line: u32,
}

impl FilePage {
    fn of(page: &RawPage) -> Self {
        Self { number: page.source_page, first_line: page.lines.first().map_or(1, |line| line.number) }
    }
}

/// What is seen of a page of a file by itself.
struct Glance {
    /// The articles' lines.
    lines: Vec<Line>,
    /// What its folios say.
    folio: Folio,
    /// Whether it has source lines.
    sourced: bool,
}

impl Glance {
    fn of(page: &RawPage) -> Self {
        let Sorted { lines, folio, remarks, .. } = furniture::sort_out(&page.text, line::read(page, &page.lines));
        let sourced = remarks.iter().any(|remark| matches!(remark.says, Saying::Source(_)));
        Self { lines, folio, sourced }
    }

    /// Whether it says which newspaper page it is.
    fn is_named(&self) -> bool {
        self.folio.page_number.is_some() || self.folio.publication.is_some() || self.folio.date.is_some()
    }

    /// Whether it says that it is the same newspaper page as another.
    fn is_same(&self, other: &Self) -> bool {
        let [a, b] = [&self.folio, &other.folio];
        let named = a.page_name == b.page_name && a.page_label == b.page_label;
        named && a.page_number.is_some() && a.page_number == b.page_number
    }
}

/// The pages of a file in runs that are read through: all of it, where most pages say nothing of
/// themselves and some begin amid a text or have source lines; else those over whose
/// ends a text runs on to a page that says nothing, or that say they are the same newspaper page.
fn runs(pages: Vec<RawPage>) -> Vec<Vec<RawPage>> {
    const RUNNING: usize = 4;
    if pages.len() < 2 {
        return vec![pages];
    }
    let glances: Vec<Glance> = pages.iter().map(Glance::of).collect();
    let named = glances.iter().filter(|glance| glance.is_named()).count();
    let goes_on = |pair: &&[Glance]| {
        runs_on(&pair[0].lines, &pair[1].lines) || rules::file::begins_amid() && begins_amid(&pair[1].lines)
    };
    let running = glances.windows(2).filter(goes_on).count();
    let sourced = glances.iter().any(|glance| glance.sourced);
    let whole = rules::file::whole()
        && named * 2 < pages.len()
        && (sourced || running > 0 && running * RUNNING >= pages.len() - 1);
    let mut runs: Vec<Vec<RawPage>> = Vec::new();
    let mut first = 0;
    for (n, page) in pages.into_iter().enumerate() {
        let goes_on = |before: &Glance| {
            rules::file::runs_on() && !glances[n].is_named() && runs_on(&before.lines, &glances[n].lines)
        };
        let joins =
            n > 0 && (whole || goes_on(&glances[n - 1]) || rules::file::same() && glances[n].is_same(&glances[first]));
        match runs.last_mut().filter(|_| joins) {
            Some(run) => run.push(page),
            None => {
                runs.push(vec![page]);
                first = n;
            }
        }
    }
    runs
}

/// Whether a text runs on from one page to the next: its last line is a full one and ends no sentence,
/// and the next page's first line is about as wide.
fn runs_on(page: &[Line], next: &[Line]) -> bool {
    const ABOUT: i32 = 6;
    let (Some(last), Some(first)) = (page.last(), next.first()) else { return false };
    let widest = page.iter().rev().take(12).map(|line| line.look.width).max().unwrap_or_default();
    let full = last.look.width + ABOUT >= widest;
    let open = matches!(last.look.ending, Ending::Open | Ending::Comma);
    full && open && (first.look.width + ABOUT >= widest || first.look.ending == Ending::Sentence)
}

/// Whether a page, set in one column, begins with a line of a text, not with a head.
fn begins_amid(page: &[Line]) -> bool {
    const COLUMN: std::ops::RangeInclusive<i32> = 40..=100;
    let widest = page.iter().take(12).map(|line| line.look.width).max().unwrap_or_default();
    COLUMN.contains(&widest)
        && page.first().is_some_and(|line| line.look.commas + line.look.stops > 0 && line.look.width * 3 >= widest * 2)
}

/// The pages of a file as one, form feeds between them.
fn joined(pages: Vec<RawPage>) -> Option<RawPage> {
    let mut pages = pages.into_iter();
    let mut whole = pages.next()?;
    for page in pages {
        whole.text.push('\u{C}');
        let offset = whole.text.len();
        whole.text.push_str(&page.text);
        let down = whole.stand_below(page.geometry);
        let moved = |line: RawLine| RawLine { start: line.start + offset, end: line.end + offset, ..line.moved(down) };
        whole.lines.extend(page.lines.into_iter().map(moved));
        whole.unread += page.unread;
    }
    Some(whole)
}

/// What a page or a whole file comes apart into, and where each article appeared.
struct FileReading {
    articles: Vec<Article>,
    /// Where each article appeared, as far as source lines say.
    origins: Vec<Option<Origin>>,
    /// The line with which each article, its source line included, begins.
    starts: Vec<u32>,
    furniture: Vec<(u32, String)>,
    /// What the folios say.
    folio: Folio,
}

/// Where an article appeared.
#[derive(Clone, Debug, Default, PartialEq)]
struct Origin {
    publication: Option<String>,
    date: Option<Date>,
    page_number: Option<u32>,
    page_label: Option<String>,
    page_name: Option<String>,
}

impl FileReading {
    fn of(raw: &RawPage) -> Self {
        let Parts { mut articles, furniture, folio, remarks } = take_apart(raw);
        let mut starts: Vec<u32> = articles.iter().map(first_line).collect();
        let mut origins: Vec<Option<Origin>> = vec![None; articles.len()];
        let mut below = 0;
        for Remark { line, of, says } in remarks {
            let Some(at) = articles.iter().position(|article| has_line(article, of)) else { continue };
            match says {
                Saying::Source(source) => {
                    below += if line > of { 1 } else { -1 };
                    starts[at] = starts[at].min(line);
                    origins[at].get_or_insert(Origin::of(source));
                }
                Saying::Jump(jump) => note_jump(&mut articles[at], &jump),
            }
        }
        // An article without a source line of its own is of the page of the next one above or below it.
        if below > 0 {
            fill(origins.iter_mut().rev());
        }
        fill(origins.iter_mut());
        fill(origins.iter_mut().rev());
        Self { articles, origins, starts, furniture, folio }
    }

    /// It as one newspaper page.
    fn whole(self, raw: &RawPage) -> Page {
        let origin = self.origins.into_iter().flatten().next().unwrap_or_default();
        Page {
            source: raw.source.clone(),
            source_page: raw.source_page,
            first_line: raw.first_line,
            publication: self.folio.publication.or(origin.publication).or_else(|| raw.imprint.publication.clone()),
            date: self.folio.date.or(origin.date).or(raw.imprint.date),
            page_label: self.folio.page_label.or(origin.page_label.filter(|_| self.folio.page_number.is_none())),
            page_number: self.folio.page_number.or(origin.page_number),
            page_name: self.folio.page_name.or(origin.page_name),
            furniture: self.furniture.into_iter().map(|(_, text)| text).collect(),
            articles: self.articles,
        }
    }

    /// It divided into newspaper pages, where the articles appeared on several.
    fn divided(self, raw: &RawPage, files: &[FilePage]) -> Vec<(Page, String)> {
        let firsts: Vec<usize> =
            (0..self.articles.len()).filter(|&i| i == 0 || self.origins[i] != self.origins[i - 1]).collect();
        if firsts.len() < 2 {
            return vec![(self.whole(raw), raw.text.clone())];
        }
        let Self { articles, origins, starts, mut furniture, folio } = self;
        let mut articles = articles.into_iter();
        let mut pages = Vec::with_capacity(firsts.len());
        for (n, &first) in firsts.iter().enumerate() {
            let next = firsts.get(n + 1).copied();
            let from = if n == 0 { raw.first_line } else { starts[first] };
            let lines = from..next.map_or(u32::MAX, |next| starts[next]);
            let own = |(line, _): &mut (u32, String)| *line < lines.end;
            let furniture = furniture.extract_if(.., own).map(|(_, text)| text).collect();
            let origin = origins[first].clone().unwrap_or_default();
            let page = Page {
                source: raw.source.clone(),
                source_page: files
                    .iter()
                    .rev()
                    .find(|page| page.first_line <= from)
                    .map_or(raw.source_page, |page| page.number),
                first_line: from,
                publication: origin.publication.or_else(|| folio.publication.clone()),
                date: origin.date.or(folio.date),
                page_number: origin.page_number,
                page_label: origin.page_label,
                page_name: origin.page_name,
                furniture,
                articles: articles.by_ref().take(next.map_or(usize::MAX, |next| next - first)).collect(),
            };
            pages.push((page, text_of(raw, lines)));
        }
        pages
    }
}

impl Origin {
    fn of(source: SourceLine) -> Self {
        Self {
            publication: source.publication,
            date: source.date,
            page_number: source.page.as_ref().map(|page| page.value),
            page_label: source.page.and_then(|page| page.label),
            page_name: source.page_name,
        }
    }
}

/// Gives each article without an origin that of the one before it.
fn fill<'a>(origins: impl Iterator<Item = &'a mut Option<Origin>>) {
    let mut last = None;
    for origin in origins {
        match origin {
            Some(origin) => last = Some(origin.clone()),
            None => *origin = last.clone(),
        }
    }
}

fn first_line(article: &Article) -> u32 {
    article.lines.iter().map(|lines| lines.0).min().unwrap_or_default()
}

fn has_line(article: &Article, line: u32) -> bool {
    article.lines.iter().any(|LineRange(first, last)| (*first..=*last).contains(&line))
}

/// Notes where an article goes on or comes from.
fn note_jump(article: &mut Article, jump: &Jump) {
    let page = jump.page.as_ref().map(|page| PageRef { page_number: Some(page.value), page_label: page.label.clone() });
    match jump.way {
        Way::On => article.continues = article.continues.take().or(page),
        Way::Back => article.continued = article.continued.take().or(page),
        Way::Aside => {}
    }
}

/// The text of some lines of the source.
fn text_of(raw: &RawPage, lines: Range<u32>) -> String {
    let start = |number: u32| raw.lines.get(raw.lines.partition_point(|line| line.number < number));
    let from = start(lines.start).filter(|_| lines.start > raw.first_line).map_or(0, |line| line.start);
    let to = start(lines.end).map_or(raw.text.len(), |line| line.start);
    raw.text.get(from..to).unwrap_or_default().replace('\u{C}', "")
}
