//! Colours and weights by meaning: the code says "headline", the theme says how that looks.
//!
//! A theme is a TOML file with a line for each [`Role`]: attributes, a colour, `on` and a ground,
//! as in `match = "bold #2a2620 on #f0d58a"`.

mod colours;

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Diagnostic, read_toml, unknown};
use crate::model::Tag;
use crate::phrase::Sentence;
use crate::typeset::Face;

pub use colours::{Colours, colour_number};

macro_rules! roles {
    ($($(#[doc = $doc:literal])+ $role:ident $name:literal;)+) => {
        /// What something on the screen means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Role {
            $($(#[doc = $doc])+ $role,)+
        }

        /// Every role with its name in a theme, in the order of the roles.
        const ROLES: &[(Role, &str)] = &[$((Role::$role, $name),)+];
    };
}

roles! {
    /// The ground and what has no other role.
    Text "text";
    /// The newspaper's name, the day, the page.
    Masthead "masthead";
    /// Rules between the parts of the screen.
    Rule "rule";
    /// What should not catch the eye.
    Quiet "quiet";
    /// What should.
    Accent "accent";
    /// A newspaper and its day in the list.
    Edition "edition";
    /// A page's name in the list.
    Page "page";
    /// A headline in the list.
    Row "row";
    /// The headline of an article that was read.
    RowRead "row-read";
    /// The headline that the cursor is on.
    RowCurrent "row-current";
    /// The mark of a bookmark that has no colour.
    Mark "mark";
    /// Words that are highlighted in no colour.
    Highlight "highlight";
    /// A red bookmark: the words that it highlights, and its mark.
    TagRed "tag-red";
    /// A yellow bookmark: the words that it highlights, and its mark.
    TagYellow "tag-yellow";
    /// A green bookmark: the words that it highlights, and its mark.
    TagGreen "tag-green";
    /// A blue bookmark: the words that it highlights, and its mark.
    TagBlue "tag-blue";
    /// A violet bookmark: the words that it highlights, and its mark.
    TagViolet "tag-violet";
    /// 引题.
    Kicker "kicker";
    /// 主题.
    Headline "headline";
    /// 副题.
    Deck "deck";
    /// Dateline and byline.
    Lead "lead";
    /// A heading in the body.
    Heading "heading";
    /// A paragraph.
    Paragraph "paragraph";
    /// Who speaks.
    Speaker "speaker";
    /// A question.
    Question "question";
    /// An answer.
    Answer "answer";
    /// The closing credit.
    Credit "credit";
    /// The pinyin above a character.
    Pinyin "pinyin";
    /// What a search found.
    Match "match";
    /// The match that the search is at.
    MatchCurrent "match-current";
    /// What is selected.
    Selection "selection";
    /// A line of the page that the article was made of.
    SourceLine "source-line";
    /// The status line.
    Status "status";
    /// How far one has read.
    Progress "progress";
    /// Something the user is told.
    Notice "notice";
    /// A line being typed.
    Prompt "prompt";
    /// A key's name.
    Key "key";
    /// A panel over the panes.
    Panel "panel";
    /// The title of a panel.
    PanelTitle "panel-title";
    /// What is chosen in a panel.
    PanelCurrent "panel-current";
}

/// The themes that come with the program.
const BUILT_IN: [(&str, &str); 4] = [
    ("terminal", include_str!("../../../assets/themes/terminal.toml")),
    ("newsprint", include_str!("../../../assets/themes/newsprint.toml")),
    ("ink", include_str!("../../../assets/themes/ink.toml")),
    ("contrast", include_str!("../../../assets/themes/contrast.toml")),
];

/// How everything looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; ROLES.len()],
}

impl Default for Theme {
    /// The theme `terminal`.
    fn default() -> Self {
        Self::read(BUILT_IN[0].1).0
    }
}

impl Theme {
    /// A theme that comes with the program.
    pub fn built_in(name: &str) -> Option<Self> {
        BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, text)| Self::read(text).0)
    }

    /// The names of the themes that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// Reads a theme. A role that it leaves out, or gives no sense, looks like the text; what is
    /// selected or highlighted is seen all the same.
    pub fn read(text: &str) -> (Self, Vec<Diagnostic>) {
        let mut styles = [Style::new(); ROLES.len()];
        for (role, least) in Self::least() {
            styles[role as usize] = least;
        }
        let diagnostics = read_toml(text, |table, report| {
            for (name, value) in table.iter().filter(|(_, value)| !value.span().is_empty()) {
                let Some((role, _)) = ROLES.iter().find(|(_, known)| known == name.get_ref()) else {
                    let names = ROLES.iter().map(|(_, name)| *name);
                    report(name.span().start, unknown(Sentence::NamedRole, name.get_ref(), names));
                    continue;
                };
                match value.get_ref().as_str().ok_or(Sentence::StyleIsText).and_then(style) {
                    Ok(style) => styles[*role as usize] = style,
                    Err(sentence) => report(value.span().start, sentence),
                }
            }
        });
        (Self { styles }, diagnostics)
    }

    /// What cannot look like the text, in weights alone.
    fn least() -> impl Iterator<Item = (Role, Style)> {
        let reversed = [Role::Selection, Role::MatchCurrent].map(|role| (role, Modifier::REVERSED));
        let tags = Tag::ALL.map(|tag| Self::tag(Some(tag), Role::Mark));
        let underlined = tags.into_iter().chain([Role::Highlight]).map(|role| (role, Modifier::UNDERLINED));
        reversed.into_iter().chain(underlined).map(|(role, modifier)| (role, Style::new().add_modifier(modifier)))
    }

    /// The theme in the colours that a terminal has.
    pub fn in_colours(self, colours: Colours) -> Self {
        match colours {
            Colours::True => self,
            Colours::Indexed => Self { styles: self.styles.map(colours::indexed) },
            Colours::Eight => self.in_eight(),
            Colours::None => self.without_colour(),
        }
    }

    /// The theme in eight colours: one ground for text and panels, black or white, and of other
    /// grounds only the kinds that must be told apart.
    fn in_eight(self) -> Self {
        let light = colours::is_light(self.style(Role::Text).bg);
        let (ground, inverse) = (colours::eight_ground(light), colours::eight_ground(!light));
        let mut styles = self.styles.map(|style| colours::eight(style, light, inverse));
        let shades = [
            (Role::TagRed, Color::Red),
            (Role::TagYellow, Color::Yellow),
            (Role::TagGreen, Color::Green),
            (Role::TagBlue, Color::Blue),
            (Role::TagViolet, Color::Magenta),
            (Role::Match, Color::Cyan),
        ];
        for (role, shade) in shades {
            styles[role as usize] = colours::eight(self.style(role), light, shade);
        }
        for (role, ground) in [(Role::Text, Some(ground)), (Role::Panel, Some(ground)), (Role::Highlight, None)] {
            let style = self.style(role);
            let own = ground.filter(|_| style.bg.is_some());
            styles[role as usize] = Style { bg: own, ..colours::eight(Style { bg: None, ..style }, light, inverse) };
        }
        Self { styles }
    }

    /// The theme without any colour, for those who set `NO_COLOR`: weights and signs remain, and
    /// what was told by a ground is told by reversing; what is highlighted or found, by underlining.
    fn without_colour(self) -> Self {
        let plain = |style: Style| {
            let reversed = if style.bg.is_some() { Modifier::REVERSED } else { Modifier::empty() };
            Style { fg: None, bg: None, ..style }.add_modifier(reversed)
        };
        let mut styles = self.styles.map(plain);
        for ground in [Role::Text, Role::Panel] {
            styles[ground as usize] = Style::new();
        }
        let found = Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
        for (role, least) in Self::least().chain([(Role::Match, found)]) {
            styles[role as usize] = least;
        }
        Self { styles }
    }

    /// How something of this meaning looks.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// The role of a bookmark's colour; `otherwise` where it has none.
    pub fn tag(tag: Option<Tag>, otherwise: Role) -> Role {
        match tag {
            None => otherwise,
            Some(Tag::Red) => Role::TagRed,
            Some(Tag::Yellow) => Role::TagYellow,
            Some(Tag::Green) => Role::TagGreen,
            Some(Tag::Blue) => Role::TagBlue,
            Some(Tag::Violet) => Role::TagViolet,
        }
    }

    /// How a text of an article looks.
    pub fn face(&self, face: Face) -> Style {
        self.style(match face {
            Face::Kicker => Role::Kicker,
            Face::Headline => Role::Headline,
            Face::Deck => Role::Deck,
            Face::Lead => Role::Lead,
            Face::Heading => Role::Heading,
            Face::Paragraph => Role::Paragraph,
            Face::Speaker => Role::Speaker,
            Face::Question => Role::Question,
            Face::Answer => Role::Answer,
            Face::Credit => Role::Credit,
            Face::Pinyin => Role::Pinyin,
        })
    }
}

/// Reads a style: attributes, a colour, `on` and a colour.
fn style(text: &str) -> Result<Style, Sentence> {
    let mut style = Style::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            "on" => style.bg(colour(words.next().ok_or(Sentence::ColourFollowsOn)?)?),
            word => style.fg(colour(word)?),
        };
    }
    Ok(style)
}

fn colour(word: &str) -> Result<Color, Sentence> {
    const ATTRIBUTES: [&str; 5] = ["bold", "dim", "italic", "underline", "reverse"];
    const COLOURS: [&str; 9] = ["default", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
    if word == "default" {
        return Ok(Color::Reset);
    }
    word.parse().map_err(|_| match word.starts_with('#') {
        true => Sentence::NoColour(word.to_owned()),
        false => unknown(Sentence::NamedColour, word, ATTRIBUTES.into_iter().chain(COLOURS)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_roles_are_in_the_order_of_the_table() {
        for (i, (role, _)) in ROLES.iter().enumerate() {
            assert_eq!(*role as usize, i);
        }
    }

    #[test]
    fn every_theme_has_every_role_and_nothing_else() {
        for (name, text) in BUILT_IN {
            let (_, diagnostics) = Theme::read(text);
            assert_eq!(diagnostics, [], "{name}");
            let table = toml::de::DeTable::parse(text).unwrap();
            assert_eq!(table.get_ref().len(), ROLES.len(), "{name}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        let (theme, said) = Theme::read("headlin = 'bold'\nquiet = 'dimm'\naccent = 3\nrule = '#123456 on default'");
        assert_eq!(
            said.iter().map(|diagnostic| (diagnostic.line, diagnostic.column)).collect::<Vec<_>>(),
            [(1, 1), (2, 9), (3, 10)]
        );
        assert_eq!(theme.style(Role::Rule), Style::new().fg(Color::Rgb(0x12, 0x34, 0x56)).bg(Color::Reset));
    }

    #[test]
    fn what_a_theme_leaves_out_is_seen_all_the_same() {
        let (theme, _) = Theme::read("");
        for role in [Role::Selection, Role::MatchCurrent, Role::Highlight, Role::TagBlue] {
            assert_ne!(theme.style(role), theme.style(Role::Paragraph));
        }
    }

    #[test]
    fn without_colour_nothing_is_lost() {
        for name in Theme::names() {
            let theme = Theme::built_in(name).unwrap().in_colours(Colours::None);
            for (role, _) in ROLES {
                let style = theme.style(*role);
                assert_eq!((style.fg, style.bg), (None, None));
            }
            for role in [Role::Selection, Role::MatchCurrent, Role::Highlight, Role::TagRed, Role::TagViolet] {
                assert_ne!(theme.style(role), theme.style(Role::Paragraph), "{name}");
            }
        }
    }

    #[test]
    fn text_stands_out_from_its_ground() {
        let depths = [Colours::True, Colours::Indexed, Colours::Eight];
        for (name, colours) in ["newsprint", "ink", "contrast"].into_iter().flat_map(|name| depths.map(|of| (name, of)))
        {
            let theme = Theme::built_in(name).unwrap().in_colours(colours);
            let ground = theme.style(Role::Text).bg.unwrap();
            let panel = theme.style(Role::Panel).bg.unwrap();
            for (role, role_name) in ROLES.iter().filter(|(role, _)| *role != Role::Rule) {
                let style = theme.style(*role);
                for ground in [ground, panel] {
                    let bold = colours == Colours::Eight && style.add_modifier.contains(Modifier::BOLD);
                    let contrast = contrast(style.fg.unwrap(), bold, style.bg.unwrap_or(ground));
                    assert!(contrast >= 4.5, "{name} {colours:?}: {role_name} {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn what_must_be_told_apart_is_in_any_number_of_colours() {
        let depths = [Colours::True, Colours::Indexed, Colours::Eight];
        for (name, colours) in Theme::names().flat_map(|name| depths.map(|of| (name, of))) {
            let theme = Theme::built_in(name).unwrap().in_colours(colours);
            let apart = [
                Role::Paragraph,
                Role::Selection,
                Role::Match,
                Role::TagRed,
                Role::TagYellow,
                Role::TagGreen,
                Role::TagBlue,
                Role::TagViolet,
                Role::Headline,
            ];
            for (i, one) in apart.iter().enumerate() {
                for other in &apart[i + 1..] {
                    assert_ne!(theme.style(*one), theme.style(*other), "{name} {colours:?} {one:?} {other:?}");
                }
            }
        }
    }

    /// The contrast of two colours (WCAG 2.2, "contrast ratio"), the first one brighter where bold
    /// letters are.
    fn contrast(ink: Color, bold: bool, ground: Color) -> f64 {
        let (r, g, b) = colours::rgb(ink);
        let lift = |part: u8| if bold { part + 0x55 } else { part };
        let (a, b) = (colours::luminance((lift(r), lift(g), lift(b))), colours::luminance(colours::rgb(ground)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
