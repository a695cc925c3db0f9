//! The real binary in a real pseudo-terminal: keys go in, the screen is read.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::idle;

/// How long a test waits for something to appear before it fails; far more than it takes.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A home folder of a user who has never started the program.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A file in it, made with its folders.
    pub fn file(&self, name: &str, content: &str) -> String {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    pub fn bookmarks(&self) -> String {
        std::fs::read_to_string(self.path().join("config/paper-reader/bookmarks.json")).unwrap_or_default()
    }

    /// The command with this home and no other.
    pub fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_paper-reader"));
        command.args(arguments);
        command.env_clear();
        command.env("HOME", self.path());
        command.env("XDG_CONFIG_HOME", self.path().join("config"));
        command.env("XDG_DATA_HOME", self.path().join("data"));
        command.env("XDG_STATE_HOME", self.path().join("state"));
        command.env("XDG_CACHE_HOME", self.path().join("cache"));
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "zh_CN.UTF-8");
        command.cwd(self.path());
        command
    }

    /// Starts the reader in a terminal of this size.
    pub fn open(&self, columns: u16, rows: u16, arguments: &[&str]) -> Terminal {
        Terminal::start(self.command(arguments), columns, rows)
    }
}

/// A running program and the screen it draws on.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    keys: Option<Box<dyn Write + Send>>,
    seen: Arc<Mutex<Seen>>,
    closing: Arc<AtomicBool>,
    reading: Option<JoinHandle<()>>,
    /// The thread that reads what the program writes.
    reader: PathBuf,
    modes_before: String,
}

struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
}

impl Terminal {
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let modes_before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let seen = Arc::new(Mutex::new(Seen {
            parser: vt100::Parser::new(cells(rows), cells(columns), 0),
            bytes: Vec::new(),
        }));
        let closing = Arc::new(AtomicBool::new(false));
        let (sink, closed) = (seen.clone(), closing.clone());
        let (tell, reader) = mpsc::channel();
        let reading = thread::spawn(move || {
            tell.send(idle::this_thread()).unwrap();
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                if closed.load(Ordering::SeqCst) {
                    return;
                }
                let mut seen = sink.lock().unwrap();
                seen.parser.process(&buffer[..count]);
                seen.bytes.extend(&buffer[..count]);
            }
        });
        let (reading, reader) = (Some(reading), reader.recv().unwrap());
        Self { master: Some(pair.master), child, keys: Some(keys), seen, closing, reading, reader, modes_before }
    }

    /// The screen as text, a line a row, without the blanks at the ends of the rows.
    pub fn screen(&self) -> String {
        let contents = self.with_screen(vt100::Screen::contents);
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// What a function makes of the screen.
    pub fn with_screen<T>(&self, function: impl Fn(&vt100::Screen) -> T) -> T {
        function(self.seen.lock().unwrap().parser.screen())
    }

    /// Every byte the program has written.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().bytes.clone()
    }

    /// Whether the terminal is as the program found it: main screen, cursor, line wrap, cooked mode,
    /// nothing switched on.
    pub fn is_given_back(&self) -> bool {
        super::stream::switched(&self.bytes()).is_empty() && self.modes() == self.modes_before
    }

    /// The modes of the terminal's line: cooked or raw, echo, signals.
    fn modes(&self) -> String {
        self.master.as_deref().map_or_else(String::new, modes)
    }

    /// Does something while nobody reads what the program writes.
    pub fn while_stalled<T>(&mut self, does: impl FnOnce(&mut dyn Write, &mut dyn Child) -> T) -> T {
        let _nobody_reads = self.seen.lock().unwrap();
        does(self.keys.as_mut().unwrap(), self.child.as_mut())
    }

    /// The cells, what is in them and how they look; one that was never written looks blank.
    pub fn looks(&self) -> Vec<(String, [vt100::Color; 2], [bool; 4])> {
        let look = |cell: &vt100::Cell| {
            let seen = if cell.has_contents() || cell.is_wide_continuation() { cell.contents() } else { " " };
            let attributes = [cell.bold(), cell.dim(), cell.underline(), cell.inverse()];
            (seen.to_owned(), [cell.fgcolor(), cell.bgcolor()], attributes)
        };
        self.with_screen(|screen| {
            let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
            let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
            places.filter_map(|(row, column)| screen.cell(row, column)).map(look).collect()
        })
    }

    pub fn type_keys(&mut self, keys: &str) {
        self.type_bytes(keys.as_bytes());
    }

    pub fn type_bytes(&mut self, bytes: &[u8]) {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    #[track_caller]
    pub fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("{text:?} on the screen"), |screen| screen.contains(text))
    }

    #[track_caller]
    pub fn wait_until(&self, what: &str, found: impl Fn(&str) -> bool) -> String {
        let started = Instant::now();
        loop {
            let screen = self.screen();
            if found(&screen) {
                return screen;
            }
            assert!(started.elapsed() < PATIENCE, "waited in vain for {what}; the screen is\n{screen}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The screen once the program waits for something to do, and all that it wrote has been read.
    #[track_caller]
    pub fn settled(&self) -> String {
        idle::wait(self.child.process_id().as_slice(), std::slice::from_ref(&self.reader));
        self.screen()
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.seen.lock().unwrap().parser.screen_mut().set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    /// As a terminal that does not know its size tells it.
    pub fn resize_to_nothing(&mut self) {
        self.master.as_ref().unwrap().resize(PtySize { rows: 0, cols: 0, ..PtySize::default() }).unwrap();
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Closes the terminal under the program. The thread that reads holds it open too, until what
    /// the program writes for a new size wakes it.
    pub fn close(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        self.resize(70, 20);
        self.reading.take().unwrap().join().unwrap();
        self.keys = None;
        self.master = None;
    }

    /// Ends the program as nothing can be caught.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for the end, and until all that was written has been read; the exit code, 128 + n for signal n.
    #[track_caller]
    pub fn wait_for_exit(&mut self) -> u32 {
        let started = Instant::now();
        loop {
            let is_read = self.reading.as_ref().is_none_or(JoinHandle::is_finished);
            if let Some(status) = self.child.try_wait().unwrap().filter(|_| is_read) {
                return status.exit_code();
            }
            assert!(started.elapsed() < PATIENCE, "the program does not end; the screen is\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn modes(master: &(dyn MasterPty + Send)) -> String {
    master.get_termios().map_or_else(String::new, |modes| format!("{modes:?}"))
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
