//! Pages recognised from pictures (ALTO, hOCR), through the real program.

#![allow(clippy::unwrap_used)]

use serde_json::Value;

use crate::user::User;

/// A line of ALTO at a place, of a height, with its words.
fn line(top: u32, height: u32, words: &str) -> String {
    let words: Vec<String> = words.split(' ').map(|word| format!("<String CONTENT=\"{word}\"/>")).collect();
    let words = words.join("<SP/>");
    format!("<TextLine HPOS=\"200\" VPOS=\"{top}\" WIDTH=\"1500\" HEIGHT=\"{height}\">{words}</TextLine>")
}

fn alto() -> String {
    let lines = [
        line(200, 120, "Die Fähre fährt wieder"),
        line(400, 40, "Seit gestern fährt die Fähre wieder über den Fluß und"),
        line(450, 40, "hält an beiden Ufern. Die Leute standen am Steg und"),
        line(500, 40, "warteten, bis das erste Boot kam."),
    ];
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description>\
         <Layout><Page WIDTH=\"2480\" HEIGHT=\"3508\"><PrintSpace><TextBlock>{}</TextBlock></PrintSpace></Page></Layout></alto>",
        lines.concat()
    )
}

#[test]
fn alto_is_read_whatever_its_name() {
    let user = User::new();
    user.write("page.txt", alto());
    let parsed: Value = serde_json::from_str(&user.done(&["parse", "page.txt"])).unwrap();
    let page = parsed["pages"][0].to_string();
    assert!(page.contains("Fähre wieder über den Fluß und hält an beiden Ufern."), "{page}");
    assert!(!page.contains("TextLine"), "{page}");
}

#[test]
fn what_broke_off_is_said_and_what_came_before_is_read() {
    let user = User::new();
    let alto = alto();
    user.write("page.xml", &alto[..alto.find("warteten").unwrap()]);
    let run = user.run(&["parse", "page.xml"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("hält an beiden Ufern"), "{}", run.out);
    assert!(run.err.contains("page.xml: the file breaks off"), "{}", run.err);
}

#[test]
fn xml_of_another_kind_is_text() {
    let user = User::new();
    user.write("page.xml", "<note>Die Fähre fährt wieder.</note>\n");
    assert!(user.done(&["parse", "page.xml"]).contains("<note>"));
}
