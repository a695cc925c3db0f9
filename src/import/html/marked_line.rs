//! A line and what it is.

use crate::model::LineRole;

/// A line and what it is.
pub type MarkedLine = (LineRole, String);
