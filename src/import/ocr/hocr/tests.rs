use super::*;
use crate::import::error::ImportError;
use crate::model::RawPage;

const HARBOUR: &str = r#"<!DOCTYPE html><html><head><title></title><meta charset="utf-8"></head><body>
<div class='ocr_page' title='image "harbour.png"; bbox 0 0 2480 3508; ppageno 0; scan_res 300 300'>
<div class='ocr_carea' title='bbox 100 100 1300 400'><p class='ocr_par'>
<span class='ocr_header' title='bbox 100 100 900 200; x_size 100; baseline 0 -10'>
<span class='ocrx_word' title='bbox 100 100 400 200; x_wconf 91'>Le</span>
<span class='ocrx_word' title='bbox 450 100 900 200; x_wconf 92'><strong>ph&#233;nix</strong></span></span>
<span class='ocr_line' title='bbox 100 300 900 340; x_size 40'><span class='ocrx_word'>la lan</span>&shy;<br></span>
<span class='ocr_line' title='bbox 100 350 900 390; x_size 40'>terne R&amp;D
</p></div>
<div class='ocr_photo' title='bbox 1400 100 2400 900'></div><div class='ocr_separator' title='bbox 1350 100 1354 3000'></div>
</div></body></html>"#;

fn read(document: &str) -> Vec<Result<RawPage, ImportError>> {
    Hocr.pages("page.html", document.as_bytes().to_vec()).collect()
}

#[track_caller]
fn only(document: &str) -> RawPage {
    let mut pages = read(document);
    assert_eq!(pages.len(), 1);
    pages.remove(0).unwrap()
}

#[test]
fn hocr_is_known_by_the_class_of_its_pages() {
    assert!(Hocr.knows_content(HARBOUR.as_bytes()));
    assert!(Hocr.knows_content(b"<html><div id=a class=ocr_page>"));
    assert!(!Hocr.knows_content(b"<html><p>ocr_page</p>") && !Hocr.knows_content(b"class='ocr_page'"));
    assert!(!Hocr.knows_name("page.hocr"));
}

#[test]
fn lines_are_read_though_tags_do_not_end() {
    assert_eq!(only(HARBOUR).text, "Le phénix\nla lan\u{AD}\nterne R&D\n");
}

#[test]
fn boxes_and_type_are_in_points() {
    let page = only(HARBOUR);
    let head = page.lines[0].geometry.as_deref().unwrap();
    assert_eq!(
        (head.bounds.left, head.bounds.top, head.baseline, head.type_size),
        (24.0, 24.0, Some(45.6), Some(24.0))
    );
    let geometry = page.geometry.unwrap();
    assert_eq!((geometry.width.round(), geometry.pictures.len(), geometry.rules.len()), (595.0, 1, 1));
}

#[test]
fn ideographs_stand_without_spaces() {
    let page = "<html><body><div class=ocr_page title='bbox 0 0 2000 3000'><span class=ocr_line title='bbox 0 0 400 40'>\
        <span class=ocrx_word>渡口</span>\n<span class=ocrx_word>修好了</span> <span class=ocrx_word>栈桥</span></span></div></body></html>";
    assert_eq!(only(page).text, "渡口修好了栈桥\n");
}

#[test]
fn what_was_seen_is_no_markup() {
    let page = "<html><body><div class='ocr_page'><span class='ocr_line'><span class='ocrx_word'>a<?»</span> \
        <span class='ocrx_word'>b<!--,</span> <span class='ocrx_word'><ins class='alt'>c</ins><del class='alt'>d</del></span></span></div></html>";
    assert_eq!(only(page).text, "a<?» b<!--, c\n");
}

#[test]
fn a_file_that_breaks_off_keeps_its_whole_lines() {
    let cut = &HARBOUR[..HARBOUR.find("la lan").unwrap() + 4];
    let pages = read(cut);
    assert_eq!(pages[0].as_ref().unwrap().text, "Le phénix\n");
    assert!(matches!(pages[1], Err(ImportError::BrokenOff)));
}

#[test]
fn every_page_is_a_page() {
    let page = "<div class='ocr_page'><span class='ocr_line'>渡口</span></div>";
    let pages: Vec<_> = read(&page.repeat(3)).into_iter().map(|page| page.unwrap().source_page).collect();
    assert_eq!(pages, [1, 2, 3]);
}
