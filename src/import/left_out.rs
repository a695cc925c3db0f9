//! What in a folder is no page, by its name, and for XML by its first element. In doubt it is one.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::opening;
use crate::phrase::Sentence;

/// A file of a folder that was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file.
    pub source: String,
    /// What it is instead of a page.
    pub kind: FileKind,
}

/// What a file is that is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// README, LICENSE: it is about the files beside it.
    About,
    /// JSON, tables, settings.
    Data,
    /// Source code, style sheets.
    Code,
    /// RSS, Atom, site maps.
    Feed,
    /// Pictures, sound, films.
    Media,
    /// Archives and documents of kinds that are not read.
    Other,
}

impl FileKind {
    /// What it is called.
    pub fn sentence(self) -> Sentence {
        match self {
            Self::About => Sentence::KindAbout,
            Self::Data => Sentence::KindData,
            Self::Code => Sentence::KindCode,
            Self::Feed => Sentence::KindFeed,
            Self::Media => Sentence::KindMedia,
            Self::Other => Sentence::KindOther,
        }
    }
}

/// Names, their endings left out, of files about other files.
const ABOUT: &str = "readme license licence copying changelog changes authors contributing notice install \
    code_of_conduct security";
/// Endings of names, kind by kind.
const ENDINGS: [(FileKind, &str); 5] = [
    (
        FileKind::Data,
        "json jsonl ndjson geojson csv tsv yaml yml toml ini cfg conf plist lock log sqlite sqlite3 db parquet xsd dtd",
    ),
    (
        FileKind::Code,
        "rs py pyc js mjs cjs ts jsx tsx c h cc cpp hpp java kt go rb php pl sh bash zsh fish bat ps1 lua sql css scss \
        less sass swift scala ipynb vue cmake mk gradle map wasm exe dll so o a class jar",
    ),
    (FileKind::Feed, "rss atom opml"),
    (
        FileKind::Media,
        "jpg jpeg jpe png gif webp bmp tif tiff jp2 svg ico heic avif psd mp3 m4a wav ogg flac mp4 m4v mov avi mkv webm \
        woff woff2 ttf otf",
    ),
    (
        FileKind::Other,
        "tar tgz tbz txz 7z rar xz bz2 zst lz4 doc docx xls xlsx ppt pptx odt ods epub mobi azw3 djvu ps eps swp tmp \
        bak part crdownload",
    ),
];
/// Whole names of source code.
const CODE: [&str; 4] = ["makefile", "dockerfile", "cmakelists.txt", "gemfile"];
/// First elements of feeds and site maps.
const FEEDS: [&str; 6] = ["rss", "feed", "rdf", "opml", "urlset", "sitemapindex"];
/// How much of a file its first element is looked for in.
const HEAD: u64 = 4096;

/// What a file is by its name; none where it may be a page.
pub fn kind_of_name(path: &Path) -> Option<FileKind> {
    let name = path.file_name().and_then(OsStr::to_str)?.to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    if CODE.contains(&name) {
        return Some(FileKind::Code);
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_note = ["", "md", "txt", "rst", "markdown"].contains(&ending);
    if is_note && ABOUT.split_whitespace().any(|about| stem == about) {
        return Some(FileKind::About);
    }
    let has = |endings: &str| endings.split_whitespace().any(|known| known == ending);
    ENDINGS.iter().find(|(_, endings)| has(endings)).map(|(kind, _)| *kind)
}

/// What a file is by its name or, where that leaves it open, by how it begins; none where it may be a page.
pub fn kind(path: &Path) -> Option<FileKind> {
    kind_of_name(path).or_else(|| {
        let is_xml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
        is_xml.then(|| beginning(path)).flatten().and_then(|bytes| kind_of_xml(&bytes))
    })
}

/// What XML is by its first element.
fn kind_of_xml(bytes: &[u8]) -> Option<FileKind> {
    let head = opening::head(bytes);
    let root = opening::root(&head)?;
    FEEDS.iter().any(|feed| root.eq_ignore_ascii_case(feed)).then_some(FileKind::Feed)
}

fn beginning(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(HEAD).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_page_is_known_by_its_name() {
        for (name, expected) in [
            ("README.md", Some(FileKind::About)),
            ("index.json", Some(FileKind::Data)),
            ("crawl.PY", Some(FileKind::Code)),
            ("Makefile", Some(FileKind::Code)),
            ("pages.json.gz", Some(FileKind::Data)),
            ("front.jpg", Some(FileKind::Media)),
            ("page.md", None),
            ("page.txt.gz", None),
            ("page", None),
            ("读者来信.txt", None),
            ("alto.xml", None),
            ("第1.版", None),
        ] {
            assert_eq!(kind_of_name(Path::new(name)), expected, "{name}");
        }
    }

    #[test]
    fn a_feed_is_known_by_its_first_element() {
        assert_eq!(kind_of_xml(b"<?xml version='1.0'?><rss version='2.0'>"), Some(FileKind::Feed));
        assert_eq!(kind_of_xml(b"<rdf:RDF xmlns='x'>"), Some(FileKind::Feed));
        assert_eq!(kind_of_xml(b"<alto>"), None);
        assert_eq!(kind_of_xml(b"no markup"), None);
    }
}
