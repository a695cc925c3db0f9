//! Labelled lines to articles: paragraphs and heads, which head is of which body, the parts of a head,
//! the parts of a body.
//!
//! **Invariant:** every labelled line is in just one article.

pub mod assign;
pub mod blocks;
pub mod body;
pub mod columns;
pub mod cost;
pub mod draft;
pub mod joint;
pub mod marked;
pub mod poems;
pub mod seam;
pub mod sections;
pub mod spread;
pub mod title;
