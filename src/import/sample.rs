//! The bundled edition: what an empty library shows.

use crate::model::RawPage;

/// Its pages, by the names they have in lists.
const PAGES: [(&str, &str); 3] = [
    ("01-news.txt", include_str!("../../assets/sample/01-news.txt")),
    ("02-dialogue.txt", include_str!("../../assets/sample/02-dialogue.txt")),
    ("03-supplement.txt", include_str!("../../assets/sample/03-supplement.txt")),
];

/// The pages of the bundled edition, as raw as every page.
pub fn sample() -> impl Iterator<Item = RawPage> {
    PAGES.into_iter().map(|(source, text)| RawPage::from_text(source, text))
}
