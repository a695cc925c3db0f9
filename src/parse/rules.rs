//! The rules that may be switched off to see what they are worth: each is asked at the one place where
//! what it finds is taken in. In the program all are on, and cost nothing.

knobs! {
    rules:

    /// How the page is set.
    mod set {
        /// Columns side by side are set one behind another.
        columns: bool = true;
        /// Marks of Markdown are taken off.
        markdown: bool = true;
        /// Characters one below another are joined.
        vertical: bool = true;
    }

    /// Lines on which two frames ran together.
    mod cut {
        /// A head and the lead behind it are cut apart.
        lead: bool = true;
        /// The last line of a body and a head are cut apart.
        head: bool = true;
    }

    /// Printed lines in pieces.
    mod pieces {
        /// Pieces of printed lines are put together.
        joined: bool = true;
        /// Latin words behind a wide space go on the line before.
        words: bool = true;
        /// A figure on a line of its own belongs to its neighbours.
        figures: bool = true;
        /// So does a mark in another font.
        lone_marks: bool = true;
    }

    /// What is in no article.
    mod furniture {
        /// Source lines are set apart.
        sources: bool = true;
        /// Jumps are set apart.
        jumps: bool = true;
        /// Folio lines are set apart.
        folios: bool = true;
        /// Folio lines broken in two are read.
        in_pieces: bool = true;
        /// A paper's name, a few characters a line, is read.
        nameplate: bool = true;
        /// Editors' lines that go on in a second line are read.
        editors: bool = true;
        /// Numbers between dashes that count on are the file's pages.
        dashed_sheets: bool = true;
        /// Source lines may stand between head and text.
        below_heads: bool = true;
        /// A jump from elsewhere begins or ends an article.
        jump_borders: bool = true;
        /// No folio stands amid a paragraph.
        amid: bool = true;
        /// A source line that may be a folio is one where there are several.
        few_sources: bool = true;
        /// A source line that a line's end broke is put together.
        broken_sources: bool = true;
        /// A source line behind authors' names is cut off.
        sources_behind_names: bool = true;
        /// A source line before a text is cut off.
        sources_before_text: bool = true;
        /// A jump that a line's end broke is put together.
        broken_jumps: bool = true;
        /// A jump is cut off the line that it stands in.
        jumps_within: bool = true;
    }

    /// What a jump is.
    mod jump {
        /// 下转第3版.
        to_page: bool = true;
        /// 体育新闻见第8版, set off by a mark.
        aside: bool = true;
        /// Continued on Page A4.
        english: bool = true;
        /// 2面に続く.
        japanese: bool = true;
        /// ▶ 03: an arrow and a page.
        arrow: bool = true;
        /// A jump in brackets amid a line.
        in_brackets: bool = true;
        /// A jump at a line's end without brackets.
        at_end: bool = true;
    }

    /// What a lead is.
    mod lead {
        /// By Eleanor Finch; LONDON, April 3 (Reuters) -.
        english: bool = true;
        /// 【本報訊】, 〔記者某某／台北報導〕.
        bracketed: bool = true;
        /// 本报临湖10月14日电 （记者 某某）.
        plain: bool = true;
        /// 記者某某／台北報導, without brackets.
        slashed: bool = true;
        /// A byline that is a line of its own.
        byline_line: bool = true;
        /// 江州大学教授 某某.
        with_post: bool = true;
        /// 本报记者 某某 报道, before the first sentence.
        run_in_byline: bool = true;
        /// 本报评论员, alone on its line.
        unnamed: bool = true;
        /// A paper or an agency that the lexicon does not have.
        unknown_house: bool = true;
        /// What is not known sends nothing by wire without a day.
        wired: bool = true;
        /// 【北岸＝某某】.
        japanese: bool = true;
    }

    /// What a credit is.
    mod credit {
        /// 新华社发（某某 摄）.
        agency: bool = true;
        /// 江一帆摄（新华社发）.
        passed_on: bool = true;
        /// （新华社电）.
        sent: bool = true;
        /// （资料图片）.
        phrase: bool = true;
        /// （作者系本报评论员）.
        origin: bool = true;
        /// （新华社）, 新华社/路透.
        agency_name: bool = true;
        /// （本报综合）.
        compiled: bool = true;
        /// （江州大学 江一帆）.
        with_place: bool = true;
        /// 。（河口美和子）.
        japanese: bool = true;
        /// （江一帆 周密）.
        names: bool = true;
        /// 江一帆 摄, without brackets.
        taken: bool = true;
        /// 资料图片, without brackets.
        bare_phrase: bool = true;
        /// Who signs a letter or a note: 湖东省石桥县 路先生.
        signature: bool = true;
        /// （江一帆 周密） on a line of its own.
        names_alone: bool = true;
    }

    /// What is seen of a line.
    mod sign {
        /// A byline of two lines.
        byline_goes_on: bool = true;
        /// No lead begins behind a comma.
        amid_clause: bool = true;
        /// Leads.
        lead: bool = true;
        /// Credits that are a line.
        credit: bool = true;
        /// Credits at the end of a line.
        closes: bool = true;
        /// Numberings.
        numbering: bool = true;
        /// Speakers.
        speaker: bool = true;
        /// Bullets.
        bullet: bool = true;
        /// （图片） below a headline names nobody.
        work: bool = true;
        /// Names alone on a line.
        names: bool = true;
        /// Two or three characters alone on a line, as a pen name.
        pen_name: bool = true;
        /// Captions of pictures.
        caption: bool = true;
        /// Words said again near a line.
        echo: bool = true;
        /// Entries of notices.
        entry: bool = true;
        /// Signatures and days of notices.
        signature: bool = true;
        /// Rows that are like their neighbours.
        row: bool = true;
        /// A title in text that filled the measure, and what was left of it.
        wrapped_title: bool = true;
    }

    /// What is one article.
    mod article {
        /// A picture's caption is a piece of its own.
        caption: bool = true;
        /// A run of more lines than a head has is rows.
        tall: bool = true;
        /// Nothing follows a paragraph that ends with a credit.
        credited: bool = true;
        /// A head's last line may be the writer's name.
        name_behind: bool = true;
        /// A head ends at a source line below it.
        border_of_text: bool = true;
        /// A notice's head is no section title.
        notice_alone: bool = true;
        /// A section title that filled the column, and what was left of it.
        wrapped_section: bool = true;
        /// A paragraph without a stop amid others with one is a section's title.
        long_sections: bool = true;
        /// A page may set heads apart by blank lines.
        heads_apart: bool = true;
        /// A piece without a lead may be the rest of one shortly before.
        resumes: bool = true;
        /// What breaks off and what goes on later are joined.
        rejoin: bool = true;
        /// A single line may be what was left of a broken paragraph.
        remainder: bool = true;
        /// Heads set together are dealt out.
        spread: bool = true;
        /// Titles of the poems in a group.
        poems: bool = true;
        /// A head without a body and of many lines is a head and rows.
        rows: bool = true;
        /// The last paragraph ends with a credit.
        credit: bool = true;
        /// Who asks is known by the questions.
        asks: bool = true;
    }

    /// Kicker, headline and deck.
    mod title {
        /// The writer's name below a headline.
        name_below: bool = true;
        /// The writer's name before a body with its headline behind.
        name_before: bool = true;
        /// Type sizes divide a head.
        by_size: bool = true;
        /// A head's full line goes on in the next without a space.
        full_line: bool = true;
    }

    /// The pages of a file.
    mod file {
        /// A file whose pages say nothing of themselves is read through.
        whole: bool = true;
        /// A text runs on to a page that says nothing.
        runs_on: bool = true;
        /// Pages that say they are the same are one.
        same: bool = true;
        /// A page begins amid a text.
        begins_amid: bool = true;
    }
}
