//! What is on the page but in no article: folio lines, the nameplate, editors' credits, source lines,
//! jumps; and what it says of the articles beside it.

use crate::parse::grammar::folio::{Folio, Proof, folio};
use crate::parse::grammar::jump::{self, Jump, Way, jump};
use crate::parse::grammar::lead::lead_at;
use crate::parse::grammar::source_line::{SourceLine, source_line};
use crate::parse::line::{Border, Ending, Line, Look};

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
        if let Some(before) = self.sorted.lines.last_mut().filter(|_| matches!(furniture, Furniture::Jump(_))) {
            before.look.ending = Ending::Sentence;
        }
        if let Furniture::Folio(folio) = &furniture {
            self.sorted.folio.add(folio.clone());
        }
        self.waiting.push(furniture);
        self.sorted.furniture.push(line);
    }

    fn text(&mut self, mut line: Line) {
        line.gap |= !self.waiting.is_empty();
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
    let is_text = |look: &Look| look.commas + look.stops > 0 || look.ending != Ending::Open;
    let ended = before.is_some_and(|line| is_text(&line.look));
    match jump.way {
        Way::Back if is_text(&behind.look) => Some(Border::Rest),
        Way::Back | Way::On if ended => Some(Border::End),
        _ => None,
    }
}

/// What furniture each line is, if any.
fn read(page: &str, lines: &[Line]) -> Vec<Option<Furniture>> {
    let sources = source_lines(page, lines);
    let mut folios: Vec<Option<Folio>> = lines.iter().map(|line| read_folio(page, line)).collect();
    read_in_pieces(page, lines, &mut folios);
    let count = lines.len();
    let edge = |i: usize| i < EDGE || i + EDGE >= count;
    let sure = |i: usize| match proof(&folios, i) {
        Proof::Certain => true,
        Proof::Number => edge(i),
        _ => false,
    };
    let beside = |i: usize| (1..=2).any(|n| sure(i + n) || i.checked_sub(n).is_some_and(sure));
    let is_folio: Vec<bool> = (0..count)
        .map(|i| match proof(&folios, i) {
            Proof::Certain | Proof::Number => sure(i),
            Proof::Name => edge(i) && (i == 0 || i + 1 == count || beside(i)),
            Proof::None => false,
        })
        .collect();
    let folios = folios.into_iter().zip(is_folio).map(|(folio, is_folio)| folio.filter(|_| is_folio));
    let read = lines.iter().zip(sources).zip(folios).map(|((line, source), folio)| {
        let known = source.map(Furniture::Source).or(folio.map(Furniture::Folio));
        known.or_else(|| jump(line.text(page)).map(Furniture::Jump))
    });
    read.collect()
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
        self.page_number = self.page_number.or(other.page_number);
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

/// Cuts jumps in brackets off the ends and beginnings of lines.
fn split_jumps(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let text = line.text(page);
        let cut = jump::at_end(text).or_else(|| jump::at_start(text)).filter(|&at| at > 0 && at < text.len());
        match cut {
            Some(at) => out.extend(line.split(page, line.start + at)),
            None => out.push(line),
        }
    }
    out
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
