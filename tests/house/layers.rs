//! The walls between the layers: what `src/lib.rs` says a layer uses is all that it uses; and the
//! order inside a layer: no circle of files, and no room that uses one above it.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::modules::{Arrows, Modules, Path};
use crate::source::{documentation, files, folder};

/// Crates behind a wall, and the layers that may use them. Helpers that any layer may use
/// (serde, thiserror, memchr) do not stand here.
const CRATES: [(&str, &[&str]); 21] = [
    ("crossterm", &["term"]),
    ("signal_hook", &["term"]),
    ("rustix", &["import", "term"]),
    ("base64", &["term"]),
    ("hayro", &["import"]),
    ("hayro_interpret", &["import"]),
    ("hayro_syntax", &["import"]),
    ("html5ever", &["import"]),
    ("quick_xml", &["import"]),
    ("ratatui", &["ui", "term"]),
    ("rusqlite", &["store"]),
    ("directories", &["store"]),
    ("tempfile", &["store"]),
    ("toml", &["app", "ui"]),
    ("toml_edit", &["app"]),
    ("clap", &["cli"]),
    ("encoding_rs", &["text"]),
    ("ferrous_opencc", &["hanzi"]),
    ("pinyin", &["hanzi"]),
    ("unicode_width", &["text"]),
    ("unicode_segmentation", &["text"]),
];

/// What a layer or a room may use, by its name.
type Walls = BTreeMap<String, BTreeSet<String>>;

/// One of [`Arrows`].
type Arrow<'a> = (&'a (Path, Path), &'a BTreeSet<String>);

#[test]
fn no_layer_uses_what_its_line_does_not_name() {
    let walls = walls();
    let mut breaches = Vec::new();
    for (layer, uses) in &walls {
        for file in files(&folder().join(layer)) {
            for used in modules_used(&code(&file)) {
                if used != *layer && walls.contains_key(&used) && !uses.contains(&used) {
                    breaches.push(format!("{}: {layer} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn no_layer_uses_a_crate_that_is_not_its_own() {
    let mut breaches = Vec::new();
    for layer in walls().keys() {
        for file in files(&folder().join(layer)) {
            let code = without_tests(&code(&file));
            for (name, layers) in CRATES {
                if names(&code, name) && !layers.contains(&layer.as_str()) {
                    breaches.push(format!("{}: {layer} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_folder_is_a_layer() {
    let folders: BTreeSet<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    assert_eq!(folders, walls().into_keys().collect());
}

#[test]
fn a_grouped_use_is_read() {
    let code = "use crate::{export, text::{width, chars}};\nfn f() { crate::store::open() }";
    assert_eq!(modules_used(code), BTreeSet::from(["export".into(), "text".into(), "store".into()]));
}

/// A file uses another where it names an item of it, in a `use` or in a path, whichever module
/// hands that item on. To declare a module, to hand its items on (`pub use`) or to bring in the
/// module itself is no use; a method that is called names no file and is not seen. Tests
/// may use what they like.
#[test]
fn no_files_of_a_layer_use_one_another_in_a_circle() {
    let modules = Modules::of_the_crate();
    let walls = walls();
    let found: Vec<_> = walls.keys().flat_map(|layer| circles_of(&modules, layer)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A module is a room of the one above it. Where the documentation of that has a list below a line
/// that begins with `Rooms, from the ground up`, as in
///
/// ```text
/// Rooms, from the ground up; a room uses those that its line names and no others:
///
/// - `line`: what is seen of a line by itself. Uses nothing.
/// - `grammar`: what its words say. Uses line.
/// - `label`: what it is. Uses all above.
/// ```
///
/// every room stands there, and uses what its line says. Where there is none, rooms use one another
/// in no circle.
#[test]
fn no_room_uses_one_above_it() {
    let modules = Modules::of_the_crate();
    let walls = walls();
    let found: Vec<_> = walls.keys().flat_map(|layer| breaches(&modules, layer)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[track_caller]
fn house(files: &[(&str, &str)]) -> Modules {
    Modules::of(files.iter().map(|(file, text)| (format!("layer/{file}"), (*text).to_owned())))
}

#[test]
fn a_circle_is_found() {
    let through_a_path = [
        ("mod.rs", "mod a; mod b; mod c; pub use a::A;"),
        ("a.rs", "use super::b::B; pub struct A;"),
        ("b.rs", "fn f() { super::c::g() } pub struct B;"),
        ("c.rs", "pub fn g() -> crate::layer::A { todo!() }"),
    ];
    let expected = "a circle: layer::a uses B of layer::b, layer::b uses g of layer::c, layer::c uses A of layer::a";
    assert_eq!(circles_of(&house(&through_a_path), "layer"), [expected]);

    let with_its_child =
        [("mod.rs", "mod a; fn f() { a::g() } pub struct M;"), ("a.rs", "pub fn g() -> super::M { super::M }")];
    assert_eq!(circles_of(&house(&with_its_child), "layer").len(), 1);

    let through_a_module = [
        ("mod.rs", "mod a; mod b;"),
        ("a/mod.rs", "pub mod c;"),
        ("a/c.rs", "use crate::layer::b; pub fn f() { b::g() }"),
        ("b.rs", "use super::a::{c}; pub fn g() { c::f() }"),
    ];
    assert_eq!(circles_of(&house(&through_a_module), "layer").len(), 1);

    let handed_on_and_used = [("mod.rs", "mod a; pub use a::A; pub type M = A;"), ("a.rs", "pub struct A(super::M);")];
    assert_eq!(circles_of(&house(&handed_on_and_used), "layer").len(), 1);
}

#[test]
fn what_is_no_circle() {
    let handed_on = [
        ("mod.rs", "mod a; mod b; pub use a::A; pub use b::B;"),
        ("a.rs", "use super::B; pub struct A(B);"),
        ("b.rs", "//! See [`super::A`].\npub struct B; // super::a::A"),
    ];
    assert_eq!(circles_of(&house(&handed_on), "layer"), [] as [String; 0]);

    let for_tests = [
        ("mod.rs", "mod a; mod b; #[cfg(test)] mod t;"),
        ("a.rs", "use super::b::B; pub struct A(B);"),
        ("b.rs", "pub struct B; #[cfg(test)] mod tests { use super::super::a::A; }"),
        ("t.rs", "use super::a::A; pub fn f() { super::b::g() }"),
    ];
    assert_eq!(circles_of(&house(&for_tests), "layer"), [] as [String; 0]);

    let of_the_parent = [("mod.rs", "mod a; pub struct M;"), ("a.rs", "pub struct A(super::M);")];
    assert_eq!(circles_of(&house(&of_the_parent), "layer"), [] as [String; 0]);
}

#[test]
fn a_room_that_uses_one_above_it_is_found() {
    let rooms = |list: &str| {
        let text = format!("//! Rooms, from the ground up:\n//!\n{list}\nmod a; mod b;");
        breaches(&house(&[("mod.rs", &text), ("a.rs", "fn f() { super::b::g() }"), ("b.rs", "pub fn g() {}")]), "layer")
    };
    let wrong = rooms("//! - `a`: one. Uses nothing.\n//! - `b`: two.\n//!   Uses all above.");
    assert_eq!(wrong, ["layer: a uses b: layer::a uses g of layer::b"]);
    assert_eq!(rooms("//! - `b`: two. Uses nothing.\n//! - `a`: one. Uses b."), [] as [String; 0]);
    assert_eq!(rooms("//! - `b`: two. Uses nothing."), ["layer: a is not in the list of its rooms"]);
}

#[test]
fn rooms_without_a_list_use_one_another_in_no_circle() {
    let files = [
        ("mod.rs", "mod a; mod b;"),
        ("a/mod.rs", "mod c; mod d; pub use c::f; pub use d::h;"),
        ("a/c.rs", "pub fn f() { crate::layer::b::g() }"),
        ("a/d.rs", "pub fn h() {}"),
        ("b.rs", "pub fn g() { super::a::h() }"),
    ];
    assert_eq!(circles_of(&house(&files), "layer"), [] as [String; 0]);
    let expected = "layer: a circle of rooms: layer::a::c uses g of layer::b, layer::b uses h of layer::a::d";
    assert_eq!(breaches(&house(&files), "layer"), [expected]);
}

/// Layer → the layers it may use, read from the crate's documentation.
fn walls() -> Walls {
    let text = fs::read_to_string(folder().join("lib.rs")).unwrap();
    let walls = listed(documentation(&text));
    assert!(walls.len() > 10, "the layers stand in the documentation of src/lib.rs");
    walls
}

/// What the lines of a list say: ``- `name` what it is. Uses a, b.``, the name in square brackets or
/// not, on as many lines as it takes.
fn listed<'a>(documentation: impl Iterator<Item = &'a str>) -> Walls {
    let mut entries: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in documentation {
        if line.starts_with("- `") || line.starts_with("- [`") {
            entries.push(line[2..].to_owned());
            goes_on = true;
        } else if let Some(entry) = entries.last_mut().filter(|_| goes_on && line.starts_with("  ")) {
            *entry = format!("{entry} {}", line.trim());
        } else {
            goes_on = false;
        }
    }
    let mut walls = Walls::new();
    for entry in &entries {
        let name = entry.split('`').nth(1).unwrap();
        let (_, uses) = entry.rsplit_once("Uses ").unwrap_or_else(|| panic!("{name}: Uses what?"));
        let uses = uses_of(uses.trim_end_matches('.'), &walls);
        walls.insert(name.to_owned(), uses);
    }
    walls
}

/// The names of a list such as `nothing`, `all above`, `all but a, b` or `a, b`.
fn uses_of(list: &str, above: &Walls) -> BTreeSet<String> {
    let names = |list: &str| list.split(',').map(|name| name.trim().to_owned()).collect::<BTreeSet<_>>();
    match list {
        "nothing" => BTreeSet::new(),
        "all above" => above.keys().cloned().collect(),
        list => match list.strip_prefix("all but ") {
            Some(but) => above.keys().filter(|name| !names(but).contains(*name)).cloned().collect(),
            None => names(list),
        },
    }
}

/// The circles in which modules use one another, each as the arrows that tie it.
fn circles(arrows: &Arrows) -> Vec<Vec<Arrow<'_>>> {
    let mut circles = Vec::new();
    let mut done: BTreeSet<&Path> = BTreeSet::new();
    for (from, _) in arrows.keys() {
        let circle: BTreeSet<&Path> =
            reached(arrows, from).into_iter().filter(|other| reached(arrows, other).contains(from)).collect();
        if !circle.is_empty() && done.insert(from) {
            done.extend(&circle);
            let ties = arrows.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
            circles.push(ties.collect());
        }
    }
    circles
}

/// The circles of a layer's files, in words.
fn circles_of(modules: &Modules, layer: &str) -> Vec<String> {
    let arrows = modules.arrows(layer);
    let circles = circles(&arrows);
    circles.iter().map(|ties| format!("a circle: {}", ties.iter().map(tie).collect::<Vec<_>>().join(", "))).collect()
}

fn tie(((from, to), names): &Arrow) -> String {
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    format!("{} uses {} of {}", from.join("::"), names.join(" and "), to.join("::"))
}

/// All that a module uses, and all that those use.
fn reached<'a>(arrows: &'a Arrows, from: &'a Path) -> BTreeSet<&'a Path> {
    let mut found = BTreeSet::new();
    let mut ahead = vec![from];
    while let Some(next) = ahead.pop() {
        let used = arrows.keys().filter(|(from, _)| from == next).map(|(_, to)| to);
        ahead.extend(used.filter(|to| found.insert(*to)));
    }
    found
}

/// Where the rooms of a layer, or those of a module in it, break their order.
fn breaches(modules: &Modules, layer: &str) -> Vec<String> {
    let arrows = modules.arrows(layer);
    let mut found = Vec::new();
    for (parent, module) in modules.below(layer) {
        let name = parent.join("::");
        let between = between_rooms(&arrows, parent);
        let mut lines = documentation(&module.text).skip_while(|line| !line.starts_with("Rooms, from the ground up"));
        if lines.next().is_none() {
            let circles = circles(&between);
            found.extend(circles.iter().map(|ties| format!("{name}: a circle of rooms: {}", whys(ties))));
            continue;
        }
        let walls = listed(lines);
        let missing = module.children().filter(|room| !walls.contains_key(*room));
        found.extend(missing.map(|room| format!("{name}: {room} is not in the list of its rooms")));
        for arrow @ ((from, to), _) in &between {
            let (from, to) = (&from[parent.len()], &to[parent.len()]);
            if walls.get(from).is_some_and(|uses| !uses.contains(to)) {
                found.push(format!("{name}: {from} uses {to}: {}", whys(&[arrow])));
            }
        }
    }
    found
}

/// What the arrows between rooms are made of.
fn whys(arrows: &[Arrow]) -> String {
    let whys = arrows.iter().flat_map(|(_, whys)| whys.iter().map(String::as_str));
    whys.collect::<Vec<_>>().join(", ")
}

/// The arrows from one room of a module to another, each with the files that it is made of.
fn between_rooms(arrows: &Arrows, parent: &Path) -> Arrows {
    let room =
        |path: &Path| (path.len() > parent.len() && path.starts_with(parent)).then(|| path[..=parent.len()].to_vec());
    let mut between = Arrows::new();
    for (arrow, names) in arrows {
        if let (Some(from), Some(to)) = (room(&arrow.0), room(&arrow.1))
            && from != to
        {
            between.entry((from, to)).or_default().insert(tie(&(arrow, names)));
        }
    }
    between
}

/// A file without its line comments.
fn code(file: &std::path::Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Everything before the unit tests, which may use what they like.
fn without_tests(code: &str) -> String {
    code.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// Whether the code names a crate in a path or imports it whole.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let imported = code[..at].ends_with("use ");
        let after = &code[at + name.len()..];
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            && (after.starts_with("::") || imported && after.starts_with(';'))
    })
}

/// The modules at the root of the crate that the code names.
fn modules_used(code: &str) -> BTreeSet<String> {
    code.match_indices("crate::").flat_map(|(at, found)| first_names(&code[at + found.len()..])).collect()
}

/// The first name of each path in `a::b` or `{a::b, c::{d, e}}`.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut names, mut start) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if start && !c.is_whitespace() => {
                names.push(name(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}
