//! `completions` and `man`: for the shell, and for whoever asks it for the manual.

use clap::{Args, Command};
use clap_complete::Shell;

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

/// Prints the manual page in roff: the program, then each command.
pub fn man(mut command: Command) -> Result<(), Stop> {
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
        let man = clap_mangen::Man::new(command.clone());
        page.extend_from_slice(format!(".SH \"{}\"\n", command.get_name().to_uppercase()).as_bytes());
        man.render_synopsis_section(&mut page)?;
        man.render_description_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    let mut out = Output::new();
    out.raw(&page)?;
    out.finish()
}
