//! `bookmarks.json`: nothing is lost, whoever writes it and whatever it holds.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::thread;

use crate::home;
use paper_reader::model::{Article, ArticleId, Bookmark, Edit, Part, Place, Span, Tag};
use paper_reader::store::{Dirs, Error, FileNotice, bookmarks};
use proptest::prelude::*;

fn bookmark(number: u8) -> Bookmark {
    let place = Place { article: ArticleId::from_bytes([number; 16]), part: Part::Body(2), byte: 9 };
    let article = Article { headline: Some("渡口改建".into()), ..Article::default() };
    Bookmark { excerpt: "候船室".into(), ..Bookmark::new(Span::at(place), &article, None, number.into()) }
}

fn load(dirs: &Dirs) -> Vec<Bookmark> {
    let (bookmarks, notice) = bookmarks::load(dirs).unwrap();
    assert_eq!(notice, None);
    bookmarks
}

/// The names in the folder of the bookmarks, but for the lock.
fn names(dirs: &Dirs) -> Vec<String> {
    let names = fs::read_dir(&dirs.config).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name != ".bookmarks.json.lock").collect();
    names.sort();
    names
}

#[test]
fn bookmarks_are_set_and_removed() {
    let (_folder, dirs) = home();
    assert_eq!(load(&dirs), []);
    assert!(!dirs.config.exists());
    bookmarks::set(&dirs, bookmark(1)).unwrap();
    bookmarks::set(&dirs, bookmark(2)).unwrap();
    let again = Bookmark { note: Some("记下".into()), ..bookmark(1) };
    assert_eq!(bookmarks::set(&dirs, again.clone()).unwrap(), [again.clone(), bookmark(2)]);
    assert_eq!(bookmarks::remove(&dirs, bookmark(2).span()).unwrap(), std::slice::from_ref(&again));
    assert_eq!(bookmarks::remove(&dirs, bookmark(2).span()).unwrap(), std::slice::from_ref(&again));
    assert_eq!(load(&dirs), [again]);
    assert_eq!(names(&dirs), ["bookmarks.json"]);
}

#[test]
fn a_bookmark_is_changed_as_the_file_has_it() {
    let (_folder, dirs) = home();
    bookmarks::set(&dirs, bookmark(1)).unwrap();
    let span = bookmark(1).span();
    for edit in [Edit::Note(Some("记下".into())), Edit::NextTag, Edit::NextTag] {
        bookmarks::edit(&dirs, span, &edit).unwrap();
    }
    let changed = Bookmark { note: Some("记下".into()), tag: Some(Tag::Yellow), ..bookmark(1) };
    assert_eq!(load(&dirs), [changed]);
    assert_eq!(bookmarks::edit(&dirs, bookmark(2).span(), &Edit::Tag(Tag::Red)).unwrap().len(), 1);
}

#[test]
fn a_place_and_a_highlight_that_begins_there_are_two() {
    let (_folder, dirs) = home();
    let highlight = Bookmark { until: Some(Place { byte: 18, ..bookmark(1).place }), ..bookmark(1) };
    bookmarks::set(&dirs, bookmark(1)).unwrap();
    assert_eq!(bookmarks::set(&dirs, highlight.clone()).unwrap().len(), 2);
    assert_eq!(bookmarks::remove(&dirs, bookmark(1).span()).unwrap(), [highlight]);
}

#[test]
fn merging_keeps_notes_and_colours_that_the_other_side_has_not() {
    let (_folder, dirs) = home();
    let own = Bookmark { note: Some("自己的".into()), tag: Some(Tag::Green), ..bookmark(1) };
    bookmarks::set(&dirs, own.clone()).unwrap();
    let given = Bookmark { tag: Some(Tag::Blue), ..bookmark(1) };
    let merged = bookmarks::merge(&dirs, vec![bookmark(2), given]).unwrap();
    assert_eq!(merged, [Bookmark { tag: Some(Tag::Blue), ..own }, bookmark(2)]);
}

#[test]
fn what_is_not_known_of_a_file_is_kept() {
    let (_folder, dirs) = home();
    bookmarks::set(&dirs, bookmark(1)).unwrap();
    let text = fs::read_to_string(dirs.bookmarks()).unwrap();
    let text = text.replacen("\"version\"", "\"shelf\": \"oak\", \"version\"", 1);
    fs::write(dirs.bookmarks(), text.replacen("\"headline\"", "\"mood\": [1], \"headline\"", 1)).unwrap();
    bookmarks::set(&dirs, bookmark(2)).unwrap();
    let text = fs::read_to_string(dirs.bookmarks()).unwrap();
    assert!(text.contains("\"mood\"") && text.contains("\"oak\""), "{text}");
}

#[test]
fn what_is_unchanged_is_not_written() {
    let (_folder, dirs) = home();
    bookmarks::set(&dirs, bookmark(1)).unwrap();
    let before = fs::metadata(dirs.bookmarks()).unwrap().modified().unwrap();
    bookmarks::set(&dirs, bookmark(1)).unwrap();
    bookmarks::remove(&dirs, bookmark(3).span()).unwrap();
    assert_eq!(fs::metadata(dirs.bookmarks()).unwrap().modified().unwrap(), before);
}

#[test]
fn several_writers_lose_nothing() {
    let (_folder, dirs) = home();
    thread::scope(|scope| {
        for writer in 0..4 {
            let dirs = &dirs;
            scope.spawn(move || {
                for i in 0..10 {
                    bookmarks::set(dirs, bookmark(writer * 10 + i)).unwrap();
                    bookmarks::set(dirs, bookmark(100 + writer)).unwrap();
                    bookmarks::remove(dirs, bookmark(100 + writer).span()).unwrap();
                }
            });
        }
    });
    let mut numbers: Vec<_> = load(&dirs).iter().map(|bookmark| bookmark.created).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (0..40).collect::<Vec<_>>());
}

#[test]
fn a_reader_never_sees_half_a_file() {
    let (_folder, dirs) = home();
    bookmarks::set(&dirs, bookmark(0)).unwrap();
    thread::scope(|scope| {
        scope.spawn(|| (1..60).for_each(|i| drop(bookmarks::set(&dirs, bookmark(i)).unwrap())));
        for _ in 0..500 {
            assert!(!load(&dirs).is_empty());
        }
    });
}

#[test]
fn a_damaged_file_is_kept_aside() {
    let (_folder, dirs) = home();
    let cases = ["{", "", "[]", r#"{"version":1}"#, r#"{"version":1,"bookmarks":[{}]}"#, "\u{0}\u{0}"];
    for (i, damaged) in (1..).zip(cases) {
        fs::create_dir_all(&dirs.config).unwrap();
        fs::write(dirs.bookmarks(), damaged).unwrap();
        let (none, notice) = bookmarks::load(&dirs).unwrap();
        let aside = dirs.config.join(format!("bookmarks.json.damaged-{i}"));
        assert_eq!(none, []);
        assert_eq!(notice, Some(FileNotice::SetAside { file: dirs.bookmarks(), aside: aside.clone() }));
        assert_eq!(fs::read_to_string(aside).unwrap(), damaged);
        assert!(!dirs.bookmarks().exists());
    }
    fs::write(dirs.bookmarks(), "{").unwrap();
    let error = bookmarks::set(&dirs, bookmark(1)).unwrap_err();
    assert!(error.to_string().contains("bookmarks.json.damaged-7"), "{error}");
    assert_eq!(bookmarks::set(&dirs, bookmark(1)).unwrap(), [bookmark(1)]);
    assert_eq!(fs::read_to_string(dirs.config.join("bookmarks.json.damaged-7")).unwrap(), "{");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn whatever_the_file_holds_is_read_or_kept(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..60),
            r#"\{"version":[0-9]{1,2}(,"bookmarks":\[(\{"place":\{"part":"[a-z]{4}"\}\})?\])?\}"#.prop_map(String::into_bytes),
        ]
    ) {
        let (_folder, dirs) = home();
        fs::create_dir_all(&dirs.config).unwrap();
        fs::write(dirs.bookmarks(), &bytes).unwrap();
        let aside = match bookmarks::load(&dirs) {
            Ok((_, None)) | Err(Error::Later { .. }) => dirs.bookmarks(),
            Ok((_, Some(FileNotice::SetAside { aside, .. }))) => aside,
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(fs::read(aside).unwrap(), bytes);
    }
}

#[test]
fn a_file_of_a_later_version_is_left_alone() {
    let (_folder, dirs) = home();
    fs::create_dir_all(&dirs.config).unwrap();
    let later = r#"{"version":2,"anything":"else"}"#;
    fs::write(dirs.bookmarks(), later).unwrap();
    let is_later = |error| matches!(error, Error::Later { found: 2, .. });
    assert!(is_later(bookmarks::load(&dirs).unwrap_err()));
    assert!(is_later(bookmarks::set(&dirs, bookmark(1)).unwrap_err()));
    assert!(is_later(bookmarks::remove(&dirs, bookmark(1).span()).unwrap_err()));
    assert_eq!(fs::read_to_string(dirs.bookmarks()).unwrap(), later);
}

#[test]
fn what_cannot_be_written_is_said_and_stays() {
    let (folder, mut dirs) = home();
    dirs.config = folder.path().join("file/config");
    fs::write(folder.path().join("file"), "in the way").unwrap();
    let error = bookmarks::set(&dirs, bookmark(1)).unwrap_err();
    assert!(error.to_string().contains("bookmarks.json"), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), "in the way");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_modes_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, dirs) = home();
    let real = folder.path().join("elsewhere.json");
    fs::create_dir_all(&dirs.config).unwrap();
    fs::write(&real, r#"{"version":1,"bookmarks":[]}"#).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, dirs.bookmarks()).unwrap();
    bookmarks::set(&dirs, bookmark(1)).unwrap();
    assert!(fs::symlink_metadata(dirs.bookmarks()).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&real).unwrap().contains("候船室"));
    assert_eq!(load(&dirs), [bookmark(1)]);
}
