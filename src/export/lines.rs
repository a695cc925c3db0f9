//! The lines of raw pages as text and as JSON.

use std::io;

use serde::Serialize;

use super::json;
use crate::model::{Bounds, RawLine, RawPage, Writing};

/// The lines of a page, one a line.
///
/// # Errors
/// None.
pub fn text(page: &RawPage) -> io::Result<String> {
    Ok(page.lines.iter().map(|line| format!("{}\n", page.line(line))).collect())
}

/// The lines of a page with what is known of their print, a JSON object each.
///
/// # Errors
/// Where a line has no JSON.
pub fn json(page: &RawPage) -> io::Result<String> {
    page.lines.iter().map(|line| Ok(json::line(&JsonLine::of(page, line))? + "\n")).collect()
}

#[derive(Serialize)]
struct JsonLine<'a> {
    page: u32,
    text: &'a str,
    #[serde(rename = "box")]
    bounds: Option<[f64; 4]>,
    size: Option<f64>,
    weight: Option<f64>,
    setting: &'static str,
}

impl<'a> JsonLine<'a> {
    fn of(page: &'a RawPage, line: &RawLine) -> Self {
        let geometry = line.geometry.as_deref();
        Self {
            page: page.source_page,
            text: page.line(line),
            bounds: geometry.map(|geometry| corners(geometry.bounds)),
            size: line.type_size().map(rounded),
            weight: geometry.and_then(|geometry| geometry.weight).map(rounded),
            setting: match geometry.map(|geometry| geometry.writing).unwrap_or_default() {
                Writing::Horizontal => "horizontal",
                Writing::Vertical => "vertical",
                Writing::Turned => "turned",
            },
        }
    }
}

fn corners(bounds: Bounds) -> [f64; 4] {
    [bounds.left, bounds.top, bounds.right, bounds.bottom].map(rounded)
}

/// A hundredth of a point is less than any press can print.
fn rounded(number: f32) -> f64 {
    (f64::from(number) * 100.0).round() / 100.0
}
