//! What stands in the library's tables and how it is written there: the numbers that articles go by,
//! packed texts and articles, what importers knew of pages, where they are printed, the full-text index, shingles by which pages are recognised, reading progress, runs of imports.
//!
//! **Invariant:** it knows the tables and nothing of the file, of filters or of searches.

pub mod body;
pub mod grams;
pub mod import_run;
pub mod index;
pub mod keys;
pub mod prefilter;
pub mod printed;
pub mod raw;
pub mod reading;
pub mod shingles;
