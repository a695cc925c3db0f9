//! The bundled edition: what an empty library shows.

use crate::model::RawPage;

/// Its pages of text, by the names they have in lists.
const PAGES: [(&str, &str); 3] = [
    ("01-news.txt", include_str!("../../assets/sample/01-news.txt")),
    ("02-dialogue.txt", include_str!("../../assets/sample/02-dialogue.txt")),
    ("03-supplement.txt", include_str!("../../assets/sample/03-supplement.txt")),
];

/// Its printed page, `assets/printed/04-english.pdf`, as it was imported: opening the file takes longer than a first
/// screen may, and a process. `tests/pure/sample.rs` writes it and holds it to the file.
const PRINTED: &str = include_str!("../../assets/printed/04-english.json");

/// The pages of the bundled edition, as raw as every page; the last one is in English.
pub fn sample() -> impl Iterator<Item = RawPage> {
    let texts = PAGES.into_iter().map(|(source, text)| RawPage::from_text(source, text));
    texts.chain(serde_json::from_str(PRINTED).ok())
}
