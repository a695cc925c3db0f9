//! Elements and text of XML and HTML, read leniently: nothing is expanded, nothing must match, and
//! what cannot be read on is an end.

use std::io::Cursor;
use std::mem;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

/// What comes next in a document.
#[derive(Debug, PartialEq)]
pub enum Node {
    /// An element begins. One that is empty ends at once.
    Start(Element),
    /// The element of this name ends.
    End(String),
    /// Text between two tags, whole.
    Text(String),
}

/// An element as it begins.
#[derive(Debug, PartialEq)]
pub struct Element {
    /// Its name, without its prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    fn of(start: &BytesStart) -> Self {
        let mut attributes = start.html_attributes();
        let attributes = attributes.with_checks(false).flatten();
        let attributes = attributes.map(|a| (a.key.local_name().as_ref().to_owned(), plain(&a.value))).collect();
        Self { name: start.local_name().as_ref().to_owned(), attributes }
    }

    /// The value of an attribute, upper and lower case alike.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// A text with its references read as the characters that they stand for; one that means nothing stays.
fn plain(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';').and_then(|(name, behind)| Some((character(name)?, behind))) {
            Some((character, behind)) => plain.extend([&character, behind]),
            None => plain.extend(["&", part]),
        }
    }
    plain
}

/// What a reference to a character stands for.
fn character(name: &str) -> Option<String> {
    /// The longest name that a character has in HTML, in bytes.
    const LONGEST: usize = 32;
    let reference = (name.len() <= LONGEST).then(|| format!("&{name};"))?;
    unescape_with(&reference, resolve_html5_entity).ok().map(Into::into)
}

/// A document on its way through.
pub struct Markup {
    reader: Reader<Cursor<String>>,
    buffer: Vec<u8>,
    /// What came behind a text that has been handed over.
    next: Option<Node>,
    is_broken: bool,
}

impl Markup {
    /// Reads a document from its beginning.
    pub fn of(text: String) -> Self {
        let mut reader = Reader::from_reader(Cursor::new(text));
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), next: None, is_broken: false }
    }

    /// Whether it ended within a tag.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    fn event(&mut self) -> Option<Token> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => token(&event),
            Err(_) => {
                self.is_broken = true;
                None
            }
        }
    }
}

impl Iterator for Markup {
    type Item = Node;

    fn next(&mut self) -> Option<Node> {
        if let Some(node) = self.next.take() {
            return Some(node);
        }
        let mut text = String::new();
        while !self.is_broken {
            match self.event() {
                Some(Token::Text(more)) => text.push_str(&more),
                Some(Token::Node(node)) if text.is_empty() => return Some(node),
                Some(Token::Node(node)) => {
                    self.next = Some(node);
                    break;
                }
                Some(Token::Other) => (),
                None => break,
            }
        }
        (!text.is_empty()).then(|| Node::Text(mem::take(&mut text)))
    }
}

/// What the reader gives at once.
enum Token {
    Node(Node),
    Text(String),
    Other,
}

/// What an event gives; none at the end.
fn token(event: &Event) -> Option<Token> {
    Some(match event {
        Event::Start(start) | Event::Empty(start) => Token::Node(Node::Start(Element::of(start))),
        Event::End(end) => Token::Node(Node::End(end.local_name().as_ref().to_owned())),
        Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
        Event::CData(text) => Token::Text(text.xml10_content().into_owned()),
        Event::GeneralRef(reference) => Token::Text(plain(&format!("&{};", reference.xml10_content()))),
        Event::Eof => return None,
        _ => Token::Other,
    })
}

/// HTML with every `<` that begins no tag made text: recognisers write what they see.
pub fn with_brackets_escaped(text: &str) -> String {
    let mut comment_ends = memmem::find_iter(text.as_bytes(), b"-->").peekable();
    let mut parts = text.split('<');
    let mut escaped = parts.next().unwrap_or_default().to_owned();
    let mut at = escaped.len();
    for part in parts {
        while comment_ends.next_if(|end| *end < at).is_some() {}
        let is_comment = part.starts_with("!--") && comment_ends.peek().is_some_and(|end| end - at < LONGEST_COMMENT);
        escaped.push_str(if is_comment || begins_tag(part) { "<" } else { "&lt;" });
        escaped.push_str(part);
        at += part.len() + 1;
    }
    escaped
}

/// The longest comment, in bytes: one that ends farther off is none.
const LONGEST_COMMENT: usize = 4000;

/// Whether what stands behind a `<` makes it a tag's.
fn begins_tag(behind: &str) -> bool {
    let is_name = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    let is = |word: &str| behind.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    is_name(behind) || behind.strip_prefix('/').is_some_and(is_name) || is("!doctype") || is("?xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> (String, bool) {
        let mut markup = Markup::of(text.to_owned());
        let nodes: Vec<String> = markup
            .by_ref()
            .map(|node| match node {
                Node::Start(element) => format!("<{} {}>", element.name, element.attribute("K").unwrap_or("-")),
                Node::End(name) => format!("</{name}>"),
                Node::Text(text) => text,
            })
            .collect();
        (nodes.join(""), markup.is_broken())
    }

    #[test]
    fn elements_and_text_come_in_their_order() {
        let text = "<?xml version='1.0'?><!DOCTYPE a><n:a k='1 &amp; 2'><!-- b --><b k=x />&eacute;t&#233; & <![CDATA[<]]></n:a>";
        assert_eq!(plain("a&#0;b&nonsense;c&amp;&lt"), "a&#0;b&nonsense;c&&lt");
        assert_eq!(shown(text), ("<a 1 & 2><b x></b>été & <</a>".to_owned(), false));
    }

    #[test]
    fn nothing_must_match_and_nothing_is_expanded() {
        assert_eq!(shown("<p><b></p></i>").0, "<p -><b -></p></i>");
        let laughs = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a k='&c;'>&c;</a>";
        assert_eq!(shown(laughs).0, "<a &c;>&c;</a>");
    }

    #[test]
    fn what_ends_within_a_tag_is_broken() {
        assert_eq!(shown("<a><b k='1"), ("<a ->".to_owned(), true));
        assert_eq!(shown("<a>渡口"), ("<a ->渡口".to_owned(), false));
    }

    #[test]
    fn a_bracket_that_begins_no_tag_is_text() {
        let text = "<!DOCTYPE html><p>1 < 2 <?> <5 <!-- c --></p>";
        assert_eq!(with_brackets_escaped(text), "<!DOCTYPE html><p>1 &lt; 2 &lt;?> &lt;5 <!-- c --></p>");
        assert_eq!(with_brackets_escaped("a<!--b</p>"), "a&lt;!--b</p>");
    }
}
