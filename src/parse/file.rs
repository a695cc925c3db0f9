//! The newspaper pages of a file. Pages that carry a folio or a nameplate are newspaper pages of their
//! own, known as soon as the next one has come. Where none do and the text runs on from one to the next, as
//! in an issue that was set anew, the file is read through, and its source lines part it into newspaper
//! pages.

use crate::parse::rules;
use std::ops::Range;

use super::article::columns;
use super::grammar::folio::Folio;
use super::grammar::jump::{Jump, Way};
use super::grammar::source_line::SourceLine;
use super::line::{self, Ending, Line};
use super::lines::furniture::{self, Remark, Saying, Sorted};
use super::page::{Parts, take_apart};
use crate::model::{Article, Bounds, Date, LineRange, Page, PageBox, PageRef, PageSize, RawLine, RawPage};

/// Takes one page apart into articles, as the one newspaper page that it is.
pub fn parse(raw: &RawPage) -> Page {
    let pages = [FilePage::of(raw)];
    FileReading::of(raw, &pages).whole(raw, &pages)
}

/// Takes a page apart anew that was made of pages of a file as large as these: one newspaper page, as it was.
pub fn parse_anew(raw: &RawPage, sizes: &[PageSize]) -> Page {
    let mut below = 0.0;
    let stand = |size: &PageSize| {
        let page = FilePage { number: size.page, first_line: 1, top: below, size: Some([size.width, size.height]) };
        below += size.height;
        page
    };
    let pages: Vec<FilePage> = sizes.iter().map(stand).collect();
    if pages.is_empty() { parse(raw) } else { FileReading::of(raw, &pages).whole(raw, &pages) }
}

/// Takes the pages of a file apart: its newspaper pages, each with what it is made of.
pub fn parse_file(pages: Vec<RawPage>) -> Vec<(Page, RawPage)> {
    let mut runs = FileRuns::default();
    let mut found: Vec<FileRun> = pages.into_iter().filter_map(|page| runs.push(page)).collect();
    found.extend(runs.end());
    found.into_iter().flat_map(FileRun::parse).collect()
}

/// Pages of a file that are read through, one or more.
pub struct FileRun(Vec<RawPage>);

impl FileRun {
    /// Takes them apart: their newspaper pages, each with what it is made of.
    pub fn parse(self) -> Vec<(Page, RawPage)> {
        let pages = FilePage::of_run(&self.0);
        joined(self.0).map(|raw| FileReading::of(&raw, &pages).divided(raw, &pages)).unwrap_or_default()
    }

    /// Where they are from, and the number of the first.
    pub fn origin(&self) -> Option<(&str, u32)> {
        self.0.first().map(|page| (page.source.as_str(), page.source_page))
    }
}

/// The pages of a file as they come, put together where they are read through.
#[derive(Default)]
pub struct FileRuns {
    /// Pages that have not been handed on.
    waiting: Vec<(RawPage, Glance)>,
    /// Whether the first pages say that the file is one of newspaper pages, which is not read through as a
    /// whole.
    is_of_pages: bool,
}

impl FileRuns {
    /// Takes the next page; gives the pages before it that are complete. Where the first pages do not say
    /// which newspaper pages they are, nothing is until the end.
    pub fn push(&mut self, page: RawPage) -> Option<FileRun> {
        if page.lines.is_empty() {
            return None;
        }
        let glance = Glance::of(&page);
        self.is_of_pages |= match self.waiting.as_slice() {
            [] => glance.folio.page_number.is_some(),
            [(_, first)] => first.is_named() && glance.is_named(),
            _ => false,
        };
        let is_next = self.is_of_pages && !self.waiting.is_empty() && !self.goes_on_with(&glance);
        let complete = is_next.then(|| FileRun::of(std::mem::take(&mut self.waiting)));
        self.waiting.push((page, glance));
        complete
    }

    /// What is left at the end of the file.
    pub fn end(self) -> Vec<FileRun> {
        if self.is_of_pages || self.is_whole() {
            return if self.waiting.is_empty() { Vec::new() } else { vec![FileRun::of(self.waiting)] };
        }
        let mut runs = Self { is_of_pages: true, ..Self::default() };
        let mut complete = Vec::new();
        for (page, glance) in self.waiting {
            if !runs.waiting.is_empty() && !runs.goes_on_with(&glance) {
                complete.push(FileRun::of(std::mem::take(&mut runs.waiting)));
            }
            runs.waiting.push((page, glance));
        }
        complete.extend(runs.end());
        complete
    }

    /// Whether all of the file is read through: most pages say nothing of themselves, and some begin amid a
    /// text or have source lines.
    fn is_whole(&self) -> bool {
        const RUNNING: usize = 4;
        let glances = || self.waiting.iter().map(|(_, glance)| glance);
        let named = glances().filter(|glance| glance.is_named()).count();
        let goes_on = |(before, next): &(&Glance, &Glance)| {
            runs_on(&before.lines, &next.lines) || rules::file::begins_amid() && begins_amid(&next.lines)
        };
        let running = glances().zip(glances().skip(1)).filter(goes_on).count();
        let sourced = glances().any(|glance| glance.sourced);
        rules::file::whole()
            && self.waiting.len() > 1
            && named * 2 < self.waiting.len()
            && (sourced || running > 0 && running * RUNNING >= self.waiting.len() - 1)
    }

    /// Whether the text of the pages that wait runs on to a page that says nothing of itself, or both say
    /// that they are the same newspaper page.
    fn goes_on_with(&self, next: &Glance) -> bool {
        let [first, last] = [self.waiting.first(), self.waiting.last()].map(|page| page.map(|(_, glance)| glance));
        let runs_on = |last: &Glance| rules::file::runs_on() && !next.is_named() && runs_on(&last.lines, &next.lines);
        last.is_some_and(runs_on) || rules::file::same() && first.is_some_and(|first| next.is_same(first))
    }
}

impl FileRun {
    fn of(pages: Vec<(RawPage, Glance)>) -> Self {
        Self(pages.into_iter().map(|(page, _)| page).collect())
    }
}

/// A page of the file, where it begins among those that are read through with it.
#[derive(Clone, Copy)]
struct FilePage {
    number: u32,
    first_line: u32,
    /// How far down it stands, in points.
    top: f32,
    /// Its width and height in points, where they are known.
    size: Option<[f32; 2]>,
}

impl FilePage {
    fn of(page: &RawPage) -> Self {
        Self {
            number: page.source_page,
            first_line: page.lines.first().map_or(1, |line| line.number),
            top: 0.0,
            size: page.geometry.as_ref().map(|geometry| [geometry.width, geometry.height]),
        }
    }

    /// Those of pages that are read through.
    fn of_run(pages: &[RawPage]) -> Vec<Self> {
        let mut below = 0.0;
        let stand = |page| {
            let page = Self { top: below, ..Self::of(page) };
            below += page.size.map_or(0.0, |[_, height]| height);
            page
        };
        pages.iter().map(stand).collect()
    }

    /// How large it is, where that is known.
    fn size(&self) -> Option<PageSize> {
        let [width, height] = self.size?;
        Some(PageSize { page: self.number, width, height })
    }

    /// A box that stands on one of some pages read through.
    fn placed(pages: &[Self], bounds: Bounds) -> PageBox {
        let middle = (bounds.top + bounds.bottom) / 2.0;
        let on = pages.iter().rev().find(|page| page.top <= middle).or(pages.first());
        let (page, top) = on.map_or((1, 0.0), |page| (page.number, page.top));
        PageBox { page, bounds: bounds.moved(-top) }
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
    fn of(raw: &RawPage, files: &[FilePage]) -> Self {
        let Parts { mut articles, places, furniture, folio, remarks } = take_apart(raw);
        let placed = |places: &Vec<Bounds>| places.iter().map(|place| FilePage::placed(files, *place)).collect();
        let boxes = columns::boxes(&places.iter().map(placed).collect::<Vec<_>>());
        articles.iter_mut().zip(boxes).for_each(|(article, boxes)| article.boxes = boxes);
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
    fn whole(self, raw: &RawPage, files: &[FilePage]) -> Page {
        let origin = self.origins.into_iter().flatten().next().unwrap_or_default();
        Page {
            source: raw.source.clone(),
            source_page: raw.source_page,
            first_line: raw.first_line,
            sizes: files.iter().filter_map(FilePage::size).collect(),
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
    fn divided(self, raw: RawPage, files: &[FilePage]) -> Vec<(Page, RawPage)> {
        let firsts: Vec<usize> =
            (0..self.articles.len()).filter(|&i| i == 0 || self.origins[i] != self.origins[i - 1]).collect();
        if firsts.len() < 2 {
            return vec![(self.whole(&raw, files), raw)];
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
            let articles: Vec<Article> = articles.by_ref().take(next.map_or(usize::MAX, |next| next - first)).collect();
            let is_on = |page: &&FilePage| articles.iter().flat_map(|a| &a.boxes).any(|b| b.page == page.number);
            let page = Page {
                source: raw.source.clone(),
                source_page: files
                    .iter()
                    .rev()
                    .find(|page| page.first_line <= from)
                    .map_or(raw.source_page, |page| page.number),
                first_line: from,
                sizes: files.iter().filter(is_on).filter_map(FilePage::size).collect(),
                publication: origin.publication.or_else(|| folio.publication.clone()),
                date: origin.date.or(folio.date),
                page_number: origin.page_number,
                page_label: origin.page_label,
                page_name: origin.page_name,
                furniture,
                articles,
            };
            let top = files.iter().find(|file| page.sizes.first().is_some_and(|size| size.page == file.number));
            let part = part_of(&raw, lines, page.source_page, top.map_or(0.0, |file| file.top));
            pages.push((page, part));
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

/// Some lines of a file, as a page that begins on one of its pages, so many points down.
fn part_of(raw: &RawPage, lines: Range<u32>, source_page: u32, top: f32) -> RawPage {
    let at = |number: u32| raw.lines.partition_point(|line| line.number < number);
    let [first, last] = [at(lines.start), at(lines.end)];
    let from = raw.lines.get(first).filter(|_| lines.start > raw.first_line).map_or(0, |line| line.start);
    let to = raw.lines.get(last).map_or(raw.text.len(), |line| line.start);
    let text = raw.text.get(from..to).unwrap_or_default();
    let mut feeds = memchr::memchr_iter(0xC, text.as_bytes()).map(|at| from + at).peekable();
    let mut before = from;
    let moved = |line: &RawLine| {
        while feeds.next_if(|feed| *feed < line.start).is_some() {
            before += 1;
        }
        RawLine { start: line.start - before, end: line.end - before, ..line.clone().moved(-top) }
    };
    RawPage {
        source: raw.source.clone(),
        source_page,
        first_line: lines.start,
        lines: raw.lines.get(first..last).unwrap_or_default().iter().map(moved).collect(),
        text: text.replace('\u{C}', ""),
        geometry: raw.geometry.clone().map(|geometry| geometry.moved(-top)),
        unread: 0,
        imprint: raw.imprint.clone(),
        map: raw.map.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(number: u32, text: &str) -> RawPage {
        RawPage::of_file("issue", number, 1, text)
    }

    /// The numbers of the pages of runs.
    fn numbers<'a>(runs: impl IntoIterator<Item = &'a FileRun>) -> Vec<Vec<u32>> {
        runs.into_iter().map(|run| run.0.iter().map(|page| page.source_page).collect()).collect()
    }

    const FOLIO: &str = "江北日报\n2031年3月4日 星期二\n";
    const TEXT: &str = "渡口修好了两座栈桥\n江北的两座栈桥上月动工，如今都已修好。\n";

    #[test]
    fn a_newspaper_page_is_complete_when_the_next_one_comes() {
        let mut runs = FileRuns::default();
        let numbered = |number: u32| page(number, &format!("第{number}版 要闻\n{FOLIO}{TEXT}"));
        assert_eq!(numbers(&runs.push(numbered(1))), [[0; 0]; 0]);
        assert_eq!(numbers(&runs.push(numbered(2))), [[1]]);
        assert_eq!(numbers(&runs.push(numbered(3))), [[2]]);
        assert_eq!(numbers(&runs.end()), [[3]]);
    }

    #[test]
    fn pages_that_say_nothing_of_themselves_wait_for_the_end() {
        let mut runs = FileRuns::default();
        for number in 1..=3 {
            assert_eq!(numbers(&runs.push(page(number, TEXT))), [[0; 0]; 0]);
        }
        assert_eq!(numbers(&runs.end()), [[1], [2], [3]]);
    }
}
