//! An article to placed lines of cells.
//!
//! **Invariant:** no terminal, no clock, no global: an article and a setting in, a sheet out.
