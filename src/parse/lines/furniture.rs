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
    /// The line of the source that says it.
    pub line: u32,
    /// A line of the source that the article has.
    pub of: u32,
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
    let habit = SourceHabit::of(&lines, &furniture);
    let mut sorter = Sorter { sorted: Sorted::default(), waiting: Vec::new(), habit };
    for (line, furniture) in lines.into_iter().zip(furniture) {
        match furniture {
            Some(furniture) => sorter.furniture(line, furniture),
            None => sorter.text(line),
        }
    }
    sorter.remark(None);
    sorter.sorted
}

/// Where a page has its source lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SourceHabit {
    /// Above the heads of their articles.
    AboveHeads,
    /// Between head and text.
    BelowHeads,
    /// Behind the texts.
    BelowTexts,
}

struct Sorter {
    sorted: Sorted,
    /// The furniture since the last line of text, each with its line of the source.
    waiting: Vec<(u32, Furniture)>,
    habit: SourceHabit,
}

impl Sorter {
    fn furniture(&mut self, line: Line, furniture: Furniture) {
        if let Furniture::Jump(Jump { way: Way::On, .. }) = furniture
            && breaks_off(&self.sorted.lines, &line)
            && let Some(before) = self.sorted.lines.last_mut()
        {
            before.look.ending = Ending::Sentence;
        }
        if let Furniture::Folio(folio) = &furniture {
            self.sorted.folio.add(folio.clone());
        }
        self.waiting.push((line.numbers.0, furniture));
        self.sorted.furniture.push(line);
    }

    fn text(&mut self, mut line: Line) {
        if !self.waiting.is_empty() {
            line.gap = !self.goes_on();
            line.border = self.remark(Some(&line)).or(line.border);
        }
        self.sorted.lines.push(line);
    }

    /// Whether the text may well go on behind the furniture that waits: a page's number amid it.
    fn goes_on(&self) -> bool {
        let open = |line: &Line| matches!(line.look.ending, Ending::Open | Ending::Comma);
        let folios = self.waiting.iter().all(|(_, furniture)| matches!(furniture, Furniture::Folio(_)));
        folios && self.sorted.lines.last().is_some_and(open)
    }

    /// Takes down what the furniture before a line, or at the page's end, says of the articles; the
    /// border that it makes there.
    fn remark(&mut self, behind: Option<&Line>) -> Option<Border> {
        let before = self.sorted.lines.last();
        let mut drawn = None;
        for (number, furniture) in std::mem::take(&mut self.waiting) {
            let (border, is_above, says) = match furniture {
                Furniture::Folio(_) => continue,
                Furniture::Source(source) => {
                    let border = self.source_border(before);
                    let is_above = border == Border::End && self.habit != SourceHabit::AboveHeads;
                    (Some(border), is_above, Saying::Source(source))
                }
                Furniture::Jump(jump) => {
                    let border = behind.and_then(|behind| jump_border(&jump, before, behind));
                    (border, jump.way == Way::On, Saying::Jump(jump))
                }
            };
            drawn = border.or(drawn);
            let [above, below] = [before.map(|line| line.numbers.1), behind.map(|line| line.numbers.0)];
            let of = if is_above { above.or(below) } else { below.or(above) };
            self.sorted.remarks.extend(of.map(|of| Remark { line: number, of, says }));
        }
        drawn
    }

    /// What a source line says of the articles beside it.
    fn source_border(&self, before: Option<&Line>) -> Border {
        let ended = before.is_none_or(|line| line.look.ending == Ending::Sentence);
        if self.habit == SourceHabit::BelowHeads && !ended { Border::Text } else { Border::End }
    }
}

impl SourceHabit {
    /// What is above most source lines that stand below heads does not end as a text does; above the
    /// first that stands above a head is nothing.
    fn of(lines: &[Line], furniture: &[Option<Furniture>]) -> Self {
        let mut before: Option<&Line> = None;
        let (mut first, mut open, mut all) = (false, 0, 0);
        for (line, furniture) in lines.iter().zip(furniture) {
            match furniture {
                None => before = Some(line),
                Some(Furniture::Source(_)) => {
                    first |= before.is_none();
                    all += 1;
                    open += usize::from(before.is_some_and(|line| line.look.ending != Ending::Sentence));
                }
                Some(_) => {}
            }
        }
        match open * 2 > all {
            true => Self::BelowHeads,
            false if first => Self::AboveHeads,
            false => Self::BelowTexts,
        }
    }
}

/// Whether a text breaks off at a jump: the line before it is of a paragraph, no head.
fn breaks_off(lines: &[Line], jump: &Line) -> bool {
    let [.., above, before] = lines else { return true };
    let open = matches!(above.look.ending, Ending::Open | Ending::Comma) && above.look.width >= before.look.width;
    is_text(&before.look) || before.numbers.1 == jump.numbers.0 || open
}

/// Whether a line looks like text, no head.
fn is_text(look: &Look) -> bool {
    look.commas + look.stops > 0 || look.ending != Ending::Open
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
    let of = |((line, source), (folio, is_folio)): ((&Line, Option<SourceLine>), (Option<Folio>, bool))| {
        let source = source.map(Furniture::Source);
        let folio = folio.filter(|_| is_folio).map(Furniture::Folio);
        source.or(folio).or_else(|| jump(line.text(page)).map(Furniture::Jump))
    };
    lines.iter().zip(sources).zip(folios.into_iter().zip(is_folio)).map(of).collect()
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
        let is_inside = |at: &usize| *at > 0 && *at < text.len();
        let start = jump::at_start(text).filter(is_inside);
        match jump::at_end(text).filter(is_inside).or(start) {
            Some(at) => {
                let [first, mut second] = line.split(page, line.start + at);
                if start == Some(at) {
                    // The jump was a part of what fills the measure.
                    second.look.width = line.look.width;
                }
                out.extend([first, second]);
            }
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
