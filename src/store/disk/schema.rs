//! The tables of the library, version by version.

use std::ops::ControlFlow;

use rusqlite::{Connection, TransactionBehavior};

use crate::store::tables::{index, shingles};

/// The migrations, the first version's first. Never change one that has been released: add one.
const MIGRATIONS: [&str; 9] = [
    include_str!("../../../assets/schema/0001-library.sql"),
    include_str!("../../../assets/schema/0002-lengths.sql"),
    include_str!("../../../assets/schema/0003-marks.sql"),
    include_str!("../../../assets/schema/0004-file-pages.sql"),
    include_str!("../../../assets/schema/0005-sizes.sql"),
    include_str!("../../../assets/schema/0006-sketches.sql"),
    include_str!("../../../assets/schema/0007-provenance.sql"),
    include_str!("../../../assets/schema/0008-mends.sql"),
    include_str!("../../../assets/schema/0009-folders.sql"),
];
/// The version that has the grams of today: the index is filled anew for it.
const INDEX_REFILLED: i64 = 3;
/// The version that has sketches of pages: they are made of the articles for it.
const SKETCHES_MADE: i64 = 6;
/// `PapR`, SQLite's `application_id`: tells our databases from others.
const APPLICATION: i64 = 0x5061_7052;
/// The latest version.
pub const LATEST: usize = MIGRATIONS.len();

/// A library that is in memory only.
pub fn in_memory() -> Result<Connection, rusqlite::Error> {
    let mut connection = Connection::open_in_memory()?;
    migrate(&mut connection, 0, &|_, _| ControlFlow::Continue(()))?;
    Ok(connection)
}

/// The version of a library, 0 for an empty file; none where it is another program's database.
pub fn version(c: &Connection) -> Result<Option<usize>, rusqlite::Error> {
    let number = |name: &str| c.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let tables: i64 = c.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let is_ours = number("application_id")? == APPLICATION;
    Ok(match usize::try_from(number("user_version")?) {
        Ok(0) if tables == 0 => Some(0),
        Ok(version) if is_ours && version > 0 => Some(version),
        _ => None,
    })
}

/// Brings a library from a version to the latest, a version at a time. Another program that migrates it
/// at this moment is waited for. `tell` is told while the index is filled anew; where it breaks that off, the
/// library stays as it was.
pub fn migrate(connection: &mut Connection, from: usize, tell: index::Telling<'_>) -> Result<(), rusqlite::Error> {
    for (version, migration) in (1..).zip(MIGRATIONS).skip(from) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let reached: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if reached < version {
            transaction.execute_batch(migration)?;
            if version == INDEX_REFILLED {
                index::fill(&transaction, tell)?;
            }
            if version == SKETCHES_MADE {
                shingles::fill(&transaction)?;
            }
            transaction.pragma_update(None, "application_id", APPLICATION)?;
            transaction.pragma_update(None, "user_version", version)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Page, Search};
    use crate::store::{Dirs, Library};

    /// What a database is made of, whichever way it came to be.
    fn shape(c: &Connection) -> Vec<String> {
        let mut statement = c.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn every_earlier_version_becomes_the_latest() {
        let latest = in_memory().unwrap();
        for version in 0..=MIGRATIONS.len() {
            let mut earlier = Connection::open_in_memory().unwrap();
            for migration in &MIGRATIONS[..version] {
                earlier.execute_batch(migration).unwrap();
            }
            earlier.pragma_update(None, "user_version", version as i64).unwrap();
            if version > 0 {
                earlier.execute_batch("INSERT INTO publications (name) VALUES ('江州日报')").unwrap();
            }
            migrate(&mut earlier, version, &|_, _| ControlFlow::Continue(())).unwrap();
            assert_eq!(shape(&earlier), shape(&latest), "from version {version}");
            let reached: i64 = earlier.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
            assert_eq!(reached, MIGRATIONS.len() as i64);
            let kept: i64 = earlier.query_row("SELECT count(*) FROM publications", [], |row| row.get(0)).unwrap();
            assert_eq!(kept, i64::from(version > 0));
        }
    }

    #[test]
    fn what_an_earlier_version_indexed_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let dirs = Dirs { config: folder.path().into(), data: folder.path().into() };
        let mut article = Article { headline: Some("渡口改建".into()), ..Default::default() };
        article.set_content_id();
        let page = Page { articles: vec![article], ..Default::default() };
        Library::open(&dirs).unwrap().library.add(&page, "渡口改建").unwrap();
        let earlier = Connection::open(dirs.library()).unwrap();
        let columns = "ALTER TABLE pages DROP COLUMN source_page; ALTER TABLE pages DROP COLUMN first_line; \
            ALTER TABLE pages DROP COLUMN label; ALTER TABLE pages DROP COLUMN sizes; \
            DROP TABLE sketches; DROP TABLE other_texts; DROP TABLE mends; DROP TABLE folder_files; ALTER TABLE pages DROP COLUMN given; \
            ALTER TABLE pages DROP COLUMN named; ALTER TABLE imports DROP COLUMN day; \
            ALTER TABLE imports DROP COLUMN last; DROP TABLE replaced; \
            ALTER TABLE sources DROP COLUMN lines; \
            DROP INDEX editions_by_import; ALTER TABLE editions DROP COLUMN import;";
        earlier.execute_batch(&format!("DELETE FROM grams; {columns} PRAGMA user_version = 2")).unwrap();
        earlier.close().unwrap();
        assert!(
            Library::open_telling(&dirs, &|_, all| {
                assert_eq!(all, 1);
                ControlFlow::Break(())
            })
            .is_err()
        );
        let library = Library::open(&dirs).unwrap().library;
        let search = Search { terms: vec!["口改".into()], ..Default::default() };
        assert_eq!(library.search(&search, None).unwrap().len(), 1);
        assert_eq!(library.check().unwrap(), []);
    }
}
