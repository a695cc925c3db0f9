//! The index of a newspaper's page: its folio, the titles of its articles, the map of where they stand. It holds
//! no article, and nothing of it becomes one.

use super::blocks::TextBlock;
use super::document::HtmlDocument;
use super::head::{FOLIO, names_page};
use super::marked_line::MarkedLine;
use super::metadata::date_in;
use super::page_map::{file_of, written_lines};
use crate::model::{Date, LineRole, PageMap};

/// What is written on an index, all of it furniture: the lines that say which page it is of, then its articles'
/// titles.
pub fn lines(source: &str, document: &HtmlDocument, blocks: &[TextBlock], map: &PageMap) -> Vec<MarkedLine> {
    let shown = blocks.iter().filter(|block| block.linked == 0 && block.weight <= FOLIO).map(|block| &block.text);
    let first = |is_one: &dyn Fn(&str) -> bool| shown.clone().find(|text| is_one(text)).cloned();
    let page = first(&names_page).or_else(|| own_link(source, document));
    let day = first(&|text| date_in(text).is_some()).filter(|day| page.as_ref() != Some(day));
    let titles = map.articles.iter().map(|article| article.title.join(" ")).filter(|title| !title.is_empty());
    page.into_iter().chain(day).chain(titles).map(|text| (LineRole::Furniture, text)).collect()
}

/// What the list of the pages calls this one: 第A02版：要闻.
fn own_link(source: &str, document: &HtmlDocument) -> Option<String> {
    let is_own = |href: &str| !href.is_empty() && file_of(href) == file_of(source);
    let is_page_link = |id: &str| id.eq_ignore_ascii_case("pagelink");
    let mut links = document
        .elements()
        .filter(|(_, element)| is_page_link(element.attribute("id")) && is_own(element.attribute("href")));
    links.next().map(|(at, _)| written_lines(document, at).join(" "))
}

/// The day that the addresses on an index name: those of its PDF, its pictures, its articles.
pub fn date(document: &HtmlDocument) -> Option<Date> {
    let addresses = || document.elements().flat_map(|(_, element)| ["href", "src"].map(|name| element.attribute(name)));
    let is_pdf = |address: &&str| address.to_ascii_lowercase().ends_with(".pdf");
    addresses().filter(is_pdf).find_map(date_in).or_else(|| addresses().find_map(date_in))
}
