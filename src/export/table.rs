//! Tables: columns of cells, shown as a terminal may show them.

use crate::text::Metrics;

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableColumn {
    /// So many cells: what is longer is cut, what is shorter is filled up.
    Cells(usize),
    /// So many cells, filled up from the left: for numbers.
    Right(usize),
    /// As long as it is: for the last.
    Rest,
}

/// One row, without its line end; no white space at its end.
pub fn row<const N: usize>(columns: [TableColumn; N], cells: [&str; N]) -> String {
    let mut out = String::new();
    for (column, text) in columns.into_iter().zip(cells) {
        if !out.is_empty() {
            out.push_str("  ");
        }
        match column {
            TableColumn::Cells(width) => {
                let text = Metrics::TERMINAL.cut(text, width);
                out.push_str(&text);
                out.push_str(&blank(width, &text));
            }
            TableColumn::Right(width) => {
                let text = Metrics::TERMINAL.cut(text, width);
                out.push_str(&blank(width, &text));
                out.push_str(&text);
            }
            TableColumn::Rest => out.push_str(&Metrics::TERMINAL.cut(text, usize::MAX)),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn blank(width: usize, text: &str) -> String {
    " ".repeat(width.saturating_sub(Metrics::TERMINAL.cells(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let columns = [TableColumn::Cells(8), TableColumn::Right(4), TableColumn::Rest];
        assert_eq!(row(columns, ["江州日报", "12", "渡口改建"]), "江州日报    12  渡口改建");
        assert_eq!(row(columns, ["江州日报社", "3", ""]), "江州日…      3");
    }

    #[test]
    fn nothing_in_a_table_acts_on_a_terminal() {
        assert_eq!(row([TableColumn::Rest], ["a\x1b[2J\nb"]), "a␛[2J␊b");
    }
}
