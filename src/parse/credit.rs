//! The grammar of closing credits: 某某 摄, 新华社发（某某 摄）, （某某 某某） after a last paragraph.

use super::people::{is_common_name, is_house_end, people};
use super::stream::Stream;
use crate::model::Person;
use crate::text::chars;

/// The longest credit, in characters.
pub const LONGEST: usize = 40;
/// Words that mark a credit that names nobody.
const PHRASES: [&str; 12] = [
    "资料图片",
    "資料圖片",
    "资料照片",
    "資料照片",
    "资料图",
    "图片来源",
    "圖片來源",
    "视觉中国",
    "供图",
    "供圖",
    "翻拍",
    "网络图片",
];

/// A credit and its people.
#[derive(Clone, Debug, PartialEq)]
pub struct Credit {
    /// Who it names.
    pub people: Vec<Person>,
    /// Whether it is a picture's.
    pub photo: bool,
}

/// Reads characters from a place to the end of a stream as a credit.
pub fn credit(stream: &Stream, from: usize) -> Option<Credit> {
    let to = stream.chars.len();
    let text = stream.chars.get(from..to).filter(|text| !text.is_empty() && text.len() <= LONGEST)?;
    if let Some(found) = agency(stream, from) {
        return Some(found);
    }
    let closer = chars::closer_of(text[0]).filter(|_| matches!(text[0], '（' | '(' | '【' | '〔' | '['));
    match closer.filter(|&closer| text.last() == Some(&closer)) {
        Some(_) => bracketed(stream, from + 1, to - 1),
        None => bare(stream, from, to),
    }
}

/// 新华社发, 新华社发（某某 摄）.
fn agency(stream: &Stream, from: usize) -> Option<Credit> {
    const HOUSE: usize = 6;
    let text = stream.rest(from);
    let at = text.iter().take(HOUSE).position(|&c| matches!(c, '发' | '發'))?;
    if at == 0 || !is_house_end(text[at - 1]) {
        return None;
    }
    let rest = &text[at + 1..];
    if rest.is_empty() {
        return Some(Credit { people: Vec::new(), photo: true });
    }
    let enclosed = chars::is_opener(rest[0]) && rest.last().is_some_and(|&c| chars::is_closer(c));
    let people = people(stream, from + at + 2..stream.chars.len() - 1).filter(|_| enclosed)?;
    Some(Credit { people, photo: true })
}

fn bracketed(stream: &Stream, from: usize, to: usize) -> Option<Credit> {
    let text = &stream.chars[from..to];
    if let Some(found) = sent_by_agency(text) {
        return Some(found);
    }
    if is_phrase(text) {
        return Some(Credit { people: Vec::new(), photo: true });
    }
    if let Some(found) = people(stream, from..to).filter(|found| !found.is_empty()) {
        let photo = found.iter().any(is_photographer);
        let sure = found
            .iter()
            .all(|person| person.role.is_some() || is_common_name(&person.name.chars().collect::<Vec<_>>()));
        return sure.then_some(Credit { people: found, photo });
    }
    None
}

/// 新华社电, 据新华社.
fn sent_by_agency(text: &[char]) -> Option<Credit> {
    let sent = text.len() >= 3
        && matches!(text[text.len() - 1], '发' | '發' | '电' | '電')
        && is_house_end(text[text.len() - 2]);
    let from_agency =
        text.first().is_some_and(|c| matches!(c, '据' | '據')) && text.iter().take(8).any(|&c| is_house_end(c));
    (sent || from_agency).then_some(Credit { people: Vec::new(), photo: sent && text.ends_with(&['发']) })
}

/// 某某 摄; 本报记者 某某 摄影报道; 资料图片.
fn bare(stream: &Stream, from: usize, to: usize) -> Option<Credit> {
    let text = &stream.chars[from..to];
    if let Some(found) = people(stream, from..to).filter(|found| found.iter().any(is_photographer)) {
        return Some(Credit { people: found, photo: true });
    }
    let short =
        text.len() <= 16 && !text.iter().any(|&c| chars::is_sentence_end(c) || chars::is_clause_mark(c) && c != '：');
    (short && is_phrase(text)).then_some(Credit { people: Vec::new(), photo: true })
}

fn is_phrase(text: &[char]) -> bool {
    let text: String = text.iter().collect();
    PHRASES.iter().any(|phrase| text.contains(phrase))
}

/// Whether the role is one of taking or giving a picture.
pub fn is_photographer(person: &Person) -> bool {
    person.role.as_ref().is_some_and(|role| role.contains(['摄', '攝', '图', '圖']) && !role.contains('文'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits() {
        let of = |text: &str| {
            let found = credit(&Stream::of_text(text), 0)?;
            Some((found.people.iter().map(|p| p.name.clone()).collect::<Vec<_>>().join(" "), found.photo))
        };
        for (text, people, photo) in [
            ("江一帆 摄", "江一帆", true),
            ("江一帆摄", "江一帆", true),
            ("本报记者 江一帆 摄", "江一帆", true),
            ("新华社发（江一帆 摄）", "江一帆", true),
            ("新华社发", "", true),
            ("（江一帆 周密）", "江一帆 周密", false),
            ("（通讯员 江一帆）", "江一帆", false),
            ("（资料图片）", "", true),
        ] {
            assert_eq!(of(text), Some((people.into(), photo)), "{text}");
        }
        for text in ["（烯）", "（其中六成）", "江一帆", "岸上的人都来看。", ""] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
