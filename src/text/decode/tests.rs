use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, GB18030, ISO_2022_JP, ISO_8859_2, KOI8_U, MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252,
};
use proptest::prelude::*;

use super::Encoding::Legacy;
use super::*;

const SIMPLIFIED: &str =
    "本报江州11月23日讯（记者 林远）市图书馆今起延长开放时间，\n每天晚上九时半闭馆，双休日照常。读者说：“方便多了。”\n";
const TRADITIONAL: &str =
    "【本報訊】圖書館今起延長開放時間，\n每晚九時半閉館，雙休日照常開放。讀者說：「方便多了。」\n";
const JAPANESE: &str = "江川市の市民図書館は二十三日から開館時間を延長し、\n夜九時半まで利用できるようにした。\n";
const KOREAN: &str = "강주시립도서관은 23일부터 개관 시간을\n밤 9시 30분까지 늘린다고 밝혔다.\n";
const ENGLISH: &str = "The city’s library will stay open until 9:30 each night, “a small change,” its director said.\n";
const FRENCH: &str =
    "La bibliothèque restera ouverte jusqu’à 21 heures.\n« Les habitués s’en réjouissent déjà », dit la directrice.\n";
const GERMAN: &str =
    "Die Straßenbahn fährt wieder: Nach sechs Wochen ist die Brücke frei.\nFußgänger müssen noch warten.\n";
const CZECH: &str = "Městská knihovna bude otevřena déle, každý večer až do půl desáté.\nČtenáři změnu vítají: přišla právě včas, říkají, i když ještě prší.\n";
const RUSSIAN: &str = "Городская библиотека будет открыта до половины десятого.\nЧитатели давно просили об этом.\n";

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

fn utf32(text: &str, bytes_of: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().map(u32::from).flat_map(bytes_of).collect()
}

fn in_codec(text: &str, codec: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, lossy) = codec.encode(text);
    assert!(!lossy, "{} has not all of {text:?}", codec.name());
    bytes.into_owned()
}

#[track_caller]
fn decodes(bytes: &[u8], text: &str, encoding: Encoding) {
    assert_eq!(decode(bytes), Ok(Decoded { text: text.into(), encoding, undecodable: 0 }));
}

#[test]
fn one_page_in_every_encoding_of_unicode() {
    decodes(SIMPLIFIED.as_bytes(), SIMPLIFIED, Encoding::Utf8);
    decodes(&utf16(SIMPLIFIED, u16::to_le_bytes), SIMPLIFIED, Encoding::Utf16Le);
    decodes(&utf16(SIMPLIFIED, u16::to_be_bytes), SIMPLIFIED, Encoding::Utf16Be);
    decodes(&utf16(RUSSIAN, u16::to_le_bytes), RUSSIAN, Encoding::Utf16Le);
    decodes(&utf16(ENGLISH, u16::to_be_bytes), ENGLISH, Encoding::Utf16Be);
    decodes(&utf32(SIMPLIFIED, u32::to_le_bytes), SIMPLIFIED, Encoding::Utf32Le);
    decodes(&utf32(SIMPLIFIED, u32::to_be_bytes), SIMPLIFIED, Encoding::Utf32Be);
}

#[test]
fn a_mark_tells_the_encoding() {
    let marked = format!("\u{FEFF}{SIMPLIFIED}");
    decodes(marked.as_bytes(), SIMPLIFIED, Encoding::Utf8);
    decodes(&utf16(&marked, u16::to_le_bytes), SIMPLIFIED, Encoding::Utf16Le);
    decodes(&utf16(&marked, u16::to_be_bytes), SIMPLIFIED, Encoding::Utf16Be);
    decodes(&utf32(&marked, u32::to_le_bytes), SIMPLIFIED, Encoding::Utf32Le);
    decodes(&utf32(&marked, u32::to_be_bytes), SIMPLIFIED, Encoding::Utf32Be);
    decodes(&in_codec(&marked, GB18030), SIMPLIFIED, Legacy(GB18030));
}

#[test]
fn one_page_in_every_encoding_before_unicode() {
    for (text, codec) in [
        (SIMPLIFIED, GB18030),
        (TRADITIONAL, GB18030),
        (TRADITIONAL, BIG5),
        (JAPANESE, SHIFT_JIS),
        (JAPANESE, EUC_JP),
        (JAPANESE, ISO_2022_JP),
        (KOREAN, EUC_KR),
        (ENGLISH, WINDOWS_1252),
        (FRENCH, WINDOWS_1252),
        (GERMAN, WINDOWS_1252),
        (FRENCH, MACINTOSH),
        (CZECH, WINDOWS_1250),
        (CZECH, ISO_8859_2),
        (RUSSIAN, WINDOWS_1251),
        (RUSSIAN, KOI8_U),
    ] {
        decodes(&in_codec(text, codec), text, Legacy(codec));
        let windows = text.replace('\n', "\r\n");
        decodes(&in_codec(&windows, codec), text, Legacy(codec));
    }
    decodes(
        b"Stra\xE1enbahn f\x84hrt wieder, die Br\x81cke ist frei",
        "Straßenbahn fährt wieder, die Brücke ist frei",
        Encoding::Ibm850,
    );
}

#[test]
fn a_headline_is_enough_where_its_characters_are_common() {
    for (text, codec) in [
        ("市图书馆今起延长开放时间", GB18030),
        ("市立圖書館今起延長開放時間", BIG5),
        ("市立図書館、夜も開館", SHIFT_JIS),
        ("市立図書館、夜も開館へ", EUC_JP),
        ("시립도서관 밤까지 연다", EUC_KR),
    ] {
        decodes(&in_codec(text, codec), text, Legacy(codec));
    }
}

#[test]
fn doubt_is_said_with_both_names() {
    let refusal = decode(b"p\xF8i").unwrap_err();
    assert!(matches!(refusal, Undecodable::Doubt(..)), "{refusal:?}");
}

#[test]
fn two_kana_are_not_one_ideograph() {
    let kana = in_codec("まち", SHIFT_JIS);
    assert!(decode(&kana).is_err() || decode(&kana).is_ok_and(|page| page.text == "まち"));
}

#[test]
fn the_whole_page_is_judged() {
    let english = "The quick brown fox jumps over the lazy dog.\n".repeat(1600);
    let page = format!("{english}市图书馆今起延长开放时间，每天晚上九时半闭馆。\n");
    decodes(&in_codec(&page, GB18030), &page, Legacy(GB18030));
}

#[test]
fn rare_characters_of_gb18030_are_kept() {
    let text = format!("{SIMPLIFIED}㐂𠮷鿃记者𬱖\n");
    decodes(&in_codec(&text, GB18030), &text, Legacy(GB18030));
}

#[test]
fn a_line_in_another_encoding_is_read_in_it() {
    let mut page = SIMPLIFIED.repeat(3).into_bytes();
    page.extend(in_codec("江州渡口明年通车，两岸居民不再等船。\n", GB18030));
    page.extend(SIMPLIFIED.as_bytes());
    let text = format!("{0}{0}{0}江州渡口明年通车，两岸居民不再等船。\n{0}", SIMPLIFIED);
    decodes(&page, &text, Encoding::Utf8);

    let mut page = in_codec(&SIMPLIFIED.repeat(3), GB18030);
    page.extend("江州渡口明年通车。\n".as_bytes());
    decodes(&page, &format!("{0}{0}{0}江州渡口明年通车。\n", SIMPLIFIED), Legacy(GB18030));
}

#[test]
fn what_cannot_be_decoded_is_marked_and_counted() {
    let mut bytes = SIMPLIFIED.repeat(10).into_bytes();
    bytes[100] = 0xFF;
    let page = decode(&bytes).unwrap();
    assert!(page.text.contains('\u{FFFD}') && page.text.contains("图书馆"));
    assert_eq!(page.undecodable, 3, "the bytes before and after it were of the same character");

    let cut = &SIMPLIFIED.as_bytes()[..SIMPLIFIED.len() - 6];
    assert_eq!(decode(cut).map(|page| page.undecodable), Ok(1));

    let english = "The quick brown fox jumps over the lazy dog.\n".repeat(10);
    let stray = [english.as_bytes(), b"x\xF8"].concat();
    assert_eq!(decode(&stray).map(|page| (page.encoding, page.undecodable)), Ok((Encoding::Utf8, 1)));
}

#[test]
fn every_line_end_is_one() {
    assert_eq!(decode("甲\r\n乙\r丙\n".as_bytes()).map(|d| d.text), Ok("甲\n乙\n丙\n".into()));
}

#[test]
fn emptiness_is_refused() {
    for bytes in [&b""[..], b" \n\t\n", b"\xEF\xBB\xBF", b"\xFF\xFE"] {
        assert_eq!(decode(bytes), Err(Undecodable::Empty));
    }
}

#[test]
fn binary_data_are_refused() {
    assert_eq!(decode(b"%PDF-1.7\n"), Err(Undecodable::Kind("PDF")));
    let all: Vec<u8> = (0..4096u32).map(|i| (i % 256) as u8).collect();
    assert_eq!(decode(&all), Err(Undecodable::Binary));
    let noise: Vec<u8> = (0..8192u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(decode(&noise), Err(Undecodable::Binary));
    assert_eq!(decode(&[0; 1000]), Err(Undecodable::Binary));
}

#[test]
fn a_control_character_is_text() {
    let page = format!("{SIMPLIFIED}\x1b[31m\0\n");
    decodes(page.as_bytes(), &page, Encoding::Utf8);
}

#[test]
fn a_recorded_session_is_text() {
    let coloured: String = "渡口今年改建".chars().map(|c| format!("\x1b[38;5;208m{c}\x1b[0m")).collect();
    decodes(coloured.as_bytes(), &coloured, Encoding::Utf8);
    for stray in ['\u{1}', '\u{7}', '\u{8}', '\u{e}', '\u{1a}', '\u{1b}', '\u{7f}', '\u{9b}'] {
        for page in [SIMPLIFIED, "The landing is rebuilt"] {
            let page: String =
                page.chars().flat_map(|c| [Some(c), (c == ' ' || c == '的').then_some(stray)]).flatten().collect();
            decodes(page.as_bytes(), &page, Encoding::Utf8);
        }
    }
    assert_eq!(decode("\0a\0b\0c\0d".repeat(100).as_bytes()).map(|page| page.encoding), Ok(Encoding::Utf16Be));
    assert_eq!(decode("ab\0\0cdef".repeat(99).as_bytes()), Err(Undecodable::Binary));
}

/// Texts of `from`, as long as 40 to 200 of its characters.
fn texts(from: &'static str) -> impl Strategy<Value = String> {
    let common: Vec<char> = from.chars().collect();
    prop::collection::vec(prop::sample::select(common), 40..200).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(page) = decode(&bytes) {
            prop_assert!(page.undecodable <= bytes.len() && !page.text.trim().is_empty());
        }
    }

    #[test]
    fn common_characters_of_any_language_come_back(
        simplified in texts(wide::SIMPLIFIED_COMMON),
        traditional in texts(wide::TRADITIONAL_COMMON),
        japanese in texts(wide::JAPANESE_COMMON),
        korean in texts(wide::KOREAN_COMMON),
    ) {
        for (text, codec) in [
            (&simplified, GB18030),
            (&traditional, BIG5),
            (&japanese, SHIFT_JIS),
            (&japanese, EUC_JP),
            (&korean, EUC_KR),
        ] {
            decodes(&in_codec(text, codec), text, Legacy(codec));
        }
        for text in [&simplified, &traditional, &japanese, &korean] {
            decodes(text.as_bytes(), text, Encoding::Utf8);
            decodes(&utf16(text, u16::to_le_bytes), text, Encoding::Utf16Le);
            decodes(&utf16(text, u16::to_be_bytes), text, Encoding::Utf16Be);
        }
    }
}
