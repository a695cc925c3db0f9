//! Articles and pages' texts as the library keeps them, in the tables `bodies` and `sources`.
//!
//! A page's text is compressed (zlib), for it is seldom wanted. An article is its published JSON
//! without the fields that it does not have. A search looks into many, so it is made smaller only by
//! what costs no time to undo: UTF-16 where that is shorter (a Chinese character takes two bytes
//! instead of three), and one control character for each phrase that is in almost every JSON.

use std::char::DecodeUtf16Error;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;

use crate::model::{Article, ArticleId, Block, Dateline, Kind, LineRange, PageBox, PageRef, Person};

/// The first byte of a packed article: the encoding of the rest.
const UTF_8: u8 = 8;
const UTF_16: u8 = 16;

/// Phrases of most articles' JSON, each with the control character that is written in its place: JSON
/// itself has none. Never change one: the libraries of users hold them.
const PHRASES: [(&str, char); 4] = [
    (r#""},{"kind":"paragraph","text":""#, '\u{1}'),
    (r#","body":[{"kind":"paragraph","text":""#, '\u{2}'),
    (r#"{"kind":"story","headline":""#, '\u{3}'),
    (r#""}],"lines":[["#, '\u{4}'),
];

/// zlib's level of compression, from 0 to 10: more takes longer and gains little.
const LEVEL: u8 = 2;

/// An article for its JSON: without its id, which has a column of its own, and without empty fields.
#[derive(Serialize)]
struct Slim<'a> {
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    kicker: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deck: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: &'a Option<Dateline>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    byline: &'a [Person],
    body: &'a [Block],
    #[serde(skip_serializing_if = "Option::is_none")]
    credit: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    continues: &'a Option<PageRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    continued: &'a Option<PageRef>,
    lines: &'a [LineRange],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    boxes: &'a [PageBox],
}

/// Packs an article.
pub fn pack(article: &Article) -> rusqlite::Result<Vec<u8>> {
    let Article { id: _, kind, kicker, headline, deck, lead, dateline, byline, body, credit, .. } = article;
    let Article { continues, continued, lines, boxes, .. } = article;
    let kind = *kind;
    let slim =
        Slim { kind, kicker, headline, deck, lead, dateline, byline, body, credit, continues, continued, lines, boxes };
    let json = serde_json::to_string(&slim).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let json = PHRASES.iter().fold(json, |json, (phrase, short)| json.replace(phrase, short.encode_utf8(&mut [0; 4])));
    let utf_16_length = 2 * json.chars().map(char::len_utf16).sum::<usize>();
    Ok(match utf_16_length < json.len() {
        true => [UTF_16].into_iter().chain(json.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        false => [&[UTF_8], json.as_bytes()].concat(),
    })
}

/// The JSON of an article in the encoding in which it is kept.
pub enum EncodedJson<'a> {
    /// UTF-8.
    Utf8(&'a str),
    /// UTF-16, the lower byte first.
    Utf16(&'a [u8]),
}

/// The encoded JSON of a packed article; none where it is in neither encoding.
pub fn encoded(packed: &[u8]) -> Option<EncodedJson<'_>> {
    match packed.split_first()? {
        (&UTF_8, json) => str::from_utf8(json).ok().map(EncodedJson::Utf8),
        (&UTF_16, json) => Some(EncodedJson::Utf16(json)),
        _ => None,
    }
}

/// The JSON of a packed article.
pub fn json(packed: &[u8]) -> rusqlite::Result<String> {
    match encoded(packed) {
        Some(EncodedJson::Utf8(json)) => spelt_out(json.chars().map(Ok)),
        Some(EncodedJson::Utf16(json)) => {
            spelt_out(char::decode_utf16(json.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]))))
        }
        None => Err(broken("neither UTF-8 nor UTF-16".to_owned())),
    }
}

/// JSON with its phrases in place of the characters that stand for them.
fn spelt_out(chars: impl Iterator<Item = Result<char, DecodeUtf16Error>>) -> rusqlite::Result<String> {
    let mut json = String::with_capacity(2 * chars.size_hint().0);
    for c in chars {
        let c = c.map_err(|error| broken(error.to_string()))?;
        match PHRASES.iter().find(|(_, short)| *short == c) {
            Some((phrase, _)) => json.push_str(phrase),
            None => json.push(c),
        }
    }
    Ok(json)
}

/// An article from its id and its JSON.
pub fn from_json(id: ArticleId, json: &str) -> rusqlite::Result<Article> {
    let article: Article = serde_json::from_str(json).map_err(|error| broken(error.to_string()))?;
    Ok(Article { id, ..article })
}

/// An article from the columns `articles.name`, its id, and `bodies.json`, its packed JSON.
pub fn of_row(row: &Row<'_>) -> rusqlite::Result<Article> {
    let json = json(row.get_ref(1)?.as_blob()?)?;
    from_json(ArticleId::from_bytes(row.get(0)?), &json)
}

/// Packs a page's text.
pub fn pack_text(text: &str) -> Vec<u8> {
    compress_to_vec_zlib(text.as_bytes(), LEVEL)
}

/// Unpacks a page's text.
pub fn unpack_text(packed: &[u8]) -> rusqlite::Result<String> {
    let bytes = decompress_to_vec_zlib(packed).map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}

fn broken(reason: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Blob, reason.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;

    #[test]
    fn an_article_comes_back() {
        let bare = Article::default();
        let mut full = Article {
            kind: Kind::Photo,
            kicker: Some("两岸通航在即".into()),
            headline: Some("渡口改建".into()),
            deck: Some("——候船室封顶".into()),
            lead: Some("本报讯".into()),
            dateline: Some(Dateline { source: Some("本报".into()), ..Dateline::default() }),
            byline: vec![Person { role: None, name: "林远".into() }],
            body: vec![Block { kind: BlockKind::Question { speaker: "问".into() }, text: "问：几时？".into() }],
            credit: Some("林远 摄".into()),
            lines: vec![LineRange(1, 4)],
            boxes: vec![(1, 40.0, 91.2, 100.0, 101.25).into()],
            ..Article::default()
        };
        full.set_content_id();
        for whole in [bare, full] {
            let packed = pack(&whole).unwrap();
            assert_eq!(from_json(whole.id, &json(&packed).unwrap()).unwrap(), whole);
        }
    }

    #[test]
    fn each_article_is_kept_in_what_is_shorter() {
        let article_with =
            |headline: &str| pack(&Article { headline: Some(headline.repeat(90)), ..Article::default() });
        assert_eq!(article_with("渡").unwrap()[0], UTF_16);
        assert_eq!(article_with("ferry").unwrap()[0], UTF_8);
    }

    #[test]
    fn a_text_comes_back() {
        for whole in ["", "渡口𠮷\0\n"] {
            assert_eq!(unpack_text(&pack_text(whole)).unwrap(), whole);
        }
    }

    #[test]
    fn what_is_broken_is_an_error() {
        assert!(unpack_text(b"no zlib").is_err());
        assert!(json(&[]).is_err() && json(&[UTF_16, 0, 0xD8]).is_err() && json(&[UTF_8, 0xFF]).is_err());
        assert!(from_json(ArticleId::default(), "{").is_err());
    }
}
