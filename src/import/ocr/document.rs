//! A document page by page.

use std::iter;

use super::markup::{Markup, Node};
use super::page_draft::PageDraft;
use crate::import::error::ImportError;
use crate::import::importer::Pages;
use crate::model::RawPage;
use crate::text::{Decoded, Undecodable, decode, decode_declared};

/// What a kind of document makes of its elements.
pub trait Format: Send {
    /// Takes what comes next; gives a page that has ended with it.
    fn take(&mut self, node: Node) -> Option<PageDraft>;

    /// At the end: the page that has not ended, the whole lines of it.
    fn rest(&mut self) -> Option<PageDraft>;

    /// Whether the document came to its end.
    fn is_whole(&self) -> bool;
}

/// The bytes that are looked through for what a document is and what it is written in.
const HEAD: usize = 16 * 1024;

/// The beginning of a document as ASCII, of UTF-16 too; nothing where it is no markup.
pub fn head(bytes: &[u8]) -> String {
    let is_text = |byte: &&u8| **byte != 0 && byte.is_ascii() && !char::from(**byte).is_whitespace();
    if bytes.iter().take(HEAD).find(is_text) != Some(&b'<') {
        return String::new();
    }
    let head = bytes.iter().take(HEAD).filter(|byte| **byte != 0);
    head.map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{FEFF}' }).collect()
}

/// The text of a document, in the encoding that it declares or, where it cannot be in that, in the one
/// it looks to be in.
pub fn text(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    let head = head(bytes);
    let declared = declared_encoding(&head).and_then(|name| decode_declared(bytes, name));
    declared.map_or_else(|| decode(bytes), Ok)
}

/// The encoding of an XML declaration, or of a `meta` element.
fn declared_encoding(head: &str) -> Option<&str> {
    let (_, behind) = head.split_once("encoding=").or_else(|| head.split_once("charset="))?;
    behind.trim_start_matches(['"', '\'']).split(['"', '\'', ' ', ';', '?', '>', '/']).next()
}

/// The pages of a document, each made when it is asked for; behind them, whether it broke off.
pub fn pages(source: &str, decoded: Decoded, format: impl Format + 'static) -> Pages {
    let mut document = Document {
        source: source.to_owned(),
        markup: Markup::of(decoded.text),
        format,
        pages: 0,
        lines: 0,
        unread: decoded.undecodable,
        end: None,
    };
    Box::new(iter::from_fn(move || document.page()))
}

struct Document<F> {
    source: String,
    markup: Markup,
    format: F,
    /// How many pages and lines have been read.
    pages: u32,
    lines: u32,
    /// What could not be decoded: counted with the first page.
    unread: usize,
    /// What is to come once all is read: the last word on it, if there is one.
    end: Option<Option<ImportError>>,
}

impl<F: Format> Document<F> {
    fn page(&mut self) -> Option<Result<RawPage, ImportError>> {
        while self.end.is_none() {
            let draft = match self.markup.next() {
                Some(node) => self.format.take(node),
                None => {
                    let rest = self.format.rest();
                    let has_text = self.lines > 0 || rest.as_ref().is_some_and(|rest| !rest.is_empty());
                    self.end = Some(self.last_word(has_text));
                    rest
                }
            };
            if let Some(page) = draft.and_then(|draft| self.raw(draft)) {
                return Some(Ok(page));
            }
        }
        self.end.as_mut().and_then(Option::take).map(Err)
    }

    fn last_word(&self, has_text: bool) -> Option<ImportError> {
        if self.markup.is_broken() || !self.format.is_whole() {
            return Some(if has_text { ImportError::BrokenOff } else { ImportError::BrokenOffEarly });
        }
        (!has_text).then_some(ImportError::NotText(Undecodable::Empty))
    }

    /// A page that has something to read on it.
    fn raw(&mut self, draft: PageDraft) -> Option<RawPage> {
        self.pages += 1;
        if draft.is_empty() {
            return None;
        }
        let mut page = draft.into_raw(&self.source, self.pages, self.lines + 1);
        self.lines = page.lines.last()?.number + 1;
        page.unread = std::mem::take(&mut self.unread);
        Some(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_encoding_is_found() {
        assert_eq!(declared_encoding("<?xml version='1.0' encoding='ISO-8859-1'?><alto>"), Some("ISO-8859-1"));
        assert_eq!(declared_encoding("<meta content=\"text/html; charset=windows-1252\">"), Some("windows-1252"));
        assert_eq!(declared_encoding("<alto>"), None);
    }

    #[test]
    fn a_document_is_read_in_its_encoding() {
        let read = |bytes: &[u8]| text(bytes).map(|decoded| decoded.text);
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a b='Br\xFCcke f\xFCr S\xE4nger'/>";
        assert!(read(latin).unwrap().contains("Brücke für Sänger"));
        let wrongly_declared = "<?xml version='1.0' encoding='ISO-8859-1'?><a b='Brücke über die Förde'/>";
        assert!(read(wrongly_declared.as_bytes()).unwrap().contains("Brücke über"));
        let wide: Vec<u8> =
            wrongly_declared.replace("ISO-8859-1", "UTF-16").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read(&[b"\xFF\xFE", wide.as_slice()].concat()).unwrap().contains("Brücke über"));
    }
}
