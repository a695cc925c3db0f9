//! The colours that a terminal has, and what a theme's colours become where it has fewer.

use ratatui::style::{Color, Modifier, Style};

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Any.
    True,
    /// The 256 of xterm.
    Indexed,
    /// Eight, and bold for the brighter ones.
    Eight,
    /// None.
    None,
}

impl Colours {
    /// What the environment says: NO_COLOR (no-color.org), COLORTERM, TERM.
    pub fn of_environment(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Self {
        /// Terminals of true colour whose COLORTERM does not reach other machines.
        const TRUE: [&str; 6] = ["alacritty", "contour", "foot", "ghostty", "kitty", "wezterm"];
        let term = term.unwrap_or("xterm-direct");
        if no_color.is_some_and(|set| !set.is_empty()) || term.starts_with("vt") || term.ends_with("-mono") {
            return Self::None;
        }
        if term.starts_with("linux") {
            return Self::Eight;
        }
        let is_true = matches!(colorterm, Some("truecolor" | "24bit")) || term.ends_with("-direct");
        if is_true || TRUE.iter().any(|name| term.contains(name)) {
            return Self::True;
        }
        if term.contains("256color") { Self::Indexed } else { Self::Eight }
    }
}

/// A style in the 256 colours.
pub fn indexed(style: Style) -> Style {
    let nearest = |colour| match colour {
        Color::Rgb(..) => {
            let near = (16..=255).min_by_key(|index| distance(rgb(Color::Indexed(*index)), rgb(colour)));
            near.map_or(colour, Color::Indexed)
        }
        named => named,
    };
    Style { fg: style.fg.map(nearest), bg: style.bg.map(nearest), ..style }
}

/// Whether a ground is a light one; one that the theme does not set counts as dark.
pub fn is_light(ground: Option<Color>) -> bool {
    ground.is_some_and(|ground| ground != Color::Reset && luminance(rgb(ground)) > 0.3)
}

/// A ground of its own, in the eight colours.
pub fn eight_ground(light: bool) -> Color {
    if light { Color::Gray } else { Color::Black }
}

/// A style in the eight colours; `shade` is what its own ground becomes, if it has one. Dim letters
/// cannot be read there, and on a light ground bold ones are grey and underlined ones cyan (Linux):
/// blue stands for all that.
pub fn eight(style: Style, light: bool, shade: Color) -> Style {
    let weight = style.add_modifier - Modifier::DIM;
    let (strong, underlined) = (weight.contains(Modifier::BOLD), weight.contains(Modifier::UNDERLINED));
    let plain = Style { fg: None, bg: None, add_modifier: weight - Modifier::BOLD, ..style };
    let ink = style.fg.and_then(hue);
    if style.bg.is_some_and(|ground| ground != Color::Reset) {
        return on(plain, shade);
    }
    if light {
        let ink = if strong || underlined || ink.is_some() { Color::Blue } else { Color::Black };
        return Style { fg: Some(ink), add_modifier: plain.add_modifier - Modifier::UNDERLINED, ..plain };
    }
    match ink {
        Some(ink) => plain.fg(ink).add_modifier(Modifier::BOLD),
        None => Style { fg: style.fg.map(|_| Color::Gray), add_modifier: weight, ..plain },
    }
}

/// Text on a ground of its own: black or bright white, whichever is read better, and no line under it.
fn on(style: Style, ground: Color) -> Style {
    let style = Style { add_modifier: style.add_modifier - Modifier::UNDERLINED, ..style }.bg(ground);
    if luminance(rgb(ground)) > 0.2 {
        style.fg(Color::Black)
    } else {
        style.fg(Color::Gray).add_modifier(Modifier::BOLD)
    }
}

/// The one of the six that a colour is a shade of; none for what is nearly grey.
fn hue(colour: Color) -> Option<Color> {
    const LEAST: i32 = 60;
    let (r, g, b) = rgb(colour);
    let (r, g, b) = (i32::from(r), i32::from(g), i32::from(b));
    let most = r.max(g).max(b);
    let chroma = most - r.min(g).min(b);
    if chroma < LEAST {
        return None;
    }
    let degrees = match most {
        _ if most == r => 60 * (g - b) / chroma,
        _ if most == g => 120 + 60 * (b - r) / chroma,
        _ => 240 + 60 * (r - g) / chroma,
    };
    Some(match degrees.rem_euclid(360) {
        20..75 => Color::Yellow,
        75..165 => Color::Green,
        165..200 => Color::Cyan,
        200..260 => Color::Blue,
        260..330 => Color::Magenta,
        _ => Color::Red,
    })
}

/// What terminals commonly make of a colour: the 16 as Linux has them, the others as xterm.
pub fn rgb(colour: Color) -> (u8, u8, u8) {
    const HALF: u8 = 0xAA;
    const QUARTER: u8 = 0x55;
    match colour {
        Color::Rgb(r, g, b) => (r, g, b),
        Color::Indexed(3) => (HALF, QUARTER, 0),
        Color::Indexed(index @ 0..16) => {
            let low = if index < 8 { 0 } else { QUARTER };
            let part = |bit: u8| low + if index >> bit & 1 == 1 { HALF } else { 0 };
            (part(0), part(1), part(2))
        }
        Color::Indexed(index @ 16..232) => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let index = index - 16;
            (level(index / 36), level(index / 6 % 6), level(index % 6))
        }
        Color::Indexed(index) => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
        named => colour_number(named).map_or((HALF, HALF, HALF), |number| rgb(Color::Indexed(number))),
    }
}

/// The number of a colour that has a name, from 0 to 15; none for any other.
pub fn colour_number(colour: Color) -> Option<u8> {
    NAMED.iter().zip(0..).find(|(named, _)| **named == colour).map(|(_, number)| number)
}

/// The colours that have a name, by their numbers.
const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// How far two colours are from each other to the eye: green counts most, blue least, and a shade of
/// red is nearer to another red than to a grey.
fn distance((r, g, b): (u8, u8, u8), (red, green, blue): (u8, u8, u8)) -> i32 {
    const SHADE: i32 = 8;
    let apart = |a: u8, b: u8| i32::from(a) - i32::from(b);
    let (r, g, b) = (apart(r, red), apart(g, green), apart(b, blue));
    3 * r * r + 4 * g * g + 2 * b * b + SHADE * ((r - g) * (r - g) + (g - b) * (g - b))
}

/// The relative luminance of a colour (WCAG 2.2).
pub fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_how_many_there_are() {
        for (no_color, colorterm, term, expected) in [
            (None, Some("truecolor"), "xterm-256color", Colours::True),
            (None, Some("24bit"), "tmux-256color", Colours::True),
            (None, None, "xterm-256color", Colours::Indexed),
            (None, Some("yes"), "screen-256color", Colours::Indexed),
            (None, None, "xterm-direct", Colours::True),
            (None, None, "xterm-kitty", Colours::True),
            (None, None, "xterm", Colours::Eight),
            (None, None, "linux", Colours::Eight),
            (None, Some("truecolor"), "linux", Colours::Eight),
            (None, None, "vt100", Colours::None),
            (Some("1"), Some("truecolor"), "xterm-256color", Colours::None),
            (Some(""), None, "xterm-256color", Colours::Indexed),
        ] {
            assert_eq!(Colours::of_environment(no_color, colorterm, Some(term)), expected, "{term}");
        }
    }

    #[test]
    fn a_colour_is_a_shade_of_one_of_six() {
        let of = |r, g, b| hue(Color::Rgb(r, g, b));
        assert_eq!(of(0x9b, 0x2a, 0x1c), Some(Color::Red));
        assert_eq!(of(0xff, 0xd8, 0x4d), Some(Color::Yellow));
        assert_eq!(of(0xc5, 0xd9, 0xec), None);
        assert_eq!(of(0x2a, 0x26, 0x20), None);
        assert_eq!(hue(Color::LightMagenta), Some(Color::Magenta));
        assert_eq!(hue(Color::Yellow), Some(Color::Yellow));
    }
}
