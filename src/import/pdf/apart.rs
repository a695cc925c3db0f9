//! PdfReading in a process of its own: what happens there costs nothing but the file.

use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver};
use std::{env, io, thread};

use super::answer::Answer;
use super::limits::ANSWER;
use super::read::read;
use super::serve::hand_over;
use crate::import::pdf_fault::PdfFault;

/// What this program is told to be the process that reads a PDF.
pub const COMMAND: &str = "--read-pdf";

/// This program, once it has said that it knows [`COMMAND`].
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Has PDF files read in a process of their own from now on: this program, which must know [`COMMAND`],
/// started again. Where this was not called, as in tests, they are read in this process.
pub fn read_apart() {
    if let Ok(program) = env::current_exe() {
        let _ = PROGRAM.set(program);
    }
}

/// A file that is being read.
pub struct PdfReading {
    /// What is said of it.
    pub answers: Receiver<Answer>,
    /// The process that reads it, if it has one of its own.
    process: Option<Child>,
}

impl PdfReading {
    /// Begins to read a file.
    ///
    /// # Errors
    /// Where no process can be started.
    pub fn begin(bytes: Vec<u8>) -> io::Result<Self> {
        match PROGRAM.get() {
            Some(program) => Self::apart(Command::new(program).arg(COMMAND), bytes),
            None => Ok(Self::here(bytes)),
        }
    }

    fn apart(command: &mut Command, bytes: Vec<u8>) -> io::Result<Self> {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (tell, answers) = mpsc::sync_channel(1);
        if let (Some(mut stdin), Some(stdout)) = (process.stdin.take(), process.stdout.take()) {
            // Where the process has died its answers end, which says it.
            thread::spawn(move || hand_over(&bytes, &mut stdin).is_ok());
            thread::spawn(move || {
                let mut from = BufReader::new(stdout);
                while next_answer(&mut from).is_some_and(|answer| tell.send(answer).is_ok()) {}
            });
        }
        Ok(Self { answers, process: Some(process) })
    }

    fn here(bytes: Vec<u8>) -> Self {
        let (tell, answers) = mpsc::sync_channel(1);
        thread::spawn(move || {
            let ended = read(bytes, &mut |page| match tell.send(Answer::Page(page)) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            });
            // Whoever asked may have gone.
            let _ = tell.send(Answer::End(ended.err()));
        });
        Self { answers, process: None }
    }

    /// Ends it, whatever it does.
    pub fn end(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

impl Drop for PdfReading {
    fn drop(&mut self) {
        self.end();
    }
}

/// The next answer; none when the process has died. One that makes no sense is the last.
fn next_answer(from: &mut BufReader<ChildStdout>) -> Option<Answer> {
    let mut line = Vec::new();
    let length = from.by_ref().take(ANSWER).read_until(b'\n', &mut line).ok()?;
    if length == 0 {
        return None;
    }
    Some(serde_json::from_slice(&line).unwrap_or(Answer::End(Some(PdfFault::Nonsense))))
}
