//! What the full-text index holds: for each article the pairs of characters that stand side by
//! side in its texts, white space left out; of Latin letters and digits the triples as well, for
//! their pairs tell little; and each text's last character alone, so that every character begins a
//! gram. Grams only propose articles: [`super::search`] looks into each.

use crate::model::Article;
use crate::text::Squeezed;

/// The most grams of one term that a query asks for; what more a term has is checked in the text.
const MOST: usize = 32;

/// The characters of a gram as the index writes them; no character is NUL there.
type Gram = [char; 3];

/// The grams of an article, each once, parted by spaces.
pub fn of_article(article: &Article) -> String {
    let mut grams = Vec::with_capacity(article.parts().map(|(_, text)| text.len() / 2).sum());
    for (_, text) in article.parts() {
        of_text(Squeezed::new(text).as_str(), &mut grams);
    }
    // The index takes its time with every gram: about a quarter of them are in the article twice.
    grams.sort_unstable();
    grams.dedup();
    let mut out = String::with_capacity(grams.len() * 8);
    for gram in grams {
        out.extend(gram.into_iter().filter(|&c| c != '\0'));
        out.push(' ');
    }
    out
}

fn of_text(text: &str, grams: &mut Vec<Gram>) {
    let (mut before, mut last) = (None, None);
    for c in text.chars() {
        if let Some(last) = last {
            grams.push([token(last), token(c), '\0']);
            if let Some(before) = before.filter(|_| is_triple([before, Some(last), Some(c)])) {
                grams.push([token(before), token(last), token(c)]);
            }
        }
        (before, last) = (last, Some(c));
    }
    grams.extend(last.map(|last| [token(last), '\0', '\0']));
}

/// The forms in which a character of a query may stand in an article.
pub type Forms = fn(char) -> Vec<char>;

/// As it is written, and no other.
pub fn exactly(c: char) -> Vec<char> {
    vec![c]
}

/// What the index is asked for words of two or more characters without white space: each gram that
/// an article with them must have, in whichever forms. Nothing for one character.
pub fn of_words(words: &str, forms: Forms) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    of_term(&chars).take(MOST).map(|gram| any_of(gram, forms, "\"")).collect()
}

/// What the index is asked for one character: every gram that begins with a form of it.
pub fn prefix(character: &str, forms: Forms) -> String {
    any_of(&character.chars().collect::<Vec<_>>(), forms, "\"*")
}

/// A gram in all its forms, as the index is asked for it; `end` comes after each.
fn any_of(gram: &[char], forms: Forms, end: &str) -> String {
    let begun = vec![String::from('"')];
    let written = gram.iter().fold(begun, |begun, &c| {
        let forms = forms(c);
        begun.iter().flat_map(|begun| forms.iter().map(move |&form| format!("{begun}{}", token(form)))).collect()
    });
    let written: Vec<_> = written.iter().map(|gram| format!("{gram}{end}")).collect();
    if let [one] = &written[..] { one.clone() } else { format!("({})", written.join(" OR ")) }
}

/// The grams that an article with a term of two or more characters must have.
fn of_term(chars: &[char]) -> impl Iterator<Item = &[char]> {
    let triple = |at: usize| chars.get(at..at + 3).is_some_and(|three| three.iter().all(|&c| is_word(c)));
    (0..chars.len().saturating_sub(1)).filter_map(move |at| {
        let length = match triple(at) {
            true => 3,
            false if at > 0 && triple(at - 1) => return None,
            false => 2,
        };
        chars.get(at..at + length)
    })
}

fn is_triple(chars: [Option<char>; 3]) -> bool {
    chars.iter().all(|c| c.is_some_and(is_word))
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// A character as the index writes it: the tokenizer parts words at ASCII marks, so that these are
/// written as their full-width forms, and controls in the private area.
fn token(c: char) -> char {
    match c {
        '0'..='9' | 'a'..='z' | 'A'..='Z' => c,
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        '\0'..='\u{7F}' => char::from_u32(c as u32 + 0xF700).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grams(text: &str) -> Vec<String> {
        let article = Article { headline: Some(text.to_owned()), ..Article::default() };
        of_article(&article).split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn pairs_triples_and_the_last() {
        assert_eq!(grams("图书馆"), ["书馆", "图书", "馆"]);
        assert_eq!(grams("图书图书"), ["书", "书图", "图书"]);
        assert_eq!(grams("5G网"), ["5G", "G网", "网"]);
        assert_eq!(grams("2018年"), ["01", "018", "18", "20", "201", "8年", "年"]);
        assert_eq!(grams("a-\""), ["a－", "＂", "－＂"]);
    }

    #[test]
    fn the_index_is_asked_for_what_tells_most() {
        assert_eq!(prefix("馆", exactly), "\"馆\"*");
        assert_eq!(of_words("馆", exactly), [""; 0]);
        assert_eq!(of_words("图书馆", exactly), ["\"图书\"", "\"书馆\""]);
        assert_eq!(of_words("2018年", exactly), ["\"201\"", "\"018\"", "\"8年\""]);
        assert_eq!(of_words("-发", exactly), ["\"－发\""]);
    }

    #[test]
    fn the_index_is_asked_for_every_form() {
        let forms = |c| if c == '甲' { vec!['甲', '乙'] } else { vec![c] };
        assert_eq!(prefix("甲", forms), "(\"甲\"* OR \"乙\"*)");
        assert_eq!(
            of_words("丙甲甲", forms),
            ["(\"丙甲\" OR \"丙乙\")", "(\"甲甲\" OR \"甲乙\" OR \"乙甲\" OR \"乙乙\")"]
        );
    }

    proptest! {
        #[test]
        fn a_text_has_the_grams_of_whatever_it_holds(text in "[甲乙a1-]{2,12}", from in 0..12usize, length in 2..12usize) {
            let chars: Vec<char> = text.chars().skip(from).take(length).collect();
            prop_assume!(chars.len() >= 2);
            let all = grams(&text);
            for gram in of_term(&chars) {
                let gram: String = gram.iter().map(|&c| token(c)).collect();
                prop_assert!(all.contains(&gram), "{} has no {}", text, gram);
            }
        }
    }
}
