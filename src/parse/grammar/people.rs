//! The grammar of people: roles and names as bylines and credits list them.

use std::ops::Range;

use super::stream::Stream;
use crate::hanzi::simplified;
use crate::model::Person;
use crate::parse::lexicon::{self, HOUSE_ENDS, REPORTED, ROLES};
use crate::text::chars;

/// The longest house before a role (本报驻京) in characters.
const HOUSE: usize = 10;
/// The longest Han name, family name included.
const NAME: usize = 4;
/// The longest name of another script.
const FOREIGN_NAME: usize = 24;

/// The characters of the role a text begins with, its house (本报, 新华社) included.
pub fn role_at(text: &[char]) -> Option<usize> {
    (0..=HOUSE.min(text.len()))
        .take_while(|&k| k == 0 || chars::is_han(text[k - 1]))
        .filter(|&k| k == 0 || text[..k].iter().any(|&c| is_house_end(c)))
        .find_map(|k| ROLES.at_start(&text[k..]).map(|n| k + n))
}

/// The last character of a paper's or an agency's name.
pub fn is_house_end(c: char) -> bool {
    HOUSE_ENDS.has(c)
}

/// Whether the characters could be one person's name.
pub fn is_name(text: &[char]) -> bool {
    let han = text.iter().all(|&c| chars::is_han(c));
    let foreign =
        |c: char| chars::is_han(c) || chars::is_latin(c) || chars::is_kana(c) || matches!(c, '·' | '・' | '.' | '-');
    match text.len() {
        0 | 1 => false,
        _ if REPORTED.at_end(text).is_some() => false,
        n if han => n <= NAME,
        n => n <= FOREIGN_NAME && text.iter().all(|&c| foreign(c)) && (is_of_one_script(text) || is_dotted(text)),
    }
}

/// Whether Han and Latin are not mixed; kana goes with either.
fn is_of_one_script(text: &[char]) -> bool {
    !text.iter().any(|&c| chars::is_han(c)) || !text.iter().any(|&c| chars::is_latin(c))
}

/// Whether a dot parts the names of a person, as in J·某某.
fn is_dotted(text: &[char]) -> bool {
    text.iter().any(|c| matches!(c, '·' | '・' | '.'))
}

/// Whether the characters are a Han name with a common family name.
pub fn is_common_name(text: &[char]) -> bool {
    (2..=NAME).contains(&text.len())
        && text.iter().all(|&c| chars::is_han(c))
        && lexicon::surname(text).is_some_and(|n| text.len() <= n + 2)
}

/// The people that a stretch lists, if it holds nothing else. An empty list is possible: a role
/// alone, or nothing.
pub fn people(stream: &Stream, range: Range<usize>) -> Option<Vec<Person>> {
    let mut list = PeopleReader { stream, end: range.end, at: range.start, role: None, found: Vec::new() };
    while list.at < list.end {
        list.step()?;
    }
    Some(list.found)
}

struct PeopleReader<'a> {
    stream: &'a Stream,
    end: usize,
    at: usize,
    role: Option<String>,
    found: Vec<Person>,
}

impl PeopleReader<'_> {
    /// Reads one separator, role or name; none where there is none.
    fn step(&mut self) -> Option<()> {
        let rest = self.stream.chars.get(self.at..self.end)?;
        let first = *rest.first()?;
        if is_separator(first) {
            self.at += 1;
            return Some(());
        }
        if let Some(n) = role_at(rest).filter(|&n| self.role_stands(n)) {
            self.role(n);
            return Some(());
        }
        let token = self.token();
        self.at += token.len();
        self.names(token)
    }

    /// Whether a word of this length that looks like a role is one: 文 before a name's rest is not.
    fn role_stands(&self, n: usize) -> bool {
        let after = self.at + n;
        let stands = n > 1 || after >= self.end || self.stream.parted(after) || is_separator(self.stream.chars[after]);
        stands && (self.at + 1..after).all(|i| !self.stream.spaced[i])
    }

    fn role(&mut self, n: usize) {
        let word: String = self.stream.chars[self.at..self.at + n].iter().collect();
        self.at += n;
        let follows = self.stream.chars[self.at..self.end].iter().any(|&c| !is_separator(c));
        let slash = |at: Option<usize>| at.and_then(|at| self.stream.at(at)).is_some_and(|c| matches!(c, '/' | '／'));
        let before_slash = slash(Some(self.at));
        if slash((self.at - n).checked_sub(1)) && is_photo(&word) {
            self.found.iter_mut().next_back().into_iter().for_each(|person| person.role = Some(word.clone()));
            return;
        }
        if !follows && is_photo(&word) {
            let reports = REPORTED.at_end(word.as_str()).is_some();
            let all = self.found.iter_mut().filter(|person| !reports || person.role.is_none());
            all.for_each(|person| person.role = Some(word.clone()));
            return;
        }
        let nameless: Vec<_> = self.found.iter_mut().rev().take_while(|person| person.role.is_none()).collect();
        if nameless.is_empty() || (follows && before_slash) {
            self.role = Some(word);
            return;
        }
        nameless.into_iter().for_each(|person| person.role = Some(word.clone()));
    }

    /// What stands here up to a separator or a space.
    fn token(&self) -> Range<usize> {
        let end = (self.at + 1..self.end)
            .find(|&i| {
                let role = ROLES.at_start(&self.stream.chars[i..self.end]).is_some_and(|n| n > 1);
                self.stream.spaced[i] || is_separator(self.stream.chars[i]) || role
            })
            .unwrap_or(self.end);
        self.at..end
    }

    fn names(&mut self, token: Range<usize>) -> Option<()> {
        let mut text = &self.stream.chars[token.clone()];
        let mut role = self.role.clone();
        if let Some(n) = glued_role(text) {
            role = Some(text[text.len() - n..].iter().collect());
            text = &text[..text.len() - n];
        }
        if let [single] = text {
            return self.letterspaced(*single, role);
        }
        let line_break = token.clone().skip(1).find(|&i| self.stream.starts_line[i]).map(|i| i - token.start);
        for name in split_names(text, line_break)? {
            self.found.push(Person { role: role.clone(), name: name.iter().collect() });
        }
        Some(())
    }

    /// A name of two characters set apart: 李 明.
    fn letterspaced(&mut self, first: char, role: Option<String>) -> Option<()> {
        let second = self.stream.at(self.at).filter(|&c| self.at < self.end && chars::is_han(c))?;
        self.at += 1;
        let ended = self.at >= self.end || self.stream.parted(self.at) || is_separator(self.stream.chars[self.at]);
        let alone = ended || ROLES.has(&self.stream.chars[self.at..self.end]);
        (alone && chars::is_han(first))
            .then(|| self.found.push(Person { role, name: [first, second].iter().collect() }))
    }
}

/// Whether a role behind the names is a picture's, whatever role stands before them.
fn is_photo(role: &str) -> bool {
    role.contains(|c| simplified(c) == '摄')
}

fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '/' | '／' | '：' | ':' | '；' | ';' | '|' | '｜' | '□' | '■' | '●' | '◎' | '◆')
}

/// The role that a name is glued to: 某某摄.
fn glued_role(text: &[char]) -> Option<usize> {
    let n = ROLES.at_end(text)?;
    let photo = n > 1 || text.last().is_some_and(|&c| simplified(c) == '摄');
    (photo && is_name(&text[..text.len() - n])).then_some(n)
}

/// A stretch without a space, as names: one, or more where a line break or a family name parts them.
fn split_names(text: &[char], line_break: Option<usize>) -> Option<Vec<&[char]>> {
    if is_name(text) && !(text.len() == NAME && line_break.is_some_and(|at| two_common_names(text, at))) {
        return Some(vec![text]);
    }
    let cuts = line_break.into_iter().chain([3, 2, 4]);
    cuts.filter(|&at| at < text.len()).find(|&at| two_common_names(text, at)).map(|at| vec![&text[..at], &text[at..]])
}

fn two_common_names(text: &[char], at: usize) -> bool {
    text.len() > at && is_common_name(&text[..at]) && is_common_name(&text[at..])
}

/// Whether the characters are a foreign person's name in Han characters: 卡米拉·奥尔登.
pub fn is_foreign_name(text: &[char]) -> bool {
    const LONGEST: usize = 14;
    let dots = text.iter().filter(|&&c| matches!(c, '·' | '・')).count();
    let parts = || text.split(|&c| matches!(c, '·' | '・'));
    (1..=3).contains(&dots)
        && text.len() <= LONGEST
        && parts().all(|part| (1..=6).contains(&part.len()) && part.iter().all(|&c| chars::is_han(c)))
}

/// Whether a line is one or more common names and nothing else: 江一帆, 江一帆 周密, 李 明.
pub fn is_names(text: &str) -> bool {
    const LONGEST: usize = 36;
    if text.len() > LONGEST {
        return false;
    }
    let words: Vec<Vec<char>> =
        text.split([' ', '\u{3000}', '、']).filter(|w| !w.is_empty()).map(|w| w.chars().collect()).collect();
    match words.as_slice() {
        [name] if is_foreign_name(name) => true,
        [] => false,
        [family, given] if family.len() == 1 && given.len() == 1 => is_common_name(&[family[0], given[0]]),
        words => words.iter().all(|word| is_common_name(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Option<String> {
        let stream = Stream::of_text(text);
        let people = people(&stream, 0..stream.chars.len())?;
        Some(
            people
                .iter()
                .map(|p| format!("{}={}", p.role.as_deref().unwrap_or(""), p.name))
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    #[test]
    fn a_sentence_with_a_latin_word_is_no_name() {
        let is_name = |text: &str| super::is_name(&text.chars().collect::<Vec<_>>());
        assert!(is_name("J·沃伦") && is_name("AnnaLind") && is_name("周密"));
        assert!(!is_name("按Enter打开") && !is_name("用USB充电"));
    }

    #[test]
    fn lists_of_people() {
        for (text, people) in [
            ("记者 江一帆", "记者=江一帆"),
            ("记者江一帆 周密", "记者=江一帆 记者=周密"),
            ("记者 江\n一帆 通讯员 周密", "记者=江一帆 通讯员=周密"),
            ("记者 李 明 通讯员 周密", "记者=李明 通讯员=周密"),
            ("本报记者 江一帆", "本报记者=江一帆"),
            ("本报驻北岸记者 江一帆", "本报驻北岸记者=江一帆"),
            ("記者江一帆、周密", "記者=江一帆 記者=周密"),
            ("周密 摄", "摄=周密"),
            ("江一帆摄", "摄=江一帆"),
            ("江一帆/文 周密/图", "文=江一帆 图=周密"),
            ("记者 江一帆\n周知远", "记者=江一帆 记者=周知远"),
            ("通讯员 叶文涛", "通讯员=叶文涛"),
            ("文/图 记者 江一帆", "记者=江一帆"),
            ("通讯员 江一帆 摄影报道", "通讯员=江一帆"),
            ("本报记者 江一帆/文 周密/摄", "本报记者=江一帆 摄=周密"),
            ("統籌／江一帆 採寫／周密", "統籌=江一帆 採寫=周密"),
            ("阿卜杜拉·卡里", "=阿卜杜拉·卡里"),
            ("", ""),
        ] {
            assert_eq!(list(text).as_deref(), Some(people), "{text}");
        }
    }

    #[test]
    fn running_text_is_no_list_of_people() {
        for text in ["记者昨日从河道管理处获悉", "其中老码头三座", "（周密）"] {
            assert_eq!(list(text), None, "{text}");
        }
    }
}
