//! Languages that are written with one byte for a letter, and the encodings they are written in.

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
    /// Its commonest words of ASCII letters alone; none in a language with another alphabet.
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
    words: "the to and of a in i is for that you it on with this was be as are have at he not by but from",
};
const FRENCH: Language = Language {
    letters: "éàèêçôîùâûœëï",
    absent: "kw",
    words: "de la le et l les est en des d un que a pas une du il pour dans je qui c au ce sur qu",
};
const GERMAN: Language = Language {
    letters: "üäöß",
    absent: "qxy",
    words: "die der und in das ich ist nicht zu den von mit es ein auf im sie eine sich auch dem des als er an dass",
};
const SPANISH: Language = Language {
    letters: "óíáéñúü¿¡",
    absent: "kw",
    words: "de la que el en y a los no un se por es del las con una para lo su al como me si pero te",
};
const PORTUGUESE: Language = Language {
    letters: "ãéçáíêóúõàâô",
    absent: "kwy",
    words: "de a o que e do em da para um uma com no se na por os eu como as mais dos mas foi ao me",
};
const ITALIAN: Language = Language {
    letters: "èàùòéì",
    absent: "jkwxy",
    words: "di e che il la a in non un per del l i una le si con della da sono ma al ha come dei se",
};
const DUTCH: Language = Language {
    letters: "éëïèóüáöçàíê",
    absent: "qxy",
    words: "de van het een en in is op ik dat voor je te met niet zijn die als er maar om aan hij ook ze door",
};
const CATALAN: Language = Language {
    letters: "éóàèíòçúïü",
    absent: "kwz",
    words: "de la a i que el l d en per del un les els una no amb va al es ha com dels s hi o",
};
const SWEDISH: Language = Language {
    letters: "äåö",
    absent: "qwxz",
    words: "det att och i jag en inte som med har av om du till den de ett kan vi men man var ska nu vad mig",
};
const FINNISH: Language = Language {
    letters: "äö",
    absent: "bcfqwxz",
    words: "ja on ei se oli mutta ole kun niin jos ovat voi nyt sen kuin tai en joka olla vain jo kanssa sitten kaikki olisi ollut",
};
const DANISH: Language = Language {
    letters: "åæøé",
    absent: "qwxz",
    words: "i og er af det at en til jeg har for ikke med den der de du kan som et var vi om han fra men",
};
const ICELANDIC: Language = Language {
    letters: "ðíáþóæöúéý",
    absent: "qwxz",
    words: "og er sem til en af hann um ekki var fyrir eru eftir svo hefur vera hafa upp ef eins fram voru yfir allt einnig vel",
};
const POLISH: Language = Language {
    letters: "łężąóśćńź",
    absent: "qvx",
    words: "w i nie na to z do jest o jak a ale co tak za od po dla tym czy przez tego ma tylko mi mnie",
};
const CZECH: Language = Language {
    letters: "íáěžřéčšýůúňď",
    absent: "qwx",
    words: "a se v na je to s z si do jsem ale o i tak pro ve za co k jako jak po by od jsou",
};
const SLOVAK: Language = Language {
    letters: "ážčýíšéúťľôďňóä",
    absent: "qwx",
    words: "a v sa na je to z s ako aj o si do som ale po za tak od bol by pre ak k alebo nie",
};
const HUNGARIAN: Language = Language {
    letters: "éáöóőüíúű",
    absent: "qwx",
    words: "a az nem hogy egy is de meg csak ha van volt ez vagy kell el ki azt most akkor mint ezt minden mert magyar nagyon",
};
const CROATIAN: Language = Language {
    letters: "ščžćđ",
    absent: "qwxy",
    words: "je u i da se na od za su a ne sa iz to kao o godine koji kako bi ali nije po s do sve",
};
const SLOVENE: Language = Language {
    letters: "čšž",
    absent: "qwxy",
    words: "je in v na se da so za ki pa z tudi lahko s ne kot po iz bi bo od tako to pri ali o",
};
const ROMANIAN: Language = Language {
    letters: "ăşîţâ",
    absent: "kqwy",
    words: "de a la din o pe cu nu mai un este care pentru se au ce fost ca al am sunt fi si va s lui",
};
const TURKISH: Language = Language {
    letters: "ıüşçğö",
    absent: "jqwx",
    words: "ve bir bu de da ile ne daha en gibi olarak her kadar o olan ben var ama sonra ki iyi yok ya sen yeni sadece",
};
const LITHUANIAN: Language = Language {
    letters: "ėųšžąįūčę",
    absent: "hqwx",
    words: "ir kad su yra tai kaip ar o buvo savo tik bet nuo ne apie taip m lietuvos kai labai per dar gali jau po iki",
};
const LATVIAN: Language = Language {
    letters: "āīēšūņļžķģč",
    absent: "hqwxy",
    words: "un ir ar par ka no uz kas vai bet es nav to tas man ja lai bija ko tikai tad kad var jau pie tu",
};
const VIETNAMESE: Language = Language {
    letters: "àđêôơưáâóãíúăéèìòù\u{301}\u{323}\u{309}\u{300}\u{303}",
    absent: "fjwz",
    words: "trong cho khi ra sau nam gia theo anh con sinh trung tin quan ta do hay cao qua em hai xe khu tay bao nay",
};
const RUSSIAN: Language =
    Language { letters: "оеаитнсрвлкдмпуяыьгбзчйжхшюцэщф", absent: "", words: "" };
const UKRAINIAN: Language =
    Language { letters: "оаніивтерскудлмпзябьгйчцхжїюшщєф", absent: "", words: "" };
const BULGARIAN: Language =
    Language { letters: "аоеитнсврдклмпзяъгбчущжйцхшфю", absent: "", words: "" };
const SERBIAN: Language =
    Language { letters: "аоиеујнрстквдмплзбшгчцћљжфђхњџ", absent: "", words: "" };
const GREEK: Language =
    Language { letters: "ατοσιενρπκμηυλίάόέγδωήχθύφώβξζψ", absent: "", words: "" };
const HEBREW: Language =
    Language { letters: "יוהלאתרבמשענםדכחקפסןגזצטךףץ", absent: "", words: "" };
const ARABIC: Language = Language {
    letters: "اليمنورتعبدةفهكسأقحجىصشطخذإضثزغءئظآؤ،؛", absent: "", words: ""
};
const PERSIAN: Language = Language {
    letters: "ایرندهومبتسکشلزفخگعقجحپآچطصيضغظذثئك", absent: "", words: ""
};
const THAI: Language = Language {
    letters: "านรอกเงยลมวสคทดตหปะบแพจชขใไโซถผธณภศญฐฟษฉฏฮฎฌฤฆฑฒฝ\u{e31}\u{e34}\u{e35}\u{e36}\u{e37}\u{e38}\u{e39}\u{e48}\u{e49}\u{e4c}\u{e47}\u{e33}ๆฯ",
    absent: "",
    words: "",
};
