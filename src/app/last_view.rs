//! How the program was left, to be opened so again. It is in a file of its own, never among the
//! settings, and losing it loses nothing else.

use serde::{Deserialize, Serialize};

use crate::model::{Folds, Order, Row};

use super::config::display::TurnedDisplay;

/// How the program was left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastView {
    /// The layout and the script, where keys had turned them.
    pub display: TurnedDisplay,
    /// The order of the headline list.
    pub order: Order,
    /// What was folded in it.
    pub folds: Folds,
    /// The columns of the list beside an article, where the divider had been dragged.
    pub list_width: Option<u16>,
    /// Whether the front page stood in place of the list.
    pub front_page: bool,
    /// The row at hand.
    pub row: Option<Row>,
    /// The newest edition that there was, by its key; smaller is newer.
    pub newest: Option<i64>,
    /// The article that was left unfinished.
    pub unfinished: Option<Unfinished>,
}

/// An article that was begun and left before its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unfinished {
    /// Its line in the list.
    pub row: Row,
    /// How much of it had been seen, in hundredths.
    pub percent: u8,
}
