//! What `paper-reader` promises of the terminal and of the user's data, tried on the real binary
//! in a real pseudo-terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../program/user.rs"]
#[allow(dead_code, reason = "most of it is for the tests of the program")]
mod user;

#[path = "../program/pdf_file.rs"]
#[allow(dead_code, reason = "most of it is for the tests of the program")]
mod pdf_file;

mod commands;
mod copying;
mod data;
mod ending;
mod folders;
mod graphics;
mod hostile;
mod idle;
mod inline_pictures;
mod input;
mod keys;
mod pages;
mod pictures;
mod settings;
mod sizes;
mod starting;
mod stream;
mod terminal;
mod tmux;
mod tutorial;
