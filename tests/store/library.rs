//! The library: order, windows, pages known and parsed anew, files that are not as they should be.

#![allow(clippy::unwrap_used)]

use std::fs;

use crate::{add, dated, home, library, page, story, text};
use paper_reader::model::{
    Article, Bookmark, Direction, Filter, Page, PageSize, Part, Place, Reading, Row, Search, Span,
};
use paper_reader::store::{Dirs, Error, FileNotice, IdMatch, Library, PreparedPage, Removal, bookmarks};

fn headlines(library: &Library, filter: &Filter) -> Vec<String> {
    let rows = library.rows(filter, None, Direction::Forward, usize::MAX).unwrap();
    rows.into_iter().map(|row| row.headline).collect()
}

fn an_article(headline: &str) -> paper_reader::model::Article {
    story(headline, &[&format!("{headline}的正文。")])
}

#[test]
fn editions_come_newest_first_and_pages_by_number() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    add(&mut library, &dated("1", "江州日报", "2024-05-01", 2, vec![an_article("旧二版")]));
    add(&mut library, &dated("2", "江州日报", "2024-05-02", 2, vec![an_article("新二版")]));
    add(&mut library, &dated("3", "江州日报", "2024-05-02", 1, vec![an_article("新头条"), an_article("新倒头条")]));
    add(&mut library, &dated("4", "临川晚报", "2024-05-02", 1, vec![an_article("晚报头条")]));
    add(&mut library, &dated("5", "江州日报", "2023-05-02", 1, vec![an_article("去年头条")]));
    add(&mut library, &page("6", vec![an_article("无日期")]));
    let expected = ["无日期", "新头条", "新倒头条", "新二版", "晚报头条", "旧二版", "去年头条"];
    assert_eq!(headlines(&library, &Filter::default()), expected);
}

#[test]
fn hits_come_in_the_order_of_days() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    for (date, words) in [("2024-05-02", ["甲", "乙"]), ("2025-01-01", ["丙", "丁"]), ("2023-05-02", ["戊", "己"])]
    {
        add(&mut library, &dated(date, "江州日报", date, 1, words.map(an_article).to_vec()));
    }
    let hits = library.search(&Search::parse("的正文", None), None).unwrap();
    let found: Vec<_> = hits.iter().map(|hit| hit.row.headline.as_str()).collect();
    assert_eq!(found, ["丙", "丁", "甲", "乙", "戊", "己"]);
    let rest = library.search(&Search::parse("的正文", Some(2)), Some(hits[2].row.key)).unwrap();
    assert_eq!(rest, hits[3..5]);
}

#[test]
fn hits_of_one_edition_come_by_page() {
    let mut library = Library::in_memory().unwrap();
    let parcel = |number: u32| {
        let page =
            dated(&number.to_string(), "江州日报", "2024-05-01", number, vec![an_article(&format!("{number}版"))]);
        PreparedPage::new(page.clone(), &text(&page)).unwrap()
    };
    library.add_all(&[1, 2, 3].map(parcel)).unwrap();
    let hits = library.search(&Search::parse("正文", None), None).unwrap();
    assert_eq!(hits.iter().map(|hit| hit.row.headline.as_str()).collect::<Vec<_>>(), ["1版", "2版", "3版"]);
    assert_eq!(headlines(&library, &Filter::default()), ["1版", "2版", "3版"]);
}

#[test]
fn windows_meet_without_gap_or_overlap() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    for day in 1..=9 {
        let articles = (0..day).map(|i| an_article(&format!("第{day}天第{i}篇"))).collect();
        add(&mut library, &dated(&day.to_string(), "江州日报", &format!("2024-05-0{day}"), 1, articles));
    }
    let all = library.rows(&Filter::default(), None, Direction::Forward, usize::MAX).unwrap();
    assert!(all.is_sorted_by_key(|row| row.key));
    for limit in [1, 2, 7, 100] {
        assert_eq!(walked(&library, Direction::Forward, limit), all);
        assert_eq!(walked(&library, Direction::Backward, limit), all);
    }
}

fn walked(library: &Library, direction: Direction, limit: usize) -> Vec<Row> {
    let mut windows = Vec::new();
    let mut from = None;
    loop {
        let window = library.rows(&Filter::default(), from, direction, limit).unwrap();
        from = match direction {
            Direction::Forward => window.last(),
            Direction::Backward => window.first(),
        }
        .map(|row| row.key);
        if window.is_empty() {
            break;
        }
        windows.push(window);
    }
    if direction == Direction::Backward {
        windows.reverse();
    }
    windows.concat()
}

#[test]
fn a_filter_lets_through_what_it_names() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let mut city = dated("a.txt", "江州日报", "2024-05-01", 1, vec![an_article("Metro 三号线")]);
    city.page_name = Some("城事".into());
    add(&mut library, &city);
    add(&mut library, &dated("b.txt", "临川晚报", "2024-05-02", 1, vec![an_article("渡口改建")]));
    add(&mut library, &page("c.txt", vec![an_article("无日期")]));
    let day = |text: &str| text.parse().ok();
    let cases = [
        (Filter { newspaper: Some("临川晚".into()), ..Filter::default() }, vec!["渡口改建"]),
        (Filter { page_name: Some("城事".into()), ..Filter::default() }, vec!["Metro 三号线"]),
        (Filter { since: day("2024-05-02"), ..Filter::default() }, vec!["渡口改建"]),
        (Filter { until: day("2024-05-01"), ..Filter::default() }, vec!["Metro 三号线"]),
        (Filter { headline: "metro三".into(), ..Filter::default() }, vec!["Metro 三号线"]),
        (Filter { headline: "dukou".into(), ..Filter::default() }, vec!["渡口改建"]),
        (Filter { headline: "dk改".into(), ..Filter::default() }, vec!["渡口改建"]),
        (Filter { headline: "無日".into(), ..Filter::default() }, vec!["无日期"]),
        (Filter { sources: vec!["c.txt".into(), "b.txt".into()], ..Filter::default() }, vec!["无日期", "渡口改建"]),
        (Filter { sources: vec!["d.txt".into()], ..Filter::default() }, vec![]),
    ];
    for (filter, expected) in cases {
        assert_eq!(headlines(&library, &filter), expected, "{filter:?}");
        assert_eq!(library.count(&filter).unwrap(), expected.len() as u64, "{filter:?}");
        let search = Search { filter: filter.clone(), ..Search::default() };
        let mut found: Vec<_> =
            library.search(&search, None).unwrap().into_iter().map(|hit| hit.row.headline).collect();
        found.sort_by_key(|headline| expected.iter().position(|e| e == headline));
        assert_eq!(found, expected, "{filter:?}");
    }
}

#[test]
fn a_known_page_adds_nothing() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let first = page("a.txt", vec![an_article("渡口改建")]);
    add(&mut library, &first);
    let again = library.add(&page("b.txt", first.articles.clone()), &format!("{} \n\n", text(&first))).unwrap();
    assert!(again.known);
    assert_eq!((again.articles, again.source.as_str()), (0, "a.txt"));
    assert_eq!(library.count(&Filter::default()).unwrap(), 1);
    assert_eq!(library.check().unwrap(), []);
}

#[test]
fn an_import_broken_off_ends_as_if_it_had_not_been() {
    let pages: Vec<_> = (0..6).map(|i| page(&format!("{i}.txt"), vec![an_article(&format!("第{i}篇"))])).collect();
    let paths = ["folder".into()];
    let (_folder, dirs) = home();
    let mut whole = library(&dirs);
    whole.begin_import(&paths).unwrap();
    pages.iter().for_each(|page| add(&mut whole, page));
    whole.finish_import().unwrap();

    let (_folder, dirs) = home();
    let mut broken = library(&dirs);
    broken.begin_import(&paths).unwrap();
    pages.iter().take(3).for_each(|page| add(&mut broken, page));
    drop(broken);
    let mut broken = library(&dirs);
    broken.begin_import(&paths).unwrap();
    pages.iter().for_each(|page| drop(broken.add(page, &text(page)).unwrap()));
    broken.finish_import().unwrap();

    assert_eq!(headlines(&broken, &Filter::default()), headlines(&whole, &Filter::default()));
    broken.begin_import(&paths).unwrap();
    add(&mut broken, &page("later.txt", vec![an_article("后来")]));
    assert_eq!(headlines(&broken, &Filter::default())[0], "后来");
}

#[test]
fn a_page_parsed_anew_keeps_marks_and_places() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let paragraph = "候船室年底封顶，轮渡明年春天复航。";
    let old = page("a.txt", vec![story("渡口改建 两岸通航", &["渡口今年改建。", paragraph]), an_article("短讯")]);
    add(&mut library, &old);
    let place = Place { article: old.articles[0].id, part: Part::Body(1), byte: 24 };
    let bookmark = Bookmark::new(Span::at(place), &old.articles[0], None, 7);
    bookmarks::set(&dirs, bookmark.clone()).unwrap();
    let highlight = Span::between(Place { byte: 0, ..place }, Place { byte: 21, ..place });
    bookmarks::set(&dirs, Bookmark::new(highlight, &old.articles[0], None, 8)).unwrap();
    library.set_reading(place.article, Reading::Started, Some(place)).unwrap();

    let new = page(
        "a.txt",
        vec![story("渡口改建", &["渡口今年改建。"]), story("两岸通航", &[paragraph]), an_article("短讯")],
    );
    let added = library.add(&new, &text(&old)).unwrap();
    assert!(added.known);
    assert_eq!(added.articles, 3);
    assert_eq!(headlines(&library, &Filter::default()), ["渡口改建", "两岸通航", "短讯"]);
    let moved = Place { article: new.articles[1].id, part: Part::Body(0), byte: 24 };
    assert_eq!(library.whereabouts(&bookmark).unwrap(), Some(Span::at(moved)));
    let followed: Vec<_> = bookmarks::follow(&dirs, &library).unwrap().0.iter().map(Bookmark::span).collect();
    let lit = Span::between(Place { byte: 0, ..moved }, Place { byte: 21, ..moved });
    assert_eq!(followed, [Span::at(moved), lit]);
    assert_eq!(library.reading_place(moved.article).unwrap(), Some(moved));
    assert_eq!(library.check().unwrap(), []);
    assert!(library.search(&Search::parse("两岸通航", None), None).unwrap().len() == 1);
}

#[test]
fn a_page_whose_folio_is_understood_at_last_moves_to_its_edition() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let old = page("a.txt", vec![an_article("渡口改建")]);
    let new = dated("a.txt", "江州日报", "2024-05-01", 1, old.articles.clone());
    add(&mut library, &old);
    for articles in [1, 0] {
        assert_eq!(library.add(&new, &text(&old)).unwrap().articles, articles);
        let row = library.rows(&Filter::default(), None, Direction::Forward, 9).unwrap().remove(0);
        assert_eq!((row.publication.as_deref(), row.page_number), (Some("江州日报"), Some(1)));
    }
    assert_eq!(library.check().unwrap(), []);
    assert_eq!(library.stats().unwrap().editions, 1);
}

#[test]
fn a_day_may_have_more_articles_than_numbers() {
    let mut library = Library::in_memory().unwrap();
    let articles = |from: usize| (from..from + 40_000).map(|i| story(&i.to_string(), &[])).collect();
    for (i, from) in [0, 40_000].into_iter().enumerate() {
        add(&mut library, &dated(&i.to_string(), "江州日报", "2024-05-01", 1 + i as u32, articles(from)));
    }
    add(&mut library, &dated("2", "江州日报", "2024-05-02", 1, vec![an_article("次日")]));
    assert_eq!(library.count(&Filter::default()).unwrap(), 80_001);
    assert_eq!(library.rows(&Filter::default(), None, Direction::Forward, 1).unwrap()[0].headline, "次日");
    assert_eq!(library.search(&Search::parse("79999", None), None).unwrap().len(), 1);
}

#[test]
fn reading_is_kept() {
    let (_folder, dirs) = home();
    let article = an_article("渡口改建");
    let place = Place { article: article.id, part: Part::Body(0), byte: 3 };
    add(&mut library(&dirs), &page("a.txt", vec![article.clone()]));
    library(&dirs).set_reading(article.id, Reading::Started, Some(place)).unwrap();
    library(&dirs).set_reading(article.id, Reading::Read, None).unwrap();
    let library = library(&dirs);
    assert_eq!(library.rows(&Filter::default(), None, Direction::Forward, 1).unwrap()[0].reading, Reading::Read);
    assert_eq!(library.reading_place(article.id).unwrap(), Some(place));
}

#[test]
fn an_article_is_found_by_the_beginning_of_its_id() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let articles: Vec<_> = (0..40).map(|i| an_article(&format!("第{i}篇"))).collect();
    add(&mut library, &page("a.txt", articles.clone()));
    let id = articles[7].id;
    assert_eq!(library.find_id(&id.to_string()).unwrap(), IdMatch::One(id));
    assert_eq!(library.find_id(&id.to_string()[..20].to_uppercase()).unwrap(), IdMatch::One(id));
    assert!((0..16).any(|d| library.find_id(&format!("{d:x}")).unwrap() == IdMatch::Several));
    for none in ["", "g", "渡", &"0".repeat(33)] {
        assert_eq!(library.find_id(none).unwrap(), IdMatch::None, "{none}");
    }
    assert_eq!(library.article(id).unwrap().as_ref(), Some(&articles[7]));
    let source = library.source(id).unwrap().unwrap();
    assert_eq!((source.source.as_str(), source.lines), ("a.txt", articles[7].lines.clone()));
    assert!(source.text.contains("第7篇"));
}

#[test]
fn what_is_removed_leaves_nothing_behind() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let one = dated("a.txt", "江州日报", "2024-05-01", 1, vec![an_article("甲"), an_article("乙")]);
    let other = dated("b.txt", "临川晚报", "2024-05-01", 1, vec![an_article("丙"), an_article("丁")]);
    let third = page("c.txt", vec![an_article("戊")]);
    [&one, &other, &third].into_iter().for_each(|page| add(&mut library, page));
    assert_eq!(library.remove(Removal::Article(one.articles[0].id)).unwrap(), 1);
    assert_eq!(library.remove(Removal::Publication("临川晚报")).unwrap(), 2);
    assert_eq!(library.remove(Removal::Source("c.txt")).unwrap(), 1);
    assert_eq!(library.remove(Removal::Source("c.txt")).unwrap(), 0);
    assert_eq!(headlines(&library, &Filter::default()), ["乙"]);
    assert_eq!(library.check().unwrap(), []);
    library.compact().unwrap();
    assert_eq!(library.search(&Search::parse("正文", None), None).unwrap().len(), 1);
    assert_eq!(library.stats().unwrap().publications, 1);
    add(&mut library, &third);
    assert_eq!(library.search(&Search::parse("戊", None), None).unwrap().len(), 1);
}

#[test]
fn a_damaged_library_is_kept_aside() {
    let (_folder, dirs) = home();
    let mut before = library(&dirs);
    (0..9).for_each(|i| add(&mut before, &page(&i.to_string(), vec![an_article(&format!("第{i}篇"))])));
    drop(before);
    let whole = fs::read(dirs.library()).unwrap();
    let mut holed = whole.clone();
    holed[4096..].fill(0x5A);
    for damaged in [&b"what is this"[..], &whole[..4096], &holed] {
        fs::write(dirs.library(), damaged).unwrap();
        let opened = Library::open(&dirs).unwrap();
        let [FileNotice::SetAside { file, aside }] = &opened.notices[..] else { panic!("{:?}", opened.notices) };
        assert_eq!(*file, dirs.library());
        assert!(fs::read(aside).unwrap() == damaged);
        assert!(opened.library.is_empty().unwrap());
    }
}

#[test]
fn what_is_sound_of_a_damaged_library_is_brought_over() {
    let (_folder, dirs) = home();
    let mut before = library(&dirs);
    let pages: Vec<_> = (0..40).map(|i| page(&i.to_string(), vec![an_article(&format!("第{i}篇"))])).collect();
    pages.iter().for_each(|page| add(&mut before, page));
    let read = pages[39].articles[0].id;
    before.set_reading(read, Reading::Read, None).unwrap();
    drop(before);
    let whole = fs::read(dirs.library()).unwrap();
    let mut most = 0;
    for hole in 1..whole.len() / 8192 {
        let mut damaged = whole.clone();
        damaged[hole * 8192..][..100].fill(0x5A);
        fs::write(dirs.library(), &damaged).unwrap();
        let opened = Library::open(&dirs).unwrap();
        let stats = opened.library.stats().unwrap();
        if let [FileNotice::SetAside { aside, .. }, FileNotice::Salvaged { pages, .. }] = &opened.notices[..] {
            assert!(fs::read(aside).unwrap() == damaged);
            assert_eq!(stats.pages, *pages as u64);
            most = most.max(stats.articles + stats.read);
        }
        assert_eq!(opened.library.check().unwrap(), []);
        drop(opened);
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{end}", dirs.library().display()));
        }
    }
    assert_eq!(most, 41);
}

#[test]
fn somebody_elses_database_is_kept_aside() {
    let (_folder, dirs) = home();
    fs::create_dir_all(&dirs.data).unwrap();
    rusqlite::Connection::open(dirs.library()).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();
    let theirs = fs::read(dirs.library()).unwrap();
    let opened = Library::open(&dirs).unwrap();
    let [FileNotice::SetAside { aside, .. }] = &opened.notices[..] else { panic!("{:?}", opened.notices) };
    assert!(fs::read(aside).unwrap() == theirs);
}

#[test]
fn a_library_that_another_program_writes_can_be_read() {
    let (_folder, dirs) = home();
    add(&mut library(&dirs), &page("a.txt", vec![an_article("渡口改建")]));
    let other = rusqlite::Connection::open(dirs.library()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; UPDATE articles SET title = ''").unwrap();
    let library = library(&dirs);
    assert_eq!(headlines(&library, &Filter::default()), ["渡口改建"]);
    assert_eq!(library.search(&Search::parse("渡口", None), None).unwrap().len(), 1);
}

#[test]
fn a_later_library_is_left_alone() {
    let (_folder, dirs) = home();
    drop(library(&dirs));
    rusqlite::Connection::open(dirs.library()).unwrap().pragma_update(None, "user_version", 1000).unwrap();
    let before = fs::read(dirs.library()).unwrap();
    let error = Library::open(&dirs).unwrap_err();
    assert!(matches!(error, Error::Later { found: 1000, .. }), "{error}");
    assert!(fs::read(dirs.library()).unwrap() == before);
}

#[cfg(unix)]
#[test]
fn new_files_are_the_users_own() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    add(&mut library, &page("a.txt", vec![an_article("渡口改建")]));
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(dirs.data.clone()), 0o700);
    for file in fs::read_dir(&dirs.data).unwrap() {
        assert_eq!(mode(file.unwrap().path()), 0o600);
    }
}

#[test]
fn a_page_comes_back_as_it_was_printed() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let printed = |headline: &str, left: f32| Article {
        boxes: vec![(3, left, 91.25, left + 100.0, 400.5).into(), (4, left, 10.0, left + 100.0, 20.0).into()],
        ..an_article(headline)
    };
    let sizes: Vec<PageSize> = vec![(3, 400.0, 600.5).into(), (4, 400.0, 600.5).into()];
    let articles = vec![printed("渡口改建", 40.0), printed("灯塔点灯", 160.0)];
    let first = Page { sizes: sizes.clone(), source_page: 3, ..page("issue.pdf", articles.clone()) };
    add(&mut library, &first);
    let found = library.printed_page(articles[1].id).unwrap().unwrap();
    assert_eq!((found.source.as_str(), &found.sizes), ("issue.pdf", &sizes));
    let boxes: Vec<_> = found.articles.iter().map(|article| (article.title.as_str(), article.boxes.clone())).collect();
    assert_eq!(boxes, [("渡口改建", articles[0].boxes.clone()), ("灯塔点灯", articles[1].boxes.clone())]);
    assert_eq!(library.article(articles[0].id).unwrap().unwrap(), articles[0]);
    let added = library.add(&Page { sizes: Vec::new(), ..first.clone() }, &text(&first)).unwrap();
    assert!(added.known && added.articles > 0, "what is known of the print has changed");
    assert_eq!(library.printed_page(articles[0].id).unwrap().unwrap().sizes, []);
    assert_eq!(library.printed_page(an_article("没有").id).unwrap(), None);
}

/// The pages of its file that a library has no use for.
fn free(dirs: &Dirs) -> i64 {
    let connection = rusqlite::Connection::open(dirs.library()).unwrap();
    connection.pragma_query_value(None, "freelist_count", |row| row.get(0)).unwrap()
}

/// A library of many pages of which most are taken out again.
fn emptied(dirs: &Dirs, edition: u32) -> Library {
    let mut library = library(dirs);
    for number in 0..60 {
        let mut seed = edition * 1000 + number;
        let body: String = (0..400)
            .map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from_u32(0x4E00 + (seed >> 16) % 20_000).unwrap()
            })
            .collect();
        add(&mut library, &page(&format!("{number}.txt"), vec![story(&format!("{edition}之{number}"), &[&body])]));
    }
    for number in 0..55 {
        library.remove(Removal::Source(&format!("{number}.txt"))).unwrap();
    }
    library
}

#[test]
fn room_is_given_back_in_steps() {
    let (_folder, dirs) = home();
    let library = emptied(&dirs, 1);
    assert!(free(&dirs) > 8);
    while library.tidy().unwrap() {}
    assert_eq!((free(&dirs), library.idle_room().unwrap()), (0, 0));
    assert_eq!(library.check().unwrap(), []);
}

#[test]
fn a_library_of_an_earlier_version_gives_room_back_once_it_is_compacted() {
    let (_folder, dirs) = home();
    drop(library(&dirs));
    let earlier = rusqlite::Connection::open(dirs.library()).unwrap();
    earlier.execute_batch("PRAGMA auto_vacuum = 0; VACUUM").unwrap();
    earlier.close().unwrap();
    let mut library = emptied(&dirs, 1);
    while library.tidy().unwrap() {}
    assert!(free(&dirs) > 8 && library.idle_room().unwrap() > 8 * 8192);
    library.compact().unwrap();
    drop(library);
    let library = emptied(&dirs, 2);
    assert!(free(&dirs) > 8);
    while library.tidy().unwrap() {}
    assert_eq!((free(&dirs), library.idle_room().unwrap()), (0, 0));
}
