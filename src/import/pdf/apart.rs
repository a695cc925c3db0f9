//! A PDF read in a process of its own: what happens there costs nothing but a page.

use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};
use std::{env, io, thread};

use super::answer::{Answer, DrawnPage};
use super::limits::ANSWER;
use super::read::read;
use super::request::Request;
use super::serve::hand_over;
use crate::import::pdf_fault::PdfFault;

/// What this program is told to be the process that reads a PDF.
pub const COMMAND: &str = "--read-pdf";

/// This program, once it has said that it knows [`COMMAND`].
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Has PDF files read in processes of their own from now on: this program, which must know [`COMMAND`],
/// started again. Where this was not called, as in tests, they are read in this process.
pub fn read_apart() {
    if let Ok(program) = env::current_exe() {
        let _ = PROGRAM.set(program);
    }
}

/// A file that is being read: pages and pictures are asked for, and answered in that order.
pub struct PdfReading {
    requests: Sender<Request>,
    /// What is said of it; it ends when the process has died.
    pub answers: Receiver<Answer>,
    /// The process that reads it, if it has one of its own.
    process: Option<Child>,
}

impl PdfReading {
    /// Opens a file in a process that may take its share of the memory allowed, one of so many.
    ///
    /// # Errors
    /// Where no process can be started.
    pub fn begin(bytes: Arc<Vec<u8>>, shares: u32) -> io::Result<Self> {
        match PROGRAM.get() {
            Some(program) => Self::apart(Command::new(program).arg(COMMAND), bytes, shares),
            None => Ok(Self::here(bytes)),
        }
    }

    /// Asks for something.
    pub fn ask(&self, request: Request) {
        // Where nobody takes it any more, no answer comes, which says it.
        let _ = self.requests.send(request);
    }

    /// Ends it, whatever it does; whether it had come to the end of its time.
    pub fn end(&mut self) -> bool {
        let Some(mut process) = self.process.take() else { return false };
        let _ = process.kill();
        process.wait().is_ok_and(is_out_of_time)
    }

    fn apart(command: &mut Command, bytes: Arc<Vec<u8>>, shares: u32) -> io::Result<Self> {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (requests, asked) = mpsc::channel();
        let (tell, answers) = mpsc::channel();
        if let (Some(stdin), Some(stdout)) = (process.stdin.take(), process.stdout.take()) {
            // Where the process has died its answers end, which says it.
            thread::spawn(move || hand_over(&bytes, shares, stdin, &asked).is_ok());
            thread::spawn(move || {
                let mut from = BufReader::new(stdout);
                while next_answer(&mut from).is_some_and(|answer| tell.send(answer).is_ok()) {}
            });
        }
        Ok(Self { requests, answers, process: Some(process) })
    }

    fn here(bytes: Arc<Vec<u8>>) -> Self {
        let (requests, asked) = mpsc::channel();
        let (tell, answers) = mpsc::channel();
        thread::spawn(move || {
            read(bytes, &mut || asked.recv().ok(), &mut |answer| match tell.send(answer) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            });
        });
        Self { requests, answers, process: None }
    }
}

impl Drop for PdfReading {
    fn drop(&mut self) {
        self.end();
    }
}

/// Whether the system ended a process because it took too much processor time.
#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

/// Whether the system ended a process because it took too much processor time: it does not here.
#[cfg(not(unix))]
fn is_out_of_time(_: ExitStatus) -> bool {
    false
}

/// The next answer; none when the process has died. One that makes no sense is the last.
fn next_answer(from: &mut BufReader<ChildStdout>) -> Option<Answer> {
    let mut line = Vec::new();
    let length = from.by_ref().take(ANSWER).read_until(b'\n', &mut line).ok()?;
    if length == 0 {
        return None;
    }
    match serde_json::from_slice(&line) {
        Ok(Answer::Picture(Ok(picture))) => Some(with_pixels(picture, from)),
        Ok(answer) => Some(answer),
        Err(_) => Some(Answer::Fault(PdfFault::Nonsense)),
    }
}

/// A picture, with the pixels that are told behind it.
fn with_pixels(mut picture: DrawnPage, from: &mut impl Read) -> Answer {
    let length = picture.length();
    picture.rgb.resize(length.unwrap_or_default(), 0);
    if length.is_some() && from.read_exact(&mut picture.rgb).is_ok() {
        Answer::Picture(Ok(picture))
    } else {
        Answer::Fault(PdfFault::Nonsense)
    }
}
