//! The elements of a folio line: what parts them, and how sure one makes it that a line is furniture.

/// How sure it is that a line is furniture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// Short words that any line could be.
    #[default]
    None,
    /// The name of a paper or of a page: furniture beside other furniture.
    Name,
    /// A bare number beside a name, or a bare day, which may sign a notice: furniture at the
    /// page's edge.
    Number,
    /// A date, a page number of the usual shape, editors.
    Certain,
}

/// A mark that stands between two elements.
pub fn is_separator(c: char) -> bool {
    matches!(
        c,
        '|' | '｜'
            | '/'
            | '／'
            | '■'
            | '□'
            | '◇'
            | '○'
            | '☆'
            | '△'
            | '●'
            | '◆'
            | '▲'
            | '★'
            | '—'
            | '-'
            | ','
            | '·'
            | '・'
            | ':'
            | '：'
            | '.'
            | '～'
            | '–'
            | '│'
            | '┃'
            | '∣'
    )
}
