use super::*;
use crate::model::RawPage;
use crate::parse::line;

#[track_caller]
fn check(text: &str, expected: &str) {
    let page = RawPage::from_text("test", text);
    let joined = rejoin(&page.text, line::read(&page, &page.lines));
    let lines: Vec<_> = joined.iter().map(|line| line.text(&page.text).replace('\n', "")).collect();
    assert_eq!(lines.join("\n"), expected);
}

#[test]
fn pieces_become_printed_lines() {
    check(
        "河水退去以后的第三天早上\n老渡口的石阶露了出来，\n有\n人在上面找到一枚铜钱\n，\n看\n样子埋了很多年。\n岸上的人都跑来看看热闹",
        "河水退去以后的第三天早上\n老渡口的石阶露了出来，有\n人在上面找到一枚铜钱，看\n样子埋了很多年。\n岸上的人都跑来看看热闹",
    );
}

#[test]
fn a_page_without_pieces_stays_as_it_is() {
    let text = "河水退去以后的第三天早上\n老渡口，\n有石阶\n岸上的人都跑来看看热闹";
    check(text, text);
}

/// A column of sixteen characters whose text follows in whole lines.
const COLUMN: &str =
    "老渡口的石阶一共有二十八级每一级\n都被船工的草鞋磨得发亮中间凹下去\n像一把把没有柄的勺子盛着昨夜的雨\n";

#[test]
fn a_mark_is_squeezed_on_a_line_that_is_too_long() {
    check(
        &format!("{COLUMN}孩子们蹲在那里数，\n数到一半，\n又从\n头来过总也数不完。\n石阶记\n得\n。"),
        &format!("{COLUMN}孩子们蹲在那里数，数到一半，又从\n头来过总也数不完。\n石阶记\n得。"),
    );
}

#[test]
fn a_line_that_has_room_ends_where_it_was_broken() {
    check(
        &format!("{COLUMN}孩子们数得累了说“算了\n”\n。\n石阶记得\n渡口修缮完工\n"),
        &format!("{COLUMN}孩子们数得累了说“算了”。\n石阶记得\n渡口修缮完工"),
    );
}

#[test]
fn a_measure_that_no_piece_fills_is_found_by_what_they_add_up_to() {
    check(
        "清晨时，\n渡口，\n空\n无一人，\n连船也没，\n有\n来，\n只有雾先来，\n走上\n石阶，\n一级级地数，\n数\n到水边才停下。\n”\n",
        "清晨时，渡口，空\n无一人，连船也没，有\n来，只有雾先来，走上\n石阶，一级级地数，数\n到水边才停下。”",
    );
}

#[test]
fn who_speaks_begins_a_paragraph() {
    check(
        &format!(
            "{COLUMN}这是真的\n，\n记者：修石阶用了几天？\n老艄公：\n十天。\n记者：\n石头从哪来？\n老艄公：\n河里。"
        ),
        &format!("{COLUMN}这是真的，\n记者：修石阶用了几天？\n老艄公：十天。\n记者：石头从哪来？\n老艄公：河里。"),
    );
}
