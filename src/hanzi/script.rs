//! Traditional and simplified: a text in the other script, phrase by phrase (OpenCC), in place.

use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// To the forms of the People's Republic. Made in 0.15 ms.
static SIMPLIFIED: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::Tw2s).ok());
/// To the forms of Taiwan, which are those that most readers know (為 and 裡, not 爲 and 裏). Made
/// in 1.6 ms.
static TRADITIONAL: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::S2tw).ok());

/// Simplified forms that are traditional ones too, of another character: they stay.
const SIMPLIFIED_ALREADY: [char; 2] = ['么', '苧'];

/// A text in simplified characters; what is simplified already stays.
pub fn to_simplified(text: &str) -> String {
    let Some(converter) = SIMPLIFIED.as_ref() else { return text.to_owned() };
    let simplified = in_place(text, converter);
    if !text.contains(SIMPLIFIED_ALREADY) {
        return simplified;
    }
    let kept = |(old, new)| if SIMPLIFIED_ALREADY.contains(&old) { old } else { new };
    text.chars().zip(simplified.chars()).map(kept).collect()
}

/// A text in traditional characters; what is traditional already stays. One form may stand for
/// several words: 干 becomes 乾, 幹 or 干 by the words that it stands in.
pub fn to_traditional(text: &str) -> String {
    TRADITIONAL.as_ref().map_or_else(|| text.to_owned(), |converter| in_place(text, converter))
}

/// Converts a text, but for the characters whose other form has another number of bytes; and where
/// a phrase has another number of characters, every character by itself.
fn in_place(text: &str, converter: &OpenCC) -> String {
    let converted = converter.convert(text);
    if converted.len() == text.len() && text.chars().map(char::len_utf8).eq(converted.chars().map(char::len_utf8)) {
        return converted;
    }
    let fitting = |old: char, new: char| if new.len_utf8() == old.len_utf8() { new } else { old };
    if converted.chars().count() == text.chars().count() {
        return text.chars().zip(converted.chars()).map(|(old, new)| fitting(old, new)).collect();
    }
    let alone = |c: char| converter.convert(c.encode_utf8(&mut [0; 4])).chars().next();
    text.chars().map(|c| alone(c).map_or(c, |new| fitting(c, new))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_form_with_several_others_goes_by_its_words() {
        let pairs = [
            ("干部说干燥的树干要弄干净", "幹部說乾燥的樹幹要弄乾淨"),
            ("皇后后来梳理头发", "皇后後來梳理頭髮"),
            ("村里三公里外的发展", "村裡三公里外的發展"),
            ("台风吹过台湾，钟表停了", "颱風吹過臺灣，鐘錶停了"),
            ("渡口2018年5G开通 OK\n为了群众", "渡口2018年5G開通 OK\n為了群眾"),
        ];
        for (simplified, traditional) in pairs {
            assert_eq!(to_traditional(simplified), traditional);
            assert_eq!(to_simplified(traditional), simplified);
        }
        assert_eq!(to_simplified("顯著的變化，看著著名的群峯與裏院"), "显著的变化，看着著名的群峰与里院");
        assert_eq!(to_simplified("乾坤"), "乾坤");
    }

    #[test]
    fn what_is_simplified_stays() {
        for c in ('\u{4E00}'..='\u{9FFF}').map(String::from) {
            let simplified = to_simplified(&c);
            assert_eq!(to_simplified(&simplified), simplified);
        }
        assert_eq!(to_simplified("为什么"), "为什么");
    }

    #[test]
    fn a_form_of_more_bytes_leaves_the_character_as_it_is() {
        assert_eq!(to_simplified("魚餗、車輄"), "鱼餗、车輄");
    }

    proptest! {
        #[test]
        fn every_character_keeps_its_place(text in "[\\x00-\\x7F\u{3400}-\u{9FFF}\u{20000}-\u{2A6DF}，😀é]{0,40}") {
            let lengths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
            prop_assert_eq!(lengths(&to_simplified(&text)), lengths(&text));
            prop_assert_eq!(lengths(&to_traditional(&text)), lengths(&text));
        }
    }
}
