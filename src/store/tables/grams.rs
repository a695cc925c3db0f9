//! Grams: what the full-text index holds of articles, and is asked for words.
//!
//! An article's grams are the pairs of characters that stand side by side in its texts, white space
//! left out, each with a mark of the character that follows, because a common pair alone tells
//! little; and each text's last character alone, so that every character begins a gram. The index
//! keeps a posting list for each gram: the numbers of the articles that have it. Grams only name
//! candidates: the search looks into the text of each.

use crate::model::Article;
use crate::text::Squeezed;

/// The most grams of one term that the index is asked for; whether an article has the rest of a long
/// term is checked in its text.
const MOST: usize = 32;

/// The characters of a gram as the index writes them: a pair, and the mark of what follows it; NUL
/// where there is no such character. They stand in one number, by which they are in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Gram(u64);

impl Gram {
    /// The bits of a character.
    const BITS: u32 = 21;

    fn new(characters: [char; 3]) -> Self {
        Self(characters.into_iter().fold(0, |bits, c| bits << Self::BITS | u64::from(c)))
    }

    fn characters(self) -> [char; 3] {
        let character = |place: u32| {
            let bits = self.0 >> (place * Self::BITS) & ((1 << Self::BITS) - 1);
            char::from_u32(bits as u32).unwrap_or('\0')
        };
        [2, 1, 0].map(character)
    }
}

/// The marks that a following character may get. With more marks there are more posting lists, and
/// each is shorter.
const MARKS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];

/// The grams of an article, each once, separated by spaces.
pub fn of_article(article: &Article) -> String {
    let mut grams: Vec<Gram> = Vec::with_capacity(article.parts().map(|(_, text)| text.len() / 2).sum());
    for (_, text) in article.parts() {
        of_text(Squeezed::new(text).as_str(), &mut grams);
    }
    // The index spends time on every gram it is given, even on one that it has just had.
    grams.sort_unstable();
    grams.dedup();
    let mut out = String::with_capacity(grams.len() * 8);
    for gram in grams {
        gram.characters().into_iter().filter(|&c| c != '\0').for_each(|c| out.push(c));
        out.push(' ');
    }
    out
}

fn of_text(text: &str, grams: &mut Vec<Gram>) {
    let mut chars = text.chars().peekable();
    while let Some(first) = chars.next() {
        let mut ahead = chars.clone();
        let second = ahead.next().map_or('\0', token);
        grams.push(Gram::new([token(first), second, ahead.next().map_or('\0', mark)]));
    }
}

/// The forms in which a character of a query may stand in an article.
pub type Forms<'f> = &'f dyn Fn(char) -> Vec<char>;

/// A character in the form in which it is written, and in no other.
pub fn exactly(c: char) -> Vec<char> {
    vec![c]
}

/// What the index is asked for words without white space: one expression for each gram that an article
/// with the words must have, in any of its forms. None for a single character.
pub fn of_words(words: &str, forms: Forms<'_>) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    let followed = chars.windows(3).take(MOST).map(|three| {
        let marks = forms(three[2]).into_iter().map(|c| mark(c).to_string());
        any_of(&three[..2], forms, &marks.collect::<Vec<_>>(), "\"")
    });
    let last = chars.windows(2).last().map(|pair| {
        let marks = MARKS.iter().map(char::to_string).chain([String::new()]);
        any_of(pair, forms, &marks.collect::<Vec<_>>(), "\"")
    });
    followed.chain(last).collect()
}

/// What the index is asked for a single character: any gram that begins with a form of it.
pub fn prefix(character: &str, forms: Forms<'_>) -> String {
    any_of(&character.chars().collect::<Vec<_>>(), forms, &[String::new()], "\"*")
}

/// An expression for characters in any of their forms with any of the marks behind them; `end` closes
/// each of the alternatives.
fn any_of(chars: &[char], forms: Forms<'_>, marks: &[String], end: &str) -> String {
    let begun = vec![String::from('"')];
    let written = chars.iter().fold(begun, |begun, &c| {
        let forms = forms(c);
        begun.iter().flat_map(|begun| forms.iter().map(move |&form| format!("{begun}{}", token(form)))).collect()
    });
    let written = written.iter().flat_map(|pair| marks.iter().map(move |mark| format!("{pair}{mark}{end}")));
    let mut written: Vec<_> = written.collect();
    written.sort_unstable();
    written.dedup();
    if let [one] = &written[..] { one.clone() } else { format!("({})", written.join(" OR ")) }
}

/// How many posting lists are read for an expression.
pub fn posting_lists(asked: &str) -> usize {
    asked.matches(" OR ").count() + 1
}

/// A character as the index writes it: always an ideograph, since others would separate words there.
/// Neighbours in Unicode are scattered, because in the index's hash table words that are alike collide.
/// The few characters that are written as one are told apart when the article is looked into.
fn token(c: char) -> char {
    char::from_u32(0x4E00 + (hash(c) >> 16) % 0x5000).unwrap_or(c)
}

/// The mark of a character. Common characters are spread evenly over the marks.
fn mark(c: char) -> char {
    MARKS[(hash(c) >> 28) as usize]
}

/// A hash of a character (Knuth's multiplicative hashing).
fn hash(c: char) -> u32 {
    u32::from(c).wrapping_mul(0x9E37_79B1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grams(text: &str) -> Vec<String> {
        let article = Article { headline: Some(text.to_owned()), ..Article::default() };
        of_article(&article).split_whitespace().map(str::to_owned).collect()
    }

    /// Grams as they are read: pairs as they are written, then the mark of what follows.
    fn written(pairs: &[(&str, Option<char>)]) -> Vec<String> {
        let gram = |(pair, next): &(&str, Option<char>)| pair.chars().map(token).chain(next.map(mark)).collect();
        let mut grams: Vec<String> = pairs.iter().map(gram).collect();
        grams.sort_unstable();
        grams
    }

    #[test]
    fn pairs_with_what_follows_and_the_last() {
        assert_eq!(grams("图书馆"), written(&[("图书", Some('馆')), ("书馆", None), ("馆", None)]));
        assert_eq!(grams("图 图\u{3000}图图"), written(&[("图图", Some('图')), ("图图", None), ("图", None)]));
        assert_eq!(grams("\" -"), written(&[("\"-", None), ("-", None)]));
    }

    #[test]
    fn nothing_in_a_gram_separates_words() {
        for c in ('\0'..='\u{2FFF}').chain(['\u{FFFF}', '\u{10FFFF}']) {
            assert!(('\u{4E00}'..'\u{9E00}').contains(&token(c)), "{c:?}");
        }
    }

    #[test]
    fn the_index_is_asked_for_what_tells_most() {
        let [library, shelf] = ['图', '书'].map(token);
        assert_eq!(prefix("图", &exactly), format!("\"{library}\"*"));
        assert_eq!(of_words("图", &exactly), [""; 0]);
        let asked = of_words("图书馆", &exactly);
        assert_eq!(asked[0], format!("\"{library}{shelf}{}\"", mark('馆')));
        assert_eq!(
            asked.iter().map(|gram| posting_lists(gram)).collect::<Vec<_>>(),
            [1, 17],
            "the last pair with any mark"
        );
    }

    #[test]
    fn the_index_is_asked_for_every_form() {
        let forms = |c| if c == '甲' { vec!['甲', '乙'] } else { vec![c] };
        let [this, that] = ['甲', '乙'].map(token);
        let either = prefix("甲", &forms);
        assert!(either.contains(&format!("\"{this}\"*")) && either.contains(&format!("\"{that}\"*")), "{either}");
        assert_eq!(of_words("甲甲", &forms).iter().map(|gram| posting_lists(gram)).collect::<Vec<_>>(), [4 * 17]);
    }

    proptest! {
        #[test]
        fn a_text_has_the_grams_of_whatever_it_holds(text in "[甲乙a1-]{2,12}", from in 0..12usize, length in 2..12usize) {
            let chars: Vec<char> = text.chars().skip(from).take(length).collect();
            prop_assume!(chars.len() >= 2);
            let all = grams(&text);
            for asked in of_words(&chars.iter().collect::<String>(), &exactly) {
                let mut any = asked.trim_matches(['(', ')']).split(" OR ").map(|gram| gram.trim_matches('"').to_owned());
                prop_assert!(any.any(|gram| all.contains(&gram)), "{} has nothing of {}", text, asked);
            }
        }
    }
}
