//! From starting the program to its first frame, in a real pseudo-terminal, beside `less` on the
//! same file in the same run.
//!
//! Prints the median of the runs in milliseconds; asserts nothing.
#![allow(clippy::expect_used, reason = "a bench has nobody to tell but its runner")]

use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 30;
const PATIENCE: Duration = Duration::from_secs(20);

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
            println!("{:<44}{:>10.2}", "  times less", ours / less);
        }
    }
    report("paper-reader, sample edition", median(&|| reader(&folder.path().join("empty"), &[])));
}

fn report(what: &str, median: Option<f64>) {
    match median {
        Some(median) => println!("{what:<44}{median:>10.2}"),
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

fn less(file: &Path) -> Option<f64> {
    let mut command = CommandBuilder::new("less");
    command.arg(file);
    command.env("LESSCHARSET", "utf-8");
    first_text(command)
}

fn reader(home: &Path, arguments: &[&str]) -> Option<f64> {
    std::fs::create_dir_all(home).ok()?;
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_paper-reader"));
    command.args(arguments);
    for (variable, folder) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("HOME", "")] {
        command.env(variable, home.join(folder));
    }
    first_text(command)
}

/// Milliseconds until the program has written Han characters; none where it cannot be started.
fn first_text(mut command: CommandBuilder) -> Option<f64> {
    command.env("TERM", "xterm-256color");
    let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut output = pair.master.try_clone_reader().expect("its output");
    let started = Instant::now();
    let mut child = pair.slave.spawn_command(command).ok()?;
    drop(pair.slave);
    let mut seen = Vec::new();
    let mut buffer = [0; 65536];
    while !han_characters(&seen) && started.elapsed() < PATIENCE {
        match output.read(&mut buffer) {
            Ok(count @ 1..) => seen.extend(&buffer[..count]),
            _ => break,
        }
    }
    let taken = started.elapsed();
    let _ = child.kill();
    let _ = child.wait();
    han_characters(&seen).then_some(taken.as_secs_f64() * 1000.0)
}

/// Whether a line's worth of Han characters has come: the lead bytes E4 to E9 of UTF-8.
fn han_characters(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| (0xE4..=0xE9).contains(*byte)).count() >= 20
}

fn median(run: &dyn Fn() -> Option<f64>) -> Option<f64> {
    run()?;
    let mut times: Vec<f64> = (0..RUNS).filter_map(|_| run()).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}
