//! The library at size: `ARTICLES=200000 cargo bench --bench library` (20,000 unless set).
//!
//! Prints, for a library of so many varied articles: how fast it is built, how large it is, how
//! long opening it and its first window take, the newest 20 hits for words of one to eight
//! characters, a page added durably, and a linear scan of the same text with memmem, whose hits
//! must be those of the index. Then, how fast the program itself imports a folder of pages.
//! With `LIBRARY=folder` the library is made there, and measured again where it is there already;
//! the pages added last time are then known.

#![allow(clippy::unwrap_used)]

mod press;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use memchr::memmem::Finder;
use paper_reader::model::{Article, Direction, Filter, HitOrder, Page, Search};
use paper_reader::store::{Dirs, Library, PreparedPage};
use press::{Press, Random};

/// Text that goes into one transaction, in bytes: as `import` has it.
const BATCH: usize = 4 << 20;
/// Queries of each length.
const QUERIES: usize = 100;
/// Queries of each length that a scan answers too.
const SCANNED: usize = 5;

fn main() {
    let articles = std::env::var("ARTICLES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let folder = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("LIBRARY").map(PathBuf::from);
    let data = kept.unwrap_or_else(|| folder.path().join("data"));
    let dirs = Dirs { config: folder.path().join("config"), data };
    let small = Dirs { data: folder.path().join("small"), ..dirs.clone() };
    build(&small, press::ARTICLES);
    let texts = build(&dirs, articles);
    open(&small, press::ARTICLES);
    open(&dirs, texts.len());
    filter(&dirs, &texts);
    search(&dirs, &texts);
    add(&dirs, articles);
    import(folder.path(), articles.min(20_000));
    println!("resident memory at its highest: {}", peak_memory());
}

/// Builds a library, unless it is there, and keeps each article's text for the scan.
fn build(dirs: &Dirs, articles: usize) -> Vec<String> {
    let mut press = Press::new();
    if dirs.library().exists() {
        let pages = (0..articles.div_ceil(press::ARTICLES)).map(|_| press.page().0);
        return pages.flat_map(|page| page.articles).map(|article| text_of(&article)).collect();
    }
    let mut library = Library::open(dirs).unwrap().library;
    let (mut texts, mut bytes, mut spent, mut packing) = (Vec::new(), 0, Duration::ZERO, Duration::ZERO);
    while texts.len() < articles {
        let (mut batch, mut size) = (Vec::new(), 0);
        while size < BATCH && texts.len() + batch.len() * press::ARTICLES < articles {
            let (page, text) = press.page();
            size += text.len();
            batch.push((page, text));
        }
        texts.extend(batch.iter().flat_map(|(page, _)| &page.articles).map(text_of));
        let since = Instant::now();
        let parcels: Vec<_> = batch.into_iter().map(|(page, text)| PreparedPage::new(page, &text).unwrap()).collect();
        packing += since.elapsed();
        library.add_all(&parcels).unwrap();
        spent += since.elapsed();
        bytes += size;
    }
    while library.tidy().unwrap() {}
    drop(library);
    let file = std::fs::metadata(dirs.library()).unwrap().len();
    println!(
        "{} articles, {:.1} MB of text: built in {:.1} s on one core, {:.1} s of it packing that workers share \
         ({:.1} MB/s), file {:.1} MB ({:.2} times the text)",
        texts.len(),
        mega(bytes as f64),
        spent.as_secs_f64(),
        packing.as_secs_f64(),
        mega(bytes as f64) / spent.as_secs_f64(),
        mega(file as f64),
        file as f64 / bytes as f64
    );
    texts
}

fn open(dirs: &Dirs, articles: usize) {
    let window = || {
        let library = Library::open(dirs).unwrap().library;
        assert!(!library.rows(&Filter::default(), None, Direction::Forward, 60).unwrap().is_empty());
    };
    println!("{articles} articles: open and 60 rows {}", spread(&mut times(50, |_| window())));
}

/// The headline list under filters: of a common character, of rare words, of none that there are.
fn filter(dirs: &Dirs, texts: &[String]) {
    let library = Library::open(dirs).unwrap().library;
    let rare: String = texts[texts.len() / 3].chars().take(4).collect();
    for words in ["\u{4E07}", "b", "bs", "yuanbing", &rare, "zhchshzhchsh"] {
        let filter = Filter { headline: words.to_owned(), ..Filter::default() };
        let mut count = 0;
        let mut counting = times(3, |_| count = library.count(&filter).unwrap());
        let mut window = times(3, |_| drop(library.rows(&filter, None, Direction::Forward, 60).unwrap()));
        println!(
            "headlines with {words}: {count}; counted {}; the first 60 {}",
            spread(&mut counting),
            spread(&mut window)
        );
    }
}

fn search(dirs: &Dirs, texts: &[String]) {
    let library = Library::open(dirs).unwrap().library;
    let mut random = Random(11);
    for length in 1..=8 {
        let printed: Vec<String> = (0..QUERIES).map(|_| cut(texts, &mut random, length)).collect();
        newest(&library, texts, &format!("{length} characters as printed"), &printed);
    }
    for length in 2..=8 {
        let half = length / 2;
        let put_together = |_| cut(texts, &mut random, half) + &cut(texts, &mut random, length - half);
        let words: Vec<String> = (0..QUERIES).map(put_together).collect();
        newest(&library, texts, &format!("{length} characters put together"), &words);
    }
    let queries: Vec<String> = (0..QUERIES).map(|_| cut(texts, &mut random, 2)).collect();
    let two = |i: usize| Search { terms: vec![queries[i].clone()], limit: Some(20), ..Search::default() };
    let mut any_script = times(QUERIES, |i| {
        drop(library.search(&Search { any_script: true, ..two(i) }, None).unwrap());
    });
    let mut best = times(QUERIES, |i| {
        drop(library.search(&Search { order: HitOrder::Best, ..two(i) }, None).unwrap());
    });
    println!("2 characters in any script {}; best first {}", spread(&mut any_script), spread(&mut best));
    folded(&library, texts);
}

/// The newest 20 hits for Latin words of each length, in any width and case.
fn folded(library: &Library, texts: &[String]) {
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let words: Vec<&str> = texts.iter().flat_map(|text| text.split(|c| !is_latin(c))).take(QUERIES * 100).collect();
    for length in [2, 3, 5] {
        let words: Vec<&str> = words.iter().filter_map(|word| word.get(..length)).take(QUERIES).collect();
        let search = |i: usize| Search { terms: vec![words[i].to_uppercase()], limit: Some(20), ..Search::default() };
        let mut folded = times(words.len(), |i| {
            assert!(!library.search(&Search { any_width: true, ..search(i) }, None).unwrap().is_empty());
        });
        println!("{length} Latin letters in any width and case {}", spread(&mut folded));
    }
}

/// The newest 20 hits; those of a few words are compared with what a scan finds.
fn newest(library: &Library, texts: &[String], what: &str, words: &[String]) {
    let search = |word: &str, limit| Search { terms: vec![word.to_owned()], limit, ..Search::default() };
    let mut newest = times(words.len(), |i| drop(library.search(&search(&words[i], Some(20)), None).unwrap()));
    let mut found = Vec::new();
    let mut scans = times(SCANNED, |i| {
        let finder = Finder::new(&words[i]);
        found.push(texts.iter().filter(|text| finder.find(text.as_bytes()).is_some()).count());
    });
    for (word, found) in words.iter().zip(found) {
        assert_eq!(library.search(&search(word, None), None).unwrap().len(), found, "{word}");
    }
    println!("{what}: newest 20 {}; whole scan {}", spread(&mut newest), spread(&mut scans));
}

fn add(dirs: &Dirs, articles: usize) {
    let mut library = Library::open(dirs).unwrap().library;
    let mut press = Press::new();
    for _ in 0..articles.div_ceil(press::ARTICLES) {
        press.page();
    }
    let pages: Vec<(Page, String)> = (0..300).map(|_| press.page()).collect();
    let (mut adding, mut steps) = (Vec::new(), Vec::new());
    for (page, text) in &pages {
        adding.extend(times(1, |_| assert!(!library.add(page, text).unwrap().known)));
        steps.extend(times(1, |_| assert!(library.tidy().is_ok())));
    }
    let headline = pages[299].0.articles[0].title().to_owned();
    assert_eq!(library.search(&Search { terms: vec![headline], ..Search::default() }, None).unwrap().len(), 1);
    println!("a page added: {}; a step of merging between two: {}", spread(&mut adding), spread(&mut steps));
    let mut more = true;
    let mut steps = Vec::new();
    while more {
        steps.extend(times(1, |_| more = library.tidy().unwrap()));
    }
    println!("{} steps until all is merged: {}", steps.len(), spread(&mut steps));
}

/// Imports files with the real program, parsing included.
fn import(folder: &Path, articles: usize) {
    let mut press = Press::new();
    let mut bytes = 0;
    let pages = folder.join("pages");
    std::fs::create_dir(&pages).unwrap();
    for _ in 0..articles.div_ceil(press::ARTICLES) {
        let (page, text) = press.page();
        bytes += text.len();
        std::fs::write(pages.join(page.source), text).unwrap();
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_paper-reader"));
    program.arg("import").arg(pages).stderr(Stdio::null());
    program.env("XDG_DATA_HOME", folder.join("imported")).env("XDG_CONFIG_HOME", folder.join("imported"));
    let since = Instant::now();
    assert!(program.status().unwrap().success());
    let spent = since.elapsed().as_secs_f64();
    println!("imported {:.1} MB of pages in {spent:.1} s ({:.1} MB/s)", mega(bytes as f64), mega(bytes as f64) / spent);
}

/// A piece of a text, of so many characters.
fn cut(texts: &[String], random: &mut Random, length: usize) -> String {
    loop {
        let text = &texts[random.below(texts.len() as u64) as usize];
        let characters = text.chars().count();
        let piece: String = text.chars().skip(random.below(characters as u64) as usize).take(length).collect();
        if piece.chars().count() == length && !piece.contains('\n') {
            return piece;
        }
    }
}

fn text_of(article: &Article) -> String {
    article.parts().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

fn times(number: usize, mut work: impl FnMut(usize)) -> Vec<Duration> {
    let time = |i| {
        let since = Instant::now();
        work(i);
        since.elapsed()
    };
    (0..number).map(time).collect()
}

/// The middle one, the one that 95 of 100 do not exceed, and the longest.
fn spread(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    format!("median {:.2} ms, p95 {:.2} ms, longest {:.2} ms", at(50), at(95), at(100))
}

fn mega(bytes: f64) -> f64 {
    bytes / 1e6
}

/// As Linux has it; elsewhere unknown.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}
