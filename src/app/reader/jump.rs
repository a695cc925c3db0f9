//! Jumps as links: 上接第1版 above an article, 下转第3版 at its end. They are shown and followed, but
//! are no part of the article: nothing of them is kept, copied or found.

use std::sync::Arc;

use crate::model::{Article, Block, BlockKind, PageRef};
use crate::phrase::{Lang, Phrase};

/// Which way a jump leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JumpWay {
    /// To where the article goes on.
    Onward,
    /// To where it comes from.
    Back,
}

/// An article as it is shown: with its jumps.
pub fn with_jumps(shown: Arc<Article>, lang: Lang) -> Arc<Article> {
    let onward = shown.continues.as_ref().and_then(|page| words(Phrase::ContinuesOn, page, lang));
    let back = shown.continued.as_ref().and_then(|page| words(Phrase::ContinuedFrom, page, lang));
    if onward.is_none() && (back.is_none() || shown.kicker.is_some()) {
        return shown;
    }
    let mut article = Article::clone(&shown);
    article.kicker = article.kicker.or(back);
    article.body.extend(onward.map(|text| Block { kind: BlockKind::Paragraph, text }));
    Arc::new(article)
}

/// A jump in words; none where it names no page.
fn words(phrase: Phrase, page: &PageRef, lang: Lang) -> Option<String> {
    let number = || page.page_number.map(|number| lang.say(Phrase::PageNumber(number)).into_owned());
    let page = page.page_label.clone().or_else(number)?;
    Some(format!("{}{page}", lang.say(phrase)))
}
