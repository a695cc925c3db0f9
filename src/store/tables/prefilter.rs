//! A quick look for words into a packed article. It drops most of the candidates that do not have the
//! words, before anything is unpacked.

use memchr::memmem::Finder;

use crate::hanzi::Folding;
use crate::text::{Needle, Squeezed};

use super::body::{self, EncodedJson};

/// Words to look for in packed articles, as they are encoded there.
#[derive(Debug)]
pub struct Prefilter<'n> {
    needles: &'n [Needle],
    /// The words in UTF-16.
    utf_16: Vec<Finder<'static>>,
    /// Whether JSON has all the words as they are, none of their characters escaped.
    is_plain: bool,
    /// How the words are folded, so that articles must be too.
    alike: Folding,
}

impl<'n> Prefilter<'n> {
    /// A filter for words that are folded so.
    pub fn new(needles: &'n [Needle], alike: Folding) -> Self {
        let is_escaped = |c: char| c == '"' || c == '\\' || c.is_control();
        let finder = |needle: &Needle| {
            let bytes: Vec<u8> = needle.as_str().encode_utf16().flat_map(u16::to_le_bytes).collect();
            Finder::new(&bytes).into_owned()
        };
        Self {
            needles,
            utf_16: needles.iter().map(finder).collect(),
            is_plain: !needles.iter().any(|needle| needle.as_str().contains(is_escaped)),
            alike,
        }
    }

    /// Whether the article may hold all the words; `false` is certain.
    pub fn may_be_in(&self, article: &[u8]) -> bool {
        if !self.is_plain {
            return true;
        }
        match body::encoded(article) {
            Some(EncodedJson::Utf16(json)) if !self.alike.is_exact() => {
                self.may_be_in_utf_16(&folded(json, self.alike))
            }
            Some(EncodedJson::Utf16(json)) => self.may_be_in_utf_16(json),
            Some(EncodedJson::Utf8(json)) if !self.alike.is_exact() => self.may_be_in_utf_8(&self.alike.compared(json)),
            Some(EncodedJson::Utf8(json)) => self.may_be_in_utf_8(json),
            None => true,
        }
    }

    fn may_be_in_utf_8(&self, json: &str) -> bool {
        let squeezed = Squeezed::new(json);
        json.contains('\\') || self.needles.iter().all(|needle| needle.is_in(&squeezed))
    }

    fn may_be_in_utf_16(&self, json: &[u8]) -> bool {
        self.are_in(json) || squeezed(json).is_none_or(|json| self.are_in(&json))
    }

    fn are_in(&self, json: &[u8]) -> bool {
        self.utf_16.iter().all(|finder| finder.find(json).is_some())
    }
}

/// UTF-16 with its characters folded. Folding takes one code unit to one code unit.
fn folded(json: &[u8], alike: Folding) -> Vec<u8> {
    let fold = |pair: &[u8]| {
        let unit = u16::from_le_bytes([pair[0], pair[1]]);
        let folded = char::from_u32(unit.into()).and_then(|c| u16::try_from(u32::from(alike.fold_char(c))).ok());
        folded.unwrap_or(unit).to_le_bytes()
    };
    json.chunks_exact(2).flat_map(fold).collect()
}

/// UTF-16 without its white space; none where there is an escape, which may stand for white space.
fn squeezed(json: &[u8]) -> Option<Vec<u8>> {
    let mut squeezed = Vec::with_capacity(json.len());
    for unit in json.chunks_exact(2) {
        let code = u16::from_le_bytes([unit[0], unit[1]]);
        match code {
            0x5C => return None,
            // Ideographs and surrogates, by far the most, need no look at what they are.
            0x3400..=0x9FFF | 0xD800..=0xDFFF => squeezed.extend_from_slice(unit),
            _ if char::from_u32(code.into()).is_some_and(char::is_whitespace) => {}
            _ => squeezed.extend_from_slice(unit),
        }
    }
    Some(squeezed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Article, Block, BlockKind};

    proptest! {
        #[test]
        fn nothing_that_matches_is_dropped(
            text in "[渡口发發abＡＢ１ \u{3000}\n\"\\\\𠮷，]{0,12}", words in "[渡口髮aBＡ1\"\\\\𠮷，]{1,3}", scripts: bool, widths: bool
        ) {
            let alike = Folding { scripts, widths };
            let needles: Vec<_> = Needle::new(&alike.compared(&words)).into_iter().collect();
            let is_in = needles.iter().all(|needle| needle.is_in(&Squeezed::new(&alike.compared(&text))));
            for lead in ["", "轮渡明春复航，候船室年底封顶，岸线绿化同步推进，票价不变，乘客称便，每十分钟一班。"] {
                let block = Block { kind: BlockKind::Paragraph, text: text.clone() };
                let article = Article { lead: Some(lead.into()), body: vec![block], ..Article::default() };
                let packed = body::pack(&article).unwrap();
                prop_assert!(Prefilter::new(&needles, alike).may_be_in(&packed) || !is_in, "{words:?} in {text:?}");
            }
        }
    }

    #[test]
    fn what_does_not_match_is_dropped() {
        let article = Article { lead: Some("轮渡 明春\u{3000}复航".repeat(20)), ..Article::default() };
        let packed = body::pack(&article).unwrap();
        for (words, may) in [("渡明春复", true), ("航轮", true), ("明轮", false), ("headline", false)] {
            let needles = [Needle::new(words).unwrap()];
            assert_eq!(Prefilter::new(&needles, Folding::default()).may_be_in(&packed), may, "{words}");
        }
    }
}
