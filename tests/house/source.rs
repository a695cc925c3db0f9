//! Rust source, read as far as the tests of this house need it: what of it is no test, what it
//! uses, what it defines.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The folder of the sources.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// All Rust files under a path, in order.
pub fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return path
            .extension()
            .is_some_and(|extension| extension == "rs")
            .then(|| path.to_owned())
            .into_iter()
            .collect();
    }
    let mut entries: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries.iter().flat_map(|entry| files(entry)).collect()
}

/// Source as words, marks (`::` is one) and brackets. Comments and what is for tests only are left
/// out; a literal is the word `""`.
pub struct Code(Vec<String>);

/// A name that a `use` brings in.
#[derive(Debug, PartialEq, Eq)]
pub struct Import {
    /// Its path as it is written; `*` at the end brings in all.
    pub path: Vec<String>,
    /// The name by which the file knows it.
    pub name: String,
    /// Whether the file hands it on (`pub use`, in whatever reach).
    pub handed_on: bool,
}

impl Code {
    /// Reads a file's text.
    pub fn read(text: &str) -> Self {
        let mut tokens = Vec::new();
        flatten(text.parse().unwrap(), &mut tokens);
        let mut code = Vec::new();
        let mut rest = tokens.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            match after_test(rest) {
                Some(after) => rest = after,
                None => {
                    code.push(first.clone());
                    rest = behind;
                }
            }
        }
        Self(code)
    }

    /// The modules that have files of their own.
    pub fn modules(&self) -> BTreeSet<String> {
        let declared = self.0.windows(3).filter(|words| words[0] == "mod" && words[2] == ";");
        declared.map(|words| words[1].clone()).collect()
    }

    /// What `use` brings in.
    pub fn imports(&self) -> Vec<Import> {
        let mut imports = Vec::new();
        for (at, _) in self.0.iter().enumerate().filter(|&(at, _)| self.is_use(at)) {
            let handed_on = at > 0 && matches!(self.0[at - 1].as_str(), "pub" | ")");
            let tree: Vec<&str> = self.0[at + 1..].iter().map(String::as_str).take_while(|word| *word != ";").collect();
            leaves(&tree, &[], &mut |path, name| {
                imports.push(Import { path, name: name.to_owned(), handed_on });
            });
        }
        imports
    }

    /// Whether a `use` line begins here; that of `impl Trait + use<'_>` is none.
    fn is_use(&self, at: usize) -> bool {
        self.0[at] == "use" && self.0.get(at + 1).is_some_and(|word| word != "<")
    }

    /// The code but its `use` lines.
    fn body(&self) -> Vec<&str> {
        let mut inside = false;
        let kept = self.0.iter().enumerate().filter(|(at, word)| {
            inside |= self.is_use(*at);
            let kept = !inside;
            inside &= *word != ";";
            kept
        });
        kept.map(|(_, word)| word.as_str()).collect()
    }

    /// The words outside `use` lines.
    pub fn words(&self) -> BTreeSet<String> {
        self.body().into_iter().filter(|word| is_name(word)).map(str::to_owned).collect()
    }

    /// The paths outside `use` lines, of two names at least.
    pub fn paths(&self) -> BTreeSet<Vec<String>> {
        let body = self.body();
        let starts = (0..body.len()).filter(|&at| is_name(body[at]) && !(at > 0 && body[at - 1] == "::"));
        let path = |at: usize| {
            let names = (at..).step_by(2).take_while(|&at| body.get(at).is_some_and(|word| is_name(word)));
            let mut path = Vec::new();
            for at in names {
                path.push(body[at].to_owned());
                if body.get(at + 1) != Some(&"::") {
                    break;
                }
            }
            path
        };
        starts.map(path).filter(|path| path.len() > 1).collect()
    }

    /// The types and traits that it defines; what a trait or an `impl` names in itself is none.
    pub fn types(&self) -> Vec<String> {
        let mut depth = 0_usize;
        let mut types = Vec::new();
        for pair in self.0.windows(2) {
            match pair[0].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                "struct" | "enum" | "trait" => types.push(pair[1].clone()),
                "type" if depth == 0 => types.push(pair[1].clone()),
                _ => {}
            }
        }
        types
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn flatten(stream: TokenStream, words: &mut Vec<String>) {
    for token in stream {
        match token {
            TokenTree::Ident(ident) => match words.last_mut() {
                Some(quote) if quote == "'" => quote.push_str(&ident.to_string()),
                _ => words.push(ident.to_string()),
            },
            TokenTree::Literal(_) => words.push("\"\"".to_owned()),
            TokenTree::Punct(mark) => match words.last_mut() {
                Some(colon) if colon == ":" && mark.as_char() == ':' => colon.push(':'),
                _ => words.push(mark.as_char().to_string()),
            },
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::None => ("", ""),
                };
                words.push(open.to_owned());
                flatten(group.stream(), words);
                words.push(close.to_owned());
            }
        }
    }
}

/// What follows the item that these words begin with, where it is for tests only.
fn after_test(words: &[String]) -> Option<&[String]> {
    let attribute = attribute(words)?;
    let is_test = attribute.iter().any(|word| word == "cfg") && attribute.iter().any(|word| word == "test");
    if !is_test || attribute.iter().any(|word| word == "not") {
        return None;
    }
    let mut rest = &words[attribute.len()..];
    while let Some(attribute) = self::attribute(rest) {
        rest = &rest[attribute.len()..];
    }
    let mut depth = 0_i32;
    let end = rest.iter().position(|word| {
        match word.as_str() {
            "{" | "[" | "(" => depth += 1,
            "}" | "]" | ")" => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(word.as_str(), "}" | ";")
    });
    Some(&rest[end.map_or(rest.len(), |end| end + 1)..])
}

/// The attribute that these words begin with.
fn attribute(words: &[String]) -> Option<&[String]> {
    let mut depth = 0;
    let starts = words.first()? == "#" && words.get(1)? == "[";
    let end = words.iter().position(|word| {
        depth += i32::from(word == "[") - i32::from(word == "]");
        depth == 0 && word == "]"
    });
    starts.then(|| &words[..=end.unwrap_or(0)])
}

/// Each path of a tree such as `a::{b, c::{d, e as f}}`, and the name it is known by.
fn leaves(tree: &[&str], before: &[&str], found: &mut impl FnMut(Vec<String>, &str)) {
    let Some(group) = tree.iter().position(|word| *word == "{") else {
        let (path, alias) = match tree.iter().position(|word| *word == "as") {
            Some(at) => (&tree[..at], tree.get(at + 1)),
            None => (tree, None),
        };
        let names = before.iter().chain(path).filter(|word| **word != "::");
        let mut path: Vec<String> = names.map(|word| (*word).to_owned()).collect();
        if path.len() > 1 && path.last().is_some_and(|name| name == "self") {
            path.pop();
        }
        if let Some(last) = path.last().cloned() {
            found(path, alias.copied().unwrap_or(&last));
        }
        return;
    };
    let before: Vec<&str> = before.iter().chain(&tree[..group]).copied().collect();
    let mut depth = 0;
    let branches = tree[group + 1..tree.len() - 1].split(|word| {
        depth += i32::from(*word == "{") - i32::from(*word == "}");
        depth == 0 && *word == ","
    });
    branches.filter(|branch| !branch.is_empty()).for_each(|branch| leaves(branch, &before, found));
}

/// The documentation at the head of a file, line by line.
pub fn documentation(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line))
}

#[test]
fn comments_literals_and_tests_are_no_code() {
    let text = r#"
        use a::b; // use a::c;
        fn f<'a>() -> impl D + use<'a> { say("use a::d;"); } /* use a::e; */
        #[cfg(test)] #[allow(dead_code)] mod tests { use a::f; }
        #[cfg(all(test, unix))] use a::g;
        #[cfg(not(test))] use a::h;
    "#;
    let names: Vec<_> = Code::read(text).imports().into_iter().map(|import| import.name).collect();
    assert_eq!(names, ["b", "h"]);
}

#[test]
fn a_grouped_use_is_read() {
    let code = Code::read("pub(super) use super::{export, text::{self, width as cells, chars::*,},};");
    let paths: Vec<_> = code.imports().into_iter().map(|import| (import.path.join("::"), import.name)).collect();
    let expected = [
        ("super::export", "export"),
        ("super::text", "text"),
        ("super::text::width", "cells"),
        ("super::text::chars::*", "*"),
    ];
    assert_eq!(paths, expected.map(|(path, name)| (path.to_owned(), name.to_owned())));
    assert!(code.imports().iter().all(|import| import.handed_on));
}

#[test]
fn paths_are_read_wherever_they_stand() {
    let code = Code::read("fn f(x: super::a::B) -> <c::D as E>::F { assert!(g::h::<i::J>(x.k), [crate::l()]) }");
    let paths: Vec<_> = code.paths().iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["c::D", "crate::l", "g::h", "i::J", "super::a::B"]);
}

#[test]
fn types_are_what_is_defined() {
    let code = Code::read("struct A; pub enum B { C } trait D { type E; } impl D for A { type E = u8; } type F = u8;");
    assert_eq!(code.types(), ["A", "B", "D", "F"]);
}
