//! What tables and notices look like: rows are set like their neighbours, entries of a notice begin
//! with a word and a colon.

use crate::parse::emission::sign::Form;
use crate::parse::grammar::notice::{days, is_entry, is_name, is_signature};
use crate::parse::line::{Ending, Line};
use crate::parse::rules;
use crate::text::chars;

/// The widest row or line of verse, in half characters.
const WIDEST: i32 = 60;

/// The form of each line.
pub fn read(page: &str, lines: &[Line]) -> Vec<Form> {
    let rows: Vec<Option<Fields>> = lines.iter().map(|line| Fields::of(page, line)).collect();
    let alike = |a: usize, b: usize| {
        let (a, b) = (rows.get(a).and_then(Option::as_ref), rows.get(b).and_then(Option::as_ref));
        a.zip(b).is_some_and(|(a, b)| a.is_like(b))
    };
    let beside = |i: usize| alike(i, i + 1) || i.checked_sub(1).is_some_and(|before| alike(before, i));
    let text = |i: usize| lines.get(i).map_or("", |line| line.text(page));
    let days = days(page, lines);
    let day = |i: usize| days.get(i).is_some_and(|&is| is);
    let signs = |i: usize| day(i) || is_signature(text(i)) || day(i + 1) && is_name(text(i));
    let form = |i: usize| match () {
        () if (rules::sign::entry() && is_entry(text(i)) || rules::sign::signature() && signs(i)) => Form::Entry,
        () if rules::sign::row() && beside(i) => Form::Row,
        () => Form::Plain,
    };
    (0..lines.len()).map(form).collect()
}

/// Words and figures of a line, in the order in which they stand.
struct Fields {
    /// The kinds of its runs of characters, spaces left out.
    runs: Vec<FieldRun>,
    /// How many parts spaces make of it; Latin words are one.
    count: usize,
    /// Whether a space parts the figure at its end from what is before.
    apart: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldRun {
    Word,
    Figure,
}

impl Fields {
    /// Nothing where a line is no row: it runs on, or ends a sentence.
    fn of(page: &str, line: &Line) -> Option<Self> {
        const UNIT: usize = 2;
        let look = &line.look;
        let row = look.width <= WIDEST
            && look.stops + look.commas == 0
            && matches!(look.ending, Ending::Open | Ending::Closer)
            && (look.spaces > 0 || look.narrow > 0)
            && (look.ending == Ending::Open || line.text(page).contains(chars::is_opener));
        if !row {
            return None;
        }
        let text = line.text(page);
        let mut runs: Vec<(FieldRun, usize)> = Vec::new();
        for c in text.chars() {
            let run = match c {
                c if chars::is_digit(c) => FieldRun::Figure,
                c if chars::is_han(c) || chars::is_kana(c) || chars::is_latin(c) => FieldRun::Word,
                _ => continue,
            };
            match runs.last_mut().filter(|(last, _)| *last == run) {
                Some((_, length)) => *length += 1,
                None => runs.push((run, 1)),
            }
        }
        runs.pop_if(|(run, length)| *run == FieldRun::Word && *length <= UNIT);
        let last = text.split_whitespace().next_back().unwrap_or_default();
        let words = look.is_latin() && look.narrow == look.latin;
        let count = if words { 1 } else { text.split_whitespace().count() };
        let apart = count > 1 && last.starts_with(chars::is_digit);
        Some(Self { runs: runs.into_iter().map(|(run, _)| run).collect(), count, apart })
    }

    /// Whether two lines are rows of one table: figures stand at the same places, or both are
    /// parted in as many fields.
    fn is_like(&self, other: &Self) -> bool {
        const COLUMNS: usize = 3;
        let longer = self.runs.len().max(other.runs.len());
        let same = self.runs.iter().zip(&other.runs).take_while(|(a, b)| a == b).count();
        let columns = self.count == other.count && self.count >= COLUMNS;
        let figures = self.has_figures() && other.has_figures();
        columns && same > 0 || figures && same >= 2 && same * 3 >= longer * 2
    }

    /// Whether it has several figures, or ends with one that a space parts from its name.
    fn has_figures(&self) -> bool {
        let figures = self.runs.iter().filter(|run| **run == FieldRun::Figure).count();
        figures > 1 || figures == 1 && self.apart
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    fn forms(text: &str) -> String {
        let page = RawPage::from_text("test", text);
        let letter = |form: &Form| match form {
            Form::Plain => '.',
            Form::Row => 'r',
            Form::Entry => 'e',
        };
        read(&page.text, &line::read(&page, &page.lines)).iter().map(letter).collect()
    }

    #[test]
    fn rows_are_alike() {
        assert_eq!(forms("本周菜价\n河虾 32.5\n草鱼 9.80\n渡口的灯又亮了"), ".rr.");
        assert_eq!(forms("品种 今日 昨日\n河虾 32.5 31\n草鱼 9.80 10"), "rrr");
        assert_eq!(forms("北岸队2比1南岸队\n江州队0比0河湾队"), "rr");
        assert_eq!(forms("《渡口》 4月5日 19:00 一号厅\n《The Ferry》 4月6日 21:10 二号厅"), "rr");
        assert_eq!(forms("双色 05 11 19 23\n三色 4 0 7"), "rr");
        assert_eq!(forms("全长12公里的堤岸\n今天起开放3个码头"), "..");
        assert_eq!(forms("堤岸全长12 公里\n渡口今年开放3 个"), "..");
        assert_eq!(forms("New lamps for old boats\nThe ferry runs at night"), "..");
        assert_eq!(forms("本周菜价（元\n千克 100 把）\n河虾 32.5\n草鱼 9.80"), "..rr");
        assert_eq!(forms("河水退了。\n船开了。"), "..");
    }

    #[test]
    fn entries_begin_with_their_word() {
        assert_eq!(forms("渡口夜话\n时间：4月5日\n咨询电话：0599-8123456\n街坊：准时要紧"), ".ee.");
    }

    #[test]
    fn a_notice_is_signed_and_dated() {
        assert_eq!(forms("河湾供水公司 2025年4月4日\n河湾县（城关）渡口管理所 二〇二五年四月\n"), "ee");
        assert_eq!(forms("河湾供水公司\n2025年4月4日\n"), "ee");
        assert_eq!(forms("河湾供水公司\n2025\n年4月4日\n"), "eee");
        assert_eq!(forms("渡口改建2025年4月动工\n渡口管理所\n"), "..");
    }
}
