//! How rows can be printed.

use clap::ValueEnum;

/// How rows can be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RowFormat {
    /// Columns.
    #[default]
    Table,
    /// A JSON array.
    Json,
}
