//! In tmux the screen is after any key what it is after ctrl-l, cell by cell and colour by colour.
//! tmux has its own mind about the width of many characters, and puts cells in the terminal's
//! default colour where half a wide one was painted over.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use crate::idle;
use crate::terminal::{Home, PATIENCE};

/// What terminals disagree on, a class a line. (Families are not among them: tmux joins them or not
/// by how many bytes it happens to read at once.)
const CLASSES: [&str; 14] = [
    "旗帜🇨🇳🇯🇵🇫🇷与🇧🇷相邻",
    "半角片假名ﾊﾟﾊﾞｶﾞと港ﾎﾟｽﾄ",
    "印地语 क्षेत्र की नई नदी योजना 开工",
    "高棉语 ភាសាខ្មែរ ស្ទឹង ថ្មី 开馆",
    "新字𬺰𬻐𮯠𮰀𰀀𰀁𱍐𲎰与港",
    "新表情🫠🫨🪿🫎🩷🪻🫩一排",
    "肤色👍🏽👋🏿👩🏽👶🏻同行",
    "叠加e\u{301}o\u{308}̣a\u{30a}与港\u{301}区\u{20dd}",
    "波斯语 می\u{200c}خواهم کتاب\u{200c}ها 与蒙古文 ᠮᠣᠩᠭᠣᠯ",
    "记号“引号”——破折……1️⃣2️⃣❤️☎︎ⓐ①",
    "韩文 한국어 각\u{1112}\u{1161}\u{11ab} 新港",
    "泰文 ภาษาไทย น้ำ กำลัง 与藏文 བོད་ཡིག",
    "宽宽宽宽宽宽宽宽宽宽宽宽宽宽",
    "a宽b宽宽c宽d宽宽宽e宽f宽",
];

/// Keys that move, pressed one by one, or together where a comma stands: in the list, in the article,
/// over the sides. After those with ! the status line tells something, which ctrl-l takes away.
const KEYS: &str = "Down Down j j k Up } } { G g Enter j j j k Space Space u End Home ]! [! n n n p n n n Tab j j \
    Enter o! j Enter r Space r P! j Space P! v! Space j v! Space n v! t! n n t! n t! w Down Right Left Up Down n w z j \
    Space z s l l j Escape b! B j Escape /,a,Enter! n! h h f,j,Escape! j! ? Space Escape - j = Z j Z j g";

/// A tmux server of our own, with the reader in its one pane.
struct Tmux {
    home: Home,
    program: String,
    /// The server, and the reader.
    processes: Vec<u32>,
}

impl Tmux {
    /// Starts the reader; none where there is no tmux that paints cells of its own accord.
    fn open(columns: u16, rows: u16, theme: &str) -> Option<Self> {
        let program = ["tmux", "/opt/homebrew/bin/tmux"]
            .into_iter()
            .find(|program| Command::new(program).arg("-V").output().is_ok_and(|output| output.status.success()))?;
        let home = Home::new();
        home.file("config/paper-reader/config.toml", &format!("theme = '{theme}'\n"));
        let pages: Vec<_> =
            (0..).zip(CLASSES).map(|(i, class)| home.file(&format!("{i:02}.txt"), &page(i, class))).collect();
        let mut tmux = Self { home, program: program.to_owned(), processes: Vec::new() };
        let reader = tmux.home.command(&pages.iter().map(String::as_str).collect::<Vec<_>>());
        let quoted = |text: &std::ffi::OsStr| format!("'{}'", text.to_str().unwrap());
        let kept = ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"];
        // It begins once all that it writes is kept.
        let mut line = String::from("read begin; exec env COLORTERM=truecolor LANG=zh_CN.UTF-8");
        for name in kept {
            line += &format!(" {name}={}", quoted(reader.get_env(name).unwrap()));
        }
        line.extend(reader.get_argv().iter().map(|argument| format!(" {}", quoted(argument))));
        let size = [columns, rows].map(|cells| cells.to_string());
        tmux.tell(&["-f", "/dev/null", "new-session", "-d", "-x", &size[0], "-y", &size[1], &line]);
        tmux.tell(&["set", "-g", "status", "off"]);
        tmux.tell(&["set", "-g", "escape-time", "0"]);
        tmux.tell(&["pipe-pane", "-O", &format!("cat > '{}'", tmux.stream().display())]);
        let processes = tmux.tell(&["display-message", "-p", "#{pid} #{pane_pid}"]).stdout;
        let processes = String::from_utf8(processes).unwrap();
        tmux.processes = processes.split_whitespace().map(|process| process.parse().unwrap()).collect();
        tmux.tell(&["send-keys", "Enter"]);
        tmux.wait_until("a page", || tmux.frames() > 0 && tmux.capture().contains("民生"));
        Some(tmux)
    }

    fn stream(&self) -> std::path::PathBuf {
        self.home.path().join("stream")
    }

    fn tell(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(&self.program);
        command.env_remove("TMUX").env("LC_ALL", "C.UTF-8").arg("-u").arg("-S").arg(self.home.path().join("socket"));
        let output = command.args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output
    }

    /// The screen with its colours.
    fn capture(&self) -> String {
        String::from_utf8(self.tell(&["capture-pane", "-p", "-e", "-N"]).stdout).unwrap()
    }

    fn rows(&self) -> Vec<Row> {
        let mut look = Look::default();
        self.capture().lines().map(|line| row(line, &mut look)).collect()
    }

    /// What the reader has written so far.
    fn written(&self) -> Vec<u8> {
        fs::read(self.stream()).unwrap_or_default()
    }

    /// The frames that it has written.
    fn frames(&self) -> usize {
        self.written().windows(8).filter(|bytes| bytes == b"\x1b[?2026l").count()
    }

    /// How many articles are in the library.
    fn stored(&self) -> usize {
        let list = self.home.command(&["list"]);
        let mut command = Command::new(&list.get_argv()[0]);
        command.envs(list.iter_full_env_as_str());
        String::from_utf8_lossy(&command.arg("list").output().unwrap().stdout).lines().count()
    }

    fn wait_until(&self, what: &str, done: impl Fn() -> bool) {
        let started = Instant::now();
        while !done() {
            assert!(started.elapsed() < PATIENCE, "waited in vain for {what}\n{}", self.capture());
            thread::sleep(Duration::from_millis(4));
        }
    }

    /// Waits until neither tmux nor the reader has anything to do.
    fn settle(&self) {
        idle::wait(&self.processes, &[]);
    }

    /// Presses a key; the rows of the screen after it, and of the screen painted anew. None where it does not do what
    /// it is for.
    fn press(&self, key: &str) -> Option<[Vec<Row>; 2]> {
        let keys = key.split(',');
        let reader = self.processes.last().copied().unwrap();
        idle::wake(reader, || drop(self.tell(&["send-keys"].into_iter().chain(keys).collect::<Vec<_>>())));
        // A bookmark is shown once it is on the disk.
        if key == "b" && !comes(|| self.capture().contains('★')) {
            return None;
        }
        self.settle();
        let painted = self.rows();
        let frames = self.frames();
        self.tell(&["send-keys", "C-l"]);
        self.wait_until("the screen painted anew", || self.frames() > frames);
        self.settle();
        Some([painted, self.rows()])
    }
}

/// Whether something becomes so, waited for.
fn comes(done: impl Fn() -> bool) -> bool {
    let started = Instant::now();
    while !done() {
        if started.elapsed() > Duration::from_secs(20) {
            return false;
        }
        thread::sleep(Duration::from_millis(4));
    }
    true
}

/// A row of the screen: characters, and how each looks. Blanks at its end that nobody sees are left
/// out.
type Row = Vec<(char, Look)>;

/// Ink, ground and weights, as they are switched on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Look {
    ink: String,
    ground: String,
    weights: BTreeSet<String>,
}

impl Look {
    fn switch(&mut self, codes: &str) {
        let mut codes = codes.split(';').peekable();
        while let Some(code) = codes.next() {
            let length = match (code, codes.peek()) {
                ("38" | "48", Some(&"2")) => 4,
                ("38" | "48", _) => 2,
                _ => 0,
            };
            let colour: Vec<_> = codes.by_ref().take(length).collect();
            match code {
                "0" | "" => *self = Self::default(),
                "39" => self.ink.clear(),
                "49" => self.ground.clear(),
                _ if matches!(code.as_bytes(), [b'3' | b'9', _]) => self.ink = format!("{code} {colour:?}"),
                _ if matches!(code.as_bytes(), [b'4', _] | [b'1', b'0', _]) => {
                    self.ground = format!("{code} {colour:?}")
                }
                weight => drop(self.weights.insert(weight.to_owned())),
            }
        }
    }
}

fn row(line: &str, look: &mut Look) -> Row {
    let mut row = Row::new();
    let mut parts = line.split("\x1b[");
    row.extend(parts.next().into_iter().flat_map(str::chars).map(|c| (c, look.clone())));
    for part in parts {
        let (codes, text) = part.split_once('m').unwrap();
        look.switch(codes);
        row.extend(text.chars().map(|c| (c, look.clone())));
    }
    while row
        .pop_if(|(c, look)| *c == ' ' && look.ground.is_empty() && look.weights.is_disjoint(&seen_on_blanks()))
        .is_some()
    {}
    row
}

/// Underline and reverse.
fn seen_on_blanks() -> BTreeSet<String> {
    ["4", "7"].map(str::to_owned).into()
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = Command::new(&self.program).arg("-S").arg(self.home.path().join("socket")).arg("kill-server").output();
    }
}

/// A page with one article that holds a class of characters, at other columns in every line.
fn page(number: usize, class: &str) -> String {
    let lines: String = (0..12)
        .map(|line| format!("{}{class}，{}江边的报纸。\n\n　　", "甲".repeat(line % 3), "x".repeat(line % 4)))
        .collect();
    format!(
        "江州日报 2026年11月{:02}日 星期一 第{}版 民生\n\n{class}\n\n　　本报讯（记者 林远） {lines}完。\n",
        number % 28 + 1,
        number % 4 + 1
    )
}

/// A row that is not what it is on a screen painted anew: after which key, and what is told of it.
type WrongRow = ((usize, usize), String);

/// What is wrong once is wrong again: else it is what the system still held back when the screen was looked at.
#[track_caller]
fn is_painted_as_anew(theme: &str, size: (u16, u16)) {
    let mut wrong = wrong_rows(theme, size);
    if !wrong.is_empty() {
        let again = wrong_rows(theme, size);
        wrong.retain(|(row, _)| again.iter().any(|(other, _)| row == other));
    }
    let told: Vec<String> = wrong.into_iter().map(|(_, told)| told).collect();
    assert!(told.is_empty(), "{} rows:\n{}", told.len(), told.join("\n"));
}

fn wrong_rows(theme: &str, size: (u16, u16)) -> Vec<WrongRow> {
    let Some(tmux) = Tmux::open(size.0, size.1, theme) else {
        eprintln!("no tmux here: skipped");
        return Vec::new();
    };
    // All pages are read in before a key is pressed.
    tmux.wait_until("all pages", || tmux.stored() == CLASSES.len());
    tmux.settle();
    let mut wrong = Vec::new();
    for (turn, key) in KEYS.split_whitespace().enumerate() {
        let (keys, telling) = key.strip_suffix('!').map_or((key, 0), |keys| (keys, 1));
        let Some([painted, anew]) = tmux.press(keys) else {
            wrong.push(((turn, 0), format!("{turn} {key} does nothing\n{}", tmux.capture())));
            break;
        };
        let compared = usize::from(size.1) - telling;
        let pairs = painted.iter().zip(&anew).take(compared).enumerate();
        let differing = pairs.filter(|(_, (painted, anew))| painted != anew);
        let texts = |row: &Row| row.iter().map(|(c, _)| c).collect::<String>();
        wrong.extend(differing.map(|(row, (painted, anew))| {
            let at = painted.iter().zip(anew).position(|(painted, anew)| painted != anew);
            ((turn, row), format!("{turn} {key}, {row}: {at:?}\n{}\n{}", texts(painted), texts(anew)))
        }));
        let is_bare = |row: &&Row| row.iter().any(|(_, look)| look.ground.is_empty());
        let bare = anew.iter().enumerate().find(|(_, row)| is_bare(row)).filter(|_| theme != "terminal");
        wrong.extend(
            bare.map(|(at, row)| ((turn, at), format!("{turn} {key}: the terminal's own ground in {}", texts(row)))),
        );
    }
    wrong
}

#[test]
fn in_the_terminal_s_own_colours() {
    is_painted_as_anew("terminal", (80, 24));
}

#[test]
fn on_newsprint() {
    is_painted_as_anew("newsprint", (80, 24));
}

#[test]
fn in_ink() {
    is_painted_as_anew("ink", (120, 30));
}

#[test]
fn in_contrast() {
    is_painted_as_anew("contrast", (61, 20));
}
