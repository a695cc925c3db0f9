//! The terminal and the loop.
