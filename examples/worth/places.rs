//! Texts laid back on the characters of their page.

use std::collections::BTreeSet;

use paper_reader::model::{Article, BlockKind};
use paper_reader::text::read_as_meant;

/// Characters without white space and invisible ones.
pub type Bare = Vec<char>;

/// A text without white space and invisible characters, radicals as the ideographs they stand for.
pub fn bare(text: &str) -> Bare {
    let invisible = |c: char| matches!(c, '\u{feff}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{ad}');
    read_as_meant(text.to_owned()).chars().filter(|&c| !c.is_whitespace() && !invisible(c)).collect()
}

/// Where a page's articles and furniture stand on it.
pub struct Located {
    /// The articles.
    pub articles: Vec<LocatedArticle>,
    /// The places of the furniture.
    pub furniture: BTreeSet<usize>,
}

/// Where an article stands on its page.
pub struct LocatedArticle {
    /// All its places.
    pub places: BTreeSet<usize>,
    /// The items of its body.
    pub items: Vec<LocatedItem>,
}

/// Where an item of a body stands on its page.
pub struct LocatedItem {
    /// What it is.
    pub kind: BlockKind,
    /// Its text.
    pub text: Bare,
    /// The place of each of its characters, where it was found.
    pub places: Vec<Option<usize>>,
}

impl Located {
    /// The cluster of each of the page's characters: its article, or the furniture.
    pub fn clusters(&self, characters: usize) -> Vec<Option<usize>> {
        let mut clusters = vec![None; characters];
        for (n, article) in self.articles.iter().enumerate() {
            article.places.iter().for_each(|&place| clusters[place] = Some(n));
        }
        self.furniture.iter().for_each(|&place| clusters[place] = Some(self.articles.len()));
        clusters
    }
}

impl LocatedArticle {
    /// Where each item of the body begins.
    pub fn starts(&self) -> impl Iterator<Item = Option<usize>> {
        self.items.iter().filter(|item| !item.text.is_empty()).map(|item| item.places[0])
    }
}

/// A text to be laid, and where its characters come to lie.
struct Laid {
    text: Bare,
    places: Vec<Option<usize>>,
}

impl Laid {
    fn new(text: Bare) -> Self {
        Self { places: vec![None; text.len()], text }
    }

    fn found(&self) -> impl Iterator<Item = usize> {
        self.places.iter().copied().flatten()
    }
}

/// Lays articles and furniture on a page, long texts first, by ever shorter matches.
pub fn locate(page: &[char], articles: &[Article], furniture: &[String]) -> Located {
    let field = |text: &Option<String>| Laid::new(bare(text.as_deref().unwrap_or_default()));
    let items: Vec<Vec<Bare>> =
        articles.iter().map(|article| article.body.iter().map(|item| bare(&item.text)).collect()).collect();
    let mut laid = Vec::new();
    for (article, items) in articles.iter().zip(&items) {
        let [lead, credit] = [&article.lead, &article.credit].map(|text| bare(text.as_deref().unwrap_or_default()));
        laid.push(Laid::new([&[lead][..], items, &[credit]].concat().concat()));
        laid.extend([&article.kicker, &article.headline, &article.deck].map(field));
    }
    laid.extend(furniture.iter().map(|text| Laid::new(bare(text))));
    let mut order: Vec<usize> = (0..laid.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(laid[i].text.len()));
    let mut canvas = Canvas { free: page.iter().copied().map(Some).collect() };
    for shortest in [12, 6, 1] {
        order.iter().for_each(|&i| canvas.lay(&mut laid[i], shortest));
    }
    let mut texts = laid.chunks(4);
    let articles = articles.iter().zip(items).zip(texts.by_ref());
    let articles = articles
        .map(|((article, items), laid)| {
            let mut at = bare(article.lead.as_deref().unwrap_or_default()).len();
            let places = laid.iter().flat_map(Laid::found).collect();
            let item = |(block, text): (&paper_reader::model::Block, Bare)| {
                let places = laid[0].places[at..at + text.len()].to_vec();
                at += text.len();
                LocatedItem { kind: block.kind.clone(), text, places }
            };
            LocatedArticle { places, items: article.body.iter().zip(items).map(item).collect() }
        })
        .collect::<Vec<_>>();
    let furniture = laid[articles.len() * 4..].iter().flat_map(Laid::found).collect();
    Located { articles, furniture }
}

/// A page's characters; those that a text has taken are gone.
struct Canvas {
    free: Vec<Option<char>>,
}

impl Canvas {
    /// Lays what is not laid of a text, in matches of at least so many characters.
    fn lay(&mut self, laid: &mut Laid, shortest: usize) {
        let (mut at, mut hint) = (0, None);
        while at < laid.text.len() {
            if let Some(place) = laid.places[at] {
                hint = Some(place + 1);
                at += 1;
                continue;
            }
            let open = laid.places[at..].iter().take_while(|place| place.is_none()).count();
            match self.longest(&laid.text[at..at + open], hint) {
                (length, place) if length >= shortest => {
                    for n in 0..length {
                        laid.places[at + n] = Some(place + n);
                        self.free[place + n] = None;
                    }
                    at += length;
                    hint = Some(place + length);
                }
                _ => at += 1,
            }
        }
    }

    /// The longest beginning of a text that stands on the page, and where: its length is 0 where none does.
    fn longest(&self, text: &[char], hint: Option<usize>) -> (usize, usize) {
        let (mut low, mut high) = (1, text.len());
        let mut best = (0, 0);
        while low <= high {
            let middle = (low + high) / 2;
            let part = &text[..middle];
            let at = hint.filter(|&at| self.stands(part, at)).or_else(|| self.find(part));
            match at {
                Some(at) => {
                    best = (middle, at);
                    low = middle + 1;
                }
                None => high = middle - 1,
            }
        }
        best
    }

    fn stands(&self, text: &[char], at: usize) -> bool {
        self.free.get(at..at + text.len()).is_some_and(|free| free.iter().zip(text).all(|(free, c)| *free == Some(*c)))
    }

    fn find(&self, text: &[char]) -> Option<usize> {
        (0..self.free.len()).find(|&at| self.free[at] == Some(text[0]) && self.stands(text, at))
    }
}
