//! The grammar of a folio line: date, weekday, the paper's name, the page's number and name, its
//! editors and how to reach them, in any order.

use super::lead::number;
use super::lexicon::{CONTACTS, EDITORS, REMARKS, SECTIONS};
use super::people::is_house_end;
use crate::model::Date;
use crate::text::chars;

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

/// How sure it is that a line is furniture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// Short words that any line could be.
    #[default]
    None,
    /// The name of a paper or of a page: furniture beside other furniture.
    Name,
    /// A bare number beside a name: furniture at the page's edge.
    Number,
    /// A date, a page number of the usual shape, editors.
    Certain,
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
    if text.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { text: &text, at: 0, folio: Folio::default(), words: Vec::new(), number_alone: false };
    while reader.at < text.len() {
        reader.step()?;
    }
    reader.finish()
}

struct Reader<'a> {
    text: &'a [char],
    at: usize,
    folio: Folio,
    words: Vec<String>,
    number_alone: bool,
}

impl Reader<'_> {
    fn rest(&self) -> &[char] {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self) -> Option<()> {
        let first = *self.rest().first()?;
        if first.is_whitespace() || is_separator(first) {
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
        self.folio.proof = Proof::Certain;
    }

    /// 2025年10月15日, 中華民國114年10月13日, 2025-10-15, 15 October 2025, 农历八月廿四.
    fn date(&mut self) -> Option<usize> {
        let rest = self.rest();
        if let Some(n) = lunar(rest) {
            self.certain();
            return Some(n);
        }
        let era = ERAS.iter().find(|(word, _)| word.chars().eq(rest.iter().take(word.chars().count()).copied()));
        let (era, first) = era.map_or((0, 0), |(word, first)| (word.chars().count(), *first));
        let era = if era > 0 { era + rest[era..].iter().take_while(|c| c.is_whitespace()).count() } else { 0 };
        let (date, n) = date(&rest[era..], first).or_else(|| day_first(rest))?;
        self.folio.date = self.folio.date.or(date);
        self.certain();
        Some(era + n)
    }

    fn weekday(&mut self) -> Option<usize> {
        let rest: String = self.rest().iter().take(3).collect();
        let day = |c: Option<char>| c.is_some_and(|c| "一二三四五六日天".contains(c));
        let n = match () {
            () if ["星期", "禮拜", "礼拜"].iter().any(|word| rest.starts_with(word)) && day(rest.chars().nth(2)) => {
                3
            }
            () if rest.starts_with(['周', '週']) && day(rest.chars().nth(1)) => 2,
            () if rest.ends_with("曜日") => 3,
            () => return None,
        };
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
        EDITORS.at_start(text).is_some() || CONTACTS.at_start(text).is_some() || SECTIONS.at_start(text).is_some()
    }

    /// 电话：0599-8001234, 零售每份2元, 第12345期, a bare address.
    fn contact(&mut self) -> Option<usize> {
        let rest = self.rest();
        let end = match CONTACTS.at_start(rest) {
            Some(n) => {
                let after = rest.get(n..)?;
                let figure = |c: &char| chars::is_digit(*c) || c.is_ascii_uppercase();
                let told = after.first().is_some_and(|c| matches!(c, '：' | ':') || figure(c))
                    || after.iter().find(|c| !c.is_whitespace()).is_some_and(figure)
                    || CONTACTS.at_start(after).is_some();
                told.then_some(())?;
                n + after.iter().take_while(|c| matches!(c, '：' | ':' | ' ')).count().min(after.len())
            }
            None => issue(rest)?,
        };
        let value = self.value(end);
        self.certain();
        Some(end + value)
    }

    /// The characters of what a word announces: up to the next such word, date or editor.
    fn value(&self, from: usize) -> usize {
        let text = self.rest().get(from..).unwrap_or_default();
        let mut space = true;
        for (i, c) in text.iter().enumerate() {
            let next = CONTACTS.at_start(&text[i..]).is_some() || EDITORS.at_start(&text[i..]).is_some();
            if (next && i > 0) || (space && i > 0 && date(&text[i..], 0).is_some()) || matches!(c, '|' | '｜' | '■')
            {
                return i;
            }
            space = c.is_whitespace();
        }
        text.len()
    }

    /// A06, 04, 第A03版, 第四版, 8.
    fn page_number(&mut self) -> Option<usize> {
        let rest = self.rest();
        let ordinal = usize::from(rest[0] == '第');
        let letter = usize::from(rest.get(ordinal).is_some_and(|c| c.is_ascii_uppercase()));
        let from = ordinal + letter;
        let (value, digits) = number(rest.get(from..)?)?;
        let after = rest.get(from + digits);
        let page = usize::from(after.is_some_and(|c| matches!(c, '版' | '面' | '頁' | '页')));
        let arabic = rest.get(from).is_some_and(|&c| chars::is_digit(c));
        let apart = page == 1
            || after.is_none_or(|&c| {
                !chars::is_digit(c) && !matches!(c, '.' | '-' | '%' | '年' | '月' | '日' | '元' | '期')
            });
        if !apart || value == 0 || value >= 1000 || (!arabic && page == 0) {
            return None;
        }
        let padded = letter == 1 || page == 1 || rest.get(from) == Some(&'0');
        self.folio.page_number = self.folio.page_number.or(Some(value));
        if padded {
            self.certain();
        } else {
            self.number_alone = true;
        }
        Some(from + digits + page)
    }

    /// （月曜日）, （令和7年）: a remark beside a date.
    fn bracket(&mut self) -> Option<usize> {
        const REMARK: usize = 10;
        let rest = self.rest();
        let closer = chars::closer_of(rest[0])
            .filter(|_| matches!(rest[0], '（' | '(') && self.folio.proof == Proof::Certain)?;
        rest.iter().take(REMARK).position(|&c| c == closer).map(|n| n + 1)
    }

    /// Monday, October 13, 2025; Page 1; The Bay Courier.
    fn english(&mut self) -> Option<usize> {
        let rest = self.rest();
        if !chars::is_latin(rest[0]) {
            return None;
        }
        let n = rest.iter().take_while(|&&c| chars::is_latin(c) || c == '.').count();
        let word: String = rest[..n].iter().collect::<String>().to_ascii_lowercase();
        if let Some(month) = month(&word)
            && let Some((date, taken)) = english_date(&rest[n..], month)
        {
            self.folio.date = self.folio.date.or(date);
            self.certain();
            return Some(n + taken);
        }
        if WEEKDAYS.contains(&word.as_str()) {
            return Some(n);
        }
        if matches!(word.as_str(), "page" | "p." | "p") {
            let gap = rest[n..].iter().take_while(|c| c.is_whitespace()).count();
            let (value, digits) = number(&rest[n + gap..])?;
            self.folio.page_number = self.folio.page_number.or(Some(value));
            self.certain();
            return Some(n + gap + digits);
        }
        let name: String =
            rest.iter().take_while(|&&c| chars::is_latin(c) || matches!(c, ' ' | '\'' | '’' | '&')).collect();
        let name = before_day(name.trim_end());
        let letters = name.chars().filter(|c| !c.is_whitespace());
        if letters.clone().count() > 3 && letters.clone().all(|c| c.is_ascii_uppercase()) {
            self.folio.proof = self.folio.proof.max(Proof::Name);
            return Some(name.chars().count());
        }
        let known = name.rsplit(' ').next().is_some_and(|word| PAPERS.contains(&word));
        known.then(|| self.folio.publication = Some(name.to_owned()))?;
        self.folio.proof = self.folio.proof.max(Proof::Name);
        Some(name.chars().count())
    }

    /// The name of a paper or of a page.
    fn word(&mut self) -> Option<usize> {
        let rest = self.rest();
        let n = rest.iter().take_while(|&&c| chars::is_han(c) || chars::is_kana(c) || matches!(c, '·' | '・')).count();
        let word: String = rest[..n].iter().collect();
        if REMARKS.has(&rest[..n]) {
            return Some(n);
        }
        let paper = n >= 3
            && (is_house_end(rest[n - 1])
                || ["新聞", "新闻"].iter().any(|w| word.ends_with(w) && !SECTIONS.has(&rest[..n])));
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
        let known = |word: &String| word.split(['·', '・']).all(|part| SECTIONS.has(&part.chars().collect::<Vec<_>>()));
        if !self.words.is_empty() && self.words.iter().all(known) {
            self.folio.proof = self.folio.proof.max(Proof::Name);
        }
        if self.number_alone && (self.folio.publication.is_some() || !self.words.is_empty()) {
            self.folio.proof = self.folio.proof.max(Proof::Number);
        }
        let strays = self.words.iter().filter(|word| !known(word)).count();
        if strays > STRAY_WORDS || self.folio.proof == Proof::None {
            return None;
        }
        self.folio.page_name = self.words.into_iter().next();
        Some(self.folio)
    }
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        '|' | '｜'
            | '/'
            | '／'
            | '■'
            | '□'
            | '◇'
            | '○'
            | '☆'
            | '△'
            | '●'
            | '◆'
            | '▲'
            | '★'
            | '—'
            | '-'
            | ','
            | '·'
            | '・'
            | ':'
            | '：'
            | '.'
            | '～'
    )
}

/// 第12345期, an e-mail or web address: its characters.
fn issue(text: &[char]) -> Option<usize> {
    if text.first() == Some(&'第') {
        let digits = text[1..].iter().take_while(|&&c| chars::is_digit(c) || c == ' ').count();
        return (digits > 0 && text.get(1 + digits) == Some(&'期')).then_some(digits + 2);
    }
    let end = text.iter().take_while(|c| !c.is_whitespace() && !matches!(c, '｜' | '|')).count();
    let token: String = text[..end].iter().collect();
    (token.contains('@') || token.starts_with("www.") || token.starts_with("http")).then_some(end)
}

/// The last words of English papers' names.
const PAPERS: [&str; 14] = [
    "Courier",
    "Times",
    "Post",
    "Herald",
    "News",
    "Tribune",
    "Gazette",
    "Journal",
    "Chronicle",
    "Observer",
    "Daily",
    "Standard",
    "Mail",
    "Telegraph",
];

/// Eras that years are counted in, and the year before each one's first.
const ERAS: [(&str, u32); 6] =
    [("中華民國", 1911), ("民國", 1911), ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("公元", 0)];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month of a name or of its beginning, three letters or more.
fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word)).map(|at| at as u32 + 1)
}

/// A name's words before the first that is a day's or a month's: The Bay Courier Friday.
fn before_day(name: &str) -> &str {
    let is_day = |word: &str| {
        let word = word.to_ascii_lowercase();
        WEEKDAYS.contains(&word.as_str()) || MONTHS.contains(&word.as_str())
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

/// `13 October 2025`.
fn day_first(text: &[char]) -> Option<(Option<Date>, usize)> {
    let spaces = |from: usize| from + text[from..].iter().take_while(|c| c.is_whitespace() || **c == ',').count();
    let (day, n) = number(text).filter(|&(day, _)| (1..=31).contains(&day))?;
    let word_at = spaces(n);
    let letters = text[word_at..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let month = month(&text[word_at..word_at + letters].iter().collect::<String>().to_ascii_lowercase())?;
    let year_at = spaces(word_at + letters);
    let (year, n) = number(&text[year_at..]).filter(|&(year, _)| year >= 1000)?;
    Some((Date::new(year, month, day), year_at + n))
}

/// A day of the old calendar, by its name or its year's: 农历八月廿四, 乙巳年八月廿四; its characters.
fn lunar(text: &[char]) -> Option<usize> {
    let mut at = match text {
        ['农' | '夏' | '阴', '历', ..] | ['農' | '夏' | '陰', '曆', ..] | ['旧' | '舊', '历' | '曆' | '暦', ..] => {
            2
        }
        _ => 0,
    };
    if let [stem, branch, '年', ..] = text.get(at..)?
        && "甲乙丙丁戊己庚辛壬癸".contains(*stem)
        && "子丑寅卯辰巳午未申酉戌亥".contains(*branch)
    {
        at += 3;
    }
    if at == 0 {
        return None;
    }
    at += usize::from(matches!(text.get(at), Some('闰' | '閏')));
    let named = text.get(at).is_some_and(|c| "正冬腊臘".contains(*c));
    at += if named { 1 } else { number(text.get(at..)?)?.1 };
    if text.get(at) != Some(&'月') {
        return None;
    }
    at += 1;
    at += usize::from(text.get(at) == Some(&'初'));
    let (_, n) = number(text.get(at..)?)?;
    Some(at + n + usize::from(text.get(at + n) == Some(&'日')))
}

/// ` 13, 2025` after a month.
fn english_date(text: &[char], month: u32) -> Option<(Option<Date>, usize)> {
    let spaces =
        |from: usize| text[from.min(text.len())..].iter().take_while(|c| c.is_whitespace() || **c == ',').count();
    let at = spaces(0);
    let (day, n) = number(&text[at..])?;
    let at = at + n;
    let year_at = at + spaces(at);
    let (year, n) = number(&text[year_at..]).filter(|&(year, _)| year >= 1000)?;
    Some((Date::new(year, month, day), year_at + n))
}

/// A date with a year; none within where the calendar has no such day.
fn date(text: &[char], era: u32) -> Option<(Option<Date>, usize)> {
    let blanks = |at: usize| at + text.get(at..).unwrap_or_default().iter().take_while(|c| c.is_whitespace()).count();
    let (year, n) = number(text)?;
    let at = blanks(n);
    let mark = *text.get(at)?;
    let written = mark == '年';
    if !(written || (era == 0 && year >= 1000 && matches!(mark, '-' | '.' | '/'))) {
        return None;
    }
    let at = blanks(at + 1 + remark(text.get(at + 1..)?));
    let (month, n) = number(text.get(at..)?)?;
    let at = blanks(at + n);
    let second = *text.get(at)?;
    if second != if written { '月' } else { mark } {
        return None;
    }
    let at = blanks(at + 1);
    let (day, n) = number(text.get(at..)?)?;
    let end = blanks(at + n);
    let end = if written && text.get(end) == Some(&'日') { end + 1 } else { at + n };
    let plausible = era > 0 || (1800..2200).contains(&year);
    plausible.then(|| (Date::new(year + era, month, day), end))
}

/// （令和7年） after the year.
fn remark(text: &[char]) -> usize {
    const LONGEST: usize = 9;
    match text.first() {
        Some('（' | '(') => text.iter().take(LONGEST).position(|c| matches!(c, '）' | ')')).map_or(0, |n| n + 1),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = folio(text).map(|f| {
            let word = |w: Option<String>| w.unwrap_or("-".into());
            let number = f.page_number.map_or("-".into(), |n| n.to_string());
            format!(
                "{} {} {number} {} {:?}",
                word(f.publication),
                word(f.date.map(|d| d.to_string())),
                word(f.page_name),
                f.proof
            )
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn folio_lines() {
        check("2025年10月15日 星期三 责任编辑：秦川 版式策划：丁柔", Some("- 2025-10-15 - - Certain"));
        check("04城事", Some("- - 4 城事 Certain"));
        check("河湾日报 2025年10月16日 星期四", Some("河湾日报 2025-10-16 - - Certain"));
        check("观点·对话07", Some("- - 7 观点·对话 Certain"));
        check("A06 港聞", Some("- - 6 港聞 Certain"));
        check("第A03版 综合新闻", Some("- - 3 综合新闻 Certain"));
        check("本版编辑 薛冬 版式 方圆 电话：0599-8123456", Some("- - - - Certain"));
        check("三河新聞 2025年（令和7年）10月13日（月曜日） 地域21", Some("三河新聞 2025-10-13 21 地域 Certain"));
        check("中華民國114年10月13日 星期一 東岸時報", Some("東岸時報 2025-10-13 - - Certain"));
        check("Monday, October 13, 2025 Page 1", Some("- 2025-10-13 1 - Certain"));
        check("The Bay Courier", Some("The Bay Courier - - - Name"));
        check("副刊·文苑", Some("- - - 副刊·文苑 Name"));
        check("要闻 2", Some("- - 2 要闻 Number"));
        check("2025.04.04 星期五", Some("- 2025-04-04 - - Certain"));
        check("2025年4月4日 农历三月初七", Some("- 2025-04-04 - - Certain"));
        check("农历乙巳年三月初七", Some("- - - - Certain"));
        check("農曆三月初七 星期五", Some("- - - - Certain"));
        check("乙巳年三月初七 清明", Some("- - - - Certain"));
        check("新闻热线 0599-8123456 邮编：366000", Some("- - - - Certain"));
        check("电子邮箱:news@hewan.example", Some("- - - - Certain"));
        check("传真：(0599) 8123456", Some("- - - - Certain"));
        check("第04版", Some("- - 4 - Certain"));
        check("B2 副刊", Some("- - 2 副刊 Certain"));
        check("第3面", Some("- - 3 - Certain"));
        check("三河新聞 朝刊 第3面", Some("三河新聞 - 3 - Certain"));
        check("令和7年4月4日（金曜日）", Some("- 2025-04-04 - - Certain"));
        check("2025年(令和7年)4月4日(金) 朝刊 21面 地域", Some("- 2025-04-04 21 地域 Certain"));
        check("Page 3", Some("- - 3 - Certain"));
        check("The Bay Courier Friday, April 4, 2025", Some("The Bay Courier 2025-04-04 - - Certain"));
        check("Friday 4 April 2025", Some("- 2025-04-04 - - Certain"));
        check("FRIDAY, APRIL 4, 2025 | A3", Some("- 2025-04-04 3 - Certain"));
        check("今日8版 零售价1.50元", Some("- - - - Certain"));
        check("国内统一连续出版物号：CN 35-0099", Some("- - - - Certain"));
        check("◇责编/秦川 ◇美编/丁柔", Some("- - - - Certain"));
        check("主编 秦川 责编 丁柔 美编 方圆", Some("- - - - Certain"));
        check("星期五 2025年4月4日 乙巳年三月初七", Some("- 2025-04-04 - - Certain"));
    }

    #[test]
    fn other_lines() {
        for text in [
            "2025年10月15日，河水涨了",
            "古镇修复",
            "鸡蛋 9.72",
            "编辑部的故事",
            "10月15日",
            "17 所学校开放实训车间",
            "今年9月",
            "",
        ] {
            check(text, None);
        }
    }
}
