//! Traditional or simplified characters, whichever were printed. Only what is shown is turned: an
//! article keeps its printed text for copies, marks and matches, and what is shown has a character
//! of as many bytes at the same byte, so that every place is the same in both. The names of those who
//! wrote it are left as printed: 余 and 范 are not short for 餘 and 範 there.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::hanzi::{to_simplified, to_traditional};
use crate::model::{Article, BlockKind, Row};
use crate::phrase::Phrase;
use crate::text::{Needle, Squeezed};

/// The characters that articles are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Those that were printed.
    #[default]
    Printed,
    /// Simplified.
    Simplified,
    /// Traditional.
    Traditional,
}

impl Script {
    /// The script that comes after it in turn.
    pub fn next(self) -> Self {
        match self {
            Self::Printed => Self::Simplified,
            Self::Simplified => Self::Traditional,
            Self::Traditional => Self::Printed,
        }
    }

    /// What is said of it.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Printed => Phrase::ScriptPrinted,
            Self::Simplified => Phrase::ScriptSimplified,
            Self::Traditional => Phrase::ScriptTraditional,
        }
    }

    /// A text in it: as many bytes, each character where it was.
    pub fn text(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Printed => Cow::Borrowed(text),
            Self::Simplified => Cow::Owned(to_simplified(text)),
            Self::Traditional => Cow::Owned(to_traditional(text)),
        }
    }

    /// A text in it but for these names.
    fn text_around(self, text: &str, names: &[Needle]) -> String {
        let mut shown = self.text(text).into_owned();
        let squeezed = Squeezed::new(text);
        for range in names.iter().flat_map(|name| name.ranges(&squeezed)) {
            shown.replace_range(range.clone(), &text[range]);
        }
        shown
    }

    /// What a list shows of an article, in it.
    pub fn row(self, row: &Row) -> Cow<'_, Row> {
        if self == Self::Printed {
            return Cow::Borrowed(row);
        }
        let shown = |name: &Option<String>| name.as_deref().map(|name| self.text(name).into_owned());
        Cow::Owned(Row {
            headline: self.text(&row.headline).into_owned(),
            publication: shown(&row.publication),
            page_name: shown(&row.page_name),
            ..row.clone()
        })
    }

    /// An article in it.
    pub(in crate::app) fn article(self, printed: &Arc<Article>) -> Arc<Article> {
        if self == Self::Printed {
            return Arc::clone(printed);
        }
        let names = names(printed);
        let mut article = Article::clone(printed);
        let parts =
            [&mut article.kicker, &mut article.headline, &mut article.deck, &mut article.lead, &mut article.credit];
        for text in parts.into_iter().flatten() {
            *text = self.text_around(text, &names);
        }
        for block in &mut article.body {
            let printed = std::mem::take(&mut block.text);
            block.text = self.text_around(&printed, &names);
            if let BlockKind::Question { speaker } | BlockKind::Answer { speaker } = &mut block.kind
                && printed.starts_with(speaker.as_str())
            {
                *speaker = block.text.get(..speaker.len()).unwrap_or_default().to_owned();
            }
        }
        Arc::new(article)
    }
}

/// The names of those who wrote an article; one of a single character might be any word.
fn names(article: &Article) -> Vec<Needle> {
    let names = article.byline.iter().map(|person| person.name.as_str());
    names.filter(|name| name.chars().count() > 1).filter_map(Needle::new).collect()
}

/// An article as it was printed and as it is shown.
#[derive(Clone, Debug)]
pub(in crate::app) struct TwoScripts {
    /// As it was printed.
    pub printed: Arc<Article>,
    /// As it is shown.
    pub shown: Arc<Article>,
}

impl TwoScripts {
    /// An article to be shown in a script.
    pub fn new(printed: Arc<Article>, script: Script) -> Self {
        Self { shown: script.article(&printed), printed }
    }

    /// Shows it in another script.
    pub fn turn(&mut self, script: Script) {
        self.shown = script.article(&self.printed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Person};

    #[test]
    fn an_article_is_shown_in_a_script_and_keeps_its_places() {
        let block = |kind, text: &str| Block { kind, text: text.into() };
        let speaker = "干部".to_owned();
        let printed = Arc::new(Article {
            headline: Some("渡口发展".into()),
            body: vec![
                block(BlockKind::Answer { speaker }, "干部：头发白了。"),
                block(BlockKind::Paragraph, "皇后在后面。"),
            ],
            ..Article::default()
        });
        let mut both = TwoScripts::new(Arc::clone(&printed), Script::Traditional);
        assert_eq!(both.shown.headline.as_deref(), Some("渡口發展"));
        assert_eq!(both.shown.body[0].text, "幹部：頭髮白了。");
        assert_eq!(both.shown.body[0].kind.speaker(), Some("幹部"));
        for ((part, text), (other, shown)) in both.printed.parts().zip(both.shown.parts()) {
            assert_eq!((part, text.len()), (other, shown.len()));
        }
        both.turn(Script::Printed);
        assert_eq!(both.shown, printed);
    }

    #[test]
    fn the_names_of_those_who_wrote_it_stay() {
        let person = |name: &str| Person { role: None, name: name.into() };
        let printed = Arc::new(Article {
            lead: Some("本报江州11月23日电（记者 范郁 通讯员 余　朴）".into()),
            byline: vec![person("范郁"), person("余朴"), person("后")],
            body: vec![Block {
                kind: BlockKind::Paragraph, text: "模范余朴说，余粮朴实，后来郁闷。".into()
            }],
            credit: Some("范郁 摄后".into()),
            ..Article::default()
        });
        let shown = Script::Traditional.article(&printed);
        assert_eq!(shown.lead.as_deref(), Some("本報江州11月23日電（記者 范郁 通訊員 余　朴）"));
        assert_eq!(shown.body[0].text, "模範余朴說，餘糧樸實，後來鬱悶。");
        assert_eq!(shown.credit.as_deref(), Some("范郁 攝後"));
    }

    #[test]
    fn scripts_take_turns() {
        assert_eq!(Script::Printed.next().next().next(), Script::Printed);
    }
}
