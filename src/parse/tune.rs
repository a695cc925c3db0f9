//! What may be changed to see what it is worth: the weights, while the program runs. Every change is
//! the thread's own.

/// A weight that may be changed.
#[derive(Clone, Copy, Debug)]
pub struct Knob {
    /// The group of the table that it stands in.
    pub group: &'static str,
    /// Its name in the group.
    pub name: &'static str,
    /// What it means, as the table says.
    pub meaning: &'static str,
    /// Its numbers for the time being: one, or those of a list.
    pub numbers: fn() -> Vec<f32>,
    /// Changes one of its numbers, by its place.
    pub set: fn(usize, f32),
}

/// A weight's value as numbers.
pub trait Numbers: Sized {
    /// The numbers.
    fn numbers(self) -> Vec<f32>;

    /// The value with another number at a place.
    fn with(self, at: usize, number: f32) -> Self;
}

impl Numbers for f32 {
    fn numbers(self) -> Vec<f32> {
        vec![self]
    }

    fn with(self, _at: usize, number: f32) -> Self {
        number
    }
}

impl<const N: usize> Numbers for [f32; N] {
    fn numbers(self) -> Vec<f32> {
        self.to_vec()
    }

    fn with(mut self, at: usize, number: f32) -> Self {
        self.iter_mut().skip(at).take(1).for_each(|here| *here = number);
        self
    }
}

/// Counts, in whole numbers.
macro_rules! count {
    ($($kind:ty),+) => {
        $(impl Numbers for $kind {
            fn numbers(self) -> Vec<f32> {
                vec![self as f32]
            }

            fn with(self, _at: usize, number: f32) -> Self {
                number.round() as Self
            }
        })+
    };
}

count!(u32, usize);
