//! Copying the words that are selected, or the paragraph at the top.

use crate::model::Bookmark;
use crate::phrase::{Lang, Phrase};

use super::pane::ReaderPane;

impl ReaderPane {
    /// The words to copy with what is known of them; the selection is let go.
    pub fn take_words(&mut self) -> Option<Bookmark> {
        self.seen_mut().map(|reader| {
            let span = reader.at_hand();
            reader.deselect();
            Bookmark::new(span, reader.article(), Some(reader.row()), 0)
        })
    }
}

/// Words as a quotation: in quotation marks, with the headline, the newspaper and the day.
pub fn quotation(quoted: Bookmark, lang: Lang) -> String {
    let mut source = format!("《{}》", quoted.headline);
    let page = quoted.page_number.map(|number| lang.say(Phrase::PageNumber(number)).into_owned());
    let known = [quoted.publication.or(quoted.source), quoted.date.map(|date| date.to_string()), page];
    known.into_iter().flatten().for_each(|part| source.extend(["，", &part]));
    format!("“{}”\n——{source}", quoted.excerpt)
}
