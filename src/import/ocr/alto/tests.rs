use super::*;
use crate::import::error::ImportError;
use crate::model::RawPage;

/// A document of pages, in pixels.
fn document(pages: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v3#\">\
         <Description><MeasurementUnit>pixel</MeasurementUnit></Description>\
         <Styles><TextStyle ID=\"T1\" FONTSIZE=\"8\" FONTFAMILY=\"Antiqua\"/>\
         <TextStyle ID=\"T2\" FONTSIZE=\"24\" FONTFAMILY=\"Fraktur\" FONTSTYLE=\"bold\" FONTCOLOR=\"aa0000\"/></Styles>\
         <Layout>{pages}</Layout></alto>"
    )
}

const HARBOUR: &str = r#"<Page WIDTH="3000" HEIGHT="5000"><PrintSpace>
<TextBlock STYLEREFS="T2"><TextLine HPOS="300" VPOS="600" WIDTH="900" HEIGHT="100" BASELINE="675">
<String CONTENT="Neue" HPOS="300" VPOS="600" WIDTH="400" HEIGHT="100"/><SP WIDTH="20"/>
<String CONTENT="Brücke" HPOS="720" VPOS="600" WIDTH="480" HEIGHT="100"/></TextLine></TextBlock>
<ComposedBlock><TextBlock STYLEREFS="T1"><TextLine HPOS="300" VPOS="800" WIDTH="900" HEIGHT="40">
<String CONTENT="Am"/><SP/><String CONTENT="Ha" SUBS_TYPE="HypPart1" SUBS_CONTENT="Hafen"/><HYP CONTENT="-"/></TextLine>
<TextLine HPOS="300" VPOS="850" WIDTH="900" HEIGHT="40">
<String CONTENT="fen" SUBS_TYPE="HypPart2" SUBS_CONTENT="Hafen"/><SP/><String CONTENT="Süd&#038;Nord"/></TextLine></TextBlock>
<Illustration HPOS="1500" VPOS="600" WIDTH="900" HEIGHT="700"/>
<GraphicalElement HPOS="1400" VPOS="600" WIDTH="5" HEIGHT="2000"/></ComposedBlock></PrintSpace></Page>"#;

fn read(document: &str) -> Vec<Result<RawPage, ImportError>> {
    Alto.pages("page.xml", document.as_bytes().to_vec()).collect()
}

#[track_caller]
fn only(document: &str) -> RawPage {
    let mut pages = read(document);
    assert_eq!(pages.len(), 1);
    pages.remove(0).unwrap()
}

#[test]
fn alto_is_known_by_its_root() {
    assert!(Alto.knows_content(document(HARBOUR).as_bytes()));
    assert!(Alto.knows_content(b"<v4:alto xmlns:v4='x'/>"));
    assert!(
        !Alto.knows_content(b"<mets><alto/></mets>")
            && !Alto.knows_content("<alto 是一种格式".replace('<', "").as_bytes())
    );
    assert!(!Alto.knows_name("page.xml"));
}

#[test]
fn lines_keep_their_order_their_words_and_their_hyphens() {
    let page = only(&document(HARBOUR));
    assert_eq!(page.text, "Neue Brücke\n\nAm Ha-\nfen Süd&Nord\n");
    assert_eq!(page.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 3, 4]);
}

#[test]
fn boxes_and_type_are_in_points() {
    let page = only(&document(HARBOUR));
    let head = page.lines[0].geometry.as_deref().unwrap();
    assert_eq!((head.bounds.left, head.bounds.bottom, head.baseline), (72.0, 168.0, Some(162.0)));
    assert_eq!((head.type_size, head.weight, head.colour), (Some(24.0), Some(75.0), Some([0xAA, 0, 0])));
    let text = page.lines[1].geometry.as_deref().unwrap();
    assert_eq!((text.type_size, text.weight), (Some(8.0), Some(48.0)));
    assert_ne!(head.face, text.face);
    let geometry = page.geometry.unwrap();
    assert_eq!((geometry.width, geometry.height), (720.0, 1200.0));
    assert_eq!((geometry.pictures.len(), geometry.rules.len()), (1, 1));
    assert_eq!((geometry.rules[0].thickness * 10.0).round(), 12.0);
}

#[test]
fn one_size_for_all_is_none() {
    let one = document(HARBOUR).replace("FONTSIZE=\"24\"", "FONTSIZE=\"8\"");
    let sizes: Vec<f32> = only(&one).lines.iter().filter_map(|line| line.type_size()).collect();
    assert!(sizes[0] > 2.0 * sizes[1], "{sizes:?}");
}

#[test]
fn every_page_element_is_a_page() {
    let pages = read(&document(&format!("{HARBOUR}<Page/>{HARBOUR}")));
    let seen: Vec<_> =
        pages.into_iter().map(|page| page.unwrap()).map(|page| (page.source_page, page.first_line)).collect();
    assert_eq!(seen, [(1, 1), (3, 6)]);
}

#[test]
fn ideographs_stand_without_spaces_and_run_down_where_their_box_does() {
    let vertical = r#"<Page WIDTH="2000" HEIGHT="3000"><TextBlock>
<TextLine HPOS="1800" VPOS="100" WIDTH="40" HEIGHT="400"><String CONTENT="渡口" HPOS="1800" VPOS="100" WIDTH="40" HEIGHT="90"/><SP/>
<String CONTENT="修好了栈桥" HPOS="1800" VPOS="195" WIDTH="40" HEIGHT="300"/></TextLine>
<TextLine BASEDIRECTION="ttb" HPOS="1700" VPOS="100" WIDTH="40" HEIGHT="50"><String CONTENT="灯"/></TextLine></TextBlock></Page>"#;
    let page = only(&document(vertical));
    assert_eq!(page.text, "渡口修好了栈桥\n灯\n");
    assert!(page.lines.iter().all(|line| line.geometry.as_deref().unwrap().writing == Writing::Vertical));
}

#[test]
fn boxes_that_are_none_are_left_out_and_the_text_stays() {
    let edges = [("NaN", "1"), ("inf", "5"), ("1e38", "5"), ("10", "-5"), ("99999", "5")];
    let line = |(left, width): &(&str, &str)| {
        format!("<TextLine HPOS='{left}' VPOS='9' WIDTH='{width}' HEIGHT='9'><String CONTENT='Wort'/></TextLine>")
    };
    let lines: String = edges.iter().map(line).collect();
    let page = only(&document(&format!("<Page WIDTH='3000' HEIGHT='NaN'><TextBlock>{lines}</TextBlock></Page>")));
    assert_eq!(page.lines.len(), 5);
    assert!(page.lines.iter().all(|line| line.geometry.is_none()));
}

#[test]
fn a_file_that_breaks_off_keeps_its_whole_lines() {
    let whole = document(HARBOUR);
    let cut = &whole[..whole.find("fen\" SUBS_TYPE").unwrap()];
    let pages = read(cut);
    assert_eq!(pages[0].as_ref().unwrap().text, "Neue Brücke\n\nAm Ha-\n");
    assert!(matches!(pages[1], Err(ImportError::BrokenOff)));
    let early = &whole[..whole.find("Neue").unwrap()];
    assert!(matches!(read(early)[..], [Err(ImportError::BrokenOffEarly)]));
    assert!(matches!(read(&document("<Page/>"))[..], [Err(ImportError::NotText(_))]));
}

#[test]
fn what_is_nested_deeply_is_read() {
    let deep = document(&HARBOUR.replace("<PrintSpace>", &"<ComposedBlock>".repeat(200_000)));
    assert_eq!(only(&deep).lines.len(), 3);
}
