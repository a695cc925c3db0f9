//! One thing has one name: words that stood for what has another name now stand nowhere.

/// A word that is not used, and what stands for it.
type UnusedWord = (&'static str, &'static str);

/// The texts of a language, and the words that are not used in them, each with the one that is.
const TEXTS: [(&[&str], &[UnusedWord]); 2] = [
    (
        &[include_str!("zh.rs"), include_str!("sentence/zh.rs"), include_str!("../../assets/tutorial/zh.txt")],
        &[
            ("目录", "提纲、列表"),
            ("字体", "简繁"),
            ("标亮", "划线"),
            ("高亮", "划线"),
            ("附记", "笔记"),
            ("批注", "笔记"),
            ("导入", "读入"),
            ("书库", "报库"),
        ],
    ),
    (
        &[include_str!("en.rs"), include_str!("sentence/en.rs"), include_str!("../../assets/tutorial/en.txt")],
        &[
            ("contents", "outline, list"),
            ("underlin", "highlight"),
            ("annotat", "note"),
            ("comment beside", "note"),
            ("font", "script"),
            ("story", "article"),
            ("stories", "article"),
        ],
    ),
];

#[test]
fn one_thing_has_one_name() {
    for (texts, words) in TEXTS {
        for (not_used, used) in words {
            for text in texts {
                let line = text.lines().find(|line| line.contains(not_used));
                assert!(line.is_none(), "{not_used:?}, where {used:?} stands elsewhere: {line:?}");
            }
        }
    }
}
