//! What is wrong in a TOML text, and where.

use toml::de::DeTable;

use crate::phrase::{Lang, Said, Sentence};
use crate::text::nearest;

/// Something in a file of settings that makes no sense. It never keeps the program from starting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// What is wrong.
    pub sentence: Sentence,
}

impl Diagnostic {
    /// A diagnostic about what stands at a byte of the text.
    pub fn at(text: &str, byte: usize, sentence: Sentence) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1, sentence }
    }
}

impl Said for Diagnostic {
    fn said(&self, lang: Lang) -> String {
        format!("{}:{}: {}", self.line, self.column, self.sentence.said(lang))
    }
}

/// Hands over what can be read of a TOML text, with a way to report what stands at a byte of
/// it; what is wrong, that it is no TOML included, in the order of the text.
pub fn read<'a>(text: &'a str, take: impl FnOnce(&DeTable<'a>, &mut dyn FnMut(usize, Sentence))) -> Vec<Diagnostic> {
    let (file, errors) = DeTable::parse_recoverable(text);
    let mut diagnostics = Vec::new();
    let mut report = |byte, sentence| diagnostics.push(Diagnostic::at(text, byte, sentence));
    for error in errors {
        report(error.span().map_or(0, |span| span.start), Sentence::InOthersWords(error.message().to_owned()));
    }
    take(file.get_ref(), &mut report);
    diagnostics.sort_by_key(|diagnostic| (diagnostic.line, diagnostic.column));
    diagnostics
}

/// The sentence about a name that is not known, with the nearest that is.
pub fn unknown<'a>(what: Sentence, name: &str, known: impl Iterator<Item = &'a str>) -> Sentence {
    let near = nearest(name, known).map(str::to_owned);
    Sentence::UnknownName { what: Box::new(what), name: name.to_owned(), near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_lines_and_columns() {
        let place = |byte| {
            let diagnostic = Diagnostic::at("甲 = 1\n乙 = 2", byte, Sentence::Damaged);
            (diagnostic.line, diagnostic.column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(3), (1, 2));
        assert_eq!(place(8), (2, 1));
        assert_eq!(place(9), (2, 1));
        assert_eq!(place(99), (2, 6));
    }
}
