//! A library that is damaged here and there gives what is sound of it, and counts the rest.

use std::fs;

use crate::user::User;

/// The size of the database's own pages, in bytes.
const BLOCK: usize = 8192;
const ARTICLES: usize = 300;

/// A library of more than a megabyte, which is not checked from end to end when it is opened.
fn with_many_pages() -> User {
    let user = User::new();
    for number in 0..ARTICLES {
        let body = format!("本报讯 第{number}号渡口今天开工，轮渡明年春天复航。").repeat(60);
        user.write(&format!("papers/{number}.txt"), format!("渡口改建之{number}\n\n{body}\n"));
    }
    user.done(&["import", "papers"]);
    user.done(&["library", "compact"]);
    user
}

#[test]
fn what_is_sound_is_listed_searched_and_exported() {
    let user = with_many_pages();
    let whole = fs::read(user.library()).unwrap();
    let blocks = whole.len() / BLOCK;
    assert!(whole.len() > 1 << 20, "{}", whole.len());
    let mut met = [0; 3];
    for hole in (6..blocks).step_by(blocks / 6) {
        for (command, met) in
            [&["list"][..], &["search", "渡口", "--limit", "0"], &["export", "--format", "jsonl", "--limit", "0"]]
                .iter()
                .zip(&mut met)
        {
            let mut damaged = whole.clone();
            damaged[hole * BLOCK..][..BLOCK].fill(0x5A);
            fs::write(user.library(), &damaged).unwrap();
            for end in ["-wal", "-shm"] {
                let _ = fs::remove_file(user.path(&format!("data/paper-reader/library.db{end}")));
            }
            let run = user.run(command);
            let given = run.out.lines().count();
            let is_told = run.err.contains("could not be read")
                || run.err.contains("it is damaged")
                || run.err.contains("damaged;");
            assert!(given == ARTICLES || is_told, "{command:?}, block {hole}: {given} articles, {run:?}");
            *met += usize::from(given > ARTICLES * 3 / 4);
        }
    }
    assert!(met.iter().all(|met| *met >= 5), "{met:?}");
}
