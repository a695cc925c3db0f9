//! What is on the page but in no article: folio lines, the nameplate, editors' credits, source lines,
//! jumps; and what it says of the articles beside it.

mod cut;

use crate::model::LineRole;
use crate::parse::grammar::folio::{Folio, Proof, folio, name_words, names_editors};
use crate::parse::grammar::jump::{Jump, Way, jump};
use crate::parse::grammar::people::is_common_name;
use crate::parse::grammar::source_line::{SourceLine, may_have_source, source_line};
use crate::parse::line::{Border, Ending, Line, Look};
use crate::parse::rules;
use cut::{split_jumps, split_outer_jumps, split_sources};

/// Lines at the head and the foot of a page where less proof will do.
const EDGE: usize = 3;

/// How much narrower than its column a full line may be, in half characters.
const SLACK: i32 = 3;

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
    sort(lines, furniture)
}

/// Sets the furniture apart on a page whose source marks its lines: what is marked as furniture, and jumps
/// and editors' credits among the paragraphs.
pub fn sort_out_marked(page: &str, lines: Vec<Line>) -> Sorted {
    let lines = split_outer_jumps(page, lines);
    let furniture = lines.iter().map(|line| marked_furniture(page, line)).collect();
    sort(lines, furniture)
}

fn marked_furniture(page: &str, line: &Line) -> Option<Furniture> {
    let text = line.text(page);
    match line.role {
        Some(LineRole::Furniture) => {
            let source = source_line(text).map(|(source, _)| Furniture::Source(source));
            Some(source.unwrap_or_else(|| Furniture::Folio(folio(text).unwrap_or_default())))
        }
        Some(LineRole::Paragraph) if names_editors(text) => Some(Furniture::Folio(Folio::default())),
        Some(LineRole::Paragraph) => jump(text).map(Furniture::Jump),
        _ => None,
    }
}

fn sort(lines: Vec<Line>, furniture: Vec<Option<Furniture>>) -> Sorted {
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
        if let Furniture::Folio(folio) = &furniture {
            self.sorted.folio.add(folio.clone());
        }
        self.waiting.push((line.numbers.0, furniture));
        self.sorted.furniture.push(line);
    }

    fn text(&mut self, mut line: Line) {
        if !self.waiting.is_empty() {
            line.gap |= !self.sheets_only();
            line.border = self.remark(Some(&line)).or(line.border);
        }
        self.sorted.lines.push(line);
    }

    /// Whether the furniture that waits is nothing but the numbers of the file's pages.
    fn sheets_only(&self) -> bool {
        let is_sheet = |furniture: &Furniture| matches!(furniture, Furniture::Folio(folio) if folio.sheet.is_some());
        self.waiting.iter().all(|(_, furniture)| is_sheet(furniture))
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
                    let border = behind
                        .filter(|_| rules::furniture::jump_borders())
                        .and_then(|behind| jump_border(&jump, before, behind));
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
        if rules::furniture::below_heads() && self.habit == SourceHabit::BelowHeads && !ended {
            Border::Text
        } else {
            Border::End
        }
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

/// What a jump between two lines of text says of the articles. Where an article goes on elsewhere its
/// text ends, but its head may stand below.
fn jump_border(jump: &Jump, before: Option<&Line>, behind: &Line) -> Option<Border> {
    let ended = before.is_some_and(|line| is_text(&line.look));
    match jump.way {
        Way::Back if is_text(&behind.look) => Some(Border::Rest),
        Way::Back if ended => Some(Border::End),
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
    if rules::furniture::in_pieces() {
        read_in_pieces(page, lines, &mut folios);
    }
    if rules::furniture::nameplate() {
        read_nameplate(page, lines, &mut folios);
    }
    if rules::furniture::editors() {
        read_editors(page, lines, &mut folios);
    }
    read_bold_name(page, lines, &mut folios);
    let is_folio = stand_as_folios(lines, &folios);
    let mut found = Vec::with_capacity(lines.len());
    for (i, (line, source)) in lines.iter().zip(sources).enumerate() {
        let folio = folios[i].take().filter(|_| is_folio[i] && rules::furniture::folios()).map(Furniture::Folio);
        let jump = || jump(line.text(page)).filter(|_| rules::furniture::jumps()).map(Furniture::Jump);
        found.push(source.filter(|_| rules::furniture::sources()).map(Furniture::Source).or_else(jump).or(folio));
    }
    found
}

/// Which lines that may be folios are, by where they stand.
fn stand_as_folios(lines: &[Line], folios: &[Option<Folio>]) -> Vec<bool> {
    let amid = |i: usize| {
        let below_folio = i > 0 && proof(folios, i - 1) == Proof::Certain && !is_weak(folios, i - 1);
        rules::furniture::amid() && !below_folio && amid_paragraph(lines, i)
    };
    let sheets = rules::furniture::dashed_sheets() && number_sheets(lines, folios);
    let certain = |i: usize| proof(folios, i) == Proof::Certain && !(is_weak(folios, i) && amid(i));
    let edge = Edge::of(lines.len(), certain);
    let sure = |i: usize| match proof(folios, i) {
        Proof::Certain => certain(i),
        Proof::Number if folios[i].as_ref().is_some_and(|folio| folio.sheet.is_some()) => {
            sheets || edge.is_at(i) || amid(i)
        }
        Proof::Number => !amid(i) && (edge.is_at(i) || certain(i + 1) || i > 0 && certain(i - 1)),
        _ => false,
    };
    let beside = |i: usize| (1..=2).any(|n| sure(i + n) || i.checked_sub(n).is_some_and(sure));
    let is_folio = |i: usize| match proof(folios, i) {
        Proof::Certain | Proof::Number => sure(i),
        Proof::Name | Proof::Beside => edge.is_at(i) && !amid(i) && (i == 0 || i + 1 == lines.len() || beside(i)),
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
    let weak = |folio: &Folio| match folio.proof {
        Proof::Certain => folio.parts < 2 && folio.date.is_some(),
        _ => folio.parts < 2 && folio.page_number.is_none() && folio.sheet.is_none(),
    };
    folios.get(at).and_then(Option::as_ref).is_some_and(weak)
}

/// Whether a line stands amid a paragraph: the line before goes on, and is as wide as its column.
fn amid_paragraph(lines: &[Line], at: usize) -> bool {
    const NEAR: usize = 4;
    let Some(before) = at.checked_sub(1).and_then(|i| lines.get(i)) else { return false };
    let as_wide = |line: &Line| (line.look.width - before.look.width).abs() <= SLACK && is_text(&line.look);
    let column = lines[at.saturating_sub(NEAR)..at - 1].iter().chain(lines.iter().skip(at + 1).take(NEAR));
    let filled = column.clone().any(as_wide);
    lines.get(at).is_some_and(|line| !line.gap) && runs_on(before) && filled
}

/// Whether numbers between dashes number the file's pages, not parts of a text: they are
/// many and count on, and one stands amid a paragraph or last, or the first is not 1.
fn number_sheets(lines: &[Line], folios: &[Option<Folio>]) -> bool {
    const MANY: usize = 3;
    let dashed = |folio: &Option<Folio>| folio.as_ref().and_then(|folio| folio.sheet).filter(|sheet| !sheet.certain);
    let found: Vec<(usize, u32)> =
        folios.iter().enumerate().filter_map(|(i, folio)| Some((i, dashed(folio)?.number))).collect();
    let steps = found.windows(2).filter(|pair| pair[0].1 + 1 == pair[1].1).count();
    let goes_on =
        |&&(i, _): &&(usize, u32)| i.checked_sub(1).is_some_and(|i| runs_on(&lines[i]) && is_text(&lines[i].look));
    let amid = found.iter().filter(goes_on).count();
    let last = found.last().is_some_and(|&(i, _)| i + 1 == lines.len());
    found.len() >= MANY && steps * 2 > found.len() && (amid > 0 || found[0].1 > 1 || last)
}

/// A name of a paper in Latin script that no word of it tells: some words with capitals in bold type, in one row
/// with the date.
fn read_bold_name(page: &str, lines: &[Line], folios: &mut [Option<Folio>]) {
    const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
    let named = folios.iter().flatten().any(|folio| folio.publication.is_some());
    let date = (0..lines.len()).find(|&i| folios[i].as_ref().is_some_and(|folio| folio.date.is_some()));
    let Some(row) = date.and_then(|date| lines[date].print).filter(|_| !named) else { return };
    let bold = |line: &Line| {
        let print = line.print.filter(|print| print.boldness > BOLD && print.boldness > row.boldness);
        print.is_some_and(|print| print.bounds.top < row.bounds.bottom && row.bounds.top < print.bounds.bottom)
    };
    let is_name = |text: &str| name_words(text).is_some_and(|count| WORDS.contains(&count));
    let found = (0..lines.len()).find(|&i| bold(&lines[i]) && folios[i].is_none() && is_name(lines[i].text(page)));
    if let Some(at) = found {
        let publication = Some(lines[at].text(page).to_owned());
        folios[at] = Some(Folio { publication, proof: Proof::Name, ..Folio::default() });
    }
}

/// Strokes so much thicker than the page's are a name's.
const BOLD: f32 = 1.25;

/// Reads editors' lines that go on in a second line: 本版责编：邵海 版式, 设计：米棠.
fn read_editors(page: &str, lines: &[Line], folios: &mut [Option<Folio>]) {
    for i in 1..lines.len() {
        let (before, text) = (lines[i - 1].text(page), lines[i].text(page));
        if !names_editors(before) || text.len() > before.len().max(EDITORS_REST) || folios[i].is_some() {
            continue;
        }
        let names = || text.split(|c: char| c.is_whitespace() || c == '、').filter(|name| !name.is_empty());
        let is_name = |name: &str| is_common_name(&name.chars().collect::<Vec<_>>());
        let goes_on = folios[i - 1].is_none() || names().count() > 1 && names().all(is_name);
        let gap = if folios[i - 1].is_none() { "" } else { " " };
        let whole = goes_on.then(|| folio(&[before, gap, text].concat())).flatten();
        if let Some(whole) = whole.filter(|whole| whole.proof == Proof::Certain) {
            folios[i] = Some(Folio { proof: Proof::Certain, parts: whole.parts, ..Folio::default() });
            folios[i - 1] = Some(whole);
        }
    }
}

/// The longest second line of editors, in bytes, where the first is no longer.
const EDITORS_REST: usize = 30;

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
    let mut found: Vec<Option<SourceLine>> =
        lines.iter().map(|line| may_have_source(&line.look).then(|| whole(line.text(page))).flatten()).collect();
    if rules::furniture::few_sources() && found.iter().flatten().count() < 2 {
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
    fn source_lines_are_put_together_and_cut_off() {
        let text = "渡口修好了\n《江北日报》（2031年03月\n04日 第 05 版）\n河水退了。";
        assert_eq!(sorted(text).1, ["《江北日报》（2031年03月\n04日 第 05 版）"]);
        let text = "渡口修好了\n作者：陶稻;米棠  时间：2031-03-04\n河水退了。";
        assert_eq!(sorted(text).1, ["时间：2031-03-04"]);
    }

    #[test]
    fn what_goes_on_in_a_paragraph_is_no_furniture() {
        let text = "渡口修好了\n河水退了，岸边的树又绿了，船\n家说渡口的开放时间要以网站上\nwww.example.org/2031\n公布的为准，请大家先看一看再\n来。";
        assert_eq!(sorted(text).1, Vec::<String>::new());
    }

    #[test]
    fn pages_of_the_file_stand_amid_paragraphs() {
        let text = "渡口修好了\n河水退了，岸边的树又绿了，船\n— 23 —\n家说渡口的开放时间要以网站上\n公布的为准，请大家先看一看再\n来。\n天晴了。\n雨停了。";
        let (lines, furniture) = sorted(text);
        assert_eq!((furniture, lines.len()), (vec!["— 23 —".to_owned()], 7));
    }

    #[test]
    fn editors_go_on_in_a_second_line() {
        let text = "河水退了。\n岸边的树。\n本版责编：邵海 版式\n设计：米棠\n渡口修好了\n天晴了，河水退了。\n岸边的树。\n天晴了。";
        assert_eq!(sorted(text).1, ["本版责编：邵海 版式", "设计：米棠"]);
    }

    #[test]
    fn a_nameplate_may_be_broken() {
        assert_eq!(sorted("江北\n農報\n2031年3月4日 星期二\n渡口修好了\n河水退了。\n天晴了。\n雨停了。").1.len(), 3);
    }

    #[test]
    fn a_jump_may_be_broken() {
        let (lines, furniture) = sorted("渡口修好了\n河水退了，船开了。（下转第\n四版）\n天晴了\n雨停了，船开了。");
        assert_eq!((furniture, lines.len()), (vec!["（下转第\n四版）".to_owned()], 4));
    }

    #[test]
    fn a_short_line_amid_the_page_is_no_furniture() {
        let text = "古镇修复\n河水退了。\n岸边的树。\n要闻\n河水退了。\n岸边的树。\n天晴了。";
        assert_eq!(sorted(text).1, Vec::<String>::new());
    }
}
