//! A raw page to a page of articles.
//!
//! A text layer is a page in ruins: its lines in the order in which the press set its frames,
//! without type sizes, some broken in fragments, some run together. The evidence left is weighed
//! over the whole page, never line by line.
//!
//! Rooms, from the ground up; a room uses those that its line names and no others:
//!
//! - `tune`: what may be changed to see what it is worth, under the feature `tune`. Uses nothing.
//! - `weights`: every weight, a table of costs in one unit, each with what it means. Uses tune.
//! - `rules`: every rule that may be switched off to see what it is worth. Uses tune.
//! - `words`: which words a text has, as a small set. Uses nothing.
//! - `lexicon`: the words of the trade, in `assets/lexicon`. Uses tune.
//! - `line`: what is known of a line: its span of the source, what its text looks like, how it is
//!   printed. Uses weights, lexicon.
//! - `grammar`: what words say: datelines, bylines, credits, folios, jumps, notices. Uses rules, lexicon,
//!   line.
//! - `emission`: what a line can be, and what it costs under each label. Uses weights, rules, line, grammar.
//! - `layout`: where boxes are known: blocks of type and the order in which one reads them. Uses weights,
//!   line, grammar.
//! - `lines`: printed lines: furniture set apart, glued lines cut, fragments joined, measures found.
//!   Uses weights, rules, line, grammar, emission, layout.
//! - `label`: what each line is. Uses weights, rules, words, lexicon, line, grammar, emission.
//! - `article`: labelled lines to articles. Uses weights, rules, words, lexicon, line, grammar,
//!   emission, lines.
//! - `page`: the steps below, one behind the other. Uses line, grammar, label, lines, article.
//! - `file`: which pages of a file are newspaper pages. Uses rules, line, grammar, lines, article, page.
//!
//! A page goes through them so:
//!
//! 1. `line` reads the lines; where boxes are known, `lines::placed` sets them in the order of reading
//!    that `layout` finds: fragments joined, blocks linked to chains, columns' edges told. Else
//!    `lines::plain_page` sets a page plainly that has columns side by side,
//!    characters one below another or the marks of Markdown; `lines::furniture` sets folios, nameplates, editors' credits and jumps
//!    apart by grammar.
//! 2. `lines::split` cuts lines on which a head and a lead, or a body and a head, ran together;
//!    `lines::rejoin` puts printed lines in fragments together: what fills the measure is a line.
//! 3. `lines::measure` finds the measure of each line's column: a measure costs what the lines'
//!    widths say against it, a change of measure costs something.
//! 4. `label::signs` reads what the grammars and the neighbours say of each line.
//! 5. `label::labelling` finds what each line is (first, inner, last, only line of a paragraph, head,
//!    numbered title, verse, row, byline, credit): `emission::evidence` says what a line costs under
//!    each label, `label::labelling` what each step from line to line costs, `emission::habit` what a
//!    blank line means on this page. The page is explained under every habit; the cheapest
//!    explanation stands.
//! 6. `article::blocks` makes paragraphs, heads and the pieces of bodies of labelled lines;
//!    `article::assign` reads the page as a row of articles: heads before, behind or amid their
//!    pieces, section titles between them. `article::cost` says what an article costs,
//!    `article::joint` where a head may be cut, `article::seam` where that tears a word.
//! 7. `article::draft` joins bodies that break off and go on, `article::spread` deals out heads set
//!    together in one place.
//! 8. `article::title` divides kicker, headline and deck; `article::body` makes paragraphs, questions
//!    and answers, lead and credit; `article::sections` finds section titles as long as a sentence.
//!
//! A page whose source marks its lines (HTML) needs no weighing: `lines::furniture` sets apart what is
//! marked as furniture and the jumps, and `article::marked` makes the articles of the rest.
//!
//! Every programme of steps 2, 3, 5, 6 and 7 is dynamic: the cheapest explanation of the whole page,
//! not the first that fits.
//!
//! **To teach it something:** a word of the trade goes into `assets/lexicon`. A new kind of line is
//! a variant of `emission::kind::Label`, its cost in `emission::evidence`, its steps in
//! `label::labelling`; a new kind of lead a function in `grammar::lead`; a new habit a field of
//! `emission::habit::Habit` and its candidates. Then run the worked pages (`tests/pages`).
//!
//! **Invariant:** parsing cannot fail and loses nothing: every text given out is made of spans of
//! the source by `lines::text`, which drops and makes nothing but white space. Where the page gives
//! no certain answer, it is rather cut into one article too many than run together.

#[macro_use]
mod tune;

mod article;
mod emission;
mod file;
mod grammar;
mod label;
mod layout;
mod lexicon;
mod line;
mod lines;
mod page;
mod rules;
mod weights;
mod words;

pub use file::{FileRun, FileRuns, parse, parse_anew, parse_file};
#[cfg(feature = "tune")]
pub use {lexicon::lists, rules::rules, tune::Knob, weights::weights};

#[cfg(test)]
mod tests;
