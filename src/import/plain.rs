//! A text layer as it is: one line a line.

use std::iter;

use super::{Importer, Pages};
use crate::model::RawPage;
use crate::text::{decode, read_as_meant};

/// Plain text in any encoding that [`decode()`] knows; takes whatever no other importer knows.
pub struct Plain;

impl Importer for Plain {
    /// A text may have any name.
    fn knows_name(&self, _name: &str) -> bool {
        false
    }

    fn knows_content(&self, _bytes: &[u8]) -> bool {
        true
    }

    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages {
        match decode(&bytes) {
            Ok(decoded) => {
                let text = read_as_meant(decoded.text);
                Box::new(pages(source, &text, decoded.undecodable).into_iter().map(Ok))
            }
            Err(error) => Box::new(iter::once(Err(error.into()))),
        }
    }
}

/// The pages of a text: a form feed ends one. What could not be decoded is counted with the first.
fn pages(source: &str, text: &str, undecodable: usize) -> Vec<RawPage> {
    let mut first_line = 1;
    let page = |(number, text): (u32, &str)| {
        let page = RawPage::of_file(source, number, first_line, text);
        first_line += memchr::memchr_iter(b'\n', text.as_bytes()).count() as u32;
        page
    };
    let mut pages: Vec<RawPage> = (1..).zip(text.split('\u{C}')).map(page).collect();
    if let Some(first) = pages.first_mut() {
        first.unread = undecodable;
    }
    pages.retain(|page| !page.lines.is_empty() || page.unread > 0);
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_feed_ends_a_page() {
        let pages = pages("p", "甲\n乙\n\u{C}丙\n\u{C}\n \u{C}丁\u{C}", 0);
        let seen: Vec<_> = pages.iter().map(|page| (page.source_page, page.first_line, page.lines[0].number)).collect();
        assert_eq!(seen, [(1, 1, 1), (2, 3, 3), (4, 5, 5)]);
        assert_eq!(pages[1].text, "丙\n");
    }
}
