//! The page as a picture: a terminal that knows the graphics protocol of kitty, as far as the reader uses it, and
//! what it shows and holds.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use paper_reader::import;
use paper_reader::model::{Bounds, PageSize, PictureRequest, PixelSize};

use crate::pdf_file::{PdfFile, text};
use crate::terminal::{Home, PATIENCE, Terminal};
use crate::user::User;

/// What the reader asks, and what kitty answers.
const QUESTION: &str = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\";
const ANSWER: &str = "\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.40.1)\x1b\\";

const HEADLINE: &str = "雾里的渡船准点";

/// A page of 400 by 600 points with an article and a picture.
fn page() -> Vec<u8> {
    let mut contents = String::from("0.1 0.5 0.7 rg 250 60 120 90 re f 0 g\n");
    contents += &text("Song", 22.0, 40.0, 500.0, HEADLINE);
    for (line, words) in (0..).zip([
        "　　本报讯 昨天清晨，大雾锁江，渡船准点开出。",
        "船上四十七人，没有一人误了早班。",
        "船长说，雾是老朋友了。",
    ]) {
        contents += &text("Song", 10.0, 40.0, 470.0 - 16.0 * line as f32, words);
    }
    PdfFile::new().page(contents).bytes()
}

/// A picture as it stands on the screen.
#[derive(Clone, Debug, PartialEq)]
struct Placed {
    at: (u16, u16),
    cells: (u16, u16),
    /// The rows of pixels that are seen: the first, and how many.
    rows: (u32, u32),
}

/// What a terminal holds and shows.
#[derive(Debug, Default)]
struct Kitty {
    /// PNG files by their numbers.
    held: BTreeMap<u32, Vec<u8>>,
    shown: BTreeMap<u32, Placed>,
    /// How many pictures were handed over.
    sent: usize,
    /// Whether characters stand for the cells of one.
    is_stood_in_for: bool,
}

impl Kitty {
    /// Does all that was written.
    fn of(terminal: &Terminal) -> Self {
        let bytes = terminal.bytes();
        let written = String::from_utf8_lossy(&bytes);
        let mut kitty = Self::default();
        let (mut at, mut coming) = ((0, 0), (0, String::new()));
        let mut rest = &*written;
        while let Some(start) = rest.find('\x1b') {
            rest = &rest[start + 1..];
            if let Some(command) = rest.strip_prefix("_G") {
                // What has not ended has not been written whole.
                let Some((command, behind)) = command.split_once("\x1b\\") else { break };
                let (control, data) = command.split_once(';').unwrap_or((command, ""));
                kitty.obey(control, data, at, &mut coming);
                rest = behind;
            } else if rest.starts_with("[2J") || rest.starts_with("[?1049l") {
                kitty.shown.clear();
            } else if let Some((row, column)) = cursor(rest) {
                at = (row - 1, column - 1);
            }
        }
        kitty
    }

    fn obey(&mut self, control: &str, data: &str, at: (u16, u16), coming: &mut (u32, String)) {
        let keys: BTreeMap<&str, &str> = control.split(',').filter_map(|pair| pair.split_once('=')).collect();
        let number = |key: &str| keys.get(key).map_or(0, |value| value.parse::<u32>().unwrap());
        assert!(control == "i=31,s=1,v=1,a=q,t=d,f=24" || keys["q"] == "2", "no answer is wanted: {control}");
        match keys.get("a").copied() {
            Some("t") | None => {
                if keys.contains_key("a") {
                    assert_eq!((keys["f"], keys["t"]), ("100", "d"));
                    *coming = (number("i"), String::new());
                    self.sent += 1;
                }
                assert!(data.len() <= 4096);
                coming.1 += data;
                if number("m") == 0 {
                    self.held.insert(coming.0, STANDARD.decode(&coming.1).unwrap());
                }
            }
            Some("p") => {
                self.is_stood_in_for |= keys.contains_key("U");
                assert!(self.held.contains_key(&number("i")), "{control}");
                let (cells, rows) = ((number("c") as u16, number("r") as u16), (number("y"), number("h")));
                self.shown.insert(number("i"), Placed { at, cells, rows });
            }
            Some("d") => {
                self.shown.remove(&number("i"));
                if keys["d"] == "I" {
                    self.held.remove(&number("i"));
                }
            }
            _ => {}
        }
    }

    /// The one picture on the screen: its pixels' columns, rows, and the pixels.
    fn picture(&self) -> Option<(&Placed, PixelSize, Vec<u8>)> {
        assert!(self.shown.len() <= 1);
        let (number, placed) = self.shown.iter().next()?;
        let mut reader = png::Decoder::new(std::io::Cursor::new(&self.held[number])).read_info().unwrap();
        let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rgb).unwrap();
        Some((placed, PixelSize { width: info.width, height: info.height }, rgb))
    }

    fn is_empty(&self) -> bool {
        self.held.is_empty() && self.shown.is_empty()
    }
}

/// The place of a sequence that moves the cursor.
pub(super) fn cursor(sequence: &str) -> Option<(u16, u16)> {
    let (place, _) = sequence.strip_prefix('[')?.split_once('H')?;
    let (row, column) = place.split_once(';')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

#[track_caller]
fn wait_for(terminal: &Terminal, what: &str, found: impl Fn(&Kitty) -> bool) -> Kitty {
    let started = Instant::now();
    loop {
        let kitty = Kitty::of(terminal);
        if found(&kitty) {
            return kitty;
        }
        assert!(started.elapsed() < PATIENCE, "waited in vain for {what}:\n{}", terminal.screen());
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn shows_one(kitty: &Kitty) -> bool {
    kitty.shown.len() == 1
}

/// A reader that has opened the article of a page, in a terminal that answers if it is asked.
pub(super) fn open(home: &Home, answer: Option<&str>) -> Terminal {
    std::fs::write(home.path().join("page.pdf"), page()).unwrap();
    let mut terminal = home.open(100, 40, &["page.pdf"]);
    open_article(&mut terminal);
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("\x1b_G"), "nothing is asked before it is needed");
    terminal.type_keys("r");
    if let Some(answer) = answer {
        wait_for_question(&terminal);
        terminal.type_keys(answer);
    }
    terminal
}

/// Opens the article once all of the list is there.
#[track_caller]
fn open_article(terminal: &mut Terminal) {
    terminal.wait_until("the list", |screen| screen.contains(HEADLINE) && screen.contains("  共"));
    terminal.type_keys("\r");
    terminal.wait_until("the article", |screen| screen.contains("提纲") && screen.contains("大雾锁江"));
}

#[track_caller]
fn wait_for_question(terminal: &Terminal) {
    terminal.wait_until("the question", |_| String::from_utf8_lossy(&terminal.bytes()).contains(QUESTION));
}

/// The picture that is to be seen, drawn by this process.
pub(super) fn rendering(region: Bounds, size: PixelSize) -> Vec<u8> {
    let user = User::new();
    let file = user.write("page.pdf", page());
    let parsed = user.done(&["parse", "--format", "json", "page.pdf"]);
    let json: serde_json::Value = serde_json::from_str(&parsed).unwrap();
    let lit: Vec<Bounds> = json["pages"][0]["articles"][0]["boxes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|placed| {
            let at = |i: usize| placed[i].as_f64().unwrap() as f32;
            Bounds { left: at(1), top: at(2), right: at(3), bottom: at(4) }
        })
        .collect();
    let request = PictureRequest {
        source: file.display().to_string(),
        page: PageSize { page: 1, width: 400.0, height: 600.0 },
        region,
        size,
        lit: lit.clone(),
    };
    let mut picture = import::picture(&request).unwrap();
    picture.light(region, &lit);
    picture.rgb
}

#[test]
fn the_page_is_shown_as_it_is_drawn_and_nothing_is_left_of_it() {
    let home = Home::new();
    let mut terminal = open(&home, Some(ANSWER));
    let kitty = wait_for(&terminal, "a picture", shows_one);
    let (placed, size, rgb) = kitty.picture().unwrap();
    assert_eq!(size, PixelSize { width: u32::from(placed.cells.0) * 10, height: u32::from(placed.cells.1) * 20 });
    assert_eq!(placed.rows, (0, size.height));
    let whole = Bounds { left: 0.0, top: 0.0, right: 400.0, bottom: 600.0 };
    assert!(rgb == rendering(whole, size), "the picture is that of the page");
    assert!(terminal.screen().contains("版面图像"), "{}", terminal.screen());
    let (at, cells) = (placed.at, placed.cells);
    terminal.with_screen(|screen| {
        for row in at.0..at.0 + cells.1 {
            let under = (at.1..at.1 + cells.0).filter_map(|column| screen.cell(row, column));
            assert!(under.into_iter().all(|cell| cell.contents().trim().is_empty()), "{row}");
        }
    });

    terminal.type_keys("+");
    let close = wait_for(&terminal, "the article", |kitty| shows_one(kitty) && kitty.sent == 2);
    assert!(close.picture().unwrap().1 != size);
    terminal.type_keys("-");
    let again = wait_for(&terminal, "the page", |kitty| kitty.picture().is_some_and(|(_, back, _)| back == size));
    assert_eq!(again.sent, 2, "what the terminal holds is not handed over again");

    terminal.type_keys("?");
    wait_for(&terminal, "no picture under the help", |kitty| kitty.shown.is_empty());
    terminal.type_keys("\x1b");
    wait_for(&terminal, "the picture again", shows_one);

    terminal.type_keys("r");
    wait_for(&terminal, "nothing", Kitty::is_empty);
    terminal.wait_for("大雾锁江");
    terminal.type_keys("rrq");
    assert_eq!(terminal.wait_for_exit(), 0);
    assert!(Kitty::of(&terminal).is_empty());
    assert!(terminal.is_given_back());
}

#[test]
fn another_size_of_the_screen_has_another_picture_and_only_that() {
    let home = Home::new();
    let mut terminal = open(&home, Some(ANSWER));
    wait_for(&terminal, "a picture", shows_one);
    for (columns, rows) in [(80, 24), (120, 30), (30, 8), (100, 40)] {
        let before = Kitty::of(&terminal).sent;
        terminal.resize(columns, rows);
        let kitty = wait_for(&terminal, "another picture", |kitty| shows_one(kitty) && kitty.sent > before);
        let (placed, ..) = kitty.picture().unwrap();
        assert!(placed.at.1 + placed.cells.0 <= columns && placed.at.0 + placed.cells.1 < rows, "{placed:?}");
        assert!(kitty.held.len() <= 2);
    }
    let painted = |terminal: &Terminal| String::from_utf8_lossy(&terminal.bytes()).matches("\x1b[2J").count();
    let before = painted(&terminal);
    terminal.type_keys("\x0c");
    terminal.wait_until("a screen painted anew", |_| painted(&terminal) > before);
    wait_for(&terminal, "the picture on a screen painted anew", shows_one);
    terminal.type_keys("h");
    wait_for(&terminal, "nothing", Kitty::is_empty);
}

#[test]
fn nothing_is_left_when_the_reader_is_ended_or_stopped() {
    use rustix::process::{Pid, Signal, kill_process};
    let home = Home::new();
    let mut terminal = open(&home, Some(ANSWER));
    wait_for(&terminal, "a picture", shows_one);
    let process = Pid::from_raw(terminal.process() as i32).unwrap();
    terminal.type_keys("\x1a");
    wait_for(&terminal, "nothing while it is stopped", Kitty::is_empty);
    kill_process(process, Signal::CONT).unwrap();
    wait_for(&terminal, "the picture again", shows_one);
    kill_process(process, Signal::TERM).unwrap();
    terminal.wait_for_exit();
    assert!(Kitty::of(&terminal).is_empty());
}

#[test]
fn without_an_answer_the_text_is_shown() {
    let home = Home::new();
    let mut terminal = open(&home, None);
    let screen = terminal.wait_for("这个终端不显示图像");
    assert!(screen.contains("大雾锁江"), "{screen}");
    assert!(Kitty::of(&terminal).is_empty());
    terminal.type_keys("r");
    terminal.wait_until("the article again", |screen| screen.contains("提纲"));
}

#[test]
fn keys_typed_round_the_answer_are_kept() {
    let home = Home::new();
    let terminal = open(&home, Some(&format!("j{ANSWER}+")));
    let kitty = wait_for(&terminal, "the article close at hand", |kitty| {
        kitty.picture().is_some_and(|(placed, ..)| placed.cells.1 < placed.cells.0 / 2)
    });
    assert!(shows_one(&kitty) && terminal.screen().contains("版面图像"), "{}", terminal.screen());
}

#[test]
fn a_pdf_that_has_moved_is_said_and_its_text_shown() {
    let home = Home::new();
    std::fs::write(home.path().join("page.pdf"), page()).unwrap();
    let mut terminal = home.open(100, 40, &["page.pdf"]);
    open_article(&mut terminal);
    std::fs::rename(home.path().join("page.pdf"), home.path().join("moved.pdf")).unwrap();
    terminal.type_keys("r");
    wait_for_question(&terminal);
    terminal.type_keys(ANSWER);
    let screen = terminal.wait_for("PDF 已不在原处");
    assert!(screen.contains("大雾锁江"), "{screen}");
}

/// A tmux server of our own in a terminal that answers as kitty does, with the reader in it.
struct Tmux {
    home: Home,
    terminal: Terminal,
    /// How many questions have been answered.
    answered: [usize; 2],
}

impl Tmux {
    /// None where there is no tmux.
    fn open(passthrough: &str) -> Option<Self> {
        Command::new("tmux").arg("-V").output().ok().filter(|output| output.status.success())?;
        let home = Home::new();
        std::fs::write(home.path().join("page.pdf"), page()).unwrap();
        let conf = home.file("tmux.conf", &format!("set -g allow-passthrough {passthrough}\nset -g escape-time 10\n"));
        let reader = home.command(&[]);
        let program = reader.get_argv()[0].to_str().unwrap().to_owned();
        let mut command = home.command(&[]);
        let socket = home.path().join("socket").display().to_string();
        let line = format!("LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 '{program}' page.pdf");
        *command.get_argv_mut() =
            ["tmux", "-u", "-S", &socket, "-f", &conf, "new-session", &line].map(Into::into).to_vec();
        command.env("PATH", std::env::var("PATH").unwrap());
        command.env("LC_ALL", "C.UTF-8");
        let terminal = Terminal::start(command, 100, 40);
        let mut tmux = Self { home, terminal, answered: [0; 2] };
        tmux.wait_until("the list", |tmux| tmux.terminal.screen().contains("  共"));
        Some(tmux)
    }

    /// What tmux says to this.
    fn told(&self, arguments: &[&str]) -> String {
        let mut tmux = Command::new("tmux");
        tmux.env_remove("TMUX").env("LC_ALL", "C.UTF-8").arg("-u").arg("-S").arg(self.home.path().join("socket"));
        String::from_utf8_lossy(&tmux.args(arguments).output().unwrap().stdout).into_owned()
    }

    /// Answers what has been asked, until something is so.
    #[track_caller]
    fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !is_so(self) {
            let bytes = self.terminal.bytes();
            let written = String::from_utf8_lossy(&bytes);
            let asked = [
                written.matches(QUESTION).count(),
                written.matches("\x1b[>q").count() + written.matches("\x1b[>0q").count(),
            ];
            for (i, answer) in ["\x1b_Gi=31;OK\x1b\\", "\x1bP>|kitty(0.40.1)\x1b\\"].into_iter().enumerate() {
                (self.answered[i]..asked[i]).for_each(|_| self.terminal.type_keys(answer));
            }
            self.answered = asked;
            assert!(started.elapsed() < PATIENCE, "waited in vain for {what}:\n{}", self.terminal.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// How many characters stand for cells of a picture in its pane.
    fn standing_in(&self) -> usize {
        self.told(&["capture-pane", "-p"]).matches('\u{10EEEE}').count()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let socket = self.home.path().join("socket");
        let _ = Command::new("tmux").arg("-S").arg(socket).arg("kill-server").output();
    }
}

#[test]
fn in_tmux_characters_stand_for_the_picture() {
    let Some(mut tmux) = Tmux::open("on") else {
        eprintln!("no tmux here: skipped");
        return;
    };
    tmux.terminal.type_keys("\r");
    tmux.wait_until("the article", |tmux| tmux.terminal.screen().contains("提纲"));
    tmux.terminal.type_keys("r");
    tmux.wait_until("a picture", |tmux| shows_one(&Kitty::of(&tmux.terminal)) && tmux.standing_in() > 0);
    let kitty = Kitty::of(&tmux.terminal);
    let (placed, size, rgb) = kitty.picture().unwrap();
    assert!(kitty.is_stood_in_for);
    assert_eq!(tmux.standing_in(), usize::from(placed.cells.0) * usize::from(placed.cells.1));
    let whole = Bounds { left: 0.0, top: 0.0, right: 400.0, bottom: 600.0 };
    assert!(rgb == rendering(whole, size), "the picture is that of the page");
    tmux.terminal.type_keys("r");
    tmux.wait_until("nothing", |tmux| Kitty::of(&tmux.terminal).is_empty() && tmux.standing_in() == 0);
}

#[test]
fn tmux_that_lets_nothing_through_is_said() {
    let Some(mut tmux) = Tmux::open("off") else {
        eprintln!("no tmux here: skipped");
        return;
    };
    tmux.terminal.type_keys("\r");
    tmux.wait_until("the article", |tmux| tmux.terminal.screen().contains("提纲"));
    tmux.terminal.type_keys("r");
    tmux.wait_until("the reason", |tmux| tmux.terminal.screen().contains("allow-passthrough on"));
    assert!(tmux.terminal.screen().contains("大雾锁江"));
    assert!(Kitty::of(&tmux.terminal).is_empty());
}
