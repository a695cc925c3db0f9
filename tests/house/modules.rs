//! The files of `src/` as modules, and which of them uses which.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::source::{Code, Import, files, folder};

/// A module's names from the crate's root on: `parse`, `grammar`, `folio`.
pub type Path = Vec<String>;

/// Who uses whom in a layer, and the names by which.
pub type Arrows = BTreeMap<(Path, Path), BTreeSet<String>>;

/// Modules that have files of their own, those for tests left out.
pub struct Modules(BTreeMap<Path, Module>);

/// What a file says.
pub struct Module {
    /// Its whole text.
    pub text: String,
    /// The modules below it.
    children: BTreeSet<String>,
    imports: Vec<Import>,
    paths: BTreeSet<Path>,
    words: BTreeSet<String>,
}

impl Modules {
    /// Those of this crate.
    pub fn of_the_crate() -> Self {
        let relative =
            |file: &std::path::Path| file.strip_prefix(folder()).unwrap().to_str().unwrap().replace('\\', "/");
        Self::of(files(&folder()).iter().map(|file| (relative(file), fs::read_to_string(file).unwrap())))
    }

    /// Those of files, each with its name in `src/` and its text.
    pub fn of(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut all: BTreeMap<Path, Module> =
            files.into_iter().map(|(file, text)| (path_of(&file), Module::read(text))).collect();
        // Outer modules come first, so that what is below one that is left out is left out too.
        for path in all.keys().filter(|path| path.len() > 1).cloned().collect::<Vec<_>>() {
            let (name, parent) = path.split_last().unwrap();
            if !all.get(parent).is_some_and(|parent| parent.children.contains(name)) {
                all.remove(&path);
            }
        }
        Self(all)
    }

    /// The module of a layer and all below it.
    pub fn below<'a>(&'a self, layer: &'a str) -> impl Iterator<Item = (&'a Path, &'a Module)> {
        self.0.iter().filter(move |(path, _)| path.first().is_some_and(|first| first == layer))
    }

    /// Who uses whom in a layer.
    pub fn arrows(&self, layer: &str) -> Arrows {
        let mut arrows = Arrows::new();
        for (from, module) in self.below(layer) {
            for path in module.uses() {
                if let Some((to, name)) = self.meaning(from, path, 0)
                    && to != *from
                    && to.first() == from.first()
                {
                    arrows.entry((from.clone(), to)).or_default().insert(name);
                }
            }
        }
        arrows
    }

    /// The module that defines what a path means in a module, whoever hands it on, and the item's
    /// name. None for a module by itself and for what is from elsewhere.
    fn meaning(&self, from: &Path, path: &[String], hops: usize) -> Option<(Path, String)> {
        const MOST_HOPS: usize = 8;
        let (mut at, mut rest) = self.start(from, path)?;
        while let Some((name, behind)) = rest.split_first() {
            let module = self.0.get(&at)?;
            let import = module.imports.iter().find(|import| import.name == *name);
            if module.children.contains(name) {
                at.push(name.clone());
                rest = behind;
            } else if let Some(import) = import.filter(|_| hops < MOST_HOPS) {
                let path = [&import.path, behind].concat();
                return self.meaning(&at, &path, hops + 1);
            } else {
                return Some((at, name.clone()));
            }
        }
        None
    }

    /// The module at which a path begins, and what is left of the path. A name that neither is a
    /// module below nor was brought in is of another crate, or defined right there.
    fn start<'a>(&self, from: &Path, path: &'a [String]) -> Option<(Path, &'a [String])> {
        let supers = path.iter().take_while(|name| *name == "super").count();
        if supers > 0 {
            return Some((from[..from.len().checked_sub(supers)?].to_vec(), &path[supers..]));
        }
        let first = path.first()?;
        match first.as_str() {
            "crate" => Some((path.get(1..2)?.to_vec(), &path[2..])),
            "self" => Some((from.clone(), &path[1..])),
            _ => {
                let module = self.0.get(from)?;
                let known =
                    module.children.contains(first) || module.imports.iter().any(|import| import.name == *first);
                known.then(|| (from.clone(), path))
            }
        }
    }
}

impl Module {
    fn read(text: String) -> Self {
        let code = Code::read(&text);
        let (children, imports, paths, words) = (code.modules(), code.imports(), code.paths(), code.words());
        Self { text, children, imports, paths, words }
    }

    /// The names of the modules below it.
    pub fn children(&self) -> impl Iterator<Item = &String> {
        self.children.iter()
    }

    /// The paths of what it uses. What it only hands on it does not use.
    fn uses(&self) -> impl Iterator<Item = &Path> {
        let used = self.imports.iter().filter(|import| !import.handed_on || self.words.contains(&import.name));
        used.map(|import| &import.path).chain(&self.paths)
    }
}

/// The module of a file.
fn path_of(file: &str) -> Path {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}
