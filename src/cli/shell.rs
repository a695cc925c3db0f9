//! `completions` and `man`: for the shell, and for whoever asks it for the manual.

use std::io;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::report::{Output, Stop};

/// The arguments of `completions`.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints what a shell completes the commands by.
pub fn completions(arguments: &CompletionsArgs, mut program: Command) -> Result<(), Stop> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "paper-reader", &mut script);
    let mut out = Output::new();
    out.raw(&script)?;
    out.finish()
}

/// What the manual page says beside the commands and their options, in roff.
const BESIDE_COMMANDS: &str = "\
.SH FILES
.TP
~/.config/paper\\-reader/config.toml
The settings. \\fBpaper\\-reader config init\\fR writes it with every setting and what it does, \\fBconfig check\\fR says what
is wrong in it; a reader that is running takes a change at once.
.TP
~/.config/paper\\-reader/bookmarks.json
Bookmarks, highlights and notes.
.TP
~/.config/paper\\-reader/themes/NAME.toml
Themes of one's own.
.TP
~/.local/share/paper\\-reader/library.db
The library.
.TP
~/.local/share/paper\\-reader/view.json
How the reader was left.
.PP
XDG_CONFIG_HOME and XDG_DATA_HOME move them. Nothing is written elsewhere, and nothing goes over a network.
.SH EXIT STATUS
0: done. 1: something could not be read, parsed or stored; standard error names each. 2: bad usage.
.SH ENVIRONMENT
LC_ALL, LC_MESSAGES and LANG choose the language, COLORTERM, TERM and NO_COLOR the colours.
";

/// Prints the manual page in roff: the program with its examples, its files, then each command.
pub fn man(command: Command, examples: &str) -> Result<(), Stop> {
    let mut command = command.version(env!("CARGO_PKG_VERSION"));
    command.build();
    let program = Man::new(command.clone());
    let mut page = Vec::new();
    program.render_title(&mut page)?;
    program.render_name_section(&mut page)?;
    program.render_synopsis_section(&mut page)?;
    program.render_options_section(&mut page)?;
    let examples = examples.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq");
    page.extend_from_slice(format!(".SH EXAMPLES\n.nf\n{examples}\n.fi\n{BESIDE_COMMANDS}").as_bytes());
    add_commands(&mut page, &command)?;
    let mut out = Output::new();
    out.raw(&page)?;
    out.finish()
}

/// A section for each command below one, and for those below them.
fn add_commands(page: &mut Vec<u8>, above: &Command) -> io::Result<()> {
    for command in above.get_subcommands().filter(|command| command.get_name() != "help") {
        let man = Man::new(command.clone());
        let mut section = Vec::new();
        man.render_description_section(&mut section)?;
        man.render_synopsis_section(&mut section)?;
        man.render_options_section(&mut section)?;
        let name = command.get_bin_name().unwrap_or(command.get_name()).trim_start_matches("paper-reader ");
        let section = String::from_utf8_lossy(&section).replace("\n.SH ", "\n.SS ").replace(".SS DESCRIPTION\n", "");
        page.extend_from_slice(format!(".SH \"{}\"\n{section}", name.to_uppercase()).as_bytes());
        add_commands(page, command)?;
    }
    Ok(())
}
