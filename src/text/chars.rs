//! What a character is, for the parser and the typesetter alike.

/// Where a word may be broken: seen only if it is, as a hyphen.
pub const SOFT_HYPHEN: char = '\u{AD}';

/// A Han character: the URO, its extensions and compatibility ideographs, 〇 and 々.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}'
        | '\u{2E80}'..='\u{2FDF}'
        | '〇' | '々' | '〻')
}

/// Hiragana or katakana, half-width katakana included.
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '\u{30A0}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}')
}

/// CJK symbols and punctuation and the full-width forms of ASCII.
pub fn is_cjk_mark(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303F}' | '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFE6}')
}

/// A character of a Chinese or Japanese line: no space stands beside it but by justification.
pub fn is_cjk(c: char) -> bool {
    is_han(c) || is_kana(c) || is_cjk_mark(c)
}

/// A decimal digit, half-width or full-width.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// The value of a decimal digit, half-width or full-width.
pub fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of a Chinese numeral character below ten, 〇 and 零 included.
pub fn han_digit_value(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// A Latin letter, accented or full-width.
pub fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{C0}'..='\u{24F}' if c != '×' && c != '÷')
        || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// A letter of a script whose words spaces part: Latin, Greek, Cyrillic, Arabic, Mongolian, Hangul.
pub fn parts_words(c: char) -> bool {
    is_latin(c)
        || matches!(c,
            '\u{370}'..='\u{DFF}'
            | '\u{1200}'..='\u{16FF}'
            | '\u{1800}'..='\u{18AF}'
            | '\u{1E00}'..='\u{1FFF}'
            | '\u{1100}'..='\u{11FF}'
            | '\u{3130}'..='\u{318F}'
            | '\u{AC00}'..='\u{D7FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}')
}

/// A letter of a script that parts no words and is not Chinese or Japanese: Thai, Lao, Tibetan,
/// Burmese, Khmer. A line breaks between its words without a trace.
pub fn runs_on(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// A Mongolian, Todo, Manchu or Sibe letter.
pub fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{180A}' | '\u{1810}'..='\u{18AF}' | '\u{11660}'..='\u{1166C}')
}

/// A letter or mark of a script whose letters join, or take another form beside others: Arabic,
/// Syriac, N'Ko, the scripts of India and what descends from them, Mongolian.
pub fn joins(c: char) -> bool {
    matches!(c,
        '\u{620}'..='\u{8FF}'
        | '\u{900}'..='\u{DFF}'
        | '\u{F40}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}'
        | '\u{1A20}'..='\u{1C4F}'
        | '\u{FB50}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}'
        | '\u{11000}'..='\u{11FFF}'
        | '\u{1E900}'..='\u{1E943}')
        || is_mongolian(c)
}

/// A letter that runs from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam.
pub fn runs_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// An opening bracket or quotation mark.
pub fn is_opener(c: char) -> bool {
    matches!(
        c,
        '（' | '［'
            | '｛'
            | '〈'
            | '《'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '〖'
            | '〘'
            | '〚'
            | '｟'
            | '“'
            | '‘'
            | '('
            | '['
            | '{'
            | '｢'
            | '〝'
    )
}

/// A closing bracket or quotation mark.
pub fn is_closer(c: char) -> bool {
    matches!(
        c,
        '）' | '］'
            | '｝'
            | '〉'
            | '》'
            | '」'
            | '』'
            | '】'
            | '〕'
            | '〗'
            | '〙'
            | '〛'
            | '｠'
            | '”'
            | '’'
            | ')'
            | ']'
            | '}'
            | '｣'
            | '〞'
            | '〟'
    )
}

/// A mark that ends a sentence: 。！？ and their half-width and doubled forms.
pub fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '｡' | '．' | '‼' | '⁇' | '⁈' | '⁉')
}

/// A mark that parts clauses: ，、；： and their half-width forms.
pub fn is_clause_mark(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '：' | ',' | ';' | ':' | '､')
}

/// The closer that answers an opener.
pub fn closer_of(opener: char) -> Option<char> {
    const PAIRS: [(char, char); 19] = [
        ('（', '）'),
        ('［', '］'),
        ('｛', '｝'),
        ('〈', '〉'),
        ('《', '》'),
        ('「', '」'),
        ('『', '』'),
        ('【', '】'),
        ('〔', '〕'),
        ('〖', '〗'),
        ('〘', '〙'),
        ('〚', '〛'),
        ('｟', '｠'),
        ('“', '”'),
        ('‘', '’'),
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('｢', '｣'),
    ];
    PAIRS.iter().find(|(o, _)| *o == opener).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_do_not_overlap() {
        for c in '\0'..='\u{FFFF}' {
            assert!(!(is_opener(c) && is_closer(c)), "{c:?}");
            assert!(!(is_han(c) && is_kana(c)), "{c:?}");
            assert!(!(is_latin(c) && is_digit(c)), "{c:?}");
        }
    }

    #[test]
    fn digits_have_values() {
        assert_eq!(digit_value('７'), Some(7));
        assert_eq!(han_digit_value('〇'), Some(0));
        assert_eq!(han_digit_value('九'), Some(9));
        assert_eq!(han_digit_value('十'), None);
    }

    #[test]
    fn every_opener_has_its_closer() {
        for c in ('\0'..='\u{FFFF}').filter(|&c| is_opener(c) && c != '〝') {
            assert!(closer_of(c).is_some_and(is_closer), "{c:?}");
        }
    }
}
