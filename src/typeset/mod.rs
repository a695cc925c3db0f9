//! An article to placed lines of cells.
//!
//! **Invariant:** no terminal, no clock, no global: an article and a setting in, a sheet out.

mod breaker;
mod class;
mod joints;
mod kinsoku;

pub use breaker::{Line, Lines, Measure, lines as break_lines};
