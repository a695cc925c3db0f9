//! What is said of pages by hand in the reader: above what they say themselves, and kept.

use crate::alike::articles;
use crate::{add, dated, home, library, text};
use paper_reader::model::{Direction, Filter, Group, Imprint, Page, Reading, Row};
use paper_reader::store::{Library, PreparedPage};

fn rows(library: &Library) -> Vec<Row> {
    library.rows(&Filter::default(), None, Direction::Forward, usize::MAX).unwrap()
}

/// What the pages of the articles are, a line each.
fn imprints(library: &Library) -> Vec<String> {
    let mut lines: Vec<String> = rows(library).iter().map(|row| written(&imprint(row))).collect();
    lines.dedup();
    lines
}

fn imprint(row: &Row) -> Imprint {
    let Row { publication, date, page_number, page_name, page_label, .. } = row.clone();
    Imprint { publication, date, page_number, page_name, page_label }
}

fn written(Imprint { publication, date, page_number, page_name, page_label }: &Imprint) -> String {
    let date = date.map(|date| date.to_string());
    let number = page_label.clone().or(page_number.map(|number| number.to_string()));
    [publication, &date, &number, page_name].map(|word| word.clone().unwrap_or_else(|| "-".into())).join(" ")
}

/// Two pages of an edition.
fn edition() -> [Page; 2] {
    [("江北", 2), ("江南", 3)].map(|(place, number)| dated(place, "江州日报", "2031-03-04", number, articles(place)))
}

fn said(publication: &str, date: &str) -> Imprint {
    Imprint { publication: Some(publication.into()), date: date.parse().ok(), ..Imprint::default() }
}

#[test]
fn what_is_said_by_hand_stands_above_the_page_and_survives_every_import() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let [page, other] = edition();
    add(&mut library, &page);
    add(&mut library, &other);
    let row = rows(&library)[0].clone();
    library.set_reading(row.id, Reading::Read, None).unwrap();
    let now = Imprint { page_label: Some("B02".into()), page_name: Some("城事".into()), ..imprint(&row) };
    let now = Imprint { date: "2031-03-05".parse().ok(), ..now };
    assert_eq!(library.give(Group::page(&row), &imprint(&row), &now).unwrap().len(), 1);
    let expected = ["江州日报 2031-03-05 B02 城事", "江州日报 2031-03-04 3 -"];
    assert_eq!(imprints(&library), expected);
    assert_eq!(library.row(row.id).unwrap().unwrap().reading, Reading::Read);
    // The same again, by another parser, corrected, parsed anew.
    library.add(&page, &text(&page)).unwrap();
    let named = Page { page_name: Some("要闻".into()), ..page.clone() };
    library.add(&named, &text(&page)).unwrap();
    assert_eq!(imprints(&library), expected);
    let mut corrected = named.clone();
    corrected.articles[0].body[0].text += "行人称便。";
    corrected.articles[0].set_content_id();
    assert!(library.add(&corrected, &text(&corrected)).unwrap().known);
    assert_eq!(imprints(&library), expected);
    let first = library.pages().unwrap()[0];
    library.take_anew(&[(first, PreparedPage::new(named, &text(&page)).unwrap())]).unwrap();
    assert_eq!(imprints(&library), expected);
    assert_eq!(library.check().unwrap(), []);
}

#[test]
fn what_was_not_changed_is_left_to_the_page() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let [page, _] = edition();
    add(&mut library, &page);
    let row = rows(&library)[0].clone();
    let now = Imprint { publication: Some("江州晚报".into()), ..imprint(&row) };
    library.give(Group::page(&row), &imprint(&row), &now).unwrap();
    let better = Page { date: "2031-03-06".parse().ok(), page_number: Some(4), ..page.clone() };
    library.add(&better, &text(&page)).unwrap();
    assert_eq!(imprints(&library), ["江州晚报 2031-03-06 4 -"]);
    // Said no more, it is what the page says.
    let row = rows(&library)[0].clone();
    let silent = Imprint { publication: None, ..imprint(&row) };
    let changed = library.give(Group::page(&row), &imprint(&row), &silent).unwrap();
    library.take_anew(&[(changed[0], PreparedPage::new(better.clone(), &text(&page)).unwrap())]).unwrap();
    assert_eq!(imprints(&library), ["江州日报 2031-03-06 4 -"]);
    let row = rows(&library)[0].clone();
    assert!(library.give(Group::page(&row), &imprint(&row), &imprint(&row)).unwrap().is_empty());
}

#[test]
fn of_an_edition_it_is_said_of_all_pages() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    edition().iter().for_each(|page| add(&mut library, page));
    let row = rows(&library)[0].clone();
    let (before, now) = (said("江州日报", "2031-03-04"), said("江州晚报", "2031-03-07"));
    assert_eq!(library.give(Group::edition(&row), &before, &now).unwrap().len(), 2);
    assert_eq!(imprints(&library), ["江州晚报 2031-03-07 2 -", "江州晚报 2031-03-07 3 -"]);
    assert_eq!(library.stats().unwrap().editions, 1);
    assert_eq!(library.check().unwrap(), []);
}
