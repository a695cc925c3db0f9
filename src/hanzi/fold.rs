//! One character for all the forms of a character: traditional, simplified and variant ones
//! (臺 and 台, 裏 裡 and 里), so that words find each other in whatever script they are written.
//! Coarser than a conversion, for it looks at no neighbours: 後 and 后 are one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use super::script::{to_simplified, to_traditional};
use super::width::{narrowed, widths};

/// Characters that may have other forms of as many bytes: Extension A and the unified ideographs.
const FOLDED: RangeInclusive<char> = '\u{3400}'..='\u{9FFF}';

/// Forms that take each other's place in some words only, and forms that no conversion makes; all
/// are folded to the first.
const BY_WORDS: &str = "么麼麽幺 了瞭 仇讎 仿彷 夫伕 借藉 只祇衹 周賙 复覆 妆粧 它牠 并幷 抵牴 背揹 \
    叙敍 台枱 粽糉糭 卫衞 链鍊 溪谿 浚濬 苎薴苧";

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// What each character is folded to, and the way back. Made in some 20 ms.
struct Table {
    /// By the distance from the first of [`FOLDED`].
    folded: Vec<char>,
    /// The characters that are folded to one, it included, where there are several.
    forms: BTreeMap<char, Vec<char>>,
}

/// A text with every character folded, in place: each keeps its bytes' number and position.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// Which characters count as one where words are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// The forms of a character: traditional, simplified and variant ones.
    pub scripts: bool,
    /// Its widths and cases: full and half, upper and lower.
    pub widths: bool,
}

impl Folding {
    /// Whether every character is only itself.
    pub fn is_exact(self) -> bool {
        self == Self::default()
    }

    /// What a character is folded to, of no more bytes.
    pub fn fold_char(self, c: char) -> char {
        let c = if self.scripts { fold_char(c) } else { c };
        if self.widths { narrowed(c) } else { c }
    }

    /// A text as words are looked for in it. Each character keeps its place; one that gets shorter is
    /// followed by blanks instead, which no search sees.
    pub fn compared(self, text: &str) -> Cow<'_, str> {
        if self.is_exact() {
            return text.into();
        }
        let mut folded = String::with_capacity(text.len());
        for c in text.chars() {
            let one = self.fold_char(c);
            folded.push(one);
            folded.extend(std::iter::repeat_n(' ', c.len_utf8() - one.len_utf8()));
        }
        folded.into()
    }

    /// A range that was found in what [`Folding::compared`] made of a text, with its last character whole.
    pub fn whole(text: &str, range: Range<usize>) -> Range<usize> {
        range.start..text.ceil_char_boundary(range.end)
    }

    /// All the characters that count as this one, it included.
    pub fn forms(self, c: char) -> Vec<char> {
        let scripts = if self.scripts { forms(c) } else { vec![c] };
        if self.widths { scripts.into_iter().flat_map(widths).collect() } else { scripts }
    }
}

/// What a character is folded to, of as many bytes; most to themselves.
pub fn fold_char(c: char) -> char {
    if !FOLDED.contains(&c) {
        return c;
    }
    TABLE.folded.get(c as usize - *FOLDED.start() as usize).copied().unwrap_or(c)
}

/// All the characters that are folded to what this one is folded to, it included.
pub fn forms(c: char) -> Vec<char> {
    TABLE.forms.get(&fold_char(c)).cloned().unwrap_or_else(|| vec![c])
}

impl Table {
    fn new() -> Self {
        // A line a character, so that no two make a phrase.
        let lines: String = FOLDED.flat_map(|c| [c, '\n']).collect();
        // By way of the traditional one, for some simplified forms have a simpler one.
        let mut folded: Vec<char> = to_simplified(&to_traditional(&to_simplified(&lines))).chars().step_by(2).collect();
        for one in &mut folded {
            let first = BY_WORDS.split(' ').find(|forms| forms.contains(*one)).and_then(|forms| forms.chars().next());
            *one = first.unwrap_or(*one);
        }
        let mut forms: BTreeMap<char, Vec<char>> = BTreeMap::new();
        for (form, &one) in FOLDED.zip(&folded) {
            forms.entry(one).or_default().push(form);
        }
        forms.retain(|_, forms| forms.len() > 1);
        Self { folded, forms }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_character_are_one() {
        for forms_of_one in ["台臺颱檯", "里裏裡", "发發髮", "后後", "干幹乾", "着著", "为為爲", "面麵麪", "群羣"]
        {
            let first = forms_of_one.chars().next().unwrap();
            for c in forms_of_one.chars() {
                assert_eq!(fold_char(c), fold_char(first), "{c}");
                assert!(forms(first).contains(&c), "{c}");
            }
        }
        assert_eq!(forms('渡'), ['渡']);
        assert_eq!(fold("渡口A\n，é𠮷"), "渡口A\n，é𠮷");
    }

    #[test]
    fn folding_is_done_once_and_agrees_with_its_forms() {
        for c in FOLDED {
            assert_eq!(fold_char(fold_char(c)), fold_char(c), "{c}");
            assert!(forms(c).contains(&c), "{c}");
            assert!(forms(c).iter().all(|form| fold_char(*form) == fold_char(c)), "{c}");
        }
    }

    #[test]
    fn a_converted_text_is_folded_to_the_same() {
        let text = "为了了解答复，干部后来只把发电机里的面粉称了称；什么么叔，复苏反复，链子锻炼，凭借";
        for converted in [to_traditional(text), to_simplified(text)] {
            assert_eq!(fold(&converted), fold(text));
        }
        for c in FOLDED.map(String::from) {
            assert_eq!(fold(&to_traditional(&c)), fold(&c));
            assert_eq!(fold(&to_simplified(&c)), fold(&c));
        }
    }
}
