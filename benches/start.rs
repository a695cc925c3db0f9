//! From starting the program to its first frame, in a real pseudo-terminal, beside `less` on the
//! same file in the same run.
//!
//! Prints the median of the runs in milliseconds; asserts nothing.
#![allow(clippy::expect_used, reason = "a bench has nobody to tell but its runner")]

mod starting;

use std::path::Path;

use portable_pty::CommandBuilder;
use starting::{Start, median};

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let page = page();
    let small = folder.path().join("page.txt");
    let large = folder.path().join("large.txt");
    std::fs::write(&small, &page).expect("a page");
    std::fs::write(&large, page.repeat(10 * 1024 * 1024 / page.len())).expect("a large page");

    println!("{:<44}{:>10}", "first text on the screen", "median ms");
    for (name, file) in [("page", &small), ("10 MB page", &large)] {
        let less = median(&|| less(file));
        let ours = median(&|| reader(folder.path(), &[&file.display().to_string()]));
        report(&format!("less, {name}"), less);
        report(&format!("paper-reader, {name}"), ours);
        if let (Some(less), Some(ours)) = (less, ours) {
            println!("{:<44}{:>10.2}", "  times less", ours.milliseconds / less.milliseconds);
        }
    }
    report("paper-reader, sample edition", median(&|| reader(&folder.path().join("empty"), &[])));
}

fn report(what: &str, median: Option<Start>) {
    match median {
        Some(Start { milliseconds, .. }) => println!("{what:<44}{milliseconds:>10.2}"),
        None => println!("{what:<44}{:>10}", "absent"),
    }
}

/// A page in the shape of a text layer, from the bundled sample.
fn page() -> String {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let mut pages: Vec<_> = std::fs::read_dir(sample)
        .expect("the sample edition")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    pages.sort();
    pages.iter().map(|path| std::fs::read_to_string(path).expect("a page")).collect()
}

fn less(file: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new("less");
    command.arg(file);
    command.env("LESSCHARSET", "utf-8");
    command
}

fn reader(home: &Path, arguments: &[&str]) -> CommandBuilder {
    std::fs::create_dir_all(home).expect("a home");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_paper-reader"));
    command.args(arguments);
    for (variable, folder) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("HOME", "")] {
        command.env(variable, home.join(folder));
    }
    command
}
