//! A page taken apart: the steps from its lines to its articles.

use super::article::blocks::{self, LineBlock};
use super::article::title::HeadRoom;
use super::article::{assign, body, draft, marked, spread};
use super::grammar::folio::Folio;
use super::label::{heads, labelling, signs};
use super::line::{self, Line, Standing};
use super::lines::furniture::{self, Remark, Saying};
use super::lines::plain_page::PlainPage;
use super::lines::text::{Spacing, joined};
use super::lines::{closing, measure, rejoin, split};
use crate::model::{Article, Bounds, Kind, RawLine, RawPage};

/// The most lines, and bytes, that are taken apart together: an issue that is read through has fewer,
/// and what is longer is none. So time grows in proportion to the text and memory does not.
const STRETCH: (usize, usize) = (40_000, 16 << 20);

/// What a page comes apart into.
#[derive(Default)]
pub struct Parts {
    /// The articles.
    pub articles: Vec<Article>,
    /// Where the lines of each article stand, in reading order, in points.
    pub places: Vec<Vec<Bounds>>,
    /// The furniture, each piece with its line of the source.
    pub furniture: Vec<(u32, String)>,
    /// What the folios say of the page.
    pub folio: Folio,
    /// What other furniture says of articles.
    pub remarks: Vec<Remark>,
}

/// Takes a page apart.
pub fn take_apart(raw: &RawPage) -> Parts {
    let mut parts = Parts::default();
    stretches(raw).for_each(|stretch| parts.add(raw, stretch));
    parts
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

impl Parts {
    /// Adds what a stretch comes apart into.
    fn add(&mut self, raw: &RawPage, stretch: &[RawLine]) {
        if stretch.iter().all(|line| line.role.is_some()) {
            return self.add_marked(raw, stretch);
        }
        let PlainPage { text, lines, marks, turn } =
            PlainPage::of(&raw.text, line::read(raw, stretch), raw.geometry.as_ref());
        let text = text.as_ref();
        let mut sorted = furniture::sort_out(text, lines);
        let known = self.places.len();
        let aside = sorted.lines.extract_if(.., |line| line.standing == Standing::Aside).collect::<Vec<_>>();
        sorted.furniture.extend(aside);
        let apart = sorted.lines.extract_if(.., |line| line.standing != Standing::Text).collect::<Vec<_>>();
        let sourced = sorted.remarks.iter().any(|remark| matches!(remark.says, Saying::Source(_)));
        self.take_articles(text, sorted.lines, sourced);
        apart.chunk_by(|a, b| a.chain == b.chain).for_each(|chain| self.take_apart_from_others(text, chain));
        self.places[known..].iter_mut().flatten().for_each(|place| *place = turn.undone(*place));
        self.furniture.extend(marks);
        self.take_furniture(text, sorted.furniture, sorted.folio, sorted.remarks);
    }

    /// Adds a stretch whose lines the source marks: it says itself what each is.
    fn add_marked(&mut self, raw: &RawPage, stretch: &[RawLine]) {
        let sorted = furniture::sort_out_marked(&raw.text, line::read(raw, stretch));
        let signs = signs::read(&raw.text, &sorted.lines);
        let (blocks, drafts) = marked::drafts(&sorted.lines, &signs);
        let maker = body::Maker { page: &raw.text, lines: &sorted.lines, signs: &signs, blocks: &blocks, room: None };
        for draft in &drafts {
            let mut article = maker.article(draft);
            if marked::is_caption(&sorted.lines, &blocks, draft) {
                article.kind = Kind::Photo;
            }
            self.articles.push(article);
            self.places.push(maker.places(draft));
        }
        self.take_furniture(&raw.text, sorted.furniture, sorted.folio, sorted.remarks);
    }

    fn take_furniture(&mut self, text: &str, furniture: Vec<Line>, folio: Folio, remarks: Vec<Remark>) {
        let joined = |line: &Line| (line.numbers.0, joined(text, Some(line.start..line.end), Spacing::Names));
        self.furniture.extend(furniture.iter().map(joined));
        self.folio.add(folio);
        self.remarks.extend(remarks);
    }

    /// Adds what stands apart from the page's texts: a head alone, a picture's caption.
    fn take_apart_from_others(&mut self, text: &str, lines: &[Line]) {
        let first = self.articles.len();
        let caption = lines.iter().all(|line| line.standing == Standing::Caption);
        let mut lines = lines.to_vec();
        if caption {
            against_own_type(&mut lines);
        }
        self.take_articles(text, lines, false);
        if caption {
            self.articles[first..].iter_mut().for_each(|article| article.kind = Kind::Photo);
        }
    }

    /// Adds the articles that lines make; `sourced` says whether lines that name the source of an article stood
    /// between them.
    fn take_articles(&mut self, text: &str, lines: Vec<Line>, sourced: bool) {
        let lines = rejoin::rejoin(text, split::cut_leads(text, closing::join(text, lines)));
        let (lines, measures) = split::cut(text, lines);
        let signs = signs::read(text, &lines);
        let labelling::Labelling { mut labels, habit } = labelling::label(&lines, &measures, &signs);
        let measure = measure::usual(&measures);
        let head_measure = heads::measure(&lines, &labels, &signs, measure);
        if let Some(measure) = head_measure {
            heads::join_remainders(&lines, &mut labels, &signs, measure);
        }
        let drafts_of = |blocks: Vec<LineBlock>| {
            let pieces = blocks::pieces(text, &lines, &measures, &labels, &signs, &blocks);
            let (cost, drafts) = assign::assign(text, &lines, &signs, &blocks, &pieces, &habit, sourced);
            (cost, drafts, blocks)
        };
        let as_printed = blocks::blocks(&lines, &labels, &signs);
        let captions_first = blocks::captions_first(text, &lines, &signs, &as_printed).map(drafts_of);
        let as_printed = drafts_of(as_printed);
        let (_, mut drafts, blocks) = captions_first.filter(|other| other.0 <= as_printed.0).unwrap_or(as_printed);
        // Where places are known, the order of reading has already put together what belongs together.
        if lines.iter().any(|line| line.chain.is_none()) {
            drafts = draft::rejoin(drafts, &blocks);
            let page = spread::DraftPage { page: text, lines: &lines, blocks: &blocks };
            page.spread(&mut drafts);
        }
        let room = HeadRoom::of(measure, head_measure);
        let maker = body::Maker { page: text, lines: &lines, signs: &signs, blocks: &blocks, room };
        self.articles.extend(drafts.iter().map(|draft| maker.article(draft)));
        self.places.extend(drafts.iter().map(|draft| maker.places(draft)));
    }
}

/// Tells how bold the lines of a caption are against the lightest of them: captions are often set in another
/// face than the page's texts.
fn against_own_type(lines: &mut [Line]) {
    let prints = || lines.iter().filter_map(|line| line.print);
    let lightest = prints().map(|print| print.boldness).fold(f32::INFINITY, f32::min);
    let prints = lines.iter_mut().filter_map(|line| line.print.as_mut());
    prints.filter(|_| lightest > 0.0).for_each(|print| print.boldness /= lightest);
}
