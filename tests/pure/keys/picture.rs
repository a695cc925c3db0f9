//! The page as a picture.

use std::sync::Arc;

use paper_reader::app::{Area, Event, Focus, PictureSupport, PlacedPicture, StatusMessage};
use paper_reader::model::{Bounds, NoPicture, PageBox, PageSize, PixelSize};
use paper_reader::phrase::Phrase;

use super::{HARBOUR, WALL, headline, status};
use crate::support::{Desk, edition};

/// Where the first article stands, on a page of 400 by 600 points.
const PLACE: Bounds = Bounds { left: 40.0, top: 100.0, right: 240.0, bottom: 180.0 };

/// A desk with a terminal that shows pictures, and an edition whose first article has its place on the page.
fn desk(width: u16, height: u16) -> Desk {
    let mut entries = edition();
    Arc::make_mut(&mut entries[0].article).boxes = vec![PageBox { page: 3, bounds: PLACE }];
    entries[0].source.sizes = vec![PageSize { page: 3, width: 400.0, height: 600.0 }];
    let mut desk = Desk::with(entries, width, height);
    desk.pictures = PictureSupport::Shown(PixelSize { width: 10, height: 20 });
    desk
}

fn placed(desk: &Desk) -> Option<PlacedPicture> {
    desk.app.placed_picture()
}

fn says(desk: &Desk, phrase: Phrase) -> bool {
    desk.app.message() == Some(&StatusMessage::Phrase(phrase))
}

#[track_caller]
fn shows_the_text(desk: &Desk) {
    assert!(placed(desk).is_none() && desk.app.focus() == Focus::PageText);
    assert!(desk.picture().contains("（记者 林 远 通讯员 许"), "{}", desk.picture());
}

#[test]
fn the_picture_then_the_text_then_the_article() {
    let mut desk = desk(120, 40);
    desk.keys("enter r");
    let picture = placed(&desk).unwrap();
    let pane = desk.app.areas().reader.unwrap();
    let rows = pane.height - 1;
    let columns = (f32::from(rows) * 20.0 / 600.0 * 400.0 / 10.0).round() as u16;
    let column = pane.column + (pane.width - columns) / 2;
    assert_eq!(picture.area, Area { row: pane.row, column, width: columns, height: rows });
    assert_eq!(picture.picture.size, PixelSize { width: u32::from(columns) * 10, height: u32::from(rows) * 20 });
    let area = picture.area;
    let frame = desk.frame();
    let under =
        (area.row..area.row + area.height).flat_map(|y| (area.column..area.column + area.width).map(move |x| (x, y)));
    assert!(under.into_iter().all(|cell| frame[cell].symbol() == " "), "{}", desk.picture());
    assert!(status(&desk).starts_with("版面图像 · pages/jiangzhou-1.txt"), "{}", status(&desk));
    desk.keys("r");
    shows_the_text(&desk);
    desk.keys("r");
    assert_eq!((desk.app.focus(), headline(&desk).as_str()), (Focus::Article, HARBOUR));
    desk.keys("r esc");
    assert_eq!((desk.app.focus(), placed(&desk)), (Focus::Article, None));
}

#[test]
fn zooming_to_the_article_and_back() {
    let mut desk = desk(120, 40);
    desk.keys("enter r");
    let whole = placed(&desk).unwrap();
    desk.keys("+");
    let close = placed(&desk).unwrap();
    assert!(close.picture.size.width > 2 * whole.picture.size.width / 3 && close.cells != whole.cells);
    let scale = close.picture.size.width as f32 / (PLACE.width() + 16.0);
    assert!(scale > whole.picture.size.width as f32 / 400.0);
    desk.keys("-");
    assert_eq!(placed(&desk).unwrap().cells, whole.cells);
}

#[test]
fn what_is_taller_than_the_pane_is_moved_in() {
    let mut desk = desk(60, 8);
    desk.keys("enter r = j j");
    let above = |desk: &Desk| placed(desk).unwrap().above;
    assert_eq!(above(&desk), 2);
    desk.keys("G");
    let last = placed(&desk).unwrap();
    assert_eq!(last.above + last.area.height, last.cells.height);
    desk.keys("g");
    assert_eq!(above(&desk), 0);
}

#[test]
fn nothing_stands_over_the_picture() {
    let mut desk = desk(120, 40);
    desk.keys("enter r");
    let before = placed(&desk);
    for (over, away) in [("?", "esc"), ("o", "esc"), ("B", "esc")] {
        desk.keys(over);
        assert_eq!(placed(&desk), None, "{over}");
        desk.keys(away);
        assert_eq!(placed(&desk), before, "{over}");
    }
    desk.resize(100, 30);
    assert_ne!(placed(&desk).map(|placed| placed.area), before.clone().map(|placed| placed.area));
    desk.resize(120, 40);
    assert_eq!(placed(&desk), before);
    desk.keys("n");
    assert_eq!((placed(&desk), headline(&desk).as_str()), (None, WALL));
}

#[test]
fn a_terminal_without_pictures_shows_the_text_and_says_so() {
    for (why, phrase) in [(NoPicture::Terminal, Phrase::NoPictureTerminal), (NoPicture::Tmux, Phrase::NoPictureTmux)] {
        let mut desk = desk(120, 40);
        desk.pictures = PictureSupport::None(why);
        desk.keys("enter r");
        assert!(says(&desk, phrase));
        shows_the_text(&desk);
        desk.keys("r");
        assert_eq!(desk.app.focus(), Focus::Article);
        desk.keys("r");
        assert!(says(&desk, phrase));
    }
}

#[test]
fn a_terminal_that_answers_late_shows_the_picture_then() {
    let mut desk = desk(120, 40);
    let shown = desk.pictures;
    desk.pictures = PictureSupport::None(NoPicture::Terminal);
    desk.keys("enter r");
    shows_the_text(&desk);
    desk.tell(Event::PictureSupport(shown));
    assert!(placed(&desk).is_some() && desk.app.message().is_none());
    desk.keys("r");
    desk.tell(Event::PictureSupport(shown));
    shows_the_text(&desk);
}

#[test]
fn a_page_that_has_no_picture_shows_its_text_and_says_why() {
    for (why, phrase) in [
        (NoPicture::Moved, Phrase::NoPictureMoved),
        (NoPicture::Stdin, Phrase::NoPictureStdin),
        (NoPicture::Changed, Phrase::NoPictureChanged),
        (NoPicture::NoPdf, Phrase::NoPictureNoPdf),
        (NoPicture::Failed, Phrase::NoPictureFailed),
    ] {
        let mut desk = desk(120, 40);
        desk.drawn = Some(Err(why));
        desk.keys("enter r");
        assert!(says(&desk, phrase), "{why:?}");
        shows_the_text(&desk);
    }
    let mut desk = Desk::new(120, 40);
    desk.keys("enter r");
    assert!(status(&desk).starts_with("版面原文（非 PDF，无图像） · pages/"), "{}", status(&desk));
    shows_the_text(&desk);
}

#[test]
fn the_article_stays_until_the_terminal_has_answered() {
    let mut desk = desk(120, 40);
    desk.keys("enter");
    desk.slow = true;
    desk.keys("r j");
    assert!(desk.answer() && desk.app.focus() == Focus::Article);
    while desk.app.focus() == Focus::Article {
        assert!(desk.answer());
    }
    assert_eq!((desk.app.focus(), placed(&desk)), (Focus::PagePicture, None));
    assert!(desk.picture().contains("正在画出版面"), "{}", desk.picture());
    desk.keys("+");
    while desk.answer() {}
    let wide = placed(&desk).unwrap().picture.size.width as f32 / (PLACE.width() + 16.0);
    assert!(wide > 1.5, "the picture that was asked for last: {wide}");
}
