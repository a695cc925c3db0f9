//! The commands of the real program: what they print, what they promise, what outlives a kill.

mod user;

mod coming;
mod commands;
mod crash;
mod damaged;
mod file_pages;
mod gold_pdf;
mod html;
mod kept;
mod languages;
mod manual;
mod page_map;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_file;
mod promises;
mod read_only;
mod recognised;
mod wrap;
