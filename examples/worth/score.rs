//! How well a parsed page agrees with its gold: thirteen measures and one figure made of them, out of
//! 100, the composite.
//!
//! White space never counts. A parsed article is laid back on the page's characters by longest matches
//! of its texts, so that neither its `lines` nor the order of the articles matters.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use paper_reader::model::{Article, BlockKind, Dateline, Person};

use crate::likeness::likeness;
use crate::places::{Bare, Located, bare, locate};

/// What is measured, and its part of the composite.
const MEASURES: [(&str, f64); 13] = [
    ("bcubed", 24.0),
    ("articles", 14.0),
    ("headline", 14.0),
    ("similarity", 5.0),
    ("decks", 4.0),
    ("breaks", 20.0),
    ("headings", 3.0),
    ("speakers", 3.0),
    ("byline", 4.0),
    ("dateline", 3.0),
    ("lead", 2.0),
    ("kind", 2.0),
    ("furniture", 2.0),
];
const BCUBED: usize = 0;
const ARTICLES: usize = 1;
const HEADLINE: usize = 2;
const SIMILARITY: usize = 3;
const DECKS: usize = 4;
const BREAKS: usize = 5;
const HEADINGS: usize = 6;
const SPEAKERS: usize = 7;
const BYLINE: usize = 8;
const DATELINE: usize = 9;
const LEAD: usize = 10;
const KIND: usize = 11;
const FURNITURE: usize = 12;

/// An article is found where so much of its characters and of a parsed one's are the same.
const FOUND: f64 = 0.98;

/// What a gold page, or a parsed one, says.
pub struct Answer {
    /// The articles.
    pub articles: Vec<Article>,
    /// The furniture.
    pub furniture: Vec<String>,
    /// For each article, texts before which a break is neither right nor wrong.
    pub optional: Vec<Vec<String>>,
}

/// A gold page, ready to score others by.
pub struct Gold {
    page: Bare,
    answer: Answer,
    located: Located,
    clusters: Vec<Option<usize>>,
    /// The characters inside bodies, where a break may be judged.
    inside: BTreeSet<usize>,
    /// The places where one is neither right nor wrong.
    optional: BTreeSet<usize>,
    /// The share of the page's characters that may be others.
    slack: f64,
}

/// What was counted on a page, or on several.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Of each measure: hits, or the sum of shares; found; wanted, or how many shares.
    counts: [[f64; 3]; MEASURES.len()],
}

impl Tally {
    /// Adds another page's.
    pub fn add(&mut self, other: &Self) {
        for (sum, counts) in self.counts.iter_mut().zip(&other.counts) {
            sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }

    /// Several pages' together.
    pub fn sum<'a>(tallies: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        tallies.into_iter().for_each(|tally| sum.add(tally));
        sum
    }

    /// The composite, from 0 to 100. A measure with nothing to find and nothing found is left out.
    pub fn composite(&self) -> f64 {
        let values = self.values().filter_map(|(_, weight, value)| Some((weight, value?)));
        let (sum, all) = values.fold((0.0, 0.0), |(sum, all), (weight, value)| (sum + weight * value, all + weight));
        if all == 0.0 { 0.0 } else { sum / all * 100.0 }
    }

    /// Each measure's name, its part of the composite and what it is, from 0 to 1.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, f64, Option<f64>)> {
        self.counts.iter().zip(MEASURES).map(|([hits, found, wanted], (name, weight))| {
            let all = found + wanted;
            (name, weight, (all > 0.0).then(|| 2.0 * hits / all))
        })
    }

    /// Counts hits among what was found and what was wanted.
    fn count(&mut self, measure: usize, hits: f64, found: usize, wanted: usize) {
        let counts = &mut self.counts[measure];
        *counts = [counts[0] + hits, counts[1] + found as f64, counts[2] + wanted as f64];
    }

    /// Counts one share, of which the mean is taken.
    fn share(&mut self, measure: usize, share: f64) {
        self.count(measure, share, 1, 1);
    }
}

impl Gold {
    /// A gold page with its text, and the share of its characters that may be others.
    pub fn new(text: &str, answer: Answer, slack: f64) -> Self {
        let page = bare(text);
        let located = locate(&page, &answer.articles, &answer.furniture);
        let clusters = located.clusters(page.len());
        let (mut inside, mut optional) = (BTreeSet::new(), BTreeSet::new());
        for (article, skip) in located.articles.iter().zip(&answer.optional) {
            let skip: Vec<Bare> = skip.iter().map(|text| bare(text)).collect();
            let items = article.items.iter().filter(|item| !item.text.is_empty());
            for (n, item) in items.enumerate() {
                inside.extend(item.places.iter().skip(usize::from(n == 0)).flatten());
                optional.extend(skip.iter().filter_map(|text| item.places[find(&item.text, text)?]));
            }
        }
        Self { page, answer, located, clusters, inside, optional, slack }
    }

    /// How well a parsed page agrees with it.
    pub fn score(&self, parsed: &Answer) -> Tally {
        let mut tally = Tally::default();
        let conserved = self.conserves(parsed);
        let nothing = Answer { articles: Vec::new(), furniture: Vec::new(), optional: Vec::new() };
        let parsed = if conserved { parsed } else { &nothing };
        let found = locate(&self.page, &parsed.articles, &parsed.furniture);
        let agreement = if conserved { bcubed(&self.clusters, &found.clusters(self.page.len())) } else { 0.0 };
        tally.share(BCUBED, agreement);
        self.score_places(&found, &mut tally);
        let pairs = pairs(&self.located, &found);
        self.score_articles(&found, parsed, &pairs, &mut tally);
        tally
    }

    /// Whether a parsed page has the characters of the page, no more and no fewer but for the slack.
    fn conserves(&self, parsed: &Answer) -> bool {
        let mut counts: HashMap<char, i64> = HashMap::new();
        self.page.iter().for_each(|c| *counts.entry(*c).or_default() += 1);
        let fields = |article: &Article| -> Vec<Bare> {
            let heads = [&article.kicker, &article.headline, &article.deck, &article.lead, &article.credit];
            let heads = heads.into_iter().map(field);
            heads.chain(article.body.iter().map(|item| bare(&item.text))).collect()
        };
        let texts = parsed.articles.iter().flat_map(fields).chain(parsed.furniture.iter().map(|text| bare(text)));
        texts.flatten().for_each(|c| *counts.entry(c).or_default() -= 1);
        let others = |sign: i64| counts.values().map(|count| (sign * count).max(0)).sum::<i64>() as f64;
        others(1).max(others(-1)) <= self.slack * self.page.len() as f64
    }

    fn score_places(&self, found: &Located, tally: &mut Tally) {
        let starts = |located: &Located, skip: usize| -> BTreeSet<usize> {
            let items = |article: &crate::places::LocatedArticle| article.starts().skip(skip).collect::<Vec<_>>();
            located.articles.iter().flat_map(items).flatten().filter(|at| !self.optional.contains(at)).collect()
        };
        let wanted = starts(&self.located, 1);
        let got: BTreeSet<usize> = starts(found, 0).intersection(&self.inside).copied().collect();
        tally.count(BREAKS, wanted.intersection(&got).count() as f64, got.len(), wanted.len());
        for (measure, mark) in [(HEADINGS, heading as fn(&BlockKind, &Bare) -> Option<Mark>), (SPEAKERS, turn)] {
            let [wanted, got] = [&self.located, found].map(|located| marks(located, mark));
            tally.count(measure, wanted.intersection(&got).count() as f64, got.len(), wanted.len());
        }
        let both = self.located.furniture.intersection(&found.furniture).count();
        tally.count(FURNITURE, both as f64, found.furniture.len(), self.located.furniture.len());
    }

    fn score_articles(&self, found: &Located, parsed: &Answer, pairs: &BTreeMap<usize, usize>, tally: &mut Tally) {
        let nothing = Article::default();
        let (mut headlines, mut decks, mut people, mut datelines, mut leads) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (i, gold) in self.answer.articles.iter().enumerate() {
            let pair = pairs.get(&i);
            let article = pair.map_or(&nothing, |&j| &parsed.articles[j]);
            let jaccard = pair.map_or(0.0, |&j| {
                let (a, b) = (&found.articles[j].places, &self.located.articles[i].places);
                let both = a.intersection(b).count();
                both as f64 / (a.len() + b.len() - both) as f64
            });
            tally.share(ARTICLES, f64::from(u8::from(jaccard >= FOUND)));
            let [a, b] = [&gold.headline, &article.headline].map(field);
            let alike = match (pair, a.is_empty()) {
                (Some(_), false) => likeness(&a, &b),
                (Some(_), true) => f64::from(u8::from(b.is_empty())),
                (None, _) => 0.0,
            };
            tally.share(SIMILARITY, alike);
            tally.share(KIND, f64::from(u8::from(pair.is_some() && gold.kind == article.kind)));
            headlines += match same(&gold.headline, &article.headline) {
                true => 1.0,
                false if !a.is_empty() && !b.is_empty() && head(gold) == head(article) => 0.5,
                false => 0.0,
            };
            leads += f64::from(u8::from(same(&gold.lead, &article.lead)));
            decks += f64::from(u8::from(same(&gold.kicker, &article.kicker)));
            decks += f64::from(u8::from(same(&gold.deck, &article.deck)));
            people += in_common(&byline(gold), &byline(article)) as f64;
            let dated = gold.dateline.is_some() && dateline(&gold.dateline) == dateline(&article.dateline);
            datelines += f64::from(u8::from(dated));
        }
        let answers = [&parsed.articles, &self.answer.articles];
        let mut count = |measure: usize, hits: f64, of: fn(&Article) -> usize| {
            let [found, wanted] = answers.map(|articles| articles.iter().map(of).sum());
            tally.count(measure, hits, found, wanted);
        };
        count(HEADLINE, headlines, |article| said(&article.headline));
        count(LEAD, leads, |article| said(&article.lead));
        count(DECKS, decks, |article| said(&article.kicker) + said(&article.deck));
        count(BYLINE, people, |article| article.byline.len());
        count(DATELINE, datelines, |article| usize::from(article.dateline.is_some()));
    }
}

/// A mark in a body: where, whether it asks or answers, and the title or the speaker.
type Mark = (u8, Bare);

fn heading(kind: &BlockKind, text: &Bare) -> Option<Mark> {
    matches!(kind, BlockKind::Heading { .. }).then(|| (0, text.clone()))
}

fn turn(kind: &BlockKind, _text: &Bare) -> Option<Mark> {
    match kind {
        BlockKind::Question { speaker } => Some((1, bare(speaker))),
        BlockKind::Answer { speaker } => Some((2, bare(speaker))),
        _ => None,
    }
}

/// The marks of all bodies and where they stand.
fn marks(located: &Located, mark: fn(&BlockKind, &Bare) -> Option<Mark>) -> BTreeSet<(Option<usize>, Mark)> {
    let items = located.articles.iter().flat_map(|article| &article.items).filter(|item| !item.text.is_empty());
    items.filter_map(|item| Some((item.places[0], mark(&item.kind, &item.text)?))).collect()
}

/// A field's characters.
fn field(text: &Option<String>) -> Bare {
    bare(text.as_deref().unwrap_or_default())
}

fn said(text: &Option<String>) -> usize {
    usize::from(!field(text).is_empty())
}

fn same(gold: &Option<String>, parsed: &Option<String>) -> bool {
    let gold = field(gold);
    !gold.is_empty() && gold == field(parsed)
}

/// Kicker, headline and deck as one.
fn head(article: &Article) -> Bare {
    [&article.kicker, &article.headline, &article.deck].into_iter().flat_map(field).collect()
}

fn find(text: &[char], part: &[char]) -> Option<usize> {
    if part.is_empty() { Some(0) } else { text.windows(part.len()).position(|window| window == part) }
}

/// The people of an article; the house before a role and other names for a role do not count.
fn byline(article: &Article) -> BTreeMap<(String, Bare), usize> {
    let mut people = BTreeMap::new();
    for Person { role, name } in &article.byline {
        *people.entry((plain_role(role.as_deref().unwrap_or_default()), bare(name))).or_default() += 1;
    }
    people
}

fn in_common(a: &BTreeMap<(String, Bare), usize>, b: &BTreeMap<(String, Bare), usize>) -> usize {
    a.iter().map(|(person, count)| (*count).min(b.get(person).copied().unwrap_or(0))).sum()
}

/// A role without the house before it: 本报记者 is 记者; 文 is no role, 摄影 is 摄.
fn plain_role(role: &str) -> String {
    const HOUSES: [&str; 8] = ["报", "報", "刊", "社", "网", "網", "台", "全媒体"];
    const POSTS: [&str; 7] = ["记者", "記者", "通讯员", "通訊員", "实习生", "實習生", "评论员"];
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let role: String = bare(role).into_iter().collect();
    let places: Vec<usize> = role.char_indices().map(|(at, _)| at).chain([role.len()]).collect();
    let leading = role.chars().take_while(|&c| han(c)).count();
    let behind_house = |n: usize| {
        let rest = &role[places[n]..];
        HOUSES.iter().find_map(|house| {
            let rest = rest.strip_prefix(house)?;
            let near = rest.char_indices().map(|(at, c)| (at, han(c))).chain([(rest.len(), false)]).take(5);
            let mut open = true;
            let at = near.take_while(|(_, is_han)| std::mem::replace(&mut open, *is_han)).map(|(at, _)| at);
            let posted = at.into_iter().any(|at| POSTS.iter().any(|post| rest[at..].starts_with(post)));
            posted.then(|| rest.to_owned())
        })
    };
    let role = (0..=leading.min(6)).rev().find_map(behind_house).unwrap_or(role);
    let role = role.strip_suffix(['：', ':']).unwrap_or(&role);
    match role {
        "作者" | "文" => String::new(),
        "摄影" | "图" => "摄".to_owned(),
        role => role.to_owned(),
    }
}

/// Source, place, month, day and kind; what it has from another begins with 据 or not.
fn dateline(dateline: &Option<Dateline>) -> Option<[Bare; 5]> {
    let dateline = dateline.as_ref()?;
    let text = |text: &Option<String>| field(text);
    let number = |number: Option<u32>| number.map(|number| bare(&number.to_string())).unwrap_or_default();
    let mut source = text(&dateline.source);
    if matches!(source.first(), Some('据' | '據')) {
        source.remove(0);
    }
    Some([source, text(&dateline.place), number(dateline.month), number(dateline.day), text(&dateline.kind)])
}

/// Which parsed article each gold one is: one to one, those with most characters in common first.
fn pairs(gold: &Located, parsed: &Located) -> BTreeMap<usize, usize> {
    let mut common: Vec<(usize, usize, usize)> = Vec::new();
    for (i, a) in gold.articles.iter().enumerate() {
        for (j, b) in parsed.articles.iter().enumerate() {
            common.push((a.places.intersection(&b.places).count(), i, j));
        }
    }
    common.retain(|(count, ..)| *count > 0);
    common.sort_by_key(|&(count, i, j)| (std::cmp::Reverse(count), i, j));
    let (mut pairs, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, i, j) in common {
        if !pairs.contains_key(&i) && taken.insert(j) {
            pairs.insert(i, j);
        }
    }
    pairs
}

/// A cluster by its number, or a character that is in none, by its place.
type Cluster = (bool, usize);

/// B-cubed F1 of two clusterings of the page's characters; a character in no cluster is one by itself.
fn bcubed(gold: &[Option<usize>], parsed: &[Option<usize>]) -> f64 {
    let of = |clusters: &[Option<usize>], i: usize| clusters[i].map_or((true, i), |cluster| (false, cluster));
    let mut both: BTreeMap<(Cluster, Cluster), f64> = BTreeMap::new();
    let [mut golds, mut others]: [HashMap<Cluster, f64>; 2] = Default::default();
    for i in 0..gold.len() {
        let (a, b) = (of(gold, i), of(parsed, i));
        *both.entry((a, b)).or_default() += 1.0;
        *golds.entry(a).or_default() += 1.0;
        *others.entry(b).or_default() += 1.0;
    }
    let all = gold.len() as f64;
    let precision = both.iter().map(|((_, b), count)| count * count / others[b]).sum::<f64>() / all;
    let recall = both.iter().map(|((a, _), count)| count * count / golds[a]).sum::<f64>() / all;
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}
