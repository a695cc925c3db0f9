//! Measures terminal readers side by side, in one run and on the same text, and prints a table in Markdown:
//! `cargo run --example peers`. Each is taken from the path, `paper-reader` too; what is not installed is not measured.
#![allow(clippy::expect_used, reason = "a bench has nobody to tell but its runner")]

#[path = "../benches/starting/mod.rs"]
mod starting;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;
use starting::{Start, median};

/// The text, in the shape of a page's text layer.
const PAGE: &str = include_str!("../assets/sample/01-news.txt");

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let page = folder.path().join("page.txt");
    fs::write(&page, PAGE).expect("a page");
    println!("| | first text on the screen | memory by then | program |\n|---|---|---|---|");
    let less = || {
        let mut command = CommandBuilder::new("less");
        command.arg(&page);
        command.env("LESSCHARSET", "utf-8");
        command
    };
    report("less, a page", "less", median(&less));
    let ours = |arguments: &[&Path]| {
        let mut command = CommandBuilder::new("paper-reader");
        command.args(arguments);
        command.env("LANG", "zh_CN.UTF-8");
        for (variable, name) in [("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")] {
            command.env(variable, folder.path().join(name));
        }
        command
    };
    report("paper-reader, the sample edition", "paper-reader", median(&|| ours(&[])));
    report("paper-reader, a page read in", "paper-reader", median(&|| ours(&[&page])));
    report("paper-reader, its library", "paper-reader", median(&|| ours(&[])));
    report("newsboat, its feeds", "newsboat", newsboat(folder.path()));
}

/// Newsboat's list of one feed, which it has read before.
fn newsboat(folder: &Path) -> Option<Start> {
    let (feed, urls, cache) = (folder.join("feed.xml"), folder.join("urls"), folder.join("cache.db"));
    let headline = "一张散了架的报纸在终端里重新站了起来今天回家了";
    let item = format!("<item><title>{headline}</title><description>{PAGE}</description></item>");
    let xml = format!("<rss version=\"2.0\"><channel><title>{headline}</title>{item}</channel></rss>");
    fs::write(&feed, xml).expect("a feed");
    fs::write(&urls, format!("file://{}\n", feed.display())).expect("its address");
    let arguments = [Path::new("-u"), &urls, Path::new("-c"), &cache];
    let mut reload = Command::new("newsboat");
    reload.args(arguments).args(["-x", "reload"]).env("HOME", folder).stdout(Stdio::null()).stderr(Stdio::null());
    reload.status().ok()?;
    median(&|| {
        let mut command = CommandBuilder::new("newsboat");
        command.args(arguments);
        command.env("HOME", folder);
        command.env("LANG", "C.UTF-8");
        command
    })
}

fn report(what: &str, program: &str, start: Option<Start>) {
    match start {
        Some(Start { milliseconds, megabytes }) => {
            let size = on_path(program).and_then(|file| Some(fs::metadata(file).ok()?.len())).unwrap_or_default();
            println!("| {what} | {milliseconds:.1} ms | {megabytes:.1} MB | {:.1} MB |", size as f64 / 1e6);
        }
        None => println!("| {what} | not measured | | |"),
    }
}

/// The file that the shell would start.
fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}
