//! Labelled lines to articles.

pub mod assign;
pub mod blocks;
pub mod body;
pub mod cost;
pub mod draft;
pub mod joint;
pub mod poems;
pub mod seam;
pub mod spread;
pub mod strays;
pub mod title;
