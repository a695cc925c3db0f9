//! Source lines, as e-papers and archives print one with every article: where and when it appeared.
//! 《江北日报》（2031年03月04日 第 05 版）, 江北日报 2031-03-04 05版, 来源：江北日报  2031年3月4日.

use super::calendar;
use super::folio::page_number::PageNumber;
use super::people::is_house_end;
use crate::model::Date;
use crate::parse::lexicon::{AUTHORS, PAGE_MARKS, SECTIONS, SOURCE_LABELS};
use crate::parse::line::Look;
use crate::text::chars;

/// The longest source line, in characters.
const LONGEST: usize = 100;
/// The longest name of a paper, in characters.
const PAPER: usize = 12;
/// The longest name of a page.
const PAGE_NAME: usize = 8;

/// What a source line says of its article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceLine {
    /// The day.
    pub date: Option<Date>,
    /// The paper.
    pub publication: Option<String>,
    /// The page.
    pub page: Option<PageNumber>,
    /// The page's name.
    pub page_name: Option<String>,
    /// Whether its shape is that of nothing else; a folio has the others, too.
    pub certain: bool,
}

/// Whether a line of such a look may have a source line, as far as that tells at once.
pub fn may_have_source(look: &Look) -> bool {
    look.colon || look.figure
}

/// Whether a text has what no source line is without: a label's colon, or a figure and the mark of a
/// paper's name or of a page.
fn may_be_source_line(text: &str) -> bool {
    let (mut figure, mut mark) = (false, false);
    for c in text.chars().take(LONGEST) {
        match c {
            '：' | ':' => return true,
            '《' | '/' => mark = true,
            c => {
                figure |= chars::is_digit(c);
                mark |= PAGE_MARKS.has(c);
            }
        }
    }
    figure && mark
}

/// The source line that a text begins with, and its bytes; behind it a line may go on with a lead.
pub fn source_line(text: &str) -> Option<(SourceLine, usize)> {
    if !may_be_source_line(text) {
        return None;
    }
    let chars: Vec<char> = text.chars().take(LONGEST).collect();
    let mut reader = SourceReader {
        text: &chars,
        at: 0,
        found: SourceLine::default(),
        labelled: 0,
        quoted: false,
        enclosed: false,
        addressed: false,
    };
    let mut end = 0;
    while reader.step().is_some() {
        end = reader.at;
    }
    let whole = end == chars.len() && text.chars().nth(LONGEST).is_none();
    let found = reader.finish(whole)?;
    Some((found, chars[..end].iter().map(|c| c.len_utf8()).sum()))
}

/// Where a source line begins behind the names of authors: 作者：陶稻 时间：2031-03-04.
pub fn behind_names(text: &str) -> Option<usize> {
    AUTHORS.at_start(text)?;
    let first = text.find(['：', ':'])?;
    let mut spaces =
        text.match_indices(char::is_whitespace).map(|(at, space)| at + space.len()).filter(|&at| at > first);
    let is_source = |&at: &usize| {
        let tail = &text[at..];
        SOURCE_LABELS.at_start(tail).is_some()
            && source_line(tail).is_some_and(|(source, end)| source.certain && end == tail.len())
    };
    if SOURCE_LABELS.at_start(text).is_none() { spaces.find(is_source) } else { None }
}

struct SourceReader<'a> {
    text: &'a [char],
    at: usize,
    found: SourceLine,
    /// How many labels (来源：, 日期：) were read.
    labelled: usize,
    /// Whether the paper stands in 《》.
    quoted: bool,
    /// Whether a bracket is open.
    enclosed: bool,
    /// Whether the address of a web page was read.
    addressed: bool,
}

impl SourceReader<'_> {
    fn rest(&self) -> &[char] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads the next part of the line.
    fn step(&mut self) -> Option<()> {
        let first = *self.rest().first()?;
        let parts =
            |c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '/' | '·' | '，' | ',' | '：' | ':' | '-' | '－');
        let opens = matches!(first, '（' | '(' | '【' | '[');
        let closes = matches!(first, '）' | ')' | '】' | ']');
        if parts(first) || opens || closes {
            self.enclosed = opens || self.enclosed && !closes;
            self.at += 1;
            return Some(());
        }
        let taken = self
            .label()
            .or_else(|| self.address())
            .or_else(|| self.date())
            .or_else(|| self.time())
            .or_else(|| self.page())
            .or_else(|| self.paper())
            .or_else(|| self.page_name())?;
        self.at += taken;
        Some(())
    }

    /// 来源：, 日期：, 版次/卷期：.
    fn label(&mut self) -> Option<usize> {
        let n = SOURCE_LABELS.at_start(self.rest())?;
        let blanks = self.rest()[n..].iter().take_while(|c| c.is_whitespace()).count();
        let told = matches!(self.rest().get(n + blanks), Some('：' | ':' | '/'));
        self.labelled += usize::from(told);
        told.then_some(n + blanks + 1)
    }

    /// The address of a web page, behind its label.
    fn address(&mut self) -> Option<usize> {
        let web = self.labelled > 0 && self.rest().starts_with(&['h', 't', 't', 'p']);
        let n = self.rest().iter().take_while(|c| !c.is_whitespace()).count();
        self.addressed |= web;
        web.then_some(n)
    }

    fn date(&mut self) -> Option<usize> {
        let rest = self.rest();
        let (date, n) = calendar::day(rest).filter(|_| self.found.date.is_none())?;
        let date = date?;
        let gap = rest[n..].iter().take_while(|c| c.is_whitespace()).count();
        let day = calendar::weekday(&rest[n + gap..]).map_or(0, |day| gap + day);
        self.found.date = Some(date);
        Some(n + day)
    }

    /// 05:20 behind the date.
    fn time(&self) -> Option<usize> {
        let n = self.rest().iter().take_while(|&&c| chars::is_digit(c) || matches!(c, ':' | '：')).count();
        let is_time = self.found.date.is_some()
            && (4..=8).contains(&n)
            && self.rest()[..n].iter().any(|c| matches!(c, ':' | '：'));
        is_time.then_some(n)
    }

    /// 第 05 版, A07版, 05.
    fn page(&mut self) -> Option<usize> {
        let page = PageNumber::at_start(self.rest()).filter(|page| page.marked && self.found.page.is_none())?;
        let length = page.length;
        self.found.page = Some(page);
        Some(length)
    }

    /// 《江北日报》, 江北日报, 人民网－江北日报: the name of a paper, in quotes or bare.
    fn paper(&mut self) -> Option<usize> {
        let rest = self.rest();
        let quoted = usize::from(rest.first() == Some(&'《'));
        let blanks = rest[quoted..].iter().take_while(|c| quoted > 0 && c.is_whitespace()).count();
        let from = quoted + blanks;
        let name = rest[from..].iter().take(PAPER + 1).take_while(|&&c| chars::is_han(c) || chars::is_kana(c)).count();
        let behind = &rest[from + name..];
        let close = match quoted {
            0 => 0,
            _ => behind.iter().take_while(|c| c.is_whitespace()).count() + 1,
        };
        let closed = quoted == 0 || behind.get(close - 1) == Some(&'》');
        let ends = rest[from..from + name].last().is_some_and(|&c| is_house_end(c));
        if !(2..=PAPER).contains(&name) || !closed || !(ends || quoted > 0) {
            return None;
        }
        // Of a web page and the paper it has an article from, the paper comes last.
        if self.found.publication.is_none() || self.text[self.at - 1] == '－' || self.text[self.at - 1] == '-' {
            self.found.publication = Some(rest[from..from + name].iter().collect());
        }
        self.quoted |= quoted > 0;
        Some(from + name + close)
    }

    /// 要闻, behind the page's number or beside it.
    fn page_name(&mut self) -> Option<usize> {
        let rest = self.rest();
        let n = rest.iter().take(PAGE_NAME + 1).take_while(|&&c| chars::is_han(c) || matches!(c, '·' | '・')).count();
        let paged = self.found.page.is_some() && self.found.date.is_some();
        let told = matches!(self.text[..self.at], [.., '版', '：' | ':'] | [.., '版', '：' | ':', ' ']);
        let known = SECTIONS.has(&rest[..n]) || paged && (self.enclosed || told);
        if !(1..=PAGE_NAME).contains(&n) || !known || self.found.page_name.is_some() {
            return None;
        }
        self.found.page_name = Some(rest[..n].iter().collect());
        Some(n)
    }

    /// Whether what was read is a source line: the paper and the day, the page or a label with them.
    fn finish(mut self, whole: bool) -> Option<SourceLine> {
        let SourceLine { date, publication, page, .. } = &self.found;
        let (dated, named, paged) = (date.is_some(), publication.is_some(), page.is_some());
        let labelled = self.labelled > 0 && (dated || (named || self.addressed) && whole);
        let quoted = self.quoted && (dated || paged);
        let bare = whole && dated && named && paged;
        self.found.certain = labelled && (whole || dated) || quoted;
        (self.found.certain || bare).then_some(self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let Some((found, end)) = source_line(text) else { return "-".to_owned() };
        let word = |word: Option<String>| word.unwrap_or_else(|| "-".to_owned());
        let page = found.page.map(|page| page.value.to_string());
        let parts =
            [word(found.publication), word(found.date.map(|d| d.to_string())), word(page), word(found.page_name)];
        format!("{} {}", parts.join(" "), &text[end..]).trim_end().to_owned()
    }

    #[test]
    fn source_lines() {
        for (text, expected) in [
            ("《江北日报》（2031年03月04日 第 05 版）", "江北日报 2031-03-04 5 -"),
            ("《 江北日报 》（ 2031年03月04日   第 05 版）", "江北日报 2031-03-04 5 -"),
            ("（《江北日报》2031年3月4日第5版）", "江北日报 2031-03-04 5 -"),
            ("《江北日报》（2031年03月04日 第 05 版 要闻）", "江北日报 2031-03-04 5 要闻"),
            ("江北日报 2031-03-04 05版", "江北日报 2031-03-04 5 -"),
            ("【江北日报2031年3月4日 A07版 民生】", "江北日报 2031-03-04 7 民生"),
            ("来源：江北日报  2031年3月4日", "江北日报 2031-03-04 - -"),
            ("2031年03月04日05:20 来源：江北网－江北日报", "江北日报 2031-03-04 - -"),
            ("来源：江北日报 2031年3月4日 第7版：城与人", "江北日报 2031-03-04 7 城与人"),
            ("来源：http://paper.example.org/html/2031-03/04/nw.D110000_20310304_1-01.htm", "- - - -"),
            ("来源：江北日报", "江北日报 - - -"),
            ("时间：2031-03-04", "- 2031-03-04 - -"),
            ("江報 日期：2031-03-04 版次/卷期：02 版 本報訊", "江報 2031-03-04 2 - 本報訊"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_goes_on_as_a_sentence_is_none() {
        for text in [
            "《江北日报》创刊三十年",
            "2031年3月4日，江北日报社迎来客人",
            "江北日报 2031年3月4日 星期二",
            "时间：周六下午两点",
            "据《江北日报》报道",
            "来源：农家自产",
            "报道：2031年3月4日子夜",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}
