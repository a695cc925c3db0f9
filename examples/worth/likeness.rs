//! How alike two texts are, from 0 to 1: twice their matching characters of all they have, where the
//! longest match is taken first and then those before and behind it (Ratcliff and Obershelp).

use std::collections::HashMap;
use std::ops::Range;

/// The likeness of two texts.
pub fn likeness(a: &[char], b: &[char]) -> f64 {
    let mut places: HashMap<char, Vec<usize>> = HashMap::new();
    b.iter().enumerate().for_each(|(at, &c)| places.entry(c).or_default().push(at));
    let mut matching = 0;
    let mut ahead = vec![(0..a.len(), 0..b.len())];
    while let Some((in_a, in_b)) = ahead.pop() {
        let (at_a, at_b, length) = longest(a, &places, &in_a, &in_b);
        if length > 0 {
            matching += length;
            ahead.push((in_a.start..at_a, in_b.start..at_b));
            ahead.push((at_a + length..in_a.end, at_b + length..in_b.end));
        }
    }
    if a.len() + b.len() == 0 { 1.0 } else { 2.0 * matching as f64 / (a.len() + b.len()) as f64 }
}

/// The longest match in two ranges, the first of several: where it begins in each, and its length.
fn longest(
    a: &[char],
    places: &HashMap<char, Vec<usize>>,
    in_a: &Range<usize>,
    in_b: &Range<usize>,
) -> (usize, usize, usize) {
    let mut best = (in_a.start, in_b.start, 0);
    let mut ending: HashMap<usize, usize> = HashMap::new();
    for i in in_a.clone() {
        let mut next = HashMap::new();
        for &j in places.get(&a[i]).into_iter().flatten().filter(|j| in_b.contains(j)) {
            let length = j.checked_sub(1).and_then(|before| ending.get(&before)).copied().unwrap_or(0) + 1;
            next.insert(j, length);
            if length > best.2 {
                best = (i + 1 - length, j + 1 - length, length);
            }
        }
        ending = next;
    }
    best
}
