//! A document page by page.

use std::iter;

use super::markup::{Markup, Node};
use super::page_draft::PageDraft;
use crate::import::error::ImportError;
use crate::import::importer::Pages;
use crate::model::RawPage;
use crate::text::{Decoded, Undecodable};

/// What a kind of document makes of its elements.
pub trait Format: Send {
    /// Takes what comes next; gives a page that has ended with it.
    fn take(&mut self, node: Node) -> Option<PageDraft>;

    /// At the end: the page that has not ended, the whole lines of it.
    fn rest(&mut self) -> Option<PageDraft>;

    /// Whether the document came to its end.
    fn is_whole(&self) -> bool;
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
