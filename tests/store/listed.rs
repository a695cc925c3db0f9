//! The headline list in every order, with whatever is folded, in stretches of any length.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::cmp::Reverse;

use crate::{add, dated, page, story};
use paper_reader::model::{
    ArticleId, Direction, Filter, Folded, Folds, Group, Level, Listed, Listing, Order, PageId, PageRef, Part, Person,
    Place, Reading, Row, Stretch,
};
use paper_reader::store::Library;

const ALL: Stretch = Stretch { from: None, included: false, direction: Direction::Forward, limit: usize::MAX };

/// Nine days of two newspapers, and a page that says neither; every third article has been read,
/// every third begun, every second is by one of two people.
fn library() -> Library {
    let mut library = Library::in_memory().unwrap();
    let mut number = 0;
    for day in 1..=9 {
        for (paper, pages) in [("江州日报", 3), ("临川晚报", 1)] {
            for at in 1..=pages {
                let articles = (0..=day % 4).map(|_| {
                    number += 1;
                    let mut article = story(&format!("第{number}篇"), &[&"字".repeat(number * 37 % 50 + 1)]);
                    let name = if number % 4 == 0 { "林远" } else { "许岚" };
                    if number % 2 == 0 {
                        article.lead = Some(format!("本报讯（记者 {name}）"));
                        article.byline = vec![Person { role: Some("记者".into()), name: name.into() }];
                    }
                    article
                });
                let source = format!("{paper}-{day}-{at}");
                add(&mut library, &dated(&source, paper, &format!("2024-05-0{day}"), at, articles.collect()));
            }
        }
    }
    add(&mut library, &page("无名", vec![story("无名甲", &["甲。"]), story("无名乙", &["乙。"])]));
    for (i, row) in rows(&library, &Filter::default()).iter().enumerate() {
        let reading = [Reading::Unread, Reading::Started, Reading::Read][i % 3];
        library.set_reading(row.id, reading, None).unwrap();
    }
    library
}

fn rows(library: &Library, filter: &Filter) -> Vec<Row> {
    library.rows(filter, None, Direction::Forward, usize::MAX).unwrap()
}

/// The list as it is to be, made from the rows in their own order.
fn expected(library: &Library, listing: &Listing) -> Vec<Listed> {
    let mut rows = rows(library, &listing.filter);
    match listing.order {
        Order::Newest => {}
        Order::Oldest => rows.sort_by_key(|row| Reverse(row.key.edition)),
        Order::Longest => rows.sort_by_key(|row| Reverse(row.characters)),
        Order::Unread => rows.sort_by_key(|row| row.reading as u8),
    }
    let mut listed: Vec<Listed> = Vec::new();
    for row in rows {
        let hiding = listing.folds.hiding(&row).filter(|_| listing.order.is_by_page());
        let last = listed.last_mut().and_then(|last| last.folded.as_mut()).filter(|f| Some(f.group) == hiding);
        match (hiding, last) {
            (Some(_), Some(folded)) => folded.articles += 1,
            (Some(group), None) => listed.push(Listed::folded(row, Folded { group, articles: 1 })),
            (None, _) => listed.push(Listed::article(row)),
        }
    }
    listed
}

/// The list put together from stretches.
fn walked(library: &Library, listing: &Listing, direction: Direction, limit: usize) -> Vec<Listed> {
    let mut stretches = Vec::new();
    let mut from = None;
    loop {
        let listed = library.listed(listing, &Stretch { from, included: false, direction, limit }).unwrap();
        let last = if direction == Direction::Forward { listed.last() } else { listed.first() };
        let Some(last) = last else { break };
        from = Some(last.beyond(direction));
        stretches.push(listed);
    }
    if direction == Direction::Backward {
        stretches.reverse();
    }
    stretches.concat()
}

#[track_caller]
fn holds(library: &Library, listing: &Listing) {
    let all = expected(library, listing);
    if listing.order != Order::Longest {
        assert_eq!(library.listed(listing, &ALL).unwrap(), all, "{listing:?}");
    } else {
        let lengths = |listed: &[Listed]| listed.iter().map(|listed| listed.row.characters).collect::<Vec<_>>();
        assert_eq!(lengths(&library.listed(listing, &ALL).unwrap()), lengths(&all), "{listing:?}");
    }
    let all = library.listed(listing, &ALL).unwrap();
    for limit in [1, 2, 7, 100] {
        for direction in [Direction::Forward, Direction::Backward] {
            assert_eq!(walked(library, listing, direction, limit), all, "{direction:?} by {limit}, {listing:?}");
        }
    }
    for (i, listed) in all.iter().enumerate() {
        let around = |direction, included| {
            let from = if included {
                listed.folded.map_or(listed.seat, |_| listed.beyond(Direction::Forward))
            } else {
                listed.beyond(direction)
            };
            library.listed(listing, &Stretch { from: Some(from), included, direction, limit: 3 }).unwrap()
        };
        assert_eq!(around(Direction::Backward, true), all[(i + 1).saturating_sub(3)..=i], "{listing:?}");
        assert_eq!(around(Direction::Forward, false), all[i + 1..all.len().min(i + 4)], "{listing:?}");
    }
}

#[test]
fn every_order_is_the_same_in_stretches() {
    let library = library();
    let paper = Filter { newspaper: Some("江州日报".into()), ..Filter::default() };
    let days = Filter { since: "2024-05-03".parse().ok(), until: "2024-05-07".parse().ok(), ..Filter::default() };
    let words = Filter { headline: "篇".into(), ..Filter::default() };
    let papers = Filter { newspaper: Some("报".into()), ..Filter::default() };
    for filter in [Filter::default(), paper, papers, days, words] {
        for order in Order::ALL {
            holds(&library, &Listing { filter: filter.clone(), order, folds: Folds::default() });
        }
    }
}

#[test]
fn what_is_folded_is_one_entry() {
    let library = library();
    let all = rows(&library, &Filter::default());
    for filter in [Filter::default(), Filter { headline: "第1".into(), ..Filter::default() }] {
        for order in [Order::Newest, Order::Oldest] {
            for mut folds in [Folds::default(), Folds::all(Level::Pages), Folds::all(Level::Editions)] {
                holds(&library, &Listing { filter: filter.clone(), order, folds: folds.clone() });
                for row in [&all[0], &all[9], &all[30], &all[all.len() - 1]] {
                    folds.turn(Group::page(row));
                    holds(&library, &Listing { filter: filter.clone(), order, folds: folds.clone() });
                    folds.turn(Group::edition(row));
                    holds(&library, &Listing { filter: filter.clone(), order, folds: folds.clone() });
                }
            }
        }
    }
}

#[test]
fn filters_by_reading_byline_and_name() {
    let library = library();
    let all = rows(&library, &Filter::default());
    let fits = |filter: Filter, expected: &dyn Fn(&Row) -> bool| {
        let expected: Vec<Row> = all.iter().filter(|row| expected(row)).cloned().collect();
        assert_eq!(rows(&library, &filter), expected, "{filter:?}");
        assert_eq!(library.count(&filter).unwrap(), expected.len() as u64, "{filter:?}");
    };
    for reading in [Reading::Unread, Reading::Started, Reading::Read] {
        fits(Filter { reading: Some(reading), ..Filter::default() }, &|row| row.reading == reading);
    }
    let by = |row: &Row, name: &str| {
        library.article(row.id).unwrap().unwrap().byline.iter().any(|person| person.name.contains(name))
    };
    for name in ["林远", "林", "许 岚", "无此人", "此"] {
        let squeezed = name.replace(' ', "");
        fits(Filter { byline: Some(name.into()), ..Filter::default() }, &|row| by(row, &squeezed));
    }
    let few: Vec<ArticleId> = [3, 20, 40].map(|i| all[i].id).to_vec();
    fits(Filter { articles: Some(few.clone()), ..Filter::default() }, &|row| few.contains(&row.id));
    fits(Filter { articles: Some(Vec::new()), ..Filter::default() }, &|_| false);
    let absent = (0..40_000_u128).map(|number| ArticleId::from_bytes(number.to_be_bytes()));
    let many: Vec<_> = few.iter().copied().chain(absent).collect();
    fits(Filter { articles: Some(many), ..Filter::default() }, &|row| few.contains(&row.id));
    let pages = (0..40_000).map(PageId).collect();
    fits(Filter { pages, ..Filter::default() }, &|row| !row.source.is_empty());
    let paper = Filter { newspaper: Some("晚".into()), ..Filter::default() };
    fits(paper, &|row| row.publication.as_deref() == Some("临川晚报"));
    let both = Filter { byline: Some("林".into()), reading: Some(Reading::Read), ..Filter::default() };
    fits(both, &|row| row.reading == Reading::Read && by(row, "林"));
    for order in Order::ALL {
        holds(
            &library,
            &Listing {
                filter: Filter { byline: Some("林远".into()), ..Filter::default() },
                order,
                folds: Folds::default(),
            },
        );
    }
}

/// A filter may let few through: what there is is not kept waiting for what is far off.
#[test]
fn a_stretch_ends_where_it_is_told_to() {
    let library = library();
    let listing = Listing { filter: Filter { headline: "di".into(), ..Filter::default() }, ..Listing::default() };
    let all = library.listed(&listing, &ALL).unwrap();
    let (few, broken_off) = library.listed_until(&listing, &ALL, &|found| found == 3).unwrap();
    assert_eq!((&few[..], broken_off), (&all[..3], true));
    let rest = Stretch { from: Some(few[2].seat), ..ALL };
    let (rest, broken_off) = library.listed_until(&listing, &rest, &|_| false).unwrap();
    assert_eq!((&rest[..], broken_off), (&all[3..], false));
    assert_eq!(library.count_until(&listing.filter, &|| true).unwrap(), 0);
}

#[test]
fn a_page_or_an_edition_is_set_read_and_unread() {
    let library = library();
    let all = rows(&library, &Filter::default());
    let one = all.iter().find(|row| row.publication.as_deref() == Some("江州日报")).unwrap();
    let read = |group: Group| {
        let rows = rows(&library, &Filter::default());
        let read =
            |reading| rows.iter().filter(|row| group.holds(row) == reading && row.reading == Reading::Read).count();
        [read(true), read(false)]
    };
    for group in [Group::page(one), Group::edition(one)] {
        let articles = all.iter().filter(|row| group.holds(row)).count();
        let [_, others] = read(group);
        let (marked, reading) = library.toggle_group(group, &Filter::default()).unwrap();
        assert_eq!((marked.len(), reading, read(group)), (articles, Reading::Read, [articles, others]));
        let (_, reading) = library.toggle_group(group, &Filter::default()).unwrap();
        assert_eq!((reading, read(group)), (Reading::Unread, [0, others]));
        let only = Filter { articles: Some(vec![one.id]), ..Filter::default() };
        assert_eq!(library.toggle_group(group, &only).unwrap(), (vec![one.id], Reading::Read));
        assert_eq!(read(group), [1, others]);
    }
}

#[test]
fn a_jump_leads_to_where_the_article_goes_on() {
    let mut library = Library::in_memory().unwrap();
    let to = |number| Some(PageRef { page_number: Some(number), page_label: None });
    let mut first = story("港区新增三条航线", &["先说一半。"]);
    first.continues = to(3);
    let mut rest = story("港区新增航线", &["再说一半。", "说完了。"]);
    rest.continued = to(1);
    let other = story("港区新增三条航线之后", &["另一篇。"]);
    let (start, id) = (Place::start_of(&rest), first.id);
    add(&mut library, &dated("一", "江州日报", "2024-05-01", 1, vec![first]));
    add(&mut library, &dated("三", "江州日报", "2024-05-01", 3, vec![other.clone(), rest]));
    add(&mut library, &dated("他报", "临川晚报", "2024-05-01", 3, vec![other]));
    let row = |id| library.row(id).unwrap().unwrap();
    let jump = |from: &Row, page, is_onward| {
        library.jump(from, &PageRef { page_number: Some(page), page_label: None }, is_onward).unwrap()
    };
    assert_eq!(jump(&row(id), 3, true), Some(start));
    let back = jump(&row(start.article), 1, false).unwrap();
    assert_eq!((back.article, back.part), (id, Part::Body(0)));
    assert_eq!(jump(&row(id), 2, true), None);
}
