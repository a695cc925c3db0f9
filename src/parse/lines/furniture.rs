//! What is on the page but in no article: folio lines, the nameplate, editors' credits, source lines,
//! jumps; and what it says of the articles beside it.

use crate::parse::grammar::folio::{Folio, Proof, folio};
use crate::parse::grammar::jump::{self, Jump, Way, jump};
use crate::parse::grammar::lead::lead_at;
use crate::parse::grammar::source_line::{SourceLine, source_line};
use crate::parse::line::{Border, Ending, Line, Look};
use crate::text::chars;

/// Lines at the head and the foot of a page where less proof will do.
const EDGE: usize = 3;

/// A page's lines, furniture set apart.
#[derive(Default)]
pub struct Sorted {
    /// The lines of the articles.
    pub lines: Vec<Line>,
    /// The furniture.
    pub furniture: Vec<Line>,
    /// What the folios say of the page.
    pub folio: Folio,
    /// What the rest says of articles.
    pub remarks: Vec<Remark>,
}

/// What furniture says of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Where a line of the article begins, in bytes of the page.
    pub at: usize,
    /// What it says.
    pub says: Saying,
}

/// What furniture can say of an article.
#[derive(Clone, Debug, PartialEq)]
pub enum Saying {
    /// Where and when it appeared.
    Source(SourceLine),
    /// Where it goes on or comes from.
    Jump(Jump),
}

/// A piece of furniture.
enum Furniture {
    Folio(Folio),
    Source(SourceLine),
    Jump(Jump),
}

/// Sets the furniture apart.
pub fn sort_out(page: &str, lines: Vec<Line>) -> Sorted {
    let lines = split_sources(page, split_jumps(page, lines));
    let furniture = read(page, &lines);
    let below_heads = stand_below_heads(&lines, &furniture);
    let mut sorter = Sorter { sorted: Sorted::default(), waiting: Vec::new(), below_heads };
    for (line, furniture) in lines.into_iter().zip(furniture) {
        match furniture {
            Some(furniture) => sorter.furniture(line, furniture),
            None => sorter.text(line),
        }
    }
    sorter.sorted
}

struct Sorter {
    sorted: Sorted,
    /// The furniture since the last line of text.
    waiting: Vec<Furniture>,
    /// Whether source lines stand between head and text.
    below_heads: bool,
}

impl Sorter {
    fn furniture(&mut self, line: Line, furniture: Furniture) {
        if self.ends_text(&furniture)
            && let Some(before) = self.sorted.lines.last_mut()
        {
            before.look.ending = Ending::Sentence;
        }
        if let Furniture::Folio(folio) = &furniture {
            self.sorted.folio.add(folio.clone());
        }
        self.waiting.push(furniture);
        self.sorted.furniture.push(line);
    }

    /// Whether furniture says that the text above it ends there.
    fn ends_text(&self, furniture: &Furniture) -> bool {
        let text = match self.sorted.lines.as_slice() {
            [.., above, last] => is_text(&last.look) || is_text(&above.look) && above.look.ending != Ending::Sentence,
            [last] => is_text(&last.look),
            [] => false,
        };
        text && matches!(furniture, Furniture::Jump(jump) if jump.way == Way::On)
    }

    fn text(&mut self, mut line: Line) {
        let is_sheet = |furniture: &Furniture| matches!(furniture, Furniture::Folio(folio) if folio.sheet.is_some());
        let before = self.sorted.lines.last();
        if !self.waiting.is_empty() && self.waiting.iter().all(is_sheet) {
            line.gap &= before.is_none_or(|before| !runs_on(before));
        } else {
            line.gap |= !self.waiting.is_empty();
        }
        for furniture in std::mem::take(&mut self.waiting) {
            let before = self.sorted.lines.last();
            let (border, says) = match furniture {
                Furniture::Folio(_) => continue,
                Furniture::Source(source) => (self.source_border(before), Saying::Source(source)),
                Furniture::Jump(jump) => (jump_border(&jump, before, &line), Saying::Jump(jump)),
            };
            line.border = border.or(line.border);
            let above = match &says {
                Saying::Source(_) => border == Some(Border::End),
                Saying::Jump(jump) => jump.way == Way::On,
            };
            let of = if above { before.map(|line| line.start) } else { Some(line.start) };
            self.sorted.remarks.extend(of.map(|at| Remark { at, says }));
        }
        self.sorted.lines.push(line);
    }

    /// What a source line says of the articles: by habit it stands below heads, or between articles.
    fn source_border(&self, before: Option<&Line>) -> Option<Border> {
        let ended = before.is_none_or(|line| line.look.ending == Ending::Sentence);
        Some(if self.below_heads && !ended { Border::Text } else { Border::End })
    }
}

/// Whether a page's source lines stand between heads and their texts: what is above most of them
/// does not end as a text does.
fn stand_below_heads(lines: &[Line], furniture: &[Option<Furniture>]) -> bool {
    let mut before = None;
    let (mut open, mut all) = (0, 0);
    for (line, furniture) in lines.iter().zip(furniture) {
        match furniture {
            None => before = Some(line),
            Some(Furniture::Source(_)) => {
                all += 1;
                open += usize::from(before.is_some_and(|line: &Line| line.look.ending != Ending::Sentence));
            }
            Some(_) => {}
        }
    }
    open * 2 > all
}

/// What a jump between two lines of text says of the articles.
fn jump_border(jump: &Jump, before: Option<&Line>, behind: &Line) -> Option<Border> {
    let ended = before.is_some_and(|line| is_text(&line.look));
    match jump.way {
        Way::Back if is_text(&behind.look) => Some(Border::Rest),
        Way::Back | Way::On if ended => Some(Border::End),
        _ => None,
    }
}

/// Whether a line looks like one of a text, not of a head.
fn is_text(look: &Look) -> bool {
    look.commas + look.stops > 0 || look.ending != Ending::Open
}

/// Whether the sentence of a line goes on in the next.
fn runs_on(line: &Line) -> bool {
    matches!(line.look.ending, Ending::Open | Ending::Comma)
}

/// What furniture each line is, if any.
fn read(page: &str, lines: &[Line]) -> Vec<Option<Furniture>> {
    let sources = source_lines(page, lines);
    let mut folios: Vec<Option<Folio>> = lines.iter().map(|line| read_folio(page, line)).collect();
    read_in_pieces(page, lines, &mut folios);
    read_nameplate(page, lines, &mut folios);
    let is_folio = stand_as_folios(lines, &folios);
    let of = |((line, source), (folio, is_folio)): ((&Line, Option<SourceLine>), (Option<Folio>, bool))| {
        let source = source.map(Furniture::Source);
        let jump = || jump(line.text(page)).map(Furniture::Jump);
        let folio = || folio.filter(|_| is_folio).map(Furniture::Folio);
        source.or_else(jump).or_else(folio)
    };
    lines.iter().zip(sources).zip(folios.into_iter().zip(is_folio)).map(of).collect()
}

/// Which lines that may be folios are, by where they stand.
fn stand_as_folios(lines: &[Line], folios: &[Option<Folio>]) -> Vec<bool> {
    let amid = |i: usize| amid_paragraph(lines, i);
    let sheets = number_sheets(lines, folios);
    let certain = |i: usize| proof(folios, i) == Proof::Certain && !(is_weak(folios, i) && amid(i));
    let edge = Edge::of(lines.len(), certain);
    let sure = |i: usize| match proof(folios, i) {
        Proof::Certain => certain(i),
        Proof::Number if folios[i].as_ref().is_some_and(|folio| folio.sheet.is_some()) => {
            sheets || edge.is_at(i) || amid(i)
        }
        Proof::Number => !amid(i) && edge.is_at(i),
        _ => false,
    };
    let beside = |i: usize| (1..=2).any(|n| sure(i + n) || i.checked_sub(n).is_some_and(sure));
    let is_folio = |i: usize| match proof(folios, i) {
        Proof::Certain | Proof::Number => sure(i),
        Proof::Name => edge.is_at(i) && !amid(i) && (i == 0 || i + 1 == lines.len() || beside(i)),
        Proof::None => false,
    };
    (0..lines.len()).map(is_folio).collect()
}

/// The head and the foot of a page: its first and last lines, sure furniture not counted.
struct Edge {
    head: usize,
    foot: usize,
}

impl Edge {
    fn of(count: usize, certain: impl Fn(usize) -> bool) -> Self {
        let far = |at: &mut dyn Iterator<Item = usize>| at.filter(|&i| !certain(i)).take(EDGE).last();
        Self {
            head: far(&mut (0..count.min(EDGE * 3))).map_or(0, |i| i + 1).max(EDGE),
            foot: far(&mut (count.saturating_sub(EDGE * 3)..count).rev()).unwrap_or(0).min(count.saturating_sub(EDGE)),
        }
    }

    fn is_at(&self, i: usize) -> bool {
        i < self.head || i >= self.foot
    }
}

/// Whether what makes a line a folio is no more than one thing that a text may hold as well: a
/// date, an address.
fn is_weak(folios: &[Option<Folio>], at: usize) -> bool {
    let weak = |folio: &Folio| folio.parts < 2 && folio.page_number.is_none() && folio.sheet.is_none();
    folios.get(at).and_then(Option::as_ref).is_some_and(weak)
}

/// Whether a line stands amid a paragraph: the line before goes on, and is as wide as its column.
fn amid_paragraph(lines: &[Line], at: usize) -> bool {
    const NEAR: usize = 4;
    const SLACK: i32 = 3;
    let Some(before) = at.checked_sub(1).and_then(|i| lines.get(i)) else { return false };
    let as_wide = |line: &Line| (line.look.width - before.look.width).abs() <= SLACK && is_text(&line.look);
    let column = lines[at.saturating_sub(NEAR)..at - 1].iter().chain(lines.iter().skip(at + 1).take(NEAR));
    let filled = column.clone().any(as_wide) || is_text(&before.look) && column.clone().count() > 0;
    lines.get(at).is_some_and(|line| !line.gap) && runs_on(before) && filled
}

/// Whether numbers between dashes number the file's pages, not parts of a text: one of them stands
/// amid a paragraph, or they are many and count on.
fn number_sheets(lines: &[Line], folios: &[Option<Folio>]) -> bool {
    const MANY: usize = 3;
    let dashed = |folio: &Option<Folio>| folio.as_ref().and_then(|folio| folio.sheet).filter(|sheet| !sheet.certain);
    let found: Vec<(usize, u32)> =
        folios.iter().enumerate().filter_map(|(i, folio)| Some((i, dashed(folio)?.number))).collect();
    let steps = found.windows(2).filter(|pair| pair[0].1 + 1 == pair[1].1).count();
    let goes_on =
        |&&(i, _): &&(usize, u32)| i.checked_sub(1).is_some_and(|i| runs_on(&lines[i]) && is_text(&lines[i].look));
    let amid = found.iter().filter(goes_on).count();
    found.len() >= MANY && steps * 2 > found.len() && (amid > 0 || found[0].1 > 1)
}

/// A name of a paper at the head of a page, a few characters a line: 江北, 農報.
fn read_nameplate(page: &str, lines: &[Line], folios: &mut [Option<Folio>]) {
    const SHORT: i32 = 6;
    let short = |line: &&Line| line.look.width <= SHORT;
    let at = (0..lines.len().min(EDGE)).find(|&i| short(&&lines[i]) && proof(folios, i) < Proof::Number);
    let Some(at) = at else { return };
    let piece = lines[at..].iter().take_while(short).take(EDGE * 2);
    let mut name = String::new();
    for (n, line) in piece.enumerate() {
        name.extend(line.text(page).chars().filter(|c| !c.is_whitespace()));
        let whole = folio(&name).filter(|folio| n > 0 && folio.publication.as_deref() == Some(name.as_str()));
        if let Some(whole) = whole {
            folios[at..=at + n].fill(Some(Folio { proof: Proof::Name, ..Folio::default() }));
            folios[at] = Some(whole);
            return;
        }
    }
}

/// The source lines of a page. What may be a folio as well is one where there are several.
fn source_lines(page: &str, lines: &[Line]) -> Vec<Option<SourceLine>> {
    let whole = |text: &str| source_line(text).filter(|(_, end)| *end == text.len()).map(|(source, _)| source);
    let mut found: Vec<Option<SourceLine>> = lines.iter().map(|line| whole(line.text(page))).collect();
    if found.iter().flatten().count() < 2 {
        found.iter_mut().for_each(|source| *source = source.take().filter(|source| source.certain));
    }
    found
}

impl Folio {
    /// Takes over what another line says and this one does not.
    pub fn add(&mut self, other: Self) {
        let named = other.page_number.is_some() && self.page_number.is_none() && other.page_name.is_some();
        if named {
            self.page_name = other.page_name;
        } else {
            self.page_name = self.page_name.take().or(other.page_name);
        }
        self.date = self.date.or(other.date);
        if self.page_number.is_none() {
            self.page_number = other.page_number;
            self.page_label = other.page_label;
        }
        self.publication = self.publication.take().or(other.publication);
    }
}

fn proof(folios: &[Option<Folio>], at: usize) -> Proof {
    folios.get(at).and_then(Option::as_ref).map_or(Proof::None, |folio| folio.proof)
}

/// A line as a folio line, unless it reads as a sentence.
fn read_folio(page: &str, line: &Line) -> Option<Folio> {
    let look = &line.look;
    let sentence = look.stops > 0 || matches!(look.ending, Ending::Sentence | Ending::Comma);
    if sentence { None } else { folio(line.text(page)) }
}

/// Reads folio lines at the page's edges that were broken in two: 要闻 2 江州日报 2025, 年4月4日 星期五.
fn read_in_pieces(page: &str, lines: &[Line], folios: &mut [Option<Folio>]) {
    let starts = (0..EDGE).chain(lines.len().saturating_sub(EDGE + 1).max(EDGE)..lines.len());
    for i in starts {
        let (Some(line), Some(next)) = (lines.get(i), lines.get(i + 1)) else { continue };
        let certain = |at: usize| proof(folios, at) == Proof::Certain;
        if certain(i) || certain(i + 1) {
            continue;
        }
        let whole = folio(&[line.text(page), next.text(page)].concat());
        if let Some(whole) = whole.filter(|whole| whole.proof == Proof::Certain) {
            folios[i + 1] = Some(Folio { proof: Proof::Certain, ..Folio::default() });
            folios[i] = Some(whole);
        }
    }
}

/// Cuts source lines off the leads behind them.
fn split_sources(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let cut = |line: &Line| {
        let text = line.text(page);
        let (source, end) = source_line(text).filter(|(_, end)| *end < text.len())?;
        let behind = line.split(page, line.start + end);
        (source.certain && lead_at(page, &behind[1..]).is_some()).then_some(end)
    };
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        match cut(&line) {
            Some(at) => out.extend(line.split(page, line.start + at)),
            None => out.push(line),
        }
    }
    out
}

/// Cuts jumps off the lines that they stand in, and puts those together that a line's end broke.
fn split_jumps(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for mut line in lines {
        if let Some((tail, end)) = out.last().and_then(|before| broken_jump(page, before, &line))
            && let Some(before) = out.pop()
        {
            let [head, first] = before.split(page, tail);
            let [second, rest] = line.split(page, end);
            out.extend(Some(head).filter(|head| head.start < head.end));
            out.push(first.with_fragments(page, &[second]));
            if rest.start == rest.end {
                continue;
            }
            line = rest;
        }
        while let Some(at) = jump::within(line.text(page)) {
            let start = line.start;
            if at.start > 0 {
                let [head, tail] = line.split(page, start + at.start);
                out.push(head);
                line = tail;
            } else {
                let [jump, rest] = line.split(page, start + at.end);
                out.push(jump);
                line = rest;
            }
        }
        out.push(line);
    }
    out
}

/// Where a jump begins that a line's end broke in its brackets, and where it ends in the next line,
/// in bytes of the page.
fn broken_jump(page: &str, before: &Line, line: &Line) -> Option<(usize, usize)> {
    let tail = jump::open_at_end(before.text(page))?;
    let text = line.text(page);
    let (closer, c) = text.char_indices().take(EDGE * 4).find(|(_, c)| chars::is_closer(*c))?;
    let end = closer + c.len_utf8();
    let whole = [&before.text(page)[tail..], &text[..end]].concat();
    jump::is_jump(&whole).then_some((before.start + tail, line.start + end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    fn sorted(text: &str) -> (Vec<String>, Vec<String>) {
        let page = RawPage::from_text("test", text);
        let sorted = sort_out(&page.text, line::read(&page, &page.lines));
        let texts = |lines: &[Line]| lines.iter().map(|l| l.text(&page.text).to_owned()).collect();
        (texts(&sorted.lines), texts(&sorted.furniture))
    }

    #[test]
    fn furniture_is_set_apart() {
        let (lines, furniture) =
            sorted("江州日报\n要闻 02 2025年10月9日\n古镇修复\n河水退了。（下转第4版）\n岸边的树。");
        assert_eq!(furniture, ["江州日报", "要闻 02 2025年10月9日", "（下转第4版）"]);
        assert_eq!(lines, ["古镇修复", "河水退了。", "岸边的树。"]);
    }

    #[test]
    fn a_folio_in_two_pieces_is_put_together() {
        let (lines, furniture) = sorted("要闻 2 江州日报 2025\n年4月4日 星期五\n古镇修复\n河水退了。\n岸边的树。");
        assert_eq!(furniture, ["要闻 2 江州日报 2025", "年4月4日 星期五"]);
        assert_eq!(lines, ["古镇修复", "河水退了。", "岸边的树。"]);
    }

    #[test]
    fn a_short_line_amid_the_page_is_no_furniture() {
        let text = "古镇修复\n河水退了。\n岸边的树。\n要闻\n河水退了。\n岸边的树。\n天晴了。";
        assert_eq!(sorted(text).1, Vec::<String>::new());
    }
}
