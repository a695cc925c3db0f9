//! 禁则: where a line may break, and how much harm it does where it may not.
//!
//! The rules of UAX #14 in their order, tailored for Chinese after GB/T 15834, CLREQ and CSS Text
//! `line-break: strict`, evaluated once, at compile time, into a table over pairs of classes.
//! What depends on more than a pair is decided in [`super::breaks`], which makes the classes.

use super::class::Class;

/// What a break between two clusters does to the text, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Harm {
    /// Nothing: a line may break here.
    None,
    /// At a space, or after the punctuation of an address, where no break belongs all the same.
    Slight,
    /// A word or a number is cut.
    Word,
    /// The next line begins with what begins no line.
    Start,
    /// This line ends with what ends no line, or a —— or …… is cut.
    End,
}

/// The harm of a break between two clusters that touch, or that spaces part.
pub fn harm(before: Class, after: Class, spaces: bool) -> Harm {
    const TOUCHING: [[Harm; Class::COUNT]; Class::COUNT] = table(false);
    const PARTED: [[Harm; Class::COUNT]; Class::COUNT] = table(true);
    let table = if spaces { &PARTED } else { &TOUCHING };
    table[before as usize][after as usize]
}

const fn table(spaces: bool) -> [[Harm; Class::COUNT]; Class::COUNT] {
    let mut table = [[Harm::None; Class::COUNT]; Class::COUNT];
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
const fn parted(before: Class, after: Class) -> Harm {
    use Class::*;
    match (before, after) {
        // LB8, LB11, LB12a; no-break spaces hold on both sides
        (ZeroSpace, _) => Harm::None,
        (_, Joiner | Glue) => Harm::Slight,
        // LB13, LB15b, LB15d; 行首禁则
        (_, Closer | Exclamation | LatinCloser) => Harm::Start,
        (_, NarrowCloser | NarrowExclamation | Infix | Slash) => Harm::Slight,
        // LB14; 行尾禁则
        (Opener | NarrowOpener | LatinOpener | WideSlash, _) => Harm::End,
        // LB16, LB17
        (Closer | NarrowCloser, NonStarter) => Harm::Start,
        (Dash | DashTail, Dash | DashPair) => Harm::Slight,
        // LB18
        _ => Harm::None,
    }
}

/// Nothing between.
const fn touching(before: Class, after: Class) -> Harm {
    use Class::*;
    match (before, after) {
        // LB7, LB8, LB9: nobody breaks before a space; a mark belongs to what is before it
        (_, ZeroSpace | Space | Mark) => Harm::Start,
        (ZeroSpace, _) => Harm::None,
        // LB11, LB12
        (Joiner | Glue, _) | (_, Joiner | Glue) => Harm::Start,
        // LB13, LB15b, LB15d; 行首禁则
        (_, Closer | NarrowCloser | Exclamation | NarrowExclamation | Infix | Slash | LatinCloser) => Harm::Start,
        // LB14; 行尾禁则
        (Opener | NarrowOpener | WideSlash, _) => Harm::End,
        // —— and …… whole; no line begins with half of one
        (_, DashTail | EllipsisTail) => Harm::End,
        (_, Dash | Ellipsis) => Harm::Start,
        // LB19
        (LatinOpener, _) => Harm::End,
        (_, Quote | LatinOpener) | (Quote | LatinCloser, _) => Harm::Word,
        // LB20
        (Object, _) | (_, Object) => Harm::None,
        // LB21; 行首禁则
        (_, After | Hyphen | InitialHyphen | NonStarter | Middot | WideSlash | Postfix) => Harm::Start,
        (Before, _) => Harm::Word,
        // LB20.1
        (InitialHyphen, Letter) => Harm::Word,
        // LB23, LB25, LB28; GB/T 15835: a number stays with its unit
        (Letter | Digit, Letter | Digit) | (Digit, Unit) => Harm::Word,
        (Hyphen | InitialHyphen | Slash, Digit) => Harm::Word,
        // LB23a, LB24, LB27
        (Prefix, Letter | Digit | Han | Unit) | (Postfix, Letter | Digit) => Harm::Word,
        (Letter | Digit, Prefix) => Harm::Word,
        // LB29; · between letters
        (Infix | Middot, Letter | Digit) => Harm::Word,
        // LB30
        (Letter | Digit, NarrowOpener) | (NarrowCloser, Letter | Digit) => Harm::Word,
        // LB31
        _ => Harm::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_breaks_anywhere_but_at_marks() {
        assert_eq!(harm(Class::Han, Class::Han, false), Harm::None);
        assert_eq!(harm(Class::Closer, Class::Han, false), Harm::None);
        assert_eq!(harm(Class::Han, Class::Opener, false), Harm::None);
        assert_eq!(harm(Class::Han, Class::Closer, false), Harm::Start);
        assert_eq!(harm(Class::Han, Class::Closer, true), Harm::Start);
        assert_eq!(harm(Class::Opener, Class::Han, true), Harm::End);
    }

    #[test]
    fn numbers_keep_their_units() {
        assert_eq!(harm(Class::Digit, Class::Unit, false), Harm::Word);
        assert_eq!(harm(Class::Digit, Class::Han, false), Harm::None);
        assert_eq!(harm(Class::Digit, Class::Postfix, false), Harm::Start);
        assert_eq!(harm(Class::Unit, Class::Digit, false), Harm::None);
    }
}
