//! 禁则: where a line may break, and the penalty of a break where it may not.
//!
//! The rules of UAX #14 in their order, tailored for Chinese after GB/T 15834, CLREQ and CSS Text
//! `line-break: strict`, evaluated once, at compile time, into a table over pairs of classes.
//! What depends on more than a pair is decided in [`super::breaks`], which makes the classes.

use super::class::Class;

/// What speaks against a break between two clusters, the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Penalty {
    /// Nothing: a line may break here.
    None,
    /// At a space, or after the punctuation of an address, where another break is better.
    Slight,
    /// A word or a number is cut.
    Word,
    /// The next line begins with what begins no line.
    Start,
    /// This line ends with what ends no line, or a —— or …… is cut.
    End,
}

/// The penalty of a break between two clusters that touch, or that spaces part.
pub fn penalty(before: Class, after: Class, spaces: bool) -> Penalty {
    const TOUCHING: [[Penalty; Class::COUNT]; Class::COUNT] = table(false);
    const PARTED: [[Penalty; Class::COUNT]; Class::COUNT] = table(true);
    let table = if spaces { &PARTED } else { &TOUCHING };
    table[before as usize][after as usize]
}

const fn table(spaces: bool) -> [[Penalty; Class::COUNT]; Class::COUNT] {
    let mut table = [[Penalty::None; Class::COUNT]; Class::COUNT];
    let mut before = 0;
    while before < Class::COUNT {
        let mut after = 0;
        while after < Class::COUNT {
            let (left, right) = (Class::ALL[before], Class::ALL[after]);
            table[before][after] = if spaces { parted(left, right) } else { touching(left, right) };
            after += 1;
        }
        before += 1;
    }
    table
}

/// Spaces between: a break, but for what keeps its neighbour over spaces too.
const fn parted(before: Class, after: Class) -> Penalty {
    use Class::*;
    match (before, after) {
        // LB8, LB11, LB12a; no-break spaces hold on both sides
        (ZeroSpace, _) => Penalty::None,
        (_, Joiner | Glue) => Penalty::Slight,
        // LB13, LB15b, LB15d; 行首禁则
        (_, Closer | Exclamation | LatinCloser) => Penalty::Start,
        (_, NarrowCloser | NarrowExclamation | Infix | Slash) => Penalty::Slight,
        // LB14; 行尾禁则
        (Opener | NarrowOpener | LatinOpener | WideSlash, _) => Penalty::End,
        // LB16, LB17
        (Closer | NarrowCloser, NonStarter) => Penalty::Start,
        (Dash | DashTail, Dash | DashPair) => Penalty::Slight,
        // LB18
        _ => Penalty::None,
    }
}

/// Nothing between.
const fn touching(before: Class, after: Class) -> Penalty {
    use Class::*;
    match (before, after) {
        // LB7, LB8, LB9: nobody breaks before a space; a mark belongs to what is before it
        (_, ZeroSpace | Space | Mark) => Penalty::Start,
        (ZeroSpace, _) => Penalty::None,
        // LB11, LB12
        (Joiner | Glue, _) | (_, Joiner | Glue) => Penalty::Start,
        // LB13, LB15b, LB15d; 行首禁则
        (_, Closer | NarrowCloser | Exclamation | NarrowExclamation | Infix | Slash | LatinCloser) => Penalty::Start,
        // LB14; 行尾禁则
        (Opener | NarrowOpener | WideSlash, _) => Penalty::End,
        // —— and …… whole; no line begins with half of one
        (_, DashTail | EllipsisTail) => Penalty::End,
        (_, Dash | Ellipsis) => Penalty::Start,
        // LB19
        (LatinOpener, _) => Penalty::End,
        (_, Quote | LatinOpener) | (Quote | LatinCloser, _) => Penalty::Word,
        // LB20
        (Object, _) | (_, Object) => Penalty::None,
        // LB21; 行首禁则
        (_, After | Hyphen | InitialHyphen | NonStarter | Middot | WideSlash | Postfix) => Penalty::Start,
        (Before, _) => Penalty::Word,
        // LB20.1
        (InitialHyphen, Letter) => Penalty::Word,
        // LB23, LB25, LB28; GB/T 15835: a number stays with its unit
        (Letter | Digit, Letter | Digit) | (Digit, Unit) => Penalty::Word,
        (Hyphen | InitialHyphen | Slash, Digit) => Penalty::Word,
        // LB23a, LB24, LB27
        (Prefix, Letter | Digit | Han | Unit) | (Postfix, Letter | Digit) => Penalty::Word,
        (Letter | Digit, Prefix) => Penalty::Word,
        // LB29; · between letters
        (Infix | Middot, Letter | Digit) => Penalty::Word,
        // LB30
        (Letter | Digit, NarrowOpener) | (NarrowCloser, Letter | Digit) => Penalty::Word,
        // LB31
        _ => Penalty::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_breaks_anywhere_but_at_marks() {
        assert_eq!(penalty(Class::Han, Class::Han, false), Penalty::None);
        assert_eq!(penalty(Class::Closer, Class::Han, false), Penalty::None);
        assert_eq!(penalty(Class::Han, Class::Opener, false), Penalty::None);
        assert_eq!(penalty(Class::Han, Class::Closer, false), Penalty::Start);
        assert_eq!(penalty(Class::Han, Class::Closer, true), Penalty::Start);
        assert_eq!(penalty(Class::Opener, Class::Han, true), Penalty::End);
    }

    #[test]
    fn numbers_keep_their_units() {
        assert_eq!(penalty(Class::Digit, Class::Unit, false), Penalty::Word);
        assert_eq!(penalty(Class::Digit, Class::Han, false), Penalty::None);
        assert_eq!(penalty(Class::Digit, Class::Postfix, false), Penalty::Start);
        assert_eq!(penalty(Class::Unit, Class::Digit, false), Penalty::None);
    }
}
