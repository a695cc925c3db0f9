//! Finding the words of a place again in articles that were parsed anew, or read anew from a better source.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::model::{Article, Part, Place, Span};
use crate::text::{Needle, Squeezed};

/// How much of the words is looked for, one after the other: all of them, the first half, the first
/// quarter; at least [`LEAST`] characters.
const SHARES: [usize; 3] = [1, 2, 4];
/// The fewest characters that are looked for: fewer are found anywhere.
const LEAST: usize = 4;
/// Words that were changed a little have so much of their pairs of characters left.
const NEARLY: f32 = 0.6;
/// The characters by which the end of a highlight is looked for where it was changed.
const LAST: usize = 8;
/// The characters by which the beginning of a highlight is looked for.
const FIRST: usize = 40;

/// Where the words of a place are in the articles that replaced its own. Of several places, one in the
/// old place's kind of part is preferred, then the nearest to the old place.
pub fn find<'a>(place: Place, words: &str, articles: impl Iterator<Item = &'a Article> + Clone) -> Option<Place> {
    let words: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    let exactly = SHARES.iter().find_map(|share| {
        let length = (words.len() / share).max(LEAST.min(words.len()));
        let needle = Needle::new(&words.iter().take(length).collect::<String>())?;
        articles.clone().flat_map(|article| places(&needle, article)).min_by_key(|found| distance(place, *found))
    });
    exactly.or_else(|| nearly(place, &words, articles))
}

/// Where words stand that were changed a little: the place with most of their pairs of characters, one
/// behind another.
fn nearly<'a>(place: Place, words: &[char], articles: impl Iterator<Item = &'a Article>) -> Option<Place> {
    let pairs: HashSet<&[char]> = words.windows(2).collect();
    let needed = (pairs.len() as f32 * NEARLY).ceil() as usize;
    if words.len() < 2 * LEAST {
        return None;
    }
    let in_part = |article: &'a Article, part, text: &str| {
        let text = Squeezed::new(text);
        let chars: Vec<(usize, char)> = text.as_str().char_indices().collect();
        let solid: Vec<char> = chars.iter().map(|(_, c)| *c).collect();
        let is_ours: Vec<bool> = solid.windows(2).map(|pair| pairs.contains(pair)).collect();
        let count = |from: usize| is_ours[from..].iter().take(words.len() - 1).filter(|ours| **ours).count();
        let found = |(from, _): &(usize, &bool)| {
            let byte = text.original(chars[*from].0..chars[*from].0).start;
            (count(*from), Place { article: article.id, part, byte })
        };
        // The best place begins with words that are ours.
        is_ours.iter().enumerate().filter(|(_, ours)| **ours).map(|at| found(&at)).collect::<Vec<_>>()
    };
    let found = articles.flat_map(|article| article.parts().flat_map(move |(part, text)| in_part(article, part, text)));
    let enough = found.filter(|(shared, _)| *shared >= needed);
    enough.min_by_key(|(shared, found)| (Reverse(*shared), distance(place, *found))).map(|(_, found)| found)
}

/// Where a span is in the articles that replaced its own: its first words, as [`find`] finds them, and
/// of a highlight as many of the words after them as follow there.
pub fn find_span<'a>(span: Span, words: &str, articles: impl Iterator<Item = &'a Article> + Clone) -> Option<Span> {
    let first: String = words.lines().next().unwrap_or_default().chars().take(FIRST).collect();
    let place = find(span.place, &first, articles.clone())?;
    let mut articles = articles;
    let article = articles.find(|article| article.id == place.article)?;
    Some(Span { place, until: span.until.and_then(|_| end(article, place, words)) })
}

/// Whether an article has these words at a span.
pub fn holds(article: &Article, span: Span, words: &str) -> bool {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    match span.until {
        Some(until) => squeezed(&article.text_between(span.place, until)) == squeezed(words),
        None => {
            let rest = article.part(span.place.part).and_then(|text| text.get(span.place.byte..));
            rest.is_some_and(|rest| Squeezed::new(rest).as_str().starts_with(Squeezed::new(words).as_str()))
        }
    }
}

/// Where the words that begin at a place of an article end: behind the last character that the text
/// shares with them or, where they were changed amid, behind their last ones.
fn end(article: &Article, place: Place, words: &str) -> Option<Place> {
    let solid: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    let shared = shared_end(article, place, words);
    if shared.is_some_and(|end| solid_length(&article.text_between(place, end)) == solid.len()) {
        return shared;
    }
    let last = Needle::new(&solid[solid.len().saturating_sub(LAST)..].iter().collect::<String>())?;
    let mut behind = article.parts().filter(|(part, _)| *part >= place.part).flat_map(|(part, text)| {
        let text = Squeezed::new(text);
        last.ranges(&text).map(|range| Place { part, byte: range.end, ..place }).collect::<Vec<_>>()
    });
    // As far away as the words are long, but for what was changed.
    let is_near = |end: &Place| {
        let length = solid_length(&article.text_between(place, *end));
        *end > place && length.abs_diff(solid.len()) <= solid.len() / 4 + LAST
    };
    behind.find(is_near).or(shared)
}

/// How many characters a text has, white space left out.
fn solid_length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Where an article and the words that begin at a place of it cease to be the same.
fn shared_end(article: &Article, place: Place, words: &str) -> Option<Place> {
    let mut words = words.chars().filter(|c| !c.is_whitespace()).peekable();
    let mut end = None;
    for (part, text) in article.parts().filter(|(part, _)| *part >= place.part) {
        let start = if part == place.part { place.byte } else { 0 };
        let characters = text.get(start..).unwrap_or_default().char_indices();
        for (at, c) in characters.filter(|(_, c)| !c.is_whitespace()) {
            if words.next_if_eq(&c).is_none() {
                return end;
            }
            end = Some(Place { part, byte: start + at + c.len_utf8(), ..place });
        }
    }
    end
}

fn places(needle: &Needle, article: &Article) -> Vec<Place> {
    let in_part = |(part, text)| {
        let text = Squeezed::new(text);
        let starts: Vec<_> = needle.ranges(&text).map(|range| range.start).collect();
        starts.into_iter().map(move |byte| Place { article: article.id, part, byte })
    };
    article.parts().flat_map(in_part).collect()
}

fn distance(old: Place, new: Place) -> (bool, usize, usize) {
    let block = |part| match part {
        Part::Body(block) => block,
        _ => 0,
    };
    let same_kind = std::mem::discriminant(&old.part) == std::mem::discriminant(&new.part);
    (!same_kind, block(old.part).abs_diff(block(new.part)), old.byte.abs_diff(new.byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind};

    fn article(paragraphs: &[&str]) -> Article {
        let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).into() };
        let mut article = Article { body: paragraphs.iter().map(block).collect(), ..Article::default() };
        article.set_content_id();
        article
    }

    fn anchored(old: &Article, part: Part, byte: usize, words: &str, new: &[Article]) -> Option<(usize, Part, usize)> {
        let place = find(Place { article: old.id, part, byte }, words, new.iter())?;
        let index = new.iter().position(|article| article.id == place.article)?;
        Some((index, place.part, place.byte))
    }

    #[test]
    fn words_are_found_where_the_parser_moved_them() {
        let old = article(&["渡口今年改建，候船室已封顶。轮渡明春复航。", "岸线绿化同步推进。"]);
        let new = [article(&["岸线绿化同步推进。"]), article(&["渡口今年改建，", "候船室已封 顶。轮渡明春复航。"])];
        assert_eq!(anchored(&old, Part::Body(0), 21, "候船室已封顶。轮渡", &new), Some((1, Part::Body(1), 0)));
        assert_eq!(anchored(&old, Part::Body(1), 0, "岸线绿化同步推进。", &new), Some((0, Part::Body(0), 0)));
    }

    #[test]
    fn the_nearest_of_the_same_words_is_taken() {
        let old = article(&["灯亮了。", "雨停了，灯亮了。"]);
        let new = [article(&["灯亮了。", "无题。", "雨停了，灯亮了。"])];
        assert_eq!(anchored(&old, Part::Body(0), 0, "灯亮了。", &new), Some((0, Part::Body(0), 0)));
        assert_eq!(anchored(&old, Part::Body(1), 12, "灯亮了。", &new), Some((0, Part::Body(2), 12)));
    }

    #[test]
    fn a_highlight_is_found_with_its_end() {
        let old = article(&["渡口今年改建，候船室已封顶。", "轮渡明春复航。岸线绿化。"]);
        let at = |article: &Article, block, byte| Place { article: article.id, part: Part::Body(block), byte };
        let span = Span::between(at(&old, 0, 21), at(&old, 1, 21));
        let words = old.text_between(span.place, span.until.unwrap());
        assert!(holds(&old, span, &words) && !holds(&old, Span::between(span.place, at(&old, 1, 18)), &words));
        let joined = article(&["渡口今年改建，候船 室已封顶。轮渡明春复航。", "岸线绿化。"]);
        let expected = Span::between(at(&joined, 0, 21), at(&joined, 0, 64));
        assert_eq!(find_span(span, &words, std::iter::once(&joined)), Some(expected));
        let changed = article(&["候船室已封顶。", "轮渡今秋复航。"]);
        let expected = Span::between(at(&changed, 0, 0), at(&changed, 1, 6));
        assert_eq!(find_span(span, &words, std::iter::once(&changed)), Some(expected));
    }

    #[test]
    fn a_part_of_the_words_will_do() {
        let old = article(&["末班车延到十一点半，周末更晚。"]);
        let new = [article(&["末班车延到十一", "点半，周末更晚。"])];
        assert_eq!(
            anchored(&old, Part::Body(0), 0, "末班车延到十一点半，周末更晚。", &new),
            Some((0, Part::Body(0), 0))
        );
        assert_eq!(anchored(&old, Part::Body(0), 0, "头班车提前到五点", &new), None);
    }
}
