//! Pages saved from the web: articles of e-papers (数字报), and the articles of other sites. HTML says itself
//! what is a headline and what a paragraph, so every line is marked with what it is; of the rest of the
//! page, its menus, scripts, links and comments, nothing is a line.
//!
//! Rooms, from the ground up; a room uses those that its line names and no others:
//!
//! - `tags`: what the elements of HTML are. Uses nothing.
//! - `words`: the words by which pages name their parts. Uses nothing.
//! - `document`: elements, text and comments in their order. Uses tags.
//! - `blocks`: what a document shows, block by block. Uses tags, words, document.
//! - `metadata`: what a document says of itself. Uses words, document.
//! - `epaper`: what e-paper systems mark. Uses document, blocks.
//! - `main_text`: the main text of other pages. Uses tags, words, document, blocks.
//! - `polygon`: an area of a map as boxes. Uses nothing.
//! - `page_map`: the map of a newspaper's page. Uses document, epaper, polygon.
//! - `marked_line`: a line and what it is. Uses nothing.
//! - `head`: headline, kicker, deck, byline. Uses tags, words, document, blocks, metadata, marked_line.
//! - `index_page`: the index of a newspaper's page. Uses document, blocks, metadata, page_map, marked_line, head.
//! - `article`: the article of a document. Uses all above.

mod article;
mod blocks;
mod document;
mod epaper;
mod head;
mod index_page;
mod main_text;
mod marked_line;
mod metadata;
mod page_map;
mod polygon;
mod tags;
mod words;

use std::iter;

use super::error::ImportError;
use super::importer::{Importer, Pages};
use super::opening;
use crate::model::RawPage;

/// Knows HTML by its first element.
pub struct Html;

impl Importer for Html {
    /// What has such a name and no element is text.
    fn knows_name(&self, _name: &str) -> bool {
        false
    }

    fn knows_content(&self, bytes: &[u8]) -> bool {
        opening::is_html(&opening::head(bytes))
    }

    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages {
        Box::new(iter::once(page(source, &bytes)))
    }
}

fn page(source: &str, bytes: &[u8]) -> Result<RawPage, ImportError> {
    let decoded = opening::text(bytes)?;
    let page = article::page(source, &decoded.text)?;
    Ok(RawPage { unread: decoded.undecodable, ..page })
}
