//! The grammar of a folio line: date, weekday, the paper's name, the page's number and name, its
//! editors and how to reach them, in any order.

mod contact;
mod element;
mod name;
pub mod page_number;
pub mod sheet;

use super::calendar;
use super::numerals::number;
use crate::model::Date;
use crate::parse::lexicon::{
    COUNTERS, EDITION_LINKS, EDITORS, ENGLISH_PAGES, ENGLISH_PAPERS, FOLIO_TRACES, HOUSES, JUMP_VERBS, PUBLISHED,
    REMARKS, SECTIONS, WRITERS,
};
use crate::text::chars;
use contact::{address, announced, contact_word, issue, total};
pub use element::Proof;
use element::is_separator;
use name::{is_paper, is_section, printed_name, spaced};
use page_number::{PageNumber, page_of};
use sheet::{FilePageNumber, sheet};

/// What a folio line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folio {
    /// The day.
    pub date: Option<Date>,
    /// The paper.
    pub publication: Option<String>,
    /// The page's number.
    pub page_number: Option<u32>,
    /// The page as it is called where that is more than the number: A06.
    pub page_label: Option<String>,
    /// The page's name.
    pub page_name: Option<String>,
    /// How sure it is that the line is furniture.
    pub proof: Proof,
    /// Whether the line numbers a page of the file or of a book, and so may stand amid a paragraph.
    pub sheet: Option<FilePageNumber>,
    /// How many things it says that only a folio says.
    pub parts: u32,
}

/// The longest name of a page, in characters.
const PAGE_NAME: usize = 7;
/// The longest folio line.
const LONGEST: usize = 90;
/// The most short words that are no known name.
const STRAY_WORDS: usize = 2;

/// Reads a line as a folio line; none if anything in it is something else.
pub fn folio(text: &str) -> Option<Folio> {
    if let Some(sheet) = sheet(text) {
        let proof = if sheet.certain { Proof::Certain } else { Proof::Number };
        return Some(Folio { proof, sheet: Some(sheet), ..Folio::default() });
    }
    let is_long = text.chars().nth(PAGE_NAME + 1).is_some();
    if is_long && !text.chars().take(LONGEST).any(is_of_folio) {
        return None;
    }
    let text = spaced(text.chars().take(LONGEST + 1).collect());
    if text.len() > LONGEST || text.len() > PAGE_NAME + 1 && !text.iter().copied().any(is_of_folio) {
        return None;
    }
    let mut reader = FolioReader {
        text: &text,
        at: 0,
        folio: Folio::default(),
        words: Vec::new(),
        numbers: Vec::new(),
        address: false,
        glued: false,
    };
    while reader.at < text.len() {
        reader.step()?;
    }
    reader.finish()
}

/// Whether a line begins as one that names the page's editors, in brackets or not: 责任编辑：某某.
pub fn names_editors(text: &str) -> bool {
    let names = |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '/' | '／'));
    EDITORS.strip_start(text.trim_start_matches(['（', '(', '【', '['])).is_some_and(names)
}

/// Whether a character is one without which no long folio line is: a space, a figure, a letter, a
/// mark between its parts, a word of the trade.
fn is_of_folio(c: char) -> bool {
    c.is_ascii() || c.is_whitespace() || is_separator(c) || chars::is_digit(c) || FOLIO_TRACES.has(c)
}

struct FolioReader<'a> {
    text: &'a [char],
    at: usize,
    folio: Folio,
    words: Vec<String>,
    numbers: Vec<PageNumber>,
    /// Whether a bare address was read, as any text may hold one.
    address: bool,
    /// Whether a word that is no known name is glued to a page's number.
    glued: bool,
}

impl<'a> FolioReader<'a> {
    fn rest(&self) -> &'a [char] {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self) -> Option<()> {
        let first = *self.rest().first()?;
        let ends = self.at + 1 == self.text.len() && self.at > 0 && matches!(first, '）' | ')' | '］' | ']');
        if ends && matches!(self.text.first(), Some('（' | '(' | '［' | '[')) {
            self.at += 1;
            return Some(());
        }
        let goes_on = matches!(first, '，' | '；') && self.begins_element(&self.rest()[1..]);
        if first.is_whitespace() || is_separator(first) || goes_on {
            self.at += 1;
            return Some(());
        }
        let taken = self
            .date()
            .or_else(|| self.weekday())
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
        self.says(Proof::Certain);
    }

    /// Notes one more thing that only a folio says.
    fn says(&mut self, proof: Proof) {
        self.folio.proof = self.folio.proof.max(proof);
        self.folio.parts += 1;
    }

    fn weekday(&mut self) -> Option<usize> {
        let n = calendar::weekday(self.rest())?;
        self.says(Proof::Name);
        Some(n)
    }

    /// 2025年10月15日, 中華民國114年10月13日, 2025-10-15, 15 October 2025, 农历八月廿四.
    fn date(&mut self) -> Option<usize> {
        if let Some(n) = calendar::day_of_week(self.rest()) {
            self.says(Proof::Number);
            self.folio.parts += 1;
            return Some(n);
        }
        let (date, n) = calendar::day(self.rest())?;
        self.folio.date = self.folio.date.or(date);
        let alone = date.is_some() && self.at == 0 && n == self.text.len();
        self.says(if alone { Proof::Number } else { Proof::Certain });
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
            let ends = rest
                .get(from + name)
                .is_none_or(|c| c.is_whitespace() || is_separator(*c) || chars::is_closer(*c) || *c == '、');
            if !(2..=4).contains(&name) || !ends || (names > 0 && self.begins_element(ahead)) || names == 4 {
                break;
            }
            (names, n) = (names + 1, from + name);
        }
        (names > 0).then(|| self.certain())?;
        self.folio.parts += 1;
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
        if let Some(n) = total(rest).or_else(|| issue(rest)) {
            self.certain();
            return Some(n);
        }
        if let Some((end, proof)) = announced(rest) {
            let value = self.value(end);
            self.says(proof);
            return Some(end + value);
        }
        let n = address(rest)?;
        self.address = true;
        self.says(Proof::Number);
        Some(n)
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
        let length = found.length;
        let parted = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at)).is_none_or(|&c| c.is_whitespace() || is_separator(c))
        };
        let zero = rest[usize::from(found.label.is_some())..].first().is_some_and(|c| matches!(c, '0' | '０'));
        let full = zero || rest[0] == '第';
        let stands_apart = full && parted(self.at.checked_sub(1)) && parted(Some(self.at + length));
        if found.padded {
            self.certain();
            self.folio.parts += u32::from(stands_apart);
        }
        self.numbers.push(found);
        Some(length)
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
            self.numbers.push(PageNumber { marked: true, ..PageNumber::bare(value, length) });
            return Some(length);
        }
        let closer = chars::closer_of(rest[0]).filter(|_| matches!(rest[0], '（' | '(' | '［' | '['))?;
        if self.at == 0 && EDITORS.at_start(&rest[1..]).is_some() && self.text.last() == Some(&closer) {
            return Some(1);
        }
        if rest.len() == 1 || self.folio.proof != Proof::Certain {
            return None;
        }
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
                self.numbers.insert(0, PageNumber { padded: true, marked: true, ..PageNumber::bare(value, length) });
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
        } else if self.ends_with_page(name) {
            self.words.push(name.to_owned());
        } else {
            return None;
        }
        self.folio.proof = self.folio.proof.max(Proof::Name);
        Some(name.chars().count())
    }

    /// Whether a name that pages are not known to have is this one's: a word or two behind `Page 4`, at the
    /// line's end.
    fn ends_with_page(&self, name: &str) -> bool {
        let numbered = self.numbers.first().is_some_and(|number| number.padded) && self.words.is_empty();
        numbered && name.chars().count() == self.rest().len() && name_words(name).is_some_and(|count| count <= 2)
    }

    /// The name of a paper or of a page.
    fn word(&mut self) -> Option<usize> {
        let rest = self.rest();
        let n = printed_name(rest);
        let word = &rest[..n];
        if n > PUBLISHER || WRITERS.at_start(word).is_some() {
            return None;
        }
        if PUBLISHED.at_end(word).is_some() || EDITION_LINKS.has(word) {
            self.certain();
            return Some(n);
        }
        if REMARKS.has(word) || HOUSES.at_start(word).is_some() {
            return Some(n);
        }
        if let Some(paper) = is_paper(word).filter(|_| self.folio.publication.is_none()) {
            self.folio.publication = Some(paper);
            self.says(Proof::Name);
            return Some(n);
        }
        if n == 0 || n > PAGE_NAME {
            return None;
        }
        if !is_known(word) {
            self.glued |= self.stands_apart(n)?;
        }
        self.words.push(word.iter().collect());
        Some(n)
    }

    /// Whether a word that is no known name may be a page's, and if so whether it is glued to a page's
    /// number: nothing but that or space is beside it, and it announces nothing.
    fn stands_apart(&self, n: usize) -> Option<bool> {
        let rest = self.rest();
        let parts = |c: char| c.is_whitespace() || is_separator(c);
        let numbered = |number: Option<PageNumber>| n <= GLUED && number.is_some_and(|number| number.padded);
        let before = self.at.checked_sub(1).and_then(|at| self.text.get(at));
        let glued = before.is_some_and(|&c| !parts(c));
        let behind = rest.get(n);
        let announces = matches!(behind, Some('：' | ':')) || JUMP_VERBS.at_end(&rest[..n]).is_some();
        let parted = behind.is_none_or(|&c| parts(c));
        let last = || self.numbers.last().filter(|_| glued).cloned();
        let allowed =
            !announces && (!glued || numbered(last())) && (parted || numbered(PageNumber::at_start(&rest[n..])));
        allowed.then_some(glued || !parted)
    }

    /// Whether a line says enough that a word in it that is no known name may be the page's: a number
    /// like a page's, two things besides, or a bare number that counts nothing. `A4` may be paper, and
    /// `17` schools.
    fn may_hold_strays(&self) -> bool {
        let counts = |word: &String| word.chars().count() > GLUED || word.starts_with(|c| COUNTERS.has(c));
        let bare = || self.words.len() == 1 && !self.words.iter().any(counts);
        let numbered = |number: &PageNumber| number.padded || bare();
        !self.address && (self.numbers.iter().any(numbered) && !self.glued || self.folio.parts >= 2)
    }

    fn finish(mut self) -> Option<Folio> {
        let strays = self.words.iter().filter(|word| !is_known(&word.chars().collect::<Vec<_>>())).count();
        if !self.words.is_empty() && strays == 0 {
            self.folio.proof = self.folio.proof.max(Proof::Name);
        }
        if strays > STRAY_WORDS || strays > 0 && !self.may_hold_strays() {
            return None;
        }
        if !self.numbers.is_empty() && (self.folio.publication.is_some() || !self.words.is_empty()) {
            self.folio.proof = self.folio.proof.max(Proof::Number);
        }
        let dated = self.folio.date.is_some() || self.folio.publication.is_some();
        if strays > 0 && !self.numbers.is_empty() && !dated {
            self.folio.proof = self.folio.proof.min(Proof::Beside);
        }
        if self.folio.proof == Proof::None {
            return None;
        }
        let page = page_of(&self.numbers)?;
        self.folio.page_number = page.map(|page| page.value);
        self.folio.page_label = page.and_then(|page| page.label.clone());
        self.folio.page_name = self.words.into_iter().next();
        Some(self.folio)
    }
}

/// The longest name of a page that may be glued to its number without being known.
const GLUED: usize = 4;

/// Whether a word is the name of a page that pages are known to have, or several: 副刊·文苑, News.
fn is_known(word: &[char]) -> bool {
    let english = || ENGLISH_PAGES.has(word.iter().collect::<String>().to_ascii_lowercase().as_str());
    word.split(|c| matches!(c, '·' | '・')).all(is_section) || english()
}

/// The longest such line, in characters.
const PUBLISHER: usize = 18;

/// The words of a name in Latin script, each with a capital; none where it is no name.
pub fn name_words(text: &str) -> Option<usize> {
    let letter = |c: char| chars::is_latin(c) || matches!(c, '\'' | '’' | '-');
    let is_word = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(letter);
    text.split_whitespace().all(is_word).then(|| text.split_whitespace().count())
}

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
