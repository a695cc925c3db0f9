//! Data in, data out: pages to articles, articles to lines, keys to frames. No terminal, no program.

#[path = "../support/mod.rs"]
mod support;

mod conservation;
mod frames;
mod fuzz;
mod geometry;
mod justified;
mod keys;
mod mends;
mod pages;
mod painted;
mod printed;
mod random_keys;
mod sample;
mod typeset;
