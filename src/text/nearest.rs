//! The name that somebody meant who wrote another.

use strsim::levenshtein;

/// The most characters of an unknown name that are compared.
const LONGEST: usize = 64;

/// The name that is nearest to one that is not known, if it is near at all.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name: String = name.chars().take(LONGEST).collect();
    let (far, other) = known.map(|other| (levenshtein(&name, other), other)).min()?;
    (far <= other.chars().count() / 2).then_some(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_one_of_few_changes() {
        let known = ["layout", "measure", "mouse"];
        for (name, expected) in [("mesure", Some("measure")), ("muse", Some("mouse")), ("", None), ("kitten", None)] {
            assert_eq!(nearest(name, known.into_iter()), expected, "{name}");
        }
        assert_eq!(nearest(&"长".repeat(1_000_000), known.into_iter()), None);
    }
}
