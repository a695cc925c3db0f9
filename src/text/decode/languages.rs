//! Languages that are written with one byte for a letter, and the encodings they are written in.
//!
//! The letters are in the order of their frequency in the Universal Declaration of Human Rights; letters of
//! an alphabet that it does not have come last. The words are articles, prepositions, conjunctions, pronouns
//! and auxiliary verbs.

use encoding_rs::{
    IBM866, ISO_8859_2, ISO_8859_5, ISO_8859_6, ISO_8859_7, ISO_8859_15, KOI8_U, MACINTOSH, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
    X_MAC_CYRILLIC,
};

use super::cost::Cost;
use super::encoding::Encoding::{self, Ibm850, Legacy};

/// A language.
pub(super) struct Language {
    /// Its letters outside ASCII, the commonest first.
    pub letters: &'static str,
    /// The letters of ASCII that its words hardly have.
    pub absent: &'static str,
    /// Small words of ASCII letters alone that every text has; none in a language with another alphabet.
    pub words: &'static str,
}

/// An encoding with one byte for a letter.
pub(super) struct CodePage {
    pub encoding: Encoding,
    /// The languages that are written in it.
    pub languages: &'static [Language],
    /// What it costs to be rare.
    pub rare: Cost,
}

const fn page(encoding: Encoding, languages: &'static [Language], rare: Cost) -> CodePage {
    CodePage { encoding, languages, rare }
}

/// Every encoding with one byte for a letter that is read.
pub(super) const CODE_PAGES: [CodePage; 20] = [
    page(Legacy(WINDOWS_1252), &WESTERN, 0),
    page(Legacy(WINDOWS_1250), &CENTRAL, 8),
    page(Legacy(ISO_8859_2), &CENTRAL, 12),
    page(Legacy(MACINTOSH), &WESTERN, 32),
    page(Ibm850, &WESTERN, 36),
    page(Legacy(ISO_8859_15), &WESTERN, 16),
    page(Legacy(WINDOWS_1254), &[TURKISH], 12),
    page(Legacy(WINDOWS_1257), &[LITHUANIAN, LATVIAN], 12),
    page(Legacy(WINDOWS_1258), &[VIETNAMESE], 12),
    page(Legacy(WINDOWS_1251), &CYRILLIC, 0),
    page(Legacy(KOI8_U), &CYRILLIC, 4),
    page(Legacy(ISO_8859_5), &CYRILLIC, 12),
    page(Legacy(IBM866), &CYRILLIC, 12),
    page(Legacy(X_MAC_CYRILLIC), &CYRILLIC, 60),
    page(Legacy(WINDOWS_1253), &[GREEK], 4),
    page(Legacy(ISO_8859_7), &[GREEK], 8),
    page(Legacy(WINDOWS_1255), &[HEBREW], 4),
    page(Legacy(WINDOWS_1256), &[ARABIC, PERSIAN], 4),
    page(Legacy(ISO_8859_6), &[ARABIC], 12),
    page(Legacy(WINDOWS_874), &[THAI], 4),
];

const WESTERN: [Language; 12] =
    [ENGLISH, FRENCH, GERMAN, SPANISH, PORTUGUESE, ITALIAN, DUTCH, CATALAN, SWEDISH, FINNISH, DANISH, ICELANDIC];
const CENTRAL: [Language; 9] = [ENGLISH, GERMAN, POLISH, CZECH, SLOVAK, HUNGARIAN, CROATIAN, SLOVENE, ROMANIAN];
const CYRILLIC: [Language; 4] = [RUSSIAN, UKRAINIAN, BULGARIAN, SERBIAN];

const ENGLISH: Language = Language {
    letters: "",
    absent: "",
    words: "the a an of to in on at by for from with as and or but if that this it he they you we is are was were be has have had not no",
};
const FRENCH: Language = Language {
    letters: "éàêèùâôûçëîïœü",
    absent: "kw",
    words: "le la les l un une des d de du au en dans par pour sur avec et ou que qui ce se il on est sont a ont ne pas",
};
const GERMAN: Language = Language {
    letters: "äüöß",
    absent: "qxy",
    words: "der die das den dem des ein eine einen und oder aber dass in im an am auf aus bei mit nach von vor zu zum ist sind war hat nicht auch sich",
};
const SPANISH: Language = Language {
    letters: "óíáúéñü¡¿",
    absent: "kw",
    words: "el la los las un una de del a al en con por para sin sobre y o que como se su lo es son ha han fue no pero",
};
const PORTUGUESE: Language = Language {
    letters: "çãíéàõáêóúâô",
    absent: "kwy",
    words: "o a os as um uma de do da dos das em no na ao por para com e ou que se como foi tem mais mas",
};
const ITALIAN: Language = Language {
    letters: "àèùéòìî",
    absent: "jkwxy",
    words: "il lo la i gli le un una di del della dei a al alla da dal in nel con su per e o che si sono ha ma come non",
};
const DUTCH: Language = Language {
    letters: "ëéèïöüáàóíêç",
    absent: "qxy",
    words: "de het een van in op aan bij met voor door om uit te tot naar en of maar dat die er is zijn was heeft niet ook",
};
const CATALAN: Language = Language {
    letters: "óéàèíúçòïü",
    absent: "kwz",
    words: "el la els les l un una de del dels d a al als en amb per i o que es ha no com va hi",
};
const SWEDISH: Language = Language {
    letters: "äöåé",
    absent: "qwxz",
    words: "den det de en ett och att som i av till med om har hade var kan ska inte men vid efter under han hon sig",
};
const FINNISH: Language = Language {
    letters: "äö",
    absent: "bcfqwxz",
    words: "ja on ei se ovat oli olisi ole kun jos tai mutta joka jotka kuin niin sen mukaan vuonna",
};
const DANISH: Language = Language {
    letters: "æåøé",
    absent: "qwxz",
    words: "den det de en et og at som i af til med om har havde var er kan skal ikke men ved efter under han hun sig der",
};
const ICELANDIC: Language = Language {
    letters: "ðþáíéóöæúý",
    absent: "qwxz",
    words: "og er sem var voru eru en ef um af til fyrir eftir hann hefur hafa vera ekki upp yfir undir svo",
};
const POLISH: Language = Language {
    letters: "łżąóśęćńź",
    absent: "qvx",
    words: "w z i na do od po za o u a nie to jest jak oraz ale czy co przez przy dla tego tym lub jego ma",
};
const CZECH: Language = Language {
    letters: "áíéěýžčřšůúťňďó",
    absent: "qwx",
    words: "v z s k o u a i na do od po pro ve ze se si je jsou byl ale aby nebo jako co to za podle",
};
const SLOVAK: Language = Language {
    letters: "áýžčéúťšíľôňďäóĺŕ",
    absent: "qwx",
    words: "v z s k o u a i na do od po za pre vo zo sa si je bol bola ale aby alebo ako to pri",
};
const HUNGARIAN: Language = Language {
    letters: "éáőöüóíűú",
    absent: "qwx",
    words: "a az egy nem is de ha hogy vagy van volt lesz meg mint csak azt ezt el ki be mert minden akkor majd kell",
};
const CROATIAN: Language = Language {
    letters: "čšžćđ",
    absent: "qwxy",
    words: "je su u i na za od do sa iz po da se ne ali ili kao koji koja koje bi nije to o uz te",
};
const SLOVENE: Language = Language {
    letters: "čžš",
    absent: "qwxy",
    words: "je so v in na za od do z s iz po da se ne ali pa ki kot bi bo ni pri to o tudi",
};
const ROMANIAN: Language = Language {
    letters: "ăţşîâ",
    absent: "kqwy",
    words: "a al ai ale de la din pe cu nu un o este sunt fost care pentru prin se au mai ca sau dar",
};
const TURKISH: Language = Language {
    letters: "ışüçğöâ",
    absent: "jqwx",
    words: "ve bir bu da de ile ki ama veya olan olarak gibi kadar daha en her ne var yok sonra o ben sen biz",
};
const LITHUANIAN: Language = Language {
    letters: "ėųąžšįęūč",
    absent: "hqwx",
    words: "ir ar kad su yra tai kaip bet nuo iki per po be prie dar jau jo jos savo buvo kai ne tik apie",
};
const LATVIAN: Language = Language {
    letters: "īāēšņūļģķžč",
    absent: "hqwxy",
    words: "un ir ar par ka no uz kas bet vai to tas lai pie pret kad jau bija nav tiek pirms",
};
const VIETNAMESE: Language = Language {
    letters: "\u{323}ưê\u{300}\u{301}đôơ\u{309}àâá\u{303}óăíúùé",
    absent: "fjwz",
    words: "trong cho khi ra sau nam theo anh con hay cao qua em hai ba ta do ai ban tay tin trung",
};
const RUSSIAN: Language =
    Language { letters: "оеиантвсрлдпмкяубыьгчжйзхющцшэфъё", absent: "", words: "" };
const UKRAINIAN: Language =
    Language { letters: "оаніивтрседуплямкбзюгьжхчїцйєшщфґ", absent: "", words: "" };
const BULGARIAN: Language =
    Language { letters: "аоиенвтсрдклпбзчямъугжщцйхшюф", absent: "", words: "" };
const SERBIAN: Language =
    Language { letters: "аоиенврустдпкмлјбзчњгшцљжхђћфџ", absent: "", words: "" };
const GREEK: Language = Language {
    letters: "αιετονκρσηπςυίμδλθωέάήόγχώύξφβζψϊΐΰϋ", absent: "", words: ""
};
const HEBREW: Language =
    Language { letters: "ויהלאתבשרכדמעחםנזפסןקגצטףךץ", absent: "", words: "" };
const ARABIC: Language = Language {
    letters: "اليموتنةرعدقأحهفبسكجإشخضصىذزطءغئظثآؤ،؛", absent: "", words: ""
};
const PERSIAN: Language = Language {
    letters: "اديرموهنتبکقسشلعحزجخآفگصضطئچذپظأثغژؤإءك،", absent: "", words: ""
};
const THAI: Language = Language {
    letters: "ารนกอ\u{e48}ม\u{e34}งทะ\u{e31}ด\u{e49}สลเคย\u{e35}วตแหจปบใ\u{e38}ขชธ\u{e37}ไพ\u{e47}\u{e33}ศโ\u{e39}ถภ\u{e36}ษ\u{e4c}ญผๆฏฐณซฎฒฉฤฆฌฑฝฟฮฯ",
    absent: "",
    words: "",
};
