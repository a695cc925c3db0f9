//! What is said where a command was called wrongly.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::model::NoDate;
use crate::phrase::{Lang, Said, Sentence};

/// The lines about arguments that make no sense. clap has its own, in English alone.
pub fn wrong_call(error: &clap::Error, lang: Lang) -> String {
    let usage = error.get(ContextKind::Usage).map(|usage| usage.to_string());
    let usage = usage.map(|usage| usage.replacen("Usage: ", &Sentence::Usage.said(lang), 1));
    let fault = format!("paper-reader: {}", what(error).said(lang));
    let lines = [Some(fault), allowed(error).map(|values| values.said(lang)), usage];
    let lines: Vec<_> = lines.into_iter().flatten().chain([Sentence::SeeHelp.said(lang)]).collect();
    lines.join("\n\n") + "\n"
}

/// What is wrong.
fn what(error: &clap::Error) -> Sentence {
    let of = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => Sentence::UnknownArgument(argument),
        ErrorKind::InvalidSubcommand => Sentence::UnknownCommand(of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => Sentence::MissingArguments(names(error.get(ContextKind::InvalidArg))),
        ErrorKind::ArgumentConflict => Sentence::NotTogether(argument, of(ContextKind::PriorArg)),
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => Sentence::NoValue(argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let is_date = error.source().is_some_and(|source| source.is::<NoDate>());
            let value = of(ContextKind::InvalidValue);
            let why = error.source().map(ToString::to_string);
            if is_date { Sentence::NoDate { argument, value } } else { Sentence::BadValue { argument, value, why } }
        }
        _ => Sentence::InOthersWords(error.render().to_string().trim_end().to_owned()),
    }
}

/// The values that there are, where there are not many.
fn allowed(error: &clap::Error) -> Option<Sentence> {
    let values = names(error.get(ContextKind::ValidValue));
    (!values.is_empty()).then_some(Sentence::ValuesAre(values))
}

fn names(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::Strings(names)) => names.clone(),
        Some(value) => vec![value.to_string()],
        None => Vec::new(),
    }
}
