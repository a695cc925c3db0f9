//! Pages recognised by their words: another extractor's text, a corrected one, a PDF's, pages of a file that
//! was once stored as one.

#![allow(clippy::unwrap_used)]

use crate::{add, dated, home, library, page, story, text};
use paper_reader::model::{Article, Bookmark, Direction, Filter, Page, PageSize, Part, Place, Reading, Row, Span};
use paper_reader::store::{Library, bookmarks};

/// Sentences about a place, different for different ones.
fn sentences(place: &str) -> Vec<String> {
    const WHATS: [&str; 6] = ["栈桥", "灯塔", "粮仓", "渡船", "书屋", "堤岸"];
    const CHARACTERS: &str =
        "江河湖海山石田土木竹花草风雨云雪春夏秋冬早晚日夜人家老少船车桥路灯火米茶书画歌戏新旧长短高低东西";
    let characters: Vec<char> = CHARACTERS.chars().collect();
    let mut seed = place.chars().fold(7_u64, |seed, c| seed * 31 + u64::from(c));
    let mut drawn = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        characters[(seed >> 33) as usize % characters.len()]
    };
    let sentence = |n: usize| {
        let said: String = (0..18).map(|_| drawn()).collect();
        format!("{place}的{}修好了，老人说{said}。", WHATS[n % 6])
    };
    (0..24).map(sentence).collect()
}

pub fn articles(place: &str) -> Vec<Article> {
    let sentences = sentences(place);
    let made = |headline: String, from: usize| {
        let paragraphs: Vec<String> = sentences[from..from + 12].chunks(4).map(|four| four.concat()).collect();
        story(&headline, &paragraphs.iter().map(String::as_str).collect::<Vec<_>>())
    };
    vec![made(format!("{place}栈桥又通了"), 0), made(format!("{place}灯塔夜里亮"), 12)]
}

/// The same articles with a character changed in every paragraph.
fn corrected(articles: &[Article]) -> Vec<Article> {
    let mut corrected = articles.to_vec();
    for article in &mut corrected {
        article.body.iter_mut().for_each(|block| block.text = block.text.replacen("说", "讲", 1));
        article.set_content_id();
    }
    corrected
}

/// The page as a PDF has it: its articles with places.
fn printed(page: Page, articles: Vec<Article>) -> Page {
    let placed = |article: Article| Article { boxes: vec![(1, 40.0, 40.0, 140.0, 240.0).into()], ..article };
    let sizes: Vec<PageSize> = vec![(1, 400.0, 600.0).into()];
    Page { sizes, source: "issue.pdf".into(), articles: articles.into_iter().map(placed).collect(), ..page }
}

fn rows(library: &Library) -> Vec<Row> {
    library.rows(&Filter::default(), None, Direction::Forward, usize::MAX).unwrap()
}

fn sources(library: &Library) -> Vec<String> {
    rows(library).into_iter().map(|row| row.source).collect()
}

fn first(place: &str) -> Page {
    dated("page.txt", "江北日报", "2031-03-04", 2, articles(place))
}

#[test]
fn a_corrected_page_takes_the_place_of_the_one_before() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let old = first("江北");
    add(&mut library, &old);
    let new = Page { source: "corrected.txt".into(), articles: corrected(&old.articles), ..old.clone() };
    let added = library.add(&new, &text(&new)).unwrap();
    assert!(added.known && added.articles == 2);
    assert_eq!(sources(&library), ["corrected.txt"; 2]);
    assert_eq!(rows(&library)[0].id, new.articles[0].id);
    let again = library.add(&old, &text(&old)).unwrap();
    assert!(again.known && again.articles == 0, "what was replaced adds nothing");
    assert_eq!(sources(&library), ["corrected.txt"; 2]);
    assert_eq!(library.check().unwrap(), []);
}

#[test]
fn the_reading_with_places_stays_whichever_comes_first() {
    for pdf_first in [true, false] {
        let (_folder, dirs) = home();
        let mut library = library(&dirs);
        let plain = first("江北");
        let pdf = printed(Page { publication: None, page_number: None, ..plain.clone() }, corrected(&plain.articles));
        let order = if pdf_first { [&pdf, &plain] } else { [&plain, &pdf] };
        order.iter().for_each(|page| drop(library.add(page, &text(page)).unwrap()));
        assert_eq!(sources(&library), ["issue.pdf"; 2], "the PDF first: {pdf_first}");
        let row = rows(&library).swap_remove(0);
        if !pdf_first {
            assert_eq!((row.publication.as_deref(), row.page_number), (Some("江北日报"), Some(2)), "said by the text");
        }
        assert_eq!(library.printed_page(row.id).unwrap().unwrap().sizes, pdf.sizes);
    }
}

#[test]
fn what_says_that_it_is_another_page_is_another() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let of = |publication, date, number, turn| {
        let mut articles = articles("江北");
        articles[0].body[0].text.push_str(&"。".repeat(turn));
        articles[0].set_content_id();
        dated("page.txt", publication, date, number, articles)
    };
    add(&mut library, &of("江北日报", "2031-03-04", 2, 0));
    add(&mut library, &of("江北日报", "2031-03-05", 2, 1));
    add(&mut library, &of("江北日报", "2031-03-04", 3, 2));
    add(&mut library, &of("河东晚报", "2031-03-04", 2, 3));
    add(&mut library, &dated("page.txt", "江北日报", "2031-03-04", 2, articles("上湾")));
    assert_eq!(library.stats().unwrap().pages, 5);
}

#[test]
fn a_part_of_a_page_does_not_take_its_place() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let whole = first("江北");
    add(&mut library, &whole);
    let mut cut_off = whole.clone();
    cut_off.articles[1].body.truncate(1);
    cut_off.articles[1].set_content_id();
    let added = library.add(&cut_off, &text(&cut_off)).unwrap();
    assert!(added.known && added.articles == 0);
    assert_eq!(rows(&library)[1].id, whole.articles[1].id);
}

#[test]
fn pages_take_the_place_of_the_file_that_was_stored_as_one() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let parts: Vec<Page> = ["江北", "上湾", "石桥"]
        .into_iter()
        .zip(1..)
        .map(|(place, number)| dated("issue.txt", "江北日报", "2031-03-04", number, articles(place)))
        .collect();
    let mut whole = page("issue.txt", parts.iter().flat_map(|part| part.articles.clone()).collect());
    whole.articles[2].body[1].text.push_str("（完）");
    whole.articles[2].set_content_id();
    add(&mut library, &whole);
    library.set_reading(whole.articles[2].id, Reading::Read, None).unwrap();
    for (part, pages) in parts.iter().zip([2, 3, 3]) {
        assert!(!library.add(part, &text(part)).unwrap().known);
        assert_eq!(library.stats().unwrap().pages, pages, "the whole stays until all of it is there");
    }
    assert_eq!(library.stats().unwrap().articles, 6);
    let read: Vec<_> =
        rows(&library).into_iter().filter(|row| row.reading == Reading::Read).map(|row| row.id).collect();
    assert_eq!(read, [parts[1].articles[0].id]);
    let again = library.add(&whole, &(text(&whole) + "（重印）")).unwrap();
    assert!(again.known && again.articles == 0, "its words are all there");
    assert_eq!(library.check().unwrap(), []);
}

#[test]
fn what_is_kept_of_a_page_follows_to_its_better_reading() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let old = first("江北");
    add(&mut library, &old);
    let article = &old.articles[0];
    let at = |block: usize, byte: usize| Place { article: article.id, part: Part::Body(block), byte };
    let second = article.body[1].text.char_indices().nth(3).unwrap().0;
    let spans = [
        Span::at(Place::start_of(article)),
        Span::at(at(1, second)),
        Span::between(at(0, 0), at(1, article.body[1].text.len())),
    ];
    for (span, created) in spans.into_iter().zip(1..) {
        bookmarks::set(&dirs, Bookmark::new(span, article, None, created)).unwrap();
    }
    library.set_reading(article.id, Reading::Started, Some(at(1, second))).unwrap();
    library.set_reading(old.articles[1].id, Reading::Read, None).unwrap();

    let pdf = printed(old.clone(), corrected(&old.articles));
    library.add(&pdf, &text(&pdf)).unwrap();
    let new = &pdf.articles[0];
    let at = |block: usize, byte: usize| Place { article: new.id, part: Part::Body(block), byte };
    let (kept, notice) = bookmarks::follow(&dirs, &library).unwrap();
    assert_eq!(notice, None);
    assert_eq!(kept[0].span(), Span::at(Place::start_of(new)));
    assert_eq!(kept[1].span(), Span::at(at(1, second)));
    assert_eq!(kept[2].span(), Span::between(at(0, 0), at(1, new.body[1].text.len())));
    assert_eq!(library.reading_place(new.id).unwrap(), Some(at(1, second)));
    let readings: Vec<_> = rows(&library).into_iter().map(|row| row.reading).collect();
    assert_eq!(readings, [Reading::Started, Reading::Read]);
}
