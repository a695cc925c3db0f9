//! JSON: the published shape of pages and articles, exact to the character.
//!
//! What would act on a terminal instead of appearing there is written as `\uXXXX`: to a reader of
//! JSON it is the same character.

use std::io;

use serde::Serialize;

use super::PageOrigin;
use crate::model::Article;
use crate::text::sanitize;

/// A value over several lines, for eyes too.
///
/// # Errors
/// Where the value has no JSON.
pub fn pretty(value: &impl Serialize) -> io::Result<String> {
    Ok(visible(serde_json::to_string_pretty(value)?))
}

/// A value on one line.
///
/// # Errors
/// Where the value has no JSON.
pub fn line(value: &impl Serialize) -> io::Result<String> {
    Ok(visible(serde_json::to_string(value)?))
}

/// An article on one line, with what is known of its page.
///
/// # Errors
/// Where the value has no JSON.
pub fn article_line(origin: &PageOrigin<'_>, article: &Article) -> io::Result<String> {
    #[derive(Serialize)]
    struct ArticleLine<'a> {
        #[serde(flatten)]
        origin: &'a PageOrigin<'a>,
        #[serde(flatten)]
        article: &'a Article,
    }
    line(&ArticleLine { origin, article })
}

/// Outside strings JSON is visible ASCII and line feeds; whatever else is not visible is in one.
fn visible(json: String) -> String {
    let is_kept = |c: char| c == '\n' || sanitize::is_visible(c);
    if json.chars().all(is_kept) {
        return json;
    }
    let mut out = String::with_capacity(json.len() * 2);
    for c in json.chars() {
        if is_kept(c) {
            out.push(c);
        } else {
            out.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_act_on_a_terminal_is_escaped() {
        let text = "红\u{1b}[31m\u{9b}\u{202e}\u{e0067}a\u{301}";
        assert_eq!(line(&text).unwrap(), r#""红\u001b[31m\u009b\u202e\udb40\udc67a\u0301""#);
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "\\PC*|.*") {
            for json in [line(&text).unwrap(), pretty(&[&text]).unwrap().trim_matches(['[', ']', '\n', ' ']).to_owned()] {
                prop_assert!(json.chars().all(sanitize::is_visible));
                prop_assert_eq!(&serde_json::from_str::<String>(&json).unwrap(), &text);
            }
        }
    }
}
