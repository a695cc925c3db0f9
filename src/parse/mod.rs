//! A raw page to a page of articles.
//!
//! A text layer is a page in ruins: its lines in the order in which the press set its frames,
//! without type sizes, some broken in pieces, some run together. The evidence left is weighed over
//! the whole page, never line by line:
//!
//! 1. `lines`: what can be seen of a line by itself: its width (stray spaces left out), its first
//!    and last characters, the marks in it. Spans of the source, from here to the end.
//! 2. `furniture` by grammar (`folio`, `jump`): folios, nameplates, editors' credits, jump lines.
//! 3. `glue`: lines on which a head and a lead, or later a head and a body, ran together are cut.
//!    `pieces`: printed lines in pieces are put together, by dynamic programming: what fills the
//!    measure is a line.
//! 4. `measure`: the measure of each line's column, by dynamic programming: a measure costs what
//!    the lines' widths say against it, a change of measure costs something.
//! 5. `signs`: what the grammars read, of `lead` (datelines, with `people`), `credit`, numberings
//!    and speakers; `form`, what lines have in common with their neighbours, as rows and entries have;
//!    `verse`, the short lines below a poet's name; `caption`, what stands below a picture; `notice`,
//!    how notices are headed, filled in and signed; `echo`, what of a line is said again near it, as
//!    a head's words are.
//! 6. `label`: what each line is (first, inner, last, only line of a paragraph, head, numbered
//!    title, verse, row, byline, credit), by dynamic programming: `evidence` says what a line costs
//!    under each label, `label` what each step from line to line costs, `habit` what a blank line
//!    means on this page. The page is explained under every habit; the cheapest explanation stands.
//! 7. `blocks`: labelled lines as paragraphs and heads, and the pieces of bodies between heads and
//!    leads. `heads`: the page as a row of articles, by dynamic programming: heads before, behind or
//!    amid their pieces, section titles between them. `claim` says what an article costs: by the
//!    page's habit, by blank lines, by leads, by the `words` that head and body share, by section
//!    titles that are alike; `joint` where a head may be cut, `seam` where that tears a word.
//!    `caption`: pictures' captions amid a text. `draft::rejoin`: bodies that break off and go on.
//!    `spread`: heads set together in one place, dealt out to their bodies. `strays`: parts of
//!    bodies behind another article's, put back where their words belong.
//! 8. `title`: kicker, headline, deck. `body`: paragraphs, questions and answers, lead and credit.
//!
//! The weights are costs in one unit, all in `weights`, each with what it means. Type size, where a
//! source knows it, is one more witness in `evidence`.
//!
//! **To teach it something:** a word of the trade goes into `assets/lexicon`. A new kind of line is
//! a variant of `label::Label`, its cost in `evidence`, its steps in `label`; a new kind of lead a
//! function in `lead`; a new habit a field of `habit::Habit` and its candidates. Then run the
//! worked pages (`tests/pages`).
//!
//! **Invariant:** parsing cannot fail and loses nothing: every text given out is made of spans of
//! the source by `join`, which drops and makes nothing but white space. Where the page gives no
//! certain answer, it is rather cut into one article too many than run together.

mod article;
mod emission;
mod grammar;
mod label;
mod line;
mod lines;
mod weights;
mod words;

use crate::model::{Page, RawLine, RawPage};
use article::{assign, blocks, body, draft, spread};
use grammar::folio::Folio;
use label::{labelling, signs};
use lines::text::{Spacing, joined};
use lines::{furniture, rejoin, split};

/// The most lines, and bytes, that are taken apart together: a printed page has fewer, and what
/// is longer is no page. So time grows in proportion to the text and memory does not.
const STRETCH: (usize, usize) = (8_000, 4 << 20);

/// Takes a page apart into articles.
pub fn parse(raw: &RawPage) -> Page {
    let mut page = Page { source: raw.source.clone(), ..Page::default() };
    let mut folio = Folio::default();
    for stretch in stretches(raw) {
        folio.add(take_apart(raw, stretch, &mut page));
    }
    page.publication = folio.publication;
    page.date = folio.date;
    page.page_number = folio.page_number;
    page.page_name = folio.page_name;
    page
}

/// The page's lines in stretches that are taken apart each by itself.
fn stretches(raw: &RawPage) -> impl Iterator<Item = &[RawLine]> {
    let mut rest = raw.lines.as_slice();
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let fits = |line: &RawLine| line.end - first.start <= STRETCH.1;
        let count = rest.iter().take(STRETCH.0).take_while(|line| fits(line)).count().max(1);
        let (stretch, behind) = rest.split_at(count);
        rest = behind;
        Some(stretch)
    })
}

/// Adds the articles and the furniture of a stretch to the page; what its folio lines say.
fn take_apart(raw: &RawPage, stretch: &[RawLine], page: &mut Page) -> Folio {
    let text = raw.text.as_str();
    let sorted = furniture::sort_out(text, line::read(raw, stretch));
    let lines = rejoin::rejoin(text, split::cut_leads(text, sorted.lines));
    let (lines, measures) = split::cut(text, lines);
    let signs = signs::read(text, &lines);
    let labelling::Labelling { labels, habit } = labelling::label(&lines, &measures, &signs);
    let blocks = blocks::blocks(&lines, &labels, &signs);
    let pieces = blocks::pieces(text, &lines, &measures, &labels, &signs, &blocks);
    let mut drafts = draft::rejoin(assign::assign(text, &lines, &signs, &blocks, &pieces, &habit), &blocks);
    let sheet = spread::DraftPage { page: text, lines: &lines, blocks: &blocks };
    sheet.spread(&mut drafts);
    sheet.settle(&mut drafts, &habit);
    let maker = body::Maker { page: text, lines: &lines, signs: &signs, blocks: &blocks };
    page.articles.extend(drafts.iter().map(|draft| maker.article(draft)));
    page.furniture.extend(sorted.furniture.iter().map(|line| joined(text, Some(line.start..line.end), Spacing::Names)));
    sorted.folio
}

#[cfg(test)]
mod tests;
