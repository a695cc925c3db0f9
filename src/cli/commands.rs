//! One function a command.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::{export, import, parse};

/// The arguments of `parse`.
#[derive(Args, Debug)]
pub struct Parse {
    /// How to print: json, jsonl, markdown or text.
    #[arg(long, default_value = "json")]
    format: String,
    /// Files or folders; - is standard input.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

/// Prints the articles of pages.
pub fn parse(arguments: &Parse) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    let mut pages = Vec::new();
    for source in import::sources(&arguments.paths) {
        let page = source.and_then(|source| {
            let bytes = import::read(&source)?;
            import::page(&source.name(), &bytes).map_err(|reason| import::Fault { source: source.name(), reason })
        });
        match page {
            Ok(raw) => pages.push(parse::parse(&raw)),
            Err(fault) => {
                eprintln!("paper-reader: {fault}");
                code = ExitCode::from(1);
            }
        }
    }
    let mut out = BufWriter::new(io::stdout().lock());
    if export::json(&pages, &mut out).and_then(|()| out.flush()).is_err() {
        code = ExitCode::from(1);
    }
    code
}
