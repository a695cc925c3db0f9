//! Every weight of the parser's evidence, in one unit: nats, the negative logarithm of how likely
//! a sight is. A cost of 3 is a sight expected once in twenty; costs add up.

/// The measure: what a line of a column looks like.
pub mod measure {
    /// A line that fills the measure.
    pub const FULL: f32 = 0.1;
    /// A line that fills it if marks were squeezed.
    pub const SQUEEZED: f32 = 0.2;
    /// A line short by the indent of a first line.
    pub const FIRST: f32 = 0.7;
    /// A line in pieces that need not have been squeezed.
    pub const TORN: f32 = 0.3;
    /// Any shorter line.
    pub const SHORT: f32 = 1.7;
    /// A column of another measure begins behind the end of a sentence or a blank line.
    pub const SWITCH_AT_END: f32 = 3.0;
    /// A measure that hardly any line of the page fills.
    pub const UNSUPPORTED: f32 = 0.5;
    /// A line that does not fit.
    pub const OVER: f32 = 4.5;
    /// A measure that is no whole number of Han characters.
    pub const ODD: f32 = 0.1;
    /// A column of another measure begins.
    pub const SWITCH: f32 = 5.0;
}

/// Printed lines put together from fragments; what they cost as lines is in `look` and `step`.
pub mod pieces {
    /// The page begins inside a paragraph.
    pub const BEGIN_INSIDE: f32 = 2.0;
    /// The page ends inside a paragraph.
    pub const END_INSIDE: f32 = 3.0;
    /// A break at a mark that need not have been squeezed.
    pub const UNEXPLAINED: f32 = 1.5;
    /// A mark that no break shows to be squeezed, on a line where others are.
    pub const UNEVEN: f32 = 0.3;
    /// Each half character by which marks were squeezed beyond what makes room for one character.
    pub const TOO_TIGHT: f32 = 1.0;
    /// A break taken back behind the end of a sentence.
    pub const OVER_END: f32 = 0.2;
    /// A break taken back before a lead or a speaker.
    pub const BEGINS_INSIDE: f32 = 3.0;
    /// A break taken for the line's own inside a lead.
    pub const INSIDE_LEAD: f32 = 4.0;
    /// A column of another measure begins.
    pub const SWITCH: f32 = 6.0;
    /// A column of another measure begins where no paragraph goes on.
    pub const SWITCH_AT_END: f32 = 3.0;
    /// Each break taken back.
    pub const JOIN: f32 = 0.1;
    /// Each break taken back on a page that shows no lines in fragments.
    pub const JOIN_WHOLE: f32 = 0.8;
}

/// Blank lines: how likely one is (a probability, not a cost).
pub mod gap {
    /// Where the page does not leave lines blank.
    pub const RARE: f32 = 0.04;
    /// Where the page leaves a line blank now and then.
    pub const SOMETIMES: f32 = 0.4;
    /// Where the page leaves a line blank as a rule.
    pub const USUAL: f32 = 0.9;
    /// Inside a head.
    pub const SELDOM: f32 = 0.3;
    /// Between rows of a table.
    pub const ROWS: f32 = 0.2;
    /// Between lines of verse.
    pub const STANZAS: f32 = 0.15;
    /// Round a head, before anything is known.
    pub const OPEN: f32 = 0.6;
    /// How many sightings the first guess is worth.
    pub const PRIOR: f32 = 6.0;
}

/// Steps from line to line.
pub mod step {
    /// The page begins inside a paragraph.
    pub const BEGIN_INSIDE: f32 = 4.0;
    /// The page ends inside a paragraph.
    pub const END_INSIDE: f32 = 4.0;
    /// A paragraph goes on behind a head.
    pub const RESUME: f32 = 3.5;
    /// A paragraph that broke off elsewhere goes on at a blank line.
    pub const RESUME_AT_GAP: f32 = 4.0;
    /// A head interrupts a paragraph.
    pub const INTERRUPT: f32 = 4.2;
    /// A paragraph breaks off without its end.
    pub const BREAK_OFF: f32 = 6.5;
    /// A credit follows a paragraph that does not end.
    pub const CREDIT_INSIDE: f32 = 3.0;
    /// A credit stands below a head.
    pub const CREDIT_BELOW_HEAD: f32 = 6.0;
    /// A head begins.
    pub const HEAD: f32 = 1.6;
    /// A head goes on.
    pub const HEAD_ON: f32 = 0.6;
    /// Rows begin below a head, a title or a byline.
    pub const ROWS_BELOW: f32 = 1.5;
    /// Verse begins below a byline.
    pub const VERSE_SIGNED: f32 = 1.0;
    /// Verse begins below a head or a title.
    pub const VERSE_BELOW: f32 = 3.8;
    /// A head begins below a byline.
    pub const HEAD_BELOW_BYLINE: f32 = 4.0;
    /// A paragraph begins below rows or verse, without a head.
    pub const BELOW_ROWS: f32 = 2.5;
    /// Rows or verse begin elsewhere.
    pub const ROWS: f32 = 8.0;
    /// A byline stands elsewhere than below a head.
    pub const BYLINE: f32 = 2.5;
    /// The page indents otherwise than by two characters.
    pub const UNUSUAL_INDENT: f32 = 4.0;
}

/// How a line looks under a label.
pub mod look {
    /// The most that a misfit of the measure costs.
    pub const MISFIT: f32 = 7.0;
    /// Each half character by which marks must have been squeezed.
    pub const SQUEEZE: f32 = 0.1;
    /// The most that an inner line costs for being short.
    pub const BROKEN: f32 = 12.0;
    /// A line broken early because what follows could not be parted.
    pub const UNIT: f32 = 0.8;
    /// A first line that ends a sentence.
    pub const FIRST_ENDS: f32 = 2.2;
    /// An inner line that ends a sentence.
    pub const INNER_ENDS: f32 = 2.6;
    /// A last line shorter than the measure.
    pub const LAST: f32 = 0.7;
    /// A last line that fills the measure.
    pub const LAST_FULL: f32 = 2.4;
    /// A paragraph of one line.
    pub const ONLY: f32 = 0.8;
    /// A paragraph of one line that fills the measure.
    pub const ONLY_FULL: f32 = 1.5;
    /// A paragraph of one short line that asks, as headlines do.
    pub const ONLY_ASKS: f32 = 1.0;
    /// A paragraph that ends so: 。 ： ；  ） none ，
    pub const ENDINGS: [f32; 6] = [0.0, 1.0, 2.0, 2.5, 5.0, 6.5];
    /// A line that begins with a mark that may not begin one, as the first of anything.
    pub const KINSOKU: f32 = 6.0;
    /// A small letter, as the first of a paragraph.
    pub const LOWER_CASE: f32 = 5.0;
    /// A lead, as the beginning of a paragraph; elsewhere.
    pub const LEAD: [f32; 2] = [-4.0, 8.0];
    /// A speaker; elsewhere.
    pub const SPEAKER: [f32; 2] = [-2.0, 3.0];
    /// A numbering; elsewhere.
    pub const NUMBERING: [f32; 2] = [-1.5, 1.5];
    /// A bullet; elsewhere.
    pub const BULLET: [f32; 2] = [-2.0, 3.0];
    /// A usual first word; elsewhere.
    pub const OPENER: [f32; 2] = [-0.5, 0.5];
    /// The beginning of a picture's caption; elsewhere.
    pub const CAPTION: [f32; 2] = [-3.0, 3.0];
    /// The line below a caption, as the beginning of a paragraph; as the rest of one that it broke.
    pub const BELOW_CAPTION: [f32; 2] = [0.0, -3.0];
    /// An indent, where the page keeps them; none.
    pub const INDENT: [f32; 2] = [-2.5, 2.5];
    /// A line under a label that furniture above or below it speaks against.
    pub const BORDER: f32 = 7.0;
    /// A line cut from a body's as a head, as anything else.
    pub const CUT: f32 = 6.0;
    /// A line of a head.
    pub const HEAD: f32 = 0.5;
    /// A sentence's end inside a head; a comma.
    pub const HEAD_STOP: f32 = 2.5;
    /// A comma inside a head.
    pub const HEAD_COMMA: f32 = 1.3;
    /// A comma inside a head in Japanese, where commas part the lines of heads.
    pub const HEAD_COMMA_KANA: f32 = 0.3;
    /// A head that ends with 。；with ，
    pub const HEAD_ENDS: [f32; 2] = [4.5, 2.0];
    /// A line of one or two characters, as of a head set vertically.
    pub const HEAD_VERTICAL: f32 = -0.8;
    /// A line like a table's row, in a head.
    pub const HEAD_TABULAR: f32 = 1.5;
    /// A head that fills the measure exactly.
    pub const HEAD_FULL: f32 = 1.0;
    /// A title in text that fills the measure, and the little that was left of it.
    pub const WRAPPED: [f32; 2] = [-5.5, -1.5];
    /// A head of which all words are said again near it, against none.
    pub const HEAD_ECHO: f32 = -3.0;
    /// The share of any line's words that are said again near it.
    pub const ECHO: f32 = 0.2;
    /// A numbered title.
    pub const HEADING: f32 = 0.4;
    /// A numbered title that fills its line.
    pub const HEADING_FULL: f32 = 2.0;
    /// A line of verse.
    pub const VERSE: f32 = 0.6;
    /// A line of verse that is as long as a line of prose, or holds figures.
    pub const VERSE_LONG: f32 = 1.4;
    /// A row of a table that looks like a row.
    pub const ROW: f32 = 1.2;
    /// A row of a table that does not look like a row.
    pub const ROW_UNLIKE: f32 = 3.4;
    /// A row or a line of verse that is like its neighbours.
    pub const IN_FORM: f32 = -1.5;
    /// A line that looks like its neighbours as rows or verse do, in a head.
    pub const HEAD_IN_FORM: f32 = 2.0;
    /// A byline or credit that is one by its grammar.
    pub const PEOPLE: f32 = 0.2;
    /// A bare name with a common family name.
    pub const NAME: f32 = 0.6;
    /// Two or three Han characters that may be a pen name.
    pub const PEN_NAME: f32 = 1.0;
    /// Type larger than the page's body, as a head; as anything else.
    pub const LARGE: [f32; 2] = [-3.0, 5.0];
}

/// Parts of bodies that stand behind another article's.
pub mod strays {
    /// On a page that leaves blank lines oftener in its bodies, they part no frames.
    pub const GAPS: f32 = 0.3;
    /// The words that both a stray and what it is cut from have at least.
    pub const FEWEST: u32 = 40;
    /// How much more a stray has in common with its home, of all words that it could have.
    pub const CLOSER: f32 = 0.05;
}

/// Heads dealt out to several bodies.
pub mod spread {
    /// Each word that a share has in common with its body.
    pub const WORD: f32 = -0.7;
    /// The lines that a head may well have.
    pub const USUAL: usize = 4;
    /// Each line of a share beyond the usual number.
    pub const LONG: f32 = 1.5;
    /// A share that begins where no blank line stands.
    pub const TORN: f32 = 2.0;
    /// Each article between a share's body and the run, itself counted.
    pub const AWAY: f32 = 1.0;
    /// A body with a lead that gets none.
    pub const LED: f32 = 3.0;
    /// A body without a lead that gets none.
    pub const UNLED: f32 = 1.0;
}

/// Heads and the pieces of bodies they belong to.
pub mod heads {
    /// A head on the other side of its body than the page's usual.
    pub const AGAINST_HABIT: f32 = 2.5;
    /// A piece without a head.
    pub const HEADLESS: f32 = 4.0;
    /// A piece without a head that begins inside a paragraph.
    pub const HEADLESS_REST: f32 = 1.0;
    /// A head for a piece that begins, or ends, inside a paragraph.
    pub const HEAD_OF_REST: f32 = 3.0;
    /// A head at the end of the page without a body.
    pub const BODILESS: f32 = 6.0;
    /// A second head for one piece.
    pub const SECOND_HEAD: f32 = 5.0;
    /// All of a head's words in a body, against none.
    pub const SHARED: f32 = 8.0;
    /// A head of which a part belongs to each side.
    pub const SPLIT: f32 = 3.5;
    /// A head of which a part belongs to each side, divided at a blank line.
    pub const SPLIT_AT_GAP: f32 = 1.5;
    /// A head cut where the two lines make a word that one of the bodies has.
    pub const TORN_WORD: f32 = 3.0;
    /// A head cut before the little that was left of a full line.
    pub const TORN_REMAINDER: f32 = 3.0;
    /// The name of who wrote an article, below the head of the one before.
    pub const NAME_BEHIND: f32 = 0.5;
    /// An article that begins without a lead, on a page where some have one.
    pub const UNLED: f32 = 2.5;
    /// An article that begins without a lead, on a page where several have one.
    pub const UNLED_AMONG: f32 = 3.5;
    /// A head without a blank line, on a page that sets heads apart.
    pub const CLOSE_HEAD: f32 = 1.5;
    /// A section title with a blank line, on a page that sets heads apart.
    pub const APART_SECTION: f32 = 1.5;
    /// An article's first section title.
    pub const SECTION: f32 = 3.2;
    /// A further section title of the article.
    pub const FURTHER_SECTION: f32 = 1.4;
    /// Each likeness of two of an article's section titles.
    pub const PARALLEL: f32 = -0.7;
    /// Each further line of a section title.
    pub const SECTION_LINE: f32 = 2.5;
    /// A section title no wider than half the column.
    pub const SHORT_SECTION: f32 = -0.5;
    /// A section title as wide as the column.
    pub const WIDE_SECTION: f32 = 2.0;
    /// A section title that filled the column, and the little that was left of it.
    pub const WRAPPED_SECTION: f32 = -2.0;
    /// Sections of different measure.
    pub const OTHER_MEASURE: f32 = 2.0;
    /// Two pieces with all words in common, against none.
    pub const ALIKE: f32 = 10.0;
    /// The words that any two pieces have in common.
    pub const ALIKE_AT: f32 = 0.12;
    /// A head amid a paragraph of its article.
    pub const AMID: f32 = 0.5;
    /// A head amid an article of which one side does not break off.
    pub const AMID_WHOLE: f32 = 3.0;
    /// A head between two paragraphs of its article.
    pub const AMID_BETWEEN: f32 = 6.0;
}
