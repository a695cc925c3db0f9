//! A document as it stands: elements, text and comments in their order, read leniently. Nothing is run, and
//! nothing of it can be so deep or so broken that reading it takes more than a time in proportion to its
//! length.

use std::cell::RefCell;
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::tags;

/// The most nodes of a document; one with more has more on it than a page.
pub const MOST_NODES: usize = 1_000_000;

/// So deep within one another elements stand that are told apart; what is deeper stands beside.
const DEEPEST: usize = 400;

/// So many open elements are looked through for the one that ends.
const FAR: usize = 64;

/// The attributes that are of use.
const ATTRIBUTES: [&str; 21] = [
    "aria-hidden",
    "class",
    "content",
    "coords",
    "datetime",
    "height",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "itemprop",
    "name",
    "property",
    "rel",
    "role",
    "shape",
    "src",
    "style",
    "type",
    "usemap",
    "width",
];

/// The longest value of an attribute that is kept, in bytes: no picture written out.
const LONGEST_VALUE: usize = 16 * 1024;

/// A document: its nodes in their order, the first an element without a name that holds all others. What is
/// inside a node stands right behind it.
#[derive(Debug, Default)]
pub struct HtmlDocument {
    nodes: Vec<HtmlNode>,
}

/// A part of a document.
#[derive(Debug)]
pub struct HtmlNode {
    /// What it is.
    pub content: Content,
    /// The element that it is in.
    pub parent: usize,
    /// Where what is inside it ends.
    pub end: usize,
}

/// What a node is.
#[derive(Debug)]
pub enum Content {
    /// An element.
    Element(HtmlElement),
    /// A text.
    Text(String),
    /// A comment.
    Comment(String),
}

/// An element.
#[derive(Debug, Default)]
pub struct HtmlElement {
    /// Its name, in small letters.
    pub name: String,
    attributes: Vec<(&'static str, String)>,
}

impl HtmlElement {
    /// The value of an attribute; empty where it has none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value.as_str())
    }

    /// Whether it has an attribute, with a value or without.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(key, _)| *key == name)
    }
}

impl HtmlDocument {
    /// Reads a document; one that has more than [`MOST_NODES`] is read no further.
    pub fn read(text: &str) -> Self {
        let tokenizer = Tokenizer::new(
            Builder(RefCell::new(Tree::new())),
            TokenizerOpts { exact_errors: false, ..Default::default() },
        );
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(text));
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        tokenizer.sink.0.into_inner().finished()
    }

    /// All nodes, in their order.
    pub fn nodes(&self) -> &[HtmlNode] {
        &self.nodes
    }

    /// Whether it was too large to be read whole.
    pub fn is_too_large(&self) -> bool {
        self.nodes.len() >= MOST_NODES
    }

    /// The elements, each with its place.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &HtmlElement)> {
        self.nodes.iter().enumerate().filter_map(|(at, node)| match &node.content {
            Content::Element(element) => Some((at, element)),
            _ => None,
        })
    }

    /// The comments, each with its place.
    pub fn comments(&self) -> impl Iterator<Item = (usize, &str)> {
        self.nodes.iter().enumerate().filter_map(|(at, node)| match &node.content {
            Content::Comment(text) => Some((at, text.as_str())),
            _ => None,
        })
    }

    /// The element at a place.
    pub fn element(&self, at: usize) -> Option<&HtmlElement> {
        match &self.nodes.get(at)?.content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    /// An element and all inside it.
    pub fn span(&self, at: usize) -> Range<usize> {
        at..self.nodes.get(at).map_or(at, |node| node.end)
    }

    /// All of it.
    pub fn whole(&self) -> Range<usize> {
        0..self.nodes.len()
    }

    /// The elements that stand in a part of it and in no other element there.
    pub fn outermost(&self, within: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut next = within.start;
        let siblings = std::iter::from_fn(move || {
            let at = next;
            next = self.nodes.get(at).filter(|_| at < within.end)?.end;
            Some(at)
        });
        siblings.filter(|&at| self.element(at).is_some())
    }

    /// The elements that a node is in, the innermost first.
    pub fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let outer = |&at: &usize| self.nodes.get(at).map(|node| node.parent).filter(|parent| *parent != at);
        std::iter::successors(outer(&at), outer)
    }

    /// The text inside an element, as it is written.
    pub fn text(&self, at: usize) -> String {
        self.text_within(self.span(at))
    }

    /// All its text, as it is written.
    pub fn text_of_all(&self) -> String {
        self.text_within(self.whole())
    }

    fn text_within(&self, span: Range<usize>) -> String {
        let texts = self.nodes.get(span).unwrap_or_default().iter().filter_map(|node| match &node.content {
            Content::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }
}

/// What takes the tokens.
struct Builder(RefCell<Tree>);

/// A document as far as it has been read.
struct Tree {
    nodes: Vec<HtmlNode>,
    /// The elements that have not ended, outermost first.
    open: Vec<usize>,
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut tree = self.0.borrow_mut();
        if tree.nodes.len() >= MOST_NODES {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return tree.start(&tag),
            Token::TagToken(tag) => tree.end(&tag.name),
            Token::CharacterTokens(text) => tree.text(&text),
            Token::CommentToken(text) => tree.add(Content::Comment(text.to_string())),
            _ => (),
        }
        TokenSinkResult::Continue
    }
}

impl Tree {
    fn new() -> Self {
        let root = HtmlNode { content: Content::Element(HtmlElement::default()), parent: 0, end: 1 };
        Self { nodes: vec![root], open: vec![0] }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if matches!(name, "html" | "body") && self.is_open(name) {
            return TokenSinkResult::Continue;
        }
        while self.end_what_cannot_hold(name) {}
        let kept =
            tag.attrs.iter().filter(|attribute| attribute.value.len() <= LONGEST_VALUE).filter_map(|attribute| {
                let key = ATTRIBUTES.iter().find(|key| **key == &*attribute.name.local)?;
                Some((*key, attribute.value.to_string()))
            });
        let element = HtmlElement { name: name.to_owned(), attributes: kept.collect() };
        self.add(Content::Element(element));
        if !tags::is_void(name) && self.open.len() < DEEPEST {
            self.open.push(self.nodes.len() - 1);
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    /// Ends an element that one of this name does not stand in: a paragraph where a block begins, an item of
    /// a list where the next begins. Whether there was one.
    fn end_what_cannot_hold(&mut self, name: &str) -> bool {
        for (n, &at) in self.open.iter().enumerate().rev().take(FAR) {
            let open = self.name(at);
            if tags::ends_where_begins(open, name) {
                self.close(n);
                return true;
            }
            if tags::bounds_implied_end(open, name) {
                return false;
            }
        }
        false
    }

    /// Ends the innermost open element of a name, and all inside it; an end that belongs to none is none.
    fn end(&mut self, name: &str) {
        if name == "br" {
            self.add(Content::Element(HtmlElement { name: name.to_owned(), attributes: Vec::new() }));
            return;
        }
        for (n, &at) in self.open.iter().enumerate().rev().take(FAR) {
            let open = self.name(at);
            if open == name {
                self.close(n);
                return;
            }
            if tags::bounds_end(open, name) {
                return;
            }
        }
    }

    fn text(&mut self, text: &str) {
        let inside = self.open.last().copied().unwrap_or(0);
        match self.nodes.last_mut() {
            Some(HtmlNode { content: Content::Text(before), parent, .. }) if *parent == inside => before.push_str(text),
            _ => self.add(Content::Text(text.to_owned())),
        }
    }

    fn add(&mut self, content: Content) {
        let at = self.nodes.len();
        self.nodes.push(HtmlNode { content, parent: self.open.last().copied().unwrap_or(0), end: at + 1 });
    }

    /// Ends the open elements from one on.
    fn close(&mut self, from: usize) {
        let end = self.nodes.len();
        for at in self.open.drain(from..) {
            self.nodes[at].end = end;
        }
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.iter().take(FAR).any(|&at| self.name(at) == name)
    }

    fn name(&self, at: usize) -> &str {
        match &self.nodes[at].content {
            Content::Element(element) => &element.name,
            _ => "",
        }
    }

    fn finished(mut self) -> HtmlDocument {
        self.close(0);
        HtmlDocument { nodes: self.nodes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document with every element's end written out.
    fn shown(text: &str) -> String {
        let document = HtmlDocument::read(text);
        let mut shown = String::new();
        let mut open: Vec<usize> = Vec::new();
        for at in 0..=document.nodes.len() {
            while open.last().is_some_and(|last| document.nodes[*last].end <= at) {
                shown += &format!("</{}>", document.element(open.pop().unwrap()).unwrap().name);
            }
            match document.nodes.get(at).map(|node| &node.content) {
                Some(Content::Element(element)) => {
                    shown += &format!("<{}>", element.name);
                    open.push(at);
                }
                Some(Content::Text(text)) => shown += text,
                Some(Content::Comment(text)) => shown += &format!("<!--{text}-->"),
                None => {}
            }
        }
        let shown = shown.replace("</br>", "");
        shown.strip_prefix("<>").and_then(|shown| shown.strip_suffix("</>")).unwrap().to_owned()
    }

    #[test]
    fn elements_end_where_the_next_begins() {
        assert_eq!(shown("<p>a<p>b<div>c</div>"), "<p>a</p><p>b</p><div>c</div>");
        assert_eq!(shown("<ul><li>a<li><b>b<li>c</ul>d"), "<ul><li>a</li><li><b>b</b></li><li>c</li></ul>d");
        let table = "<table><tr><td>a<td>b<tr><td><table><tr><td>c</table>d</table>";
        let expected =
            "<table><tr><td>a</td><td>b</td></tr><tr><td><table><tr><td>c</td></tr></table>d</td></tr></table>";
        assert_eq!(shown(table), expected);
        assert_eq!(shown("<a href=1>a<a href=2>b</a>c"), "<a>a</a><a>b</a>c");
    }

    #[test]
    fn ends_that_belong_to_nothing_are_none() {
        assert_eq!(
            shown("<div><table><tr><td></div>a</td></tr></table>b</div>"),
            "<div><table><tr><td>a</td></tr></table>b</div>"
        );
        assert_eq!(shown("<p>a</span></b>b</i></p>c</p>"), "<p>ab</p>c");
        assert_eq!(shown("a</br>b<br/>c<img>d"), "a<br>b<br>c<img></img>d");
    }

    #[test]
    fn scripts_and_titles_are_text() {
        assert_eq!(
            shown("<title>a<b></title><script>if (a<b) '</p>'</script>c"),
            "<title>a<b></title><script>if (a<b) '</p>'</script>c"
        );
        assert_eq!(shown("a&nbsp;&amp;<!-- b -->c"), "a\u{a0}&<!-- b -->c");
    }

    #[test]
    fn what_is_too_deep_stands_beside() {
        let deep = "<div>".repeat(100_000) + "渡口" + &"</div>".repeat(100_000);
        let document = HtmlDocument::read(&deep);
        assert_eq!(document.nodes.len(), 100_002);
        assert!(document.around(100_001).count() <= DEEPEST);
        let _ = HtmlDocument::read(&("<b><p>".repeat(100_000) + &"</a>".repeat(100_000)));
    }
}
