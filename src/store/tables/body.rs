//! Texts and articles as the library keeps them. A page's text is packed (zlib), for it is seldom
//! wanted. An article is its published JSON without what it has not, and since a search looks into
//! many it is packed only so far as to cost no time: in UTF-16, where that is shorter, and with a
//! character for what is in the JSON of every article.

use std::char::DecodeUtf16Error;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use rusqlite::types::Type;
use serde::Serialize;

use crate::model::{Article, ArticleId, Block, Dateline, Kind, LineRange, Person};

/// The first byte of an article: what the rest is in.
const UTF_8: u8 = 8;
const UTF_16: u8 = 16;

/// What stands in most articles' JSON, and in its place a control character, of which JSON has none.
/// Never change one: libraries have them.
const PHRASES: [(&str, char); 4] = [
    (r#""},{"kind":"paragraph","text":""#, '\u{1}'),
    (r#","body":[{"kind":"paragraph","text":""#, '\u{2}'),
    (r#"{"kind":"story","headline":""#, '\u{3}'),
    (r#""}],"lines":[["#, '\u{4}'),
];

/// How hard texts are packed, from 0 to 10: more takes longer and gains little.
const HARDNESS: u8 = 2;

/// An article without its id, which stands beside it, and without what it has not.
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
    lines: &'a [LineRange],
}

/// Packs an article.
pub fn article(article: &Article) -> rusqlite::Result<Vec<u8>> {
    let Article { id: _, kind, kicker, headline, deck, lead, dateline, byline, body, credit, lines } = article;
    let slim = Slim { kind: *kind, kicker, headline, deck, lead, dateline, byline, body, credit, lines };
    let json = serde_json::to_string(&slim).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let json = PHRASES.iter().fold(json, |json, (phrase, short)| json.replace(phrase, short.encode_utf8(&mut [0; 4])));
    let utf_16_length = 2 * json.chars().map(char::len_utf16).sum::<usize>();
    Ok(match utf_16_length < json.len() {
        true => [UTF_16].into_iter().chain(json.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        false => [&[UTF_8], json.as_bytes()].concat(),
    })
}

/// The JSON of an article as it lies there.
pub enum Packed<'a> {
    /// UTF-8.
    Utf8(&'a str),
    /// UTF-16, the lower byte first.
    Utf16(&'a [u8]),
}

/// What an article is packed in; nothing where it is in neither.
pub fn parted(packed: &[u8]) -> Option<Packed<'_>> {
    match packed.split_first()? {
        (&UTF_8, json) => str::from_utf8(json).ok().map(Packed::Utf8),
        (&UTF_16, json) => Some(Packed::Utf16(json)),
        _ => None,
    }
}

/// The JSON of an article.
pub fn json(packed: &[u8]) -> rusqlite::Result<String> {
    match parted(packed) {
        Some(Packed::Utf8(json)) => spelt_out(json.chars().map(Ok)),
        Some(Packed::Utf16(json)) => {
            spelt_out(char::decode_utf16(json.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]))))
        }
        None => Err(broken("neither UTF-8 nor UTF-16".to_owned())),
    }
}

/// JSON with its phrases in place of what stands for them.
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

/// Reads the JSON of an article.
pub fn article_of(id: ArticleId, json: &str) -> rusqlite::Result<Article> {
    let article: Article = serde_json::from_str(json).map_err(|error| broken(error.to_string()))?;
    Ok(Article { id, ..article })
}

/// Packs a text.
pub fn text(text: &str) -> Vec<u8> {
    compress_to_vec_zlib(text.as_bytes(), HARDNESS)
}

/// Unpacks a text.
pub fn unpacked(packed: &[u8]) -> rusqlite::Result<String> {
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
            ..Article::default()
        };
        full.sign();
        for whole in [bare, full] {
            let packed = article(&whole).unwrap();
            assert_eq!(article_of(whole.id, &json(&packed).unwrap()).unwrap(), whole);
        }
    }

    #[test]
    fn each_article_is_kept_in_what_is_shorter() {
        let article_with =
            |headline: &str| article(&Article { headline: Some(headline.repeat(90)), ..Article::default() });
        assert_eq!(article_with("渡").unwrap()[0], UTF_16);
        assert_eq!(article_with("ferry").unwrap()[0], UTF_8);
    }

    #[test]
    fn a_text_comes_back() {
        for whole in ["", "渡口𠮷\0\n"] {
            assert_eq!(unpacked(&text(whole)).unwrap(), whole);
        }
    }

    #[test]
    fn what_is_broken_is_an_error() {
        assert!(unpacked(b"no zlib").is_err());
        assert!(json(&[]).is_err() && json(&[UTF_16, 0, 0xD8]).is_err() && json(&[UTF_8, 0xFF]).is_err());
        assert!(article_of(ArticleId::default(), "{").is_err());
    }
}
