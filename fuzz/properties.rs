//! What holds of any bytes and any text, each arrow of the data's way by itself. The fuzz targets
//! and `tests/pure/fuzz.rs` share it.

#![allow(dead_code, clippy::unwrap_used, reason = "every target uses one")]

use std::collections::BTreeMap;
use std::fs;

use paper_reader::app::Settings;
use paper_reader::import;
use paper_reader::model::{Bounds, LineGeometry, PageGeometry, RawPage, Rule, Search, Writing};
use paper_reader::parse;
use paper_reader::phrase::{Lang, Said};
use paper_reader::store::{Dirs, Error, Library, bookmarks};
use paper_reader::text::decode::decode;
use paper_reader::text::sanitize::{is_visible, shown_text};
use paper_reader::text::{Metrics, Needle, Squeezed};
use paper_reader::typeset::{Measure, break_lines};

/// Bytes are refused, or become text without a line end that is none here. What says that it is a PDF is left to the
/// process that reads PDFs.
pub fn decoded(bytes: &[u8]) {
    if let Ok(decoded) = decode(bytes) {
        assert!(!decoded.text.trim().is_empty() && !decoded.text.contains('\r'));
        if bytes.windows(5).any(|five| five == b"%PDF-") {
            return;
        }
        let is_html = |error: import::ImportFailure| matches!(error.error, import::ImportError::Html(_));
        assert!(import::pages("page", bytes.to_vec()).all(|page| page.map_or_else(is_html, |_| true)));
    }
}

/// A saved page is refused, or becomes lines that are marked, each whole and on a line of its own, none lost in
/// the articles that they make.
pub fn saved(html: &[u8]) {
    let bytes = [b"<!DOCTYPE html>", html].concat();
    for raw in import::pages("page.html", bytes).flatten() {
        assert!(!raw.lines.is_empty() && raw.lines.iter().all(|line| line.role.is_some()));
        held(&raw);
    }
}

/// A page loses no character and makes none up; its articles are lines of it.
pub fn parsed(text: &str) {
    held(&RawPage::from_text("page", text));
}

/// What the process that reads PDFs may say of a page is not believed, or becomes articles as any page does.
pub fn answered(json: &[u8]) {
    if let Ok(raw) = serde_json::from_slice::<RawPage>(json)
        && raw.is_sound()
    {
        held(&raw);
    }
}

/// Lines printed anywhere, in any size, between any rules and pictures, become articles as any page does. Eight bytes
/// are a line or a shape.
pub fn laid_out(bytes: &[u8]) {
    const TEXTS: [&str; 8] = [
        "渡口今起改建",
        "本报江州5月2日讯（记者 林远）",
        "河水退去，岸上的人都来看，三座渡口同日恢复通",
        "航，两岸的居民重新坐船上班。",
        "（江一帆 摄）",
        "第3版 要闻",
        "The ferry waits for the moon",
        "渡",
    ];
    let mut text = String::new();
    let mut geometry = PageGeometry { width: 400.0, height: 600.0, ..PageGeometry::default() };
    let mut printed = Vec::new();
    for one in bytes.chunks_exact(8) {
        let (left, top) = (f32::from(one[1]) * 1.6, f32::from(one[2]) * 2.4);
        let bounds = Bounds { left, top, right: left + f32::from(one[3]), bottom: top + f32::from(one[4]) };
        match one[0] % 16 {
            0 => geometry.pictures.push(bounds),
            1 => geometry.frames.push(bounds),
            2 => geometry.rules.push(Rule { bounds, thickness: f32::from(one[5]) / 16.0 }),
            what => {
                text.push_str(TEXTS[usize::from(what) % TEXTS.len()]);
                text.push('\n');
                printed.push(LineGeometry {
                    bounds,
                    baseline: Some(bounds.bottom),
                    type_size: Some(f32::from(one[5]) / 4.0),
                    face: Some(u32::from(one[6] % 4)),
                    weight: Some(f32::from(one[6]) / 256.0),
                    writing: if one[7] % 8 == 0 { Writing::Vertical } else { Writing::Horizontal },
                    colour: None,
                });
            }
        }
    }
    let mut raw = RawPage::from_text("page", &text);
    for (line, printed) in raw.lines.iter_mut().zip(printed) {
        line.geometry = Some(Box::new(printed));
    }
    raw.geometry = Some(geometry);
    assert!(raw.is_sound());
    held(&raw);
}

/// Any line above an article and any text below it are told from it, and cost it nothing.
pub fn sourced(text: &str) {
    const ARTICLE: &str = "渡口今起改建\n本报江州5月2日讯（记者 林远）渡口今起改建，河水退去，岸上的人都来看。\n";
    let (above, below) = text.split_once('\n').unwrap_or((text, ""));
    let raw = RawPage::from_text("page", format!("{above}\n{ARTICLE}{below}\n"));
    held(&raw);
    assert!(parse::parse(&raw).page_number.is_none_or(|number| number > 0));
}

/// The name of a file says nothing, or what may be true of a page.
pub fn named(name: &str) {
    let said = import::imprint_of_name(name.as_ref());
    assert!(said.page_number.is_none_or(|number| number > 0), "{said:?}");
    for said in [said.publication, said.page_name, said.page_label].into_iter().flatten() {
        assert!(!said.trim().is_empty() && name.to_uppercase().contains(&said.trim().to_uppercase()), "{said:?}");
    }
}

fn held(raw: &RawPage) {
    let page = parse::parse(raw);
    if std::env::var_os("SHOWIT").is_some() {
        eprintln!("{}", serde_json::to_string_pretty(&page).unwrap());
    }
    let articles = page.articles.iter().flat_map(|article| article.parts().map(|(_, text)| text));
    assert_eq!(counts(page.furniture.iter().map(String::as_str).chain(articles)), counts([raw.text.as_str()]));
    let last = raw.lines.last().map_or(0, |line| line.number);
    let lines = page.articles.iter().flat_map(|article| &article.lines);
    assert!(lines.into_iter().all(|lines| 1 <= lines.0 && lines.0 <= lines.1 && lines.1 <= last));
}

fn counts<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// Lines follow one another through the text, and none but a single cluster is too wide.
pub fn wrapped(width: u8, text: &str) {
    let width = usize::from(width).max(1);
    let mut end = 0;
    for line in break_lines(text, Metrics::TERMINAL, Measure::of(width)) {
        let between = &text[end..line.bytes.start];
        assert!(between.chars().all(|c| c.is_whitespace() || !is_visible(c)), "{between:?} is on no line");
        let set = line.bytes.start..line.bytes.start + text[line.bytes.clone()].trim_end().len();
        let single = Metrics::TERMINAL.clusters_within(text, set.clone()).filter(|one| one.cells > 0).count() <= 1;
        assert!(single || Metrics::TERMINAL.shown_within(text, set.clone()).1 <= width, "{:?} in {width}", &text[set]);
        end = line.bytes.end;
    }
}

/// Nothing that is shown acts; what is clean is shown as it is; the cells of a cluster are those that the screen counts in what is shown of it.
pub fn bordered(text: &str) {
    let shown = shown_text(text);
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
    if text.chars().all(is_visible) {
        assert_eq!(shown, text);
    }
    for cluster in Metrics::TERMINAL.clusters(text) {
        assert_eq!(cluster.cells, Metrics::TERMINAL.shown_cells(&cluster.shown()), "{:?}", cluster.shown());
    }
}

/// Whatever `bookmarks.json` holds, reading it loses no byte: it is understood, refused, or kept aside.
pub fn kept(bytes: &[u8]) {
    let home = tempfile::tempdir().unwrap();
    let dirs = Dirs { config: home.path().join("config"), data: home.path().join("data") };
    fs::create_dir_all(&dirs.config).unwrap();
    fs::write(dirs.bookmarks(), bytes).unwrap();
    match bookmarks::load(&dirs) {
        Ok((_, None)) | Err(Error::Later { .. }) => assert_eq!(fs::read(dirs.bookmarks()).unwrap(), bytes),
        Ok((read, Some(_))) => {
            assert!(read.is_empty() && !dirs.bookmarks().exists());
            assert_eq!(fs::read(dirs.config.join("bookmarks.json.damaged-1")).unwrap(), bytes);
        }
        Err(error) => panic!("{error}"),
    }
}

/// Settings are read or complained of, each complaint on one line that shows.
pub fn set_up(text: &str) {
    let (_, complaints) = Settings::read(text);
    for complaint in complaints {
        assert!(!shown_text(&complaint.said(Lang::English)).chars().any(char::is_control));
    }
}

/// An article in a library is found exactly by the queries whose every term is in one of its parts.
pub fn asked(query: &str) {
    const PAGE: &str = "渡口今起改建\n本报江州5月2日讯（记者 林远）渡口 PM2.5 今起改建，100% 照常_。\n";
    let page = parse::parse(&RawPage::from_text("page", PAGE));
    let mut library = Library::in_memory().unwrap();
    library.add(&page, PAGE).unwrap();
    let search = Search::parse(query, None);
    let needles: Vec<_> = search.terms.iter().filter_map(|term| Needle::new(term)).collect();
    let is_in = |needle: &Needle| page.articles[0].parts().any(|(_, part)| needle.is_in(&Squeezed::new(part)));
    let hits = library.search(&search, None).unwrap();
    if !needles.is_empty() {
        assert_eq!(!hits.is_empty(), needles.iter().all(is_in), "{query:?}");
    }
}
