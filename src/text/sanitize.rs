//! The one border between text from outside and what is shown of it.
//!
//! A character that would act on a terminal instead of appearing on it (controls, bidirectional
//! and other format characters, tags, separators, fillers, floods of combining marks) is shown by
//! a visible stand-in. Joiners and selectors inside emoji and ideographic variation selectors are
//! part of what is seen and stay. What belongs to the spelling of its script and has no picture
//! (joiners in Persian and Indic, Mongolian selectors, directional marks, soft hyphens) is left out
//! where it stands in that script, and is a fault anywhere else. The data themselves are never changed: [`shown`] borrows what is
//! clean and makes a copy only of what is not.

use std::borrow::Cow;
use std::ops::Range;

use super::chars::{self, SOFT_HYPHEN};

/// What stands for a character that has no picture of its own.
pub const STAND_IN: char = '\u{FFFD}';

/// What carries a combining mark that has nothing to stand on.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// Combining marks one base may carry on a terminal; the rest become one stand-in.
const MOST_MARKS: usize = 8;

/// Where shown text is going.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Destination {
    /// To a terminal: nothing but visible text.
    #[default]
    Terminal,
    /// Through a filter to a file or another program: control characters are still shown by
    /// stand-ins and bidirectional controls, separators and soft hyphens left out, but joiners,
    /// zero-width characters and marks of any number go through as they are.
    Filter,
}

/// What is shown of a grapheme cluster that stands in a text: nothing where it belongs to the spelling
/// of what is beside it.
pub(super) fn shown_in(text: &str, cluster: Range<usize>, destination: Destination) -> Cow<'_, str> {
    let (before, rest) = text.split_at(cluster.start);
    let (cluster, after) = rest.split_at(cluster.len());
    let mut chars = cluster.chars();
    match (chars.next(), chars.next(), destination) {
        (Some(only), None, Destination::Terminal) if is_spelling(only, before, after) => Cow::Borrowed(""),
        _ => shown(cluster, destination),
    }
}

/// What is shown of a grapheme cluster by itself. A tab is one space.
pub fn shown(cluster: &str, destination: Destination) -> Cow<'_, str> {
    if cluster.chars().all(is_plain) {
        return Cow::Borrowed(cluster);
    }
    match destination {
        Destination::Terminal => terminal(cluster),
        Destination::Filter => filter(cluster),
    }
}

/// What is shown of a whole text on a terminal, cluster by cluster; its line ends are shown too.
pub fn shown_text(text: &str) -> Cow<'_, str> {
    use unicode_segmentation::UnicodeSegmentation;
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let clusters = text.grapheme_indices(true).map(|(at, cluster)| at..at + cluster.len());
    Cow::Owned(clusters.map(|cluster| shown_in(text, cluster, Destination::Terminal)).collect())
}

/// Whether a character alone is shown as what it is.
pub fn is_visible(c: char) -> bool {
    is_plain(c) || matches!(shown(c.encode_utf8(&mut [0; 4]), Destination::Terminal), Cow::Borrowed(_))
}

/// Characters that need no second look: most of every newspaper.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
        | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{312F}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF01}'..='\u{FF9D}' | '\u{20000}'..='\u{2FFFD}')
}

fn filter(cluster: &str) -> Cow<'_, str> {
    if !cluster.chars().any(|c| control_picture(c).is_some() || is_left_out(c)) {
        return Cow::Borrowed(cluster);
    }
    Cow::Owned(cluster.chars().filter(|&c| !is_left_out(c)).map(|c| control_picture(c).unwrap_or(c)).collect())
}

fn terminal(cluster: &str) -> Cow<'_, str> {
    let joined = is_emoji_sequence(cluster);
    let mut out = String::with_capacity(cluster.len());
    let (mut marks, mut replaced) = (0, false);
    for (at, c) in cluster.char_indices() {
        let (before, after) = (&cluster[..at], &cluster[at + c.len_utf8()..]);
        let stand_in = match control_picture(c) {
            Some(picture) => Some(picture),
            None if is_spelled_after(c, before) => continue,
            None if joined && is_selector(c) || joined && c == JOINER && !after.is_empty() => None,
            None if is_format(c) && !is_variation_of(c, &out) => Some(STAND_IN),
            None if is_mark(c) => {
                marks += 1;
                (marks > MOST_MARKS).then_some(STAND_IN)
            }
            None => None,
        };
        match stand_in {
            Some(_) if replaced && out.ends_with(STAND_IN) => {}
            Some(c) => {
                out.push(c);
                replaced = true;
            }
            None if out.is_empty() && is_mark(c) => out.extend([DOTTED_CIRCLE, c]),
            None => out.push(c),
        }
    }
    if out == cluster { Cow::Borrowed(cluster) } else { Cow::Owned(out) }
}

/// The visible picture of a C0, DEL or C1 control character; a tab's is a space.
fn control_picture(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        '\0'..='\u{1F}' => char::from_u32(0x2400 + c as u32),
        '\u{7F}' => Some('\u{2421}'),
        '\u{80}'..='\u{9F}' => Some(STAND_IN),
        _ => None,
    }
}

/// Bidirectional controls, separators, byte order mark and soft hyphen.
fn is_left_out(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{AD}')
}

/// Format characters, tags, separators, fillers, selectors and noncharacters: nothing of them is
/// seen, or what is seen lies.
fn is_format(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}'
        | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{FDD0}'..='\u{FDEF}' | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1345F}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
        || (c as u32 & 0xFFFE) == 0xFFFE
}

/// What joins the pictures of an emoji, and the letters of some scripts.
const JOINER: char = '\u{200D}';

fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}')
}

/// Characters of a cluster that belong to the spelling of what they follow: joiners, Mongolian
/// selectors, the selectors of standardized variants.
fn is_spelled_after(c: char, before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    match c {
        '\u{200C}' | JOINER => chars::joins(last),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => chars::is_mongolian(last),
        '\u{FE00}'..='\u{FE02}' => has_variants(last),
        _ => false,
    }
}

/// Characters by themselves that belong to the spelling of what is beside them: soft hyphens in
/// words, the vowel separator in Mongolian, directional marks by letters that run from right to left,
/// zero-width spaces between words that nothing else parts.
fn is_spelling(c: char, before: &str, after: &str) -> bool {
    let (last, first) = (before.chars().next_back(), after.chars().next());
    match c {
        SOFT_HYPHEN => last.is_some_and(chars::parts_words),
        '\u{180E}' => last.or(first).is_some_and(chars::is_mongolian),
        '\u{200B}' => last.is_some_and(chars::runs_on) && first.is_some_and(chars::runs_on),
        '\u{200E}' | '\u{200F}' | '\u{61C}' => is_rtl_near(before.chars().rev()) || is_rtl_near(after.chars()),
        _ => false,
    }
}

/// Whether the next letter, a few marks on at the most, is one that runs from right to left.
fn is_rtl_near(chars: impl Iterator<Item = char>) -> bool {
    const FEW: usize = 4;
    chars.take(FEW).find(|c| c.is_alphabetic()).is_some_and(chars::runs_from_right)
}

/// Characters other than Han that have standardized variants (UCD, StandardizedVariants.txt): they
/// are drawn in the form that the font has.
fn has_variants(c: char) -> bool {
    matches!(c, '0' | '‘' | '’' | '“' | '”' | '、' | '。' | '！' | '，' | '．' | '：' | '；' | '？'
        | '\u{1000}'..='\u{109F}' | '\u{2205}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}' | '\u{A840}'..='\u{A87F}')
}

/// An ideographic variation selector (UTS #37) directly after its ideograph.
fn is_variation_of(c: char, before: &str) -> bool {
    matches!(c, '\u{E0100}'..='\u{E01EF}' | '\u{FE00}'..='\u{FE02}')
        && before.chars().next_back().is_some_and(super::chars::is_han)
}

/// Whether the cluster is a picture whose joiners and selectors have work to do.
fn is_emoji_sequence(cluster: &str) -> bool {
    cluster.chars().next().is_some_and(|c| {
        matches!(c, '#' | '*' | '0'..='9' | '©' | '®' | '‼' | '⁉' | '\u{2100}'..='\u{27BF}' | '\u{2900}'..='\u{2BFF}'
            | '〰' | '〽' | '㊗' | '㊙' | '\u{1F000}'..='\u{1FAFF}')
    })
}

/// A nonspacing or enclosing mark: what takes no cell of its own and is no format character.
fn is_mark(c: char) -> bool {
    use unicode_width::UnicodeWidthChar;
    !is_format(c) && !c.is_ascii() && c.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn on_terminal(text: &str, expected: &str) {
        assert_eq!(shown_text(text), expected);
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(shown_text("江州日报 2026年，“三早三快”——情形"), Cow::Borrowed(_)));
    }

    #[test]
    fn an_escape_sequence_becomes_text() {
        on_terminal("\x1b[31m红\x1b]52;c;aGk=\x07", "␛[31m红␛]52;c;aGk=␇");
    }

    #[test]
    fn a_csi_of_one_character_becomes_a_stand_in() {
        on_terminal("\u{9b}31m", "\u{FFFD}31m");
    }

    #[test]
    fn text_that_looks_like_an_escape_stays() {
        on_terminal(r"\x1b[31m &#27;", r"\x1b[31m &#27;");
    }

    #[test]
    fn bidirectional_controls_are_seen() {
        on_terminal("a\u{202E}b\u{2066}c", "a\u{FFFD}b\u{FFFD}c");
    }

    #[test]
    fn zero_width_characters_are_seen() {
        on_terminal("a\u{200B}b", "a\u{FFFD}b");
        on_terminal("\u{FEFF}a", "\u{FFFD}a");
    }

    #[test]
    fn what_belongs_to_the_spelling_is_left_out() {
        for (spelt, drawn) in [
            ("می\u{200c}خواهم", "میخواهم"),
            ("श्री क्\u{200d}ष", "श्री क्ष"),
            ("ᠰᠠᠶ\u{180b}ᠢᠨ ᠪᠠᠢᠨ\u{180e}ᠠ", "ᠰᠠᠶᠢᠨ ᠪᠠᠢᠨᠠ"),
            ("שלום!\u{200f} C++\u{200e} עברית", "שלום! C++ עברית"),
            ("Zeitungs\u{ad}leser газе\u{ad}та", "Zeitungsleser газета"),
            ("“\u{fe00}报”\u{fe01}，\u{fe01}0\u{fe00}", "“报”，0"),
            ("ភាសា\u{200b}ខ្មែរ", "ភាសាខ្មែរ"),
        ] {
            on_terminal(spelt, drawn);
        }
    }

    #[test]
    fn the_same_elsewhere_is_a_fault() {
        for stray in [
            "报\u{ad}纸",
            "a\u{200c}b",
            "a\u{200d}b",
            "a\u{180b}",
            "报\u{180e}",
            "pay\u{200e}pal",
            "b\u{200f}",
            "a\u{fe00}",
        ] {
            assert!(shown_text(stray).contains(STAND_IN), "{stray:?}");
        }
        on_terminal("👨\u{200d}", "👨\u{FFFD}");
    }

    #[test]
    fn tags_become_one_stand_in() {
        on_terminal("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}\u{FFFD}");
    }

    #[test]
    fn a_family_stays_together() {
        on_terminal("👨‍👩‍👧 ❤️ 1️⃣", "👨‍👩‍👧 ❤️ 1️⃣");
    }

    #[test]
    fn an_ideographic_variation_stays() {
        on_terminal("葛\u{E0100}", "葛\u{E0100}");
        on_terminal("a\u{E0100}", "a\u{FFFD}");
    }

    #[test]
    fn a_flood_of_marks_is_dammed() {
        let flood = format!("a{}", "\u{301}".repeat(10_000));
        let expected = format!("a{}\u{FFFD}", "\u{301}".repeat(MOST_MARKS));
        on_terminal(&flood, &expected);
    }

    #[test]
    fn a_mark_alone_gets_something_to_stand_on() {
        on_terminal("\u{301}", "◌\u{301}");
    }

    #[test]
    fn a_filter_lets_through_what_only_a_terminal_obeys() {
        assert_eq!(shown("\x1b", Destination::Filter), "␛");
        assert_eq!(shown("\u{200B}", Destination::Filter), "\u{200B}");
        assert_eq!(shown("\u{202E}", Destination::Filter), "");
        assert_eq!(shown("\t", Destination::Filter), " ");
    }

    /// What must not reach a terminal, after the Unicode Character Database: the categories Cc, Cf,
    /// Zl and Zp, then what else is Default_Ignorable_Code_Point.
    const UNSEEN: [(u32, u32); 34] = [
        (0x0000, 0x001F),
        (0x007F, 0x009F),
        (0x00AD, 0x00AD),
        (0x0600, 0x0605),
        (0x061C, 0x061C),
        (0x06DD, 0x06DD),
        (0x070F, 0x070F),
        (0x0890, 0x0891),
        (0x08E2, 0x08E2),
        (0x180E, 0x180E),
        (0x200B, 0x200F),
        (0x2028, 0x202E),
        (0x2060, 0x2064),
        (0x2066, 0x206F),
        (0xFEFF, 0xFEFF),
        (0xFFF9, 0xFFFB),
        (0x110BD, 0x110BD),
        (0x110CD, 0x110CD),
        (0x13430, 0x1343F),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0001, 0xE0001),
        (0xE0020, 0xE007F),
        // Default_Ignorable_Code_Point
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x2065, 0x2065),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8),
        (0xE0000, 0xE0FFF),
        // noncharacters of the Arabic presentation forms
        (0xFDD0, 0xFDEF),
    ];

    fn is_unseen(c: char) -> bool {
        let code = u32::from(c);
        // noncharacters: the last two of each plane
        code & 0xFFFF >= 0xFFFE || UNSEEN.iter().any(|&(first, last)| (first..=last).contains(&code))
    }

    #[test]
    fn no_character_acts_on_a_terminal() {
        for c in '\0'..=char::MAX {
            let text = String::from(c);
            let out = shown(&text, Destination::Terminal);
            assert!(!out.chars().any(is_unseen), "{c:?}");
            assert!(unicode_width::UnicodeWidthStr::width(&*out) > 0, "{c:?} has no cell");
        }
    }

    #[test]
    fn nor_does_it_among_others() {
        for c in ('\0'..=char::MAX).filter(|&c| is_unseen(c)) {
            for text in [format!("a{c}b"), format!("{c}{c}报")] {
                assert!(!shown_text(&text).chars().any(is_unseen), "{text:?}");
            }
        }
    }

    #[test]
    fn noncharacters_and_arabic_pound_marks_are_seen() {
        for c in ['\u{890}', '\u{891}', '\u{FDD0}', '\u{FDEF}', '\u{FFFE}', '\u{1FFFF}', '\u{10FFFE}'] {
            on_terminal(&String::from(c), "\u{FFFD}");
            assert!(!is_visible(c), "{c:?}");
        }
    }
}
