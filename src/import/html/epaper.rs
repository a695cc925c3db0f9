//! What e-paper systems (数字报) mark: where the text of an article begins and ends.

use std::ops::Range;

use super::blocks::{TextBlock, within};
use super::document::{Content, HtmlDocument};

/// Where the text of an e-paper's article stands in its document; nothing where no such system made it.
pub fn text(document: &HtmlDocument, blocks: &[TextBlock]) -> Option<Range<usize>> {
    let has_text = |span: &Range<usize>| {
        let (weight, linked) = blocks[within(blocks, span)]
            .iter()
            .fold((0, 0), |(weight, linked), block| (weight + block.weight, linked + block.linked));
        weight > 2 * linked
    };
    let element =
        document.elements().filter(|(_, element)| element.name == "founder-content").map(|(at, _)| document.span(at));
    let ids = ["ozoom", "zoomarticle", "articlecontent", "contenttext"];
    let named = document
        .elements()
        .filter(|(_, element)| ids.iter().any(|id| element.attribute("id").eq_ignore_ascii_case(id)));
    let named = named.map(|(at, _)| document.span(at)).filter(|_| is_of_an_epaper(document));
    element.chain(between_comments(document)).chain(named).find(has_text)
}

/// Whether a page is the index of a newspaper's page: it links to the articles of its image map, or to other
/// pages of the issue.
pub fn is_index(document: &HtmlDocument) -> bool {
    let is_page_link = |id: &str| id.eq_ignore_ascii_case("pagelink");
    let links =
        document.elements().filter(|(_, element)| element.name == "area" || is_page_link(element.attribute("id")));
    links.take(2).count() == 2 && is_of_an_epaper(document)
}

/// Whether anything on the page is an e-paper system's: the map of a page, a link to another page of the issue,
/// a comment, an element of its own.
pub fn is_of_an_epaper(document: &HtmlDocument) -> bool {
    let is_mark = |content: &Content| match content {
        Content::Element(element) => {
            element.name.starts_with("founder-")
                || element.name == "map" && element.attribute("name").eq_ignore_ascii_case("pagepicmap")
                || element.attribute("id").eq_ignore_ascii_case("pagelink")
                || element.attribute("id").eq_ignore_ascii_case("ozoom")
        }
        Content::Comment(comment) => comment.starts_with("enp"),
        Content::Text(_) => false,
    };
    document.nodes().iter().any(|node| is_mark(&node.content))
}

/// What stands between the comments `<!--enpcontent-->` and `<!--/enpcontent-->`.
fn between_comments(document: &HtmlDocument) -> Option<Range<usize>> {
    let place = |word: &str| document.comments().find(|(_, comment)| comment.trim() == word).map(|(at, _)| at);
    let start = place("enpcontent")?;
    Some(start..place("/enpcontent").filter(|end| *end > start)?)
}
