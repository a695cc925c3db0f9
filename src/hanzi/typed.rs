//! Words as they are typed where no input method is at hand: characters in either script, pinyin,
//! initials of pinyin, and all of them mixed. `nmg`, `neimenggu`, `neim`, `内meng古` and `內蒙古`
//! all mean 内蒙古.

use super::fold::fold_char;
use super::pinyin::{may_begin_with, readings};

/// Words to look for in texts.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Small letters, folded characters, no white space.
    keys: Vec<char>,
    /// Whether there are letters among them, which may be pinyin.
    has_letters: bool,
}

impl Typed {
    /// The words; none where there is nothing but white space.
    pub fn new(words: &str) -> Option<Self> {
        let keys: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).flat_map(plain).collect();
        let has_letters = keys.iter().any(|&key| is_letter(key));
        (!keys.is_empty()).then_some(Self { keys, has_letters })
    }

    /// Whether the text holds the words, whatever white space stands between their characters; or
    /// characters that are read so, whatever marks stand between them. A character is typed by its
    /// initial (z or zh) or its whole syllable, the last one by any beginning of it.
    pub fn is_in(&self, text: &str) -> bool {
        self.first_end(text).is_some()
    }

    /// How many characters, white space left out, the text has up to the end of the first place that
    /// [`Typed::is_in`] finds: fewer where it begins with the words.
    pub fn first_end(&self, text: &str) -> Option<usize> {
        // How many keys have been used up by characters that end here, for every way to begin.
        let mut used = Vec::with_capacity(self.keys.len());
        let mut next = Vec::with_capacity(self.keys.len());
        for (before, c) in text.chars().filter(|c| !c.is_whitespace()).enumerate() {
            next.clear();
            if self.has_letters && !c.is_alphanumeric() {
                next.extend_from_slice(&used);
            }
            for at in used.drain(..).chain([0]) {
                self.step(at, c, &mut next);
            }
            if next.contains(&self.keys.len()) {
                return Some(before + 1);
            }
            next.sort_unstable();
            next.dedup();
            std::mem::swap(&mut used, &mut next);
        }
        None
    }

    /// How far a character leads from a key, or from beyond it where it is an apostrophe (xi'an).
    fn step(&self, at: usize, c: char, next: &mut Vec<usize>) {
        let keys = self.keys.get(at..).unwrap_or_default();
        if let Some(length) = length_of(c, keys) {
            next.push(at + length);
        }
        let parted = keys.iter().take_while(|key| at > 0 && **key == '\'').count();
        let keys = keys.get(parted..).unwrap_or_default();
        if keys.first().is_some_and(|&key| is_letter(key) && may_begin_with(c, key)) {
            for reading in readings(c) {
                step_by_syllable(reading.plain, keys, |count| next.push(at + parted + count));
            }
        }
    }
}

/// How many keys a character is itself, if it begins them.
fn length_of(c: char, keys: &[char]) -> Option<usize> {
    match fold_char(c) {
        folded if keys.first() == Some(&folded) => Some(1),
        // These have no capitals.
        '\u{3400}'..='\u{9FFF}' => None,
        _ => {
            let length = plain(c).count();
            (length > 0 && keys.get(..length)?.iter().copied().eq(plain(c))).then_some(length)
        }
    }
}

/// With how many keys a syllable can be typed.
fn step_by_syllable(syllable: &str, keys: &[char], mut typed_with: impl FnMut(usize)) {
    let is_typed = |(letter, key): &(char, &char)| letter == *key || *letter == 'ü' && matches!(key, 'v' | 'u');
    let length = syllable.chars().zip(keys).take_while(is_typed).count();
    let initial = if syllable.as_bytes().get(1) == Some(&b'h') { 2 } else { 1 };
    for count in 1..=length {
        if count <= initial || count == keys.len() || syllable.chars().nth(count).is_none() {
            typed_with(count);
        }
    }
}

/// A character without what makes no difference.
fn plain(c: char) -> impl Iterator<Item = char> {
    fold_char(c).to_lowercase()
}

fn is_letter(key: char) -> bool {
    key.is_ascii_lowercase() || key == 'ü'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn typed(words: &[&str], text: &str, is_in: bool) {
        for words in words {
            assert_eq!(Typed::new(words).unwrap().is_in(text), is_in, "{words} in {text}");
        }
    }

    #[test]
    fn characters_are_typed_by_what_they_are_read() {
        let headline = "北方：内蒙古发展长途客运";
        typed(
            &["nmgfz", "neimenggu", "nei蒙g", "NMG", "nmengg", "neim", "neimengguf", "n m g", "fazhan"],
            headline,
            true,
        );
        typed(&["fzhan", "fzh", "ct", "zhangt", "chang", "beifangn", "內蒙古發展", "發z"], headline, true);
        typed(&["mng", "neimenggunf", "nemenggu", "nm发", "古蒙", "eimeng"], headline, false);
    }

    #[test]
    fn letters_stand_for_themselves_too() {
        typed(&["5g网", "5gw", "5Gwangluo", "pm2.5", "pm25", "网luo"], "5G网络 PM 2.5", true);
        typed(&["g5", "pmer", "5gn"], "5G网络 PM 2.5", false);
    }

    #[test]
    fn a_syllable_may_have_an_apostrophe_or_an_umlaut() {
        typed(&["xi'an", "xian", "x'an", "xa"], "西安", true);
        typed(&["xi'an"], "先", false);
        typed(&["lv", "lü", "lu", "lvse", "ls"], "绿色", true);
    }

    #[test]
    fn marks_part_characters_but_hide_no_pinyin() {
        typed(&["nmgfz", "neimenggufa"], "“内蒙古”，发展", true);
        typed(&["内蒙古发"], "“内蒙古”，发展", false);
        typed(&["内蒙古”，发"], "“内蒙古”，发展", true);
        typed(&["内 蒙"], "内　蒙", true);
    }

    #[test]
    fn nothing_is_nothing_typed() {
        assert!(Typed::new(" \u{3000}").is_none());
    }

    proptest! {
        #[test]
        fn whatever_is_in_a_text_is_found_by_its_characters_and_by_its_pinyin(
            text in "[渡口长发，绿西安还行A1 ]{1,12}", from in 0..12usize, length in 1..5usize, ways in prop::collection::vec(0..3usize, 5)
        ) {
            let piece: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).skip(from).take(length).collect();
            let type_one = |(&c, way): (&char, &usize)| match readings(c).last().filter(|_| *way > 0) {
                Some(reading) => reading.plain.chars().take(if *way == 1 { 1 } else { 9 }).collect(),
                None => c.to_string(),
            };
            let words: String = piece.iter().zip(&ways).map(type_one).collect();
            if let Some(typed) = Typed::new(&words) {
                prop_assert!(typed.is_in(&text), "{words} in {text}");
            }
        }

        #[test]
        fn without_letters_words_are_held_as_they_stand(text in "[甲乙發发，1 ]{0,12}", words in "[甲乙發发，1 ]{1,4}") {
            let squeezed = |text: &str| super::super::fold(&text.split_whitespace().collect::<String>());
            let is_held = squeezed(&text).contains(&squeezed(&words));
            let typed = Typed::new(&words);
            prop_assert_eq!(typed.is_none_or(|typed| typed.is_in(&text)), is_held);
        }
    }
}
