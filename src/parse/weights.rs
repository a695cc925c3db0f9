//! Every weight of the parser's evidence: one table, each weight with its meaning. Most are costs in
//! one unit, nats, the negative logarithm of how likely a sight is: a cost of 3 is a sight expected
//! once in twenty; costs add up.
//!
//! A weight is read as `weights::look::head()`. It is a constant, but where the program is built with
//! the feature `tune` (`super::tune`).

knobs! {
    weights:

    /// The measure: what a line of a column looks like.
    mod measure {
        /// A line that fills the measure.
        full: f32 = 0.1;
        /// Each half character by which a line is short of the measure, where it is by one or two.
        spare: f32 = 0.25;
        /// A line that fills it if marks were squeezed.
        squeezed: f32 = 0.2;
        /// Each half character by which such a line is wider.
        wider: f32 = 0.13;
        /// A line short by the indent of a first line.
        first: f32 = 0.7;
        /// A line short by about as much.
        nearly_first: f32 = 1.0;
        /// Any shorter line.
        short: f32 = 1.7;
        /// A column of another measure begins behind the end of a sentence or a blank line.
        switch_at_end: f32 = 3.0;
        /// A measure that hardly any line of the page fills.
        unsupported: f32 = 0.5;
        /// A line that does not fit.
        over: f32 = 4.5;
        /// A measure that is no whole number of Han characters.
        odd: f32 = 0.1;
        /// A column of another measure begins.
        switch: f32 = 5.0;
    }

    /// Printed lines put together from fragments; what they cost as lines is in `look` and `step`.
    mod pieces {
        /// The page ends inside a paragraph.
        end_inside: f32 = 3.0;
        /// A break at a mark that need not have been squeezed.
        unexplained: f32 = 1.5;
        /// A mark that no break shows to be squeezed, on a line where others are.
        uneven: f32 = 0.3;
        /// Each half character by which marks were squeezed beyond what makes room for one character.
        too_tight: f32 = 1.0;
        /// A break taken back behind the end of a sentence.
        over_end: f32 = 0.2;
        /// A break taken back before a lead or a speaker.
        begins_inside: f32 = 3.0;
        /// A column of another measure begins.
        switch: f32 = 6.0;
        /// A column of another measure begins where no paragraph goes on.
        switch_at_end: f32 = 3.0;
        /// Each break taken back.
        join: f32 = 0.1;
        /// Each break taken back on a page that shows no lines in fragments.
        join_whole: f32 = 0.8;
    }

    /// Blank lines: how likely one is (a probability, not a cost).
    mod gap {
        /// Where the page does not leave lines blank.
        rare: f32 = 0.04;
        /// Where the page leaves a line blank now and then.
        sometimes: f32 = 0.4;
        /// Where the page leaves a line blank as a rule.
        usual: f32 = 0.9;
        /// Inside a head.
        seldom: f32 = 0.3;
        /// Between rows of a table.
        rows: f32 = 0.2;
        /// Between lines of verse.
        stanzas: f32 = 0.15;
        /// Round a head, before anything is known.
        open: f32 = 0.6;
        /// A head that breaks a paragraph off, on a page where none goes on (a cost).
        whole: f32 = 3.0;
        /// How many sightings the first guess is worth.
        prior: f32 = 6.0;
        /// From here on the page leaves a line blank as a rule.
        often: f32 = 0.5;
        /// The least and the most likely that one ever is.
        bounds: [f32; 2] = [0.01, 0.99];
    }

    /// Steps from line to line.
    mod step {
        /// The page begins inside a paragraph.
        begin_inside: f32 = 4.0;
        /// The page ends inside a paragraph.
        end_inside: f32 = 4.0;
        /// A paragraph goes on behind a head.
        resume: f32 = 3.5;
        /// A paragraph that broke off elsewhere goes on at a blank line.
        resume_at_gap: f32 = 4.0;
        /// A paragraph goes on behind rows, verse, a byline or a credit.
        resume_below: f32 = 5.5;
        /// A head interrupts a paragraph.
        interrupt: f32 = 4.2;
        /// A paragraph breaks off without its end.
        break_off: f32 = 6.5;
        /// A credit follows a paragraph that does not end.
        credit_inside: f32 = 3.0;
        /// A credit stands below a head.
        credit_below_head: f32 = 6.0;
        /// A head begins.
        head: f32 = 1.6;
        /// A head goes on.
        head_on: f32 = 0.6;
        /// Rows begin below a head, a title or a byline.
        rows_below: f32 = 1.5;
        /// Verse begins below a byline.
        verse_signed: f32 = 1.0;
        /// Verse begins below a head or a title.
        verse_below: f32 = 3.8;
        /// A head begins below a byline.
        head_below_byline: f32 = 4.0;
        /// A paragraph begins below rows or verse, without a head.
        below_rows: f32 = 2.5;
        /// Rows or verse begin elsewhere.
        rows: f32 = 8.0;
        /// A byline stands elsewhere than below a head.
        byline: f32 = 2.5;
        /// The page indents otherwise than by two characters.
        unusual_indent: f32 = 4.0;
    }

    /// How a line looks under a label.
    mod look {
        /// The most that a misfit of the measure costs.
        misfit: f32 = 7.0;
        /// Each half character by which marks must have been squeezed.
        squeeze: f32 = 0.1;
        /// Each half character by which a line is wider than that.
        over: f32 = 1.2;
        /// Each half character by which a line is short, where that is tolerable.
        short: f32 = 0.1;
        /// An inner line that is shorter; each half character of it.
        broken_by: [f32; 2] = [1.0, 0.9];
        /// The most that an inner line costs for being short.
        broken: f32 = 12.0;
        /// A line broken early because what follows could not be parted.
        unit: f32 = 0.8;
        /// A first line that ends a sentence.
        first_ends: f32 = 2.2;
        /// An inner line that ends a sentence.
        inner_ends: f32 = 2.6;
        /// A last line shorter than the measure.
        last: f32 = 0.7;
        /// A last line that fills the measure.
        last_full: f32 = 2.4;
        /// A paragraph of one line.
        only: f32 = 0.8;
        /// A paragraph of one line that fills the measure.
        only_full: f32 = 1.5;
        /// A paragraph of one short line that asks, as headlines do.
        only_asks: f32 = 1.0;
        /// A paragraph that ends so: 。 ： ；  ） none ，
        endings: [f32; 6] = [0.0, 1.0, 2.0, 2.5, 5.0, 6.5];
        /// A line that begins with a mark that may not begin one, as the first of anything.
        kinsoku: f32 = 6.0;
        /// A small letter, as the first of a paragraph.
        lower_case: f32 = 5.0;
        /// A lead, as the beginning of a paragraph; elsewhere.
        lead: [f32; 2] = [-4.0, 8.0];
        /// A speaker; elsewhere.
        speaker: [f32; 2] = [-2.0, 3.0];
        /// A numbering; elsewhere.
        numbering: [f32; 2] = [-1.5, 1.5];
        /// A bullet; elsewhere.
        bullet: [f32; 2] = [-2.0, 3.0];
        /// A usual first word; elsewhere.
        opener: [f32; 2] = [-0.5, 0.5];
        /// The beginning of a picture's caption; elsewhere.
        caption: [f32; 2] = [-3.0, 3.0];
        /// The line below a caption, as the beginning of a paragraph; as the rest of one that it broke.
        below_caption: [f32; 2] = [0.0, -3.0];
        /// An indent, where the page keeps them; none.
        indent: [f32; 2] = [-2.5, 2.5];
        /// A line under a label that furniture above or below it speaks against.
        border: f32 = 7.0;
        /// A line cut from a body's as a head, as anything else.
        cut: f32 = 6.0;
        /// A line of a head.
        head: f32 = 0.5;
        /// A sentence's end inside a head; a comma.
        head_stop: f32 = 2.5;
        /// A comma inside a head.
        head_comma: f32 = 1.3;
        /// A comma inside a head in Japanese, where commas part the lines of heads.
        head_comma_kana: f32 = 0.3;
        /// A head that ends with 。；with ，
        head_ends: [f32; 2] = [4.5, 2.0];
        /// A line of one or two characters, as of a head set vertically.
        head_vertical: f32 = -0.8;
        /// A line like a table's row, in a head.
        head_tabular: f32 = 1.5;
        /// A head that fills the measure exactly.
        head_full: f32 = 1.0;
        /// A head so wide that it is a whole paragraph.
        head_whole: f32 = 14.0;
        /// A title in text that fills the measure, and the little that was left of it.
        wrapped: [f32; 2] = [-5.5, -1.5];
        /// A head of which all words are said again near it, against none.
        head_echo: f32 = -1.5;
        /// The share of any line's words that are said again near it.
        echo: f32 = 0.2;
        /// The least that a share is taken to be beyond that.
        least_echo: f32 = -0.1;
        /// A numbered title.
        heading: f32 = 0.4;
        /// A numbered title that fills its line.
        heading_full: f32 = 2.0;
        /// A line of verse.
        verse: f32 = 0.6;
        /// A line of verse that is as long as a line of prose, or holds figures.
        verse_long: f32 = 1.4;
        /// A row of a table that looks like a row.
        row: f32 = 1.2;
        /// A row of a table that does not look like a row.
        row_unlike: f32 = 3.4;
        /// Such a row, or verse, that fills the measure.
        row_full: f32 = 1.5;
        /// A row or a line of verse that is like its neighbours.
        in_form: f32 = -1.5;
        /// A line that looks like its neighbours as rows or verse do, in a head.
        head_in_form: f32 = 2.0;
        /// A byline or credit that is one by its grammar.
        people: f32 = 0.2;
        /// A bare name with a common family name.
        name: f32 = 0.6;
        /// Two or three Han characters that may be a pen name.
        pen_name: f32 = 1.0;
        /// Type larger than the page's body, as a head; as anything else.
        large: [f32; 2] = [-3.0, 5.0];
        /// A short line in bolder type than the page's body, as a head; as anything else.
        bold: [f32; 2] = [-1.5, 0.5];
        /// A line centred in its column, as a head; as anything else.
        centred: [f32; 2] = [-1.5, 1.0];
        /// A line at the right of its column, as signatures are, as a head; as anything else.
        right: [f32; 2] = [3.0, 0.0];
        /// A line set as the body is, on a page whose type is known, as a head; as anything else.
        plain: [f32; 2] = [1.5, 0.0];
        /// A line with more space above it than most of its block has, where space parts the paragraphs, as the
        /// beginning of a paragraph; as its going on.
        spaced: [f32; 2] = [-3.0, 4.0];
        /// A line without, there.
        unspaced: [f32; 2] = [4.0, -1.0];
        /// A line of a picture's caption in the caption's type, as a head; as anything else.
        of_caption: [f32; 2] = [6.0, 0.0];
        /// A row of cells, as a head; as anything else.
        cells: [f32; 2] = [5.0, 0.0];
    }

    /// Type and space, where the source knows them: proportions, no costs.
    mod print {
        /// Space above a line, in type sizes, that parts it from the line before.
        apart: f32 = 0.9;
        /// Type larger than the body's by so many times is a head's.
        large: f32 = 1.15;
        /// Type no larger than the body's by so many times is the body's.
        plain: f32 = 1.06;
        /// Strokes thicker than the body's by so many times are bold.
        bold: f32 = 1.25;
        /// Type of this share of a head's largest is as large.
        equal: f32 = 0.95;
    }

    /// Links between blocks of type, where boxes are known: what speaks against reading one behind the
    /// other. Gaps are in type sizes.
    mod links {
        /// Heads that stand together.
        stacked: f32 = 0.2;
        /// A head below one that it does not stand together with, or below a column.
        heads: f32 = 3.0;
        /// A text below its head.
        first_text: f32 = 0.3;
        /// Each text to its left that stands below the same head.
        rank: f32 = 1.2;
        /// A large head below a text.
        head_below_text: f32 = 6.0;
        /// A head larger than the body by less may be one in a column.
        small_head: f32 = 1.4;
        /// A line of small type close above a head.
        kicker: f32 = 1.0;
        /// A title in its column.
        title: f32 = 0.5;
        /// A title in a column that is broken above it.
        title_apart: f32 = 2.0;
        /// A title at the top of the next column.
        title_across: f32 = 1.5;
        /// Small type close below small type.
        small: f32 = -1.0;
        /// A line of small type close below a text.
        signature: f32 = 0.5;
        /// So much space at most is close.
        close: f32 = 1.2;
        /// More space breaks a column.
        broken_column: f32 = 2.6;
        /// A text that stands only partly below another.
        askew: f32 = 1.5;
        /// Each type size of space below a text.
        far: f32 = 0.15;
        /// The most that this costs.
        farthest: f32 = 3.0;
        /// Each type size of space below or beside a head.
        far_head: f32 = 0.3;
        /// The most that this costs.
        farthest_head: f32 = 6.0;
        /// A drawn line between two blocks.
        ruled: f32 = 3.0;
        /// One of them in a frame without the other.
        framed: f32 = 3.7;
        /// One of them at the page's edge, as folios are.
        folio: f32 = 6.0;
        /// One of them a picture's caption.
        caption: f32 = 4.0;
        /// Type sizes that differ by no more of the larger one are alike.
        alike: f32 = 0.08;
        /// Texts in type of different sizes.
        other_type: f32 = 4.0;
        /// Behind the word that the text goes on elsewhere.
        behind_jump: f32 = 5.0;
        /// A text that begins with a lead.
        to_lead: f32 = 4.0;
        /// A sentence that goes on.
        runs_on: f32 = -3.0;
        /// A sentence that may go on.
        may_run_on: f32 = -1.0;
        /// A sentence that does not go on, or one that comes from nowhere.
        runs_off: f32 = 2.5;
        /// A text that begins without an indent behind the end of a sentence.
        not_indented: f32 = 0.7;
        /// Each column by which the second is not the next.
        column: f32 = 1.5;
        /// A column further down that is not to the right.
        row_below: f32 = 3.0;
        /// Each type size by which it stands too high or too low.
        away: f32 = 0.4;
        /// The most that this costs.
        farthest_away: f32 = 5.0;
        /// Text of its column stands close above the second.
        amid_column: f32 = 2.0;
        /// Text of its column stands close below the first.
        not_at_foot: f32 = 1.5;
        /// The second stands under no head.
        roofless: f32 = 1.5;
        /// Neither stands under a head.
        both_roofless: f32 = 1.0;
        /// The second stands under another head.
        other_roof: f32 = 5.0;
        /// A text beside a head set vertically.
        beside: f32 = 1.0;
        /// The same under another head.
        head_beside_roof: f32 = 3.0;
        /// The same behind a drawn line.
        parted: f32 = 4.0;
        /// A chain that begins with a title.
        begin_title: f32 = 2.0;
        /// A chain that begins with small type.
        begin_small: f32 = 1.0;
        /// A chain that begins with a lead.
        begin_lead: f32 = 2.0;
        /// A chain that begins amid a sentence.
        begin_amid: f32 = 6.0;
        /// A chain that begins with a text without an indent.
        begin_flush: f32 = 4.0;
        /// A chain that begins with any other text.
        begin_text: f32 = 3.5;
        /// A chain that ends with a head.
        end_head: f32 = 3.0;
        /// A chain that ends with the word that it goes on elsewhere.
        end_jump: f32 = -1.0;
        /// A chain that ends with the end of a sentence.
        end_sentence: f32 = 0.5;
        /// A chain that ends with small type, amid a sentence.
        end_small: f32 = 1.0;
        /// A chain that ends amid a sentence.
        end_open: f32 = 3.0;
    }

    /// Heads dealt out to several bodies.
    mod spread {
        /// Each word that a share has in common with its body.
        word: f32 = -0.7;
        /// The lines that a head may well have.
        usual: usize = 4;
        /// Each line of a share beyond the usual number.
        long: f32 = 1.5;
        /// A share that begins where no blank line stands.
        torn: f32 = 2.0;
        /// Each article between a share's body and the run, itself counted.
        away: f32 = 1.0;
        /// A body with a lead that gets none.
        led: f32 = 3.0;
        /// A body without a lead that gets none.
        unled: f32 = 1.0;
    }

    /// Heads and the pieces of bodies they belong to.
    mod heads {
        /// A head on the other side of its body than the page's usual.
        against_habit: f32 = 2.5;
        /// A piece without a head.
        headless: f32 = 3.0;
        /// A picture's caption without a head.
        headless_photo: f32 = 1.0;
        /// A piece without a head that begins inside a paragraph.
        headless_rest: f32 = 1.0;
        /// A head for a piece that begins, or ends, inside a paragraph.
        head_of_rest: f32 = 3.0;
        /// A head at the end of the page without a body.
        bodiless: f32 = 6.0;
        /// A second head for one piece.
        second_head: f32 = 5.0;
        /// All of a head's words in a body, against none.
        shared: f32 = 8.0;
        /// A head of which a part belongs to each side.
        split: f32 = 3.5;
        /// A head of which a part belongs to each side, divided at a blank line.
        split_at_gap: f32 = 1.5;
        /// A head cut where the two lines make a word that one of the bodies has.
        torn_word: f32 = 3.0;
        /// A head cut before the little that was left of a full line.
        torn_remainder: f32 = 3.0;
        /// An article that begins without a lead, on a page where some have one.
        unled: f32 = 2.5;
        /// An article that begins without a lead, on a page where several have one.
        unled_among: f32 = 3.5;
        /// An article that begins where no furniture says so, on a page where it does of several.
        unbordered: f32 = 3.5;
        /// A head without a blank line, on a page that sets heads apart.
        close_head: f32 = 1.5;
        /// A section title with a blank line, on a page that sets heads apart.
        apart_section: f32 = 1.5;
        /// An article's first section title.
        section: f32 = 3.75;
        /// A further section title of the article.
        further_section: f32 = 1.4;
        /// Each likeness of two of an article's section titles.
        parallel: f32 = -0.7;
        /// Each further line of a section title.
        section_line: f32 = 2.5;
        /// A section title no wider than half the column.
        short_section: f32 = -0.5;
        /// A section title as wide as the column.
        wide_section: f32 = 2.0;
        /// A section title that filled the column, and the little that was left of it.
        wrapped_section: f32 = -2.0;
        /// Sections of different measure.
        other_measure: f32 = 2.0;
        /// Two pieces with all words in common, against none.
        alike: f32 = 10.0;
        /// The words that any two pieces have in common.
        alike_at: f32 = 0.12;
        /// A head amid an article of which one side does not break off.
        amid_whole: f32 = 3.0;
        /// A head between two paragraphs of its article.
        amid_between: f32 = 6.0;
    }

    /// The parts of a head: what a kicker, a headline and a deck cost, and parting two lines.
    mod titles {
        /// A kicker.
        kicker: f32 = 0.8;
        /// One that ends with a colon or a dash.
        kicker_announces: f32 = -6.8;
        /// One that says who met or who spoke.
        kicker_reports: f32 = -4.3;
        /// One that says whom the story is about.
        kicker_one: f32 = -2.8;
        /// One in capitals, above a headline that is not.
        kicker_capitals: f32 = -6.6;
        /// One that ends as the name of a column does.
        kicker_column: f32 = -6.7;
        /// One that is a mere catchword.
        kicker_slogan: f32 = -2.6;
        /// One that asks without a mark.
        kicker_asks: f32 = -7.1;
        /// One that ends with the mark of a sentence.
        kicker_ends: f32 = -0.9;
        /// One with a comma.
        kicker_comma: f32 = -2.0;
        /// One that begins with a number.
        kicker_figure: f32 = 2.7;
        /// One that says that something is done.
        kicker_done: f32 = 4.0;
        /// One that names a thing of something.
        kicker_noun: f32 = -1.0;
        /// One that begins with the place or the house.
        kicker_home: f32 = -2.0;
        /// One that ends with the name of a column in brackets, as headlines do.
        kicker_bracketed: f32 = 4.0;
        /// One that counts days, rounds or editions.
        kicker_counted: f32 = -3.3;
        /// One of two phrases.
        kicker_phrases: f32 = 0.1;
        /// Each doubling by which it is wider than the headline.
        kicker_wider: f32 = -0.1;
        /// Each doubling by which it is narrower.
        kicker_narrower: f32 = 1.1;
        /// Each further line of it.
        kicker_line: f32 = 5.6;
        /// A deck.
        deck: f32 = 3.1;
        /// One that begins with a dash.
        deck_dash: f32 = -9.7;
        /// One that a word of the trade begins.
        deck_words: f32 = -5.0;
        /// One that ends with the kind of the article.
        deck_genre: f32 = -6.8;
        /// One in a wide column.
        deck_roomy: f32 = -0.2;
        /// One that says who was there.
        deck_guests: f32 = -2.5;
        /// One below a question.
        deck_asked: f32 = 3.5;
        /// One with a comma, below a headline without.
        deck_comma: f32 = -1.8;
        /// One below a headline with a comma.
        deck_after_comma: f32 = 0.3;
        /// One of two phrases, below a headline of one.
        deck_halves: f32 = -4.1;
        /// One with figures, below a headline without.
        deck_figures: f32 = -2.1;
        /// One of a head that has a kicker as well.
        deck_and_kicker: f32 = -2.1;
        /// One below a Japanese headline that leaves out its verb.
        deck_elliptic: f32 = -7.7;
        /// Each doubling by which it is wider than the headline.
        deck_wider: f32 = -2.5;
        /// Each doubling by which it is narrower.
        deck_narrower: f32 = 2.3;
        /// Each further line of it.
        deck_line: f32 = 1.8;
        /// Each line of a headline beyond the second.
        headline_line: f32 = 2.8;
        /// A headline of one line with two phrases.
        headline_phrases: f32 = -1.1;
        /// A headline of two lines.
        headline_two: f32 = -0.3;
        /// Each line of a headline that goes on below one that had room to spare, in a wide column.
        headline_whole: f32 = 3.1;
        /// A headline of one line that is a mere catchword.
        headline_slogan: f32 = 4.5;
        /// Parts that meet at a blank line.
        part_at_gap: f32 = -0.4;
        /// Parts that meet inside a clause.
        part_clause: f32 = 3.8;
        /// Latin parts that meet where a sentence begins.
        part_at_capital: f32 = -5.1;
        /// Parts that meet inside a quotation.
        part_quoted: f32 = 5.0;
        /// Parts that meet inside a word of the body.
        part_word: f32 = 2.9;
        /// Parts that meet below a line that was broken for want of room, in a wide column.
        part_broken: f32 = 3.8;
        /// Parts that meet between lines alike in width.
        part_alike: f32 = 1.1;
        /// Parts that meet between lines as long as each other with the same in one place.
        part_parallel: f32 = 2.7;
        /// Parts that meet before the little that was left of a full line.
        part_remainder: f32 = 7.1;
    }
}
