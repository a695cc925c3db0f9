//! What is on the page but in no article: folio lines, the nameplate, editors' credits, jumps.

use crate::parse::grammar::folio::{Folio, Proof, folio};
use crate::parse::grammar::jump;
use crate::parse::line::{Ending, Line};

/// Lines at the head and the foot of a page where less proof will do.
const EDGE: usize = 3;

/// A page's lines, furniture set apart.
pub struct Sorted {
    /// The lines of the articles.
    pub lines: Vec<Line>,
    /// The furniture.
    pub furniture: Vec<Line>,
    /// What the furniture says of the page.
    pub folio: Folio,
}

/// Sets the furniture apart.
pub fn sort_out(page: &str, lines: Vec<Line>) -> Sorted {
    let count = lines.len();
    let lines = split_jumps(page, lines);
    let mut folios: Vec<Option<Folio>> = lines.iter().map(|line| read(page, line)).collect();
    read_in_pieces(page, &lines, &mut folios);
    let edge = |i: usize| i < EDGE || i + EDGE >= count;
    let sure = |i: usize| match proof(&folios, i) {
        Proof::Certain => true,
        Proof::Number => edge(i),
        _ => false,
    };
    let beside = |i: usize| (1..=2).any(|n| sure(i + n) || i.checked_sub(n).is_some_and(sure));
    let is_furniture: Vec<bool> = (0..lines.len())
        .map(|i| match proof(&folios, i) {
            Proof::Certain | Proof::Number => sure(i),
            Proof::Name => edge(i) && (i == 0 || i + 1 == count || beside(i)),
            Proof::None => jump::is_jump(lines[i].text(page)),
        })
        .collect();
    let mut sorted = Sorted { lines: Vec::with_capacity(lines.len()), furniture: Vec::new(), folio: Folio::default() };
    let mut gap = false;
    for ((mut line, folio), is_furniture) in lines.into_iter().zip(folios).zip(is_furniture) {
        line.gap |= gap;
        gap = is_furniture;
        if is_furniture {
            if let Some(before) = sorted.lines.last_mut().filter(|_| jump::is_jump(line.text(page))) {
                before.look.ending = Ending::Sentence;
            }
            sorted.folio.add(folio.unwrap_or_default());
            sorted.furniture.push(line);
        } else {
            sorted.lines.push(line);
        }
    }
    sorted
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
fn read(page: &str, line: &Line) -> Option<Folio> {
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
