//! A choice kept in a file of settings: its line changed or put in, all else as it was.

use toml_edit::{DocumentMut, Item, TableLike};

use super::choice::Choice;

/// The file with the choice in it: the setting's value where it has one, else a line of its own, after
/// the one that has it commented out where there is one. None where the file cannot be understood.
pub fn keep(file: &str, choice: &Choice) -> Option<String> {
    let kept = kept(file, file.parse().ok()?, choice)?;
    Some(if is_of_crlf(file) { kept.replace("\r\n", "\n").replace('\n', "\r\n") } else { kept })
}

fn kept(file: &str, mut document: DocumentMut, choice: &Choice) -> Option<String> {
    let (within, name) = choice.setting().place();
    if !within.is_empty() && !document.contains_key(within) {
        return Some(beside_comment(file, choice).unwrap_or_else(|| with_table(file, choice)));
    }
    let table = table_of(&mut document, choice)?;
    match table.get_mut(name) {
        Some(item) => {
            let value = item.as_value_mut()?;
            let decor = value.decor().clone();
            *value = choice.value();
            *value.decor_mut() = decor;
        }
        None => match beside_comment(file, choice) {
            Some(kept) => return Some(kept),
            None => drop(table.insert(name, Item::Value(choice.value()))),
        },
    }
    Some(document.to_string())
}

/// The table that a setting stands in.
fn table_of<'d>(document: &'d mut DocumentMut, choice: &Choice) -> Option<&'d mut dyn TableLike> {
    match choice.setting().place().0 {
        "" => Some(document.as_table_mut()),
        table => document.get_mut(table)?.as_table_like_mut(),
    }
}

/// The file with a table for the setting at its end.
fn with_table(file: &str, choice: &Choice) -> String {
    let (table, name) = choice.setting().place();
    let before = if file.is_empty() { String::new() } else { format!("{}\n\n", file.trim_end_matches(['\r', '\n'])) };
    format!("{before}[{table}]\n{name} = {}\n", choice.value())
}

/// The file with the setting in a line after the one that has it commented out, if that does it.
fn beside_comment(file: &str, choice: &Choice) -> Option<String> {
    let name = choice.setting().place().1;
    let line = format!("{name} = {}\n", choice.value());
    let comment = file.split_inclusive('\n').find(|line| line.starts_with(&format!("#{name} =")))?;
    let end = comment.as_ptr() as usize - file.as_ptr() as usize + comment.len();
    let (before, after) = file.split_at(end);
    let line_end = if before.ends_with('\n') { "" } else { "\n" };
    let kept = format!("{before}{line_end}{line}{after}");
    // Such a line may stand in another table, or in a text.
    let mut document = kept.parse().ok()?;
    let item = table_of(&mut document, choice)?.get(name)?;
    (item.as_value()?.to_string().trim() == choice.value().to_string()).then_some(kept)
}

/// Whether every line ends as on Windows.
fn is_of_crlf(file: &str) -> bool {
    file.contains('\n') && file.matches('\n').count() == file.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::config::choice::ChosenSetting;
    use crate::app::config::settings::{EXAMPLE, Settings};
    use crate::phrase::Lang;
    use crate::typeset::Layout;

    fn choices() -> [Choice; 5] {
        [
            Choice::Theme("ink".into()),
            Choice::Layout(Layout::Vertical),
            Choice::Measure(60),
            Choice::Hanging(false),
            Choice::Language(Some(Lang::Chinese)),
        ]
    }

    #[track_caller]
    fn keeps(file: &str, choice: &Choice, expected: &str) {
        assert_eq!(keep(file, choice).as_deref(), Some(expected));
    }

    #[test]
    fn a_value_is_changed_and_nothing_else() {
        let ink = Choice::Theme("ink".into());
        keeps(
            "# 甲\n theme  =  'newsprint'  # 乙\nmouse=false\n",
            &ink,
            "# 甲\n theme  =  \"ink\"  # 乙\nmouse=false\n",
        );
        keeps("theme = 'terminal'\r\n\r\n[keys]\r\n", &ink, "theme = \"ink\"\r\n\r\n[keys]\r\n");
        keeps("[reading]\nmeasure = 70\n", &Choice::Measure(60), "[reading]\nmeasure = 60\n");
        keeps("reading.measure = 70 # 丙\n", &Choice::Measure(60), "reading.measure = 60 # 丙\n");
        keeps(
            "reading = { measure = 70, indent = 2 }",
            &Choice::Measure(60),
            "reading = { measure = 60, indent = 2 }\n",
        );
    }

    #[test]
    fn a_setting_that_is_not_there_is_put_in() {
        keeps("", &Choice::Theme("ink".into()), "theme = \"ink\"\n");
        keeps("", &Choice::Measure(60), "[reading]\nmeasure = 60\n");
        keeps(
            "mouse = false\n\n# 键\n[keys]\n",
            &Choice::Theme("ink".into()),
            "mouse = false\ntheme = \"ink\"\n\n# 键\n[keys]\n",
        );
        keeps(
            "[reading]\n#measure = 76\n\n#indent = 2\n",
            &Choice::Measure(60),
            "[reading]\n#measure = 76\nmeasure = 60\n\n#indent = 2\n",
        );
        keeps("[reading]\n#measure = 76", &Choice::Measure(60), "[reading]\n#measure = 76\nmeasure = 60\n");
        keeps("[keys]\n#measure = 76\n", &Choice::Measure(60), "[keys]\n#measure = 76\n\n[reading]\nmeasure = 60\n");
    }

    #[test]
    fn in_the_example_every_choice_stands_below_its_comment() {
        for choice in choices() {
            let kept = keep(EXAMPLE, &choice).unwrap();
            let (settings, wrong) = Settings::read(&kept);
            assert_eq!((choice.setting().of(&settings), wrong), (choice.clone(), Vec::new()));
            let line = format!("{} = {}", choice.setting().place().1, choice.value());
            let at = kept.lines().position(|other| other == line).unwrap();
            assert!(kept.lines().nth(at - 1).unwrap().starts_with('#'));
            let without: Vec<_> = kept.lines().filter(|other| *other != line).collect();
            assert_eq!(without, EXAMPLE.lines().collect::<Vec<_>>());
        }
    }

    #[test]
    fn every_choice_is_read_as_it_is_kept() {
        let themes = ["terminal", "墨", "a\"b'c\u{1}"].map(str::to_owned);
        for setting in ChosenSetting::ALL {
            for choice in setting.choices(&Settings::default(), &themes) {
                let (settings, wrong) = Settings::read(&keep("", &choice).unwrap());
                assert_eq!((setting.of(&settings), wrong), (choice, Vec::new()));
            }
        }
    }

    #[test]
    fn what_cannot_be_understood_is_left_alone() {
        for file in ["theme = = 3\n", "[reading]\n[reading]\n", "reading = 3\n", "[reading.measure]\n"] {
            assert_eq!(keep(file, &Choice::Measure(60)), None, "{file:?}");
            assert_ne!(Settings::read(file).1, [], "{file:?}");
        }
    }
}
