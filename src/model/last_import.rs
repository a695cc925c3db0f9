//! The import that can be undone.

/// The import that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastImport {
    /// The paths that were imported, one a line.
    pub paths: String,
    /// The day, as ISO 8601.
    pub day: Option<String>,
    /// The pages that it brought and the library still has.
    pub pages: u32,
    /// Their articles.
    pub articles: u32,
    /// The pages that it changed or took out: they come back as they were.
    pub replaced: u32,
}
