//! The grammar of a folio line: date, weekday, the paper's name, the page's number and name, its
//! editors and how to reach them, in any order.

mod contact;
mod element;
pub mod page_number;

use super::calendar;
use super::numerals::number;
use super::people::is_house_end;
use crate::model::Date;
use crate::parse::lexicon::{
    EDITORS, ENGLISH_PAGES, ENGLISH_PAPERS, FOLIO_TRACES, PUBLISHED, REMARKS, SECTIONS, WRITERS,
};
use crate::text::chars;
use contact::{announced, contact_word, issue};
pub use element::Proof;
use element::is_separator;
use page_number::{PageNumber, page_of};

/// What a folio line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folio {
    /// The day.
    pub date: Option<Date>,
    /// The paper.
    pub publication: Option<String>,
    /// The page's number.
    pub page_number: Option<u32>,
    /// The page's name.
    pub page_name: Option<String>,
    /// How sure it is that the line is furniture.
    pub proof: Proof,
}

/// The longest name of a page, in characters.
const PAGE_NAME: usize = 7;
/// The longest folio line.
const LONGEST: usize = 90;
/// The most short words that are no known name.
const STRAY_WORDS: usize = 2;

/// Reads a line as a folio line; none if anything in it is something else.
pub fn folio(text: &str) -> Option<Folio> {
    let text: Vec<char> = text.chars().take(LONGEST + 1).collect();
    if text.len() > LONGEST || text.len() > PAGE_NAME + 1 && !text.iter().any(is_of_folio) {
        return None;
    }
    let mut reader =
        FolioReader { text: &text, at: 0, folio: Folio::default(), words: Vec::new(), numbers: Vec::new() };
    while reader.at < text.len() {
        reader.step()?;
    }
    reader.finish()
}

/// Whether a character is one without which no long folio line is: a space, a figure, a letter, a
/// mark between its parts, a word of the trade.
fn is_of_folio(c: &char) -> bool {
    c.is_ascii() || c.is_whitespace() || is_separator(*c) || chars::is_digit(*c) || FOLIO_TRACES.has(*c)
}

struct FolioReader<'a> {
    text: &'a [char],
    at: usize,
    folio: Folio,
    words: Vec<String>,
    numbers: Vec<PageNumber>,
}

impl FolioReader<'_> {
    fn rest(&self) -> &[char] {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self) -> Option<()> {
        let first = *self.rest().first()?;
        let goes_on = matches!(first, '，' | '；') && self.begins_element(&self.rest()[1..]);
        if first.is_whitespace() || is_separator(first) || goes_on {
            self.at += 1;
            return Some(());
        }
        let taken = self
            .date()
            .or_else(|| calendar::weekday(self.rest()))
            .or_else(|| self.editors())
            .or_else(|| self.contact())
            .or_else(|| self.page_number())
            .or_else(|| self.bracket())
            .or_else(|| self.english())
            .or_else(|| self.word())?;
        self.at += taken.max(1);
        Some(())
    }

    fn certain(&mut self) {
        self.folio.proof = Proof::Certain;
    }

    /// 2025年10月15日, 中華民國114年10月13日, 2025-10-15, 15 October 2025, 农历八月廿四.
    fn date(&mut self) -> Option<usize> {
        if let Some(n) = calendar::day_of_week(self.rest()) {
            self.folio.proof = self.folio.proof.max(Proof::Number);
            return Some(n);
        }
        let (date, n) = calendar::day(self.rest())?;
        self.folio.date = self.folio.date.or(date);
        let alone = date.is_some() && self.at == 0 && n == self.text.len();
        self.folio.proof = self.folio.proof.max(if alone { Proof::Number } else { Proof::Certain });
        Some(n)
    }

    /// 责任编辑：某某 某某.
    fn editors(&mut self) -> Option<usize> {
        let rest = self.rest();
        let mut n = EDITORS.at_start(rest)?;
        let told = rest.get(n).is_some_and(|c| matches!(c, '：' | ':' | '/' | '／' | ' ' | '\u{3000}' | '|' | '｜'));
        if !told {
            return None;
        }
        n += 1;
        let mut names = 0;
        loop {
            let gap = rest[n.min(rest.len())..].iter().take_while(|c| c.is_whitespace() || matches!(c, '、')).count();
            let from = n + gap;
            let name = rest.get(from..).unwrap_or_default().iter().take_while(|&&c| chars::is_han(c)).count();
            let ahead = rest.get(from..).unwrap_or_default();
            let ends = rest.get(from + name).is_none_or(|c| c.is_whitespace() || is_separator(*c) || *c == '、');
            if !(2..=4).contains(&name) || !ends || (names > 0 && self.begins_element(ahead)) || names == 4 {
                break;
            }
            (names, n) = (names + 1, from + name);
        }
        (names > 0).then(|| self.certain())?;
        Some(n)
    }

    fn begins_element(&self, text: &[char]) -> bool {
        EDITORS.at_start(text).is_some()
            || contact_word(text).is_some()
            || SECTIONS.at_start(text).is_some()
            || WRITERS.at_start(text).is_some()
    }

    /// 新闻热线：0599-8001234, 零售每份2元, 第12345期, a bare address. What the paper alone prints is
    /// certain; an address or a telephone number may be a notice's.
    fn contact(&mut self) -> Option<usize> {
        let rest = self.rest();
        let (end, proof) = match (announced(rest), issue(rest)) {
            (Some(found), _) => found,
            (None, Some(n)) => (n, Proof::Certain),
            (None, None) => return None,
        };
        let value = self.value(end);
        self.folio.proof = self.folio.proof.max(proof);
        Some(end + value)
    }

    /// The characters of what a word announces: up to the next such word, date or editor.
    fn value(&self, from: usize) -> usize {
        let text = self.rest().get(from..).unwrap_or_default();
        let mut space = true;
        for (i, c) in text.iter().enumerate() {
            let next = contact_word(&text[i..]).is_some() || EDITORS.at_start(&text[i..]).is_some();
            if (next && i > 0)
                || (space && i > 0 && calendar::date(&text[i..], 0).is_some())
                || matches!(c, '|' | '｜' | '■' | '，' | '；')
            {
                return i;
            }
            space = c.is_whitespace();
        }
        text.len()
    }

    /// A06, 04, 第 A03 版, 第四版, A8-A9, 8.
    fn page_number(&mut self) -> Option<usize> {
        let rest = self.rest();
        let found = PageNumber::at_start(rest)?;
        let glued = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at)).is_some_and(|&c| chars::is_han(c) || chars::is_kana(c))
        };
        let amid = glued(self.at.checked_sub(1)) && glued(Some(self.at + found.length));
        if amid && !found.marked {
            return None;
        }
        self.numbers.push(found);
        if found.padded {
            self.certain();
        }
        Some(found.length)
    }

    /// （月曜日）, （令和7年）: a remark beside a date; （23）: the page's number.
    fn bracket(&mut self) -> Option<usize> {
        const REMARK: usize = 10;
        let rest = self.rest();
        if let ['（' | '(', inside @ ..] = rest
            && let Some((value, digits)) = number(inside)
            && matches!(inside.get(digits), Some('）' | ')'))
            && chars::is_digit(inside[0])
        {
            let length = digits + 2;
            self.numbers.push(PageNumber { value, length, padded: false, marked: true });
            return Some(length);
        }
        let closer = chars::closer_of(rest[0])
            .filter(|_| matches!(rest[0], '（' | '(') && self.folio.proof == Proof::Certain)?;
        rest.iter().take(REMARK).position(|&c| c == closer).map(|n| n + 1)
    }

    /// Monday, October 13, 2025; Page 1; The Bay Courier; Local.
    fn english(&mut self) -> Option<usize> {
        let rest = self.rest();
        if !chars::is_latin(rest[0]) {
            return None;
        }
        let n = rest.iter().take_while(|&&c| chars::is_latin(c) || c == '.').count();
        let word: String = rest[..n].iter().collect::<String>().to_ascii_lowercase();
        if let Some(month) = calendar::month(&word)
            && let Some((date, taken)) = calendar::english_date(&rest[n..], month)
        {
            self.folio.date = self.folio.date.or(date);
            self.certain();
            return Some(n + taken);
        }
        if calendar::is_weekday(&word) {
            return Some(n);
        }
        if matches!(word.as_str(), "page" | "p." | "p" | "vol." | "vol" | "no.") {
            let gap = rest[n..].iter().take_while(|c| c.is_whitespace()).count();
            let (value, length) = number(&rest[n + gap..])?;
            if word.starts_with('p') {
                self.numbers.insert(0, PageNumber { value, length, padded: true, marked: true });
            }
            self.certain();
            return Some(n + gap + length);
        }
        self.english_name()
    }

    /// The name of an English paper or page: The Bay Courier, BAY COURIER, Local.
    fn english_name(&mut self) -> Option<usize> {
        let rest = self.rest();
        let name: String =
            rest.iter().take_while(|&&c| chars::is_latin(c) || matches!(c, ' ' | '\'' | '’' | '&')).collect();
        let name = before_day(name.trim_end());
        let last = name.rsplit(' ').next().unwrap_or_default();
        let capitals = name.len() > 3 && !name.contains(char::is_lowercase);
        let paper = ENGLISH_PAPERS.has(last.to_ascii_lowercase().as_str()) && (name.contains(' ') || capitals);
        if ENGLISH_PAGES.has(name.to_ascii_lowercase().as_str()) {
            self.words.push(name.to_owned());
        } else if paper {
            self.folio.publication = self.folio.publication.take().or_else(|| Some(name.to_owned()));
        } else {
            return None;
        }
        self.folio.proof = self.folio.proof.max(Proof::Name);
        Some(name.chars().count())
    }

    /// The name of a paper or of a page.
    fn word(&mut self) -> Option<usize> {
        let rest = self.rest();
        let n = rest.iter().take_while(|&&c| chars::is_han(c) || chars::is_kana(c) || matches!(c, '·' | '・')).count();
        if n > PUBLISHER {
            return None;
        }
        let word: String = rest[..n].iter().collect();
        if PUBLISHED.at_end(&rest[..n]).is_some() {
            self.certain();
            return Some(n);
        }
        if WRITERS.at_start(&rest[..n]).is_some() {
            return None;
        }
        if REMARKS.has(&rest[..n]) {
            return Some(n);
        }
        let paper = n >= 3
            && !is_section(&rest[..n])
            && (is_house_end(rest[n - 1]) && !word.ends_with('刊') || word.ends_with("新聞"));
        if paper && n <= PAGE_NAME + 1 && self.folio.publication.is_none() {
            self.folio.publication = Some(word);
            self.folio.proof = self.folio.proof.max(Proof::Name);
            return Some(n);
        }
        if n == 0 || n > PAGE_NAME {
            return None;
        }
        self.words.push(word);
        Some(n)
    }

    fn finish(mut self) -> Option<Folio> {
        let known = |word: &String| {
            ENGLISH_PAGES.has(word.to_ascii_lowercase().as_str())
                || word.split(['·', '・']).all(|part| is_section(&part.chars().collect::<Vec<_>>()))
        };
        if !self.words.is_empty() && self.words.iter().all(known) {
            self.folio.proof = self.folio.proof.max(Proof::Name);
        }
        if !self.numbers.is_empty() && (self.folio.publication.is_some() || !self.words.is_empty()) {
            self.folio.proof = self.folio.proof.max(Proof::Number);
        }
        let dashed = self.words.is_empty() && self.folio.publication.is_none() && is_dashed(self.text);
        if dashed && !self.numbers.is_empty() {
            self.folio.proof = self.folio.proof.max(Proof::Number);
        }
        let strays = self.words.iter().filter(|word| !known(word)).count();
        if strays > STRAY_WORDS || self.folio.proof == Proof::None {
            return None;
        }
        self.folio.page_number = page_of(&self.numbers)?;
        self.folio.page_name = self.words.into_iter().next();
        Some(self.folio)
    }
}

/// Whether a text begins and ends with a dash: — 2 —.
fn is_dashed(text: &[char]) -> bool {
    let dash = |c: Option<&char>| c.is_some_and(|c| matches!(c, '—' | '-' | '–' | '·' | '・'));
    text.len() > 2 && dash(text.first()) && dash(text.last())
}

/// Whether a word is the name of a page, or two such names: 体育, 体育新闻, 地方綜合.
fn is_section(word: &[char]) -> bool {
    let first = SECTIONS.at_start(word);
    first.is_some_and(|n| n == word.len() || SECTIONS.has(&word[n..]))
}

/// The longest such line, in characters.
const PUBLISHER: usize = 18;

/// A name's words before the first that is a day's or a month's: The Bay Courier Friday.
fn before_day(name: &str) -> &str {
    let is_day = |word: &str| {
        let word = word.to_ascii_lowercase();
        calendar::is_day_or_month(&word)
    };
    let mut at = 0;
    for word in name.split_inclusive(' ') {
        if at > 0 && is_day(word.trim_end()) {
            break;
        }
        at += word.len();
    }
    name[..at].trim_end()
}

#[cfg(test)]
mod tests;
