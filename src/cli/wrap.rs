//! `wrap`: each input line is a paragraph, printed broken at a number of cells.

use std::io::{self, BufRead, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::Args;

use super::report::{Report, Stop};
use crate::text::Metrics;
use crate::typeset::{Measure, break_lines};

/// The arguments of `wrap`.
#[derive(Args, Debug)]
pub struct WrapArgs {
    /// The width of a line in terminal cells, from 1.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    width: u64,
    /// Spaces before the first line of each paragraph, inside the width.
    #[arg(long, default_value_t = 0)]
    indent: u64,
    /// Let a stop hang in the two cells after the width.
    #[arg(long)]
    hang: bool,
}

/// Breaks standard input. A pipe that is closed ends it quietly.
pub fn run(arguments: &WrapArgs, report: Report) -> ExitCode {
    let out = io::stdout().lock();
    let metrics = if out.is_terminal() { Metrics::TERMINAL } else { Metrics::FILTER };
    let setting = Wrapping::new(arguments, metrics);
    let ended = setting.filter(io::stdin().lock(), BufWriter::with_capacity(1 << 16, out));
    report.exit_code(ended.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::Output(error),
        _ => Stop::nothing(error),
    }))
}

struct Wrapping {
    metrics: Metrics,
    width: usize,
    indent: usize,
    hanging: bool,
}

impl Wrapping {
    fn new(arguments: &WrapArgs, metrics: Metrics) -> Self {
        let cells = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Self { metrics, width: cells(arguments.width), indent: cells(arguments.indent), hanging: arguments.hang }
    }

    fn filter(&self, mut input: impl BufRead, mut out: impl Write) -> io::Result<()> {
        let mut line = Vec::new();
        while input.read_until(b'\n', &mut line)? > 0 {
            let text = line.strip_suffix(b"\n").unwrap_or(&line);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            self.paragraph(&String::from_utf8_lossy(text), &mut out)?;
            line.clear();
        }
        out.flush()
    }

    fn paragraph(&self, text: &str, out: &mut impl Write) -> io::Result<()> {
        let indent = self.indent_of(text);
        let measure = Measure { first: self.width - indent, hanging: self.hanging, ..Measure::of(self.width) };
        io::copy(&mut io::repeat(b' ').take(indent as u64), out)?;
        for line in break_lines(text, self.metrics, measure) {
            out.write_all(self.metrics.shown(&text[line.bytes]).as_bytes())?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// The indent, so much less that the first cluster stands inside the width; none for no text.
    fn indent_of(&self, text: &str) -> usize {
        let first_cluster =
            break_lines(text, self.metrics, Measure::of(1)).next().filter(|line| !line.bytes.is_empty());
        first_cluster.map_or(0, |line| self.indent.min(self.width.saturating_sub(line.cells)))
    }
}
