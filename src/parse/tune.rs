//! What may be changed to see what it is worth: weights, rules and word lists. In the program all are
//! constants; built with the feature `tune` they may be changed while it runs, each thread for itself,
//! as the tool `examples/worth` does.

/// A table of constants in groups, `name: type = value`, each read by a function of its name: `group::name()`.
/// Under the feature `tune` the function named first lists them all.
macro_rules! knobs {
    (
        $all:ident:
        $($(#[doc = $about:literal])+ mod $group:ident {
            $($(#[doc = $meaning:literal])+ $name:ident: $kind:ty = $value:expr;)+
        })+
    ) => {
        $($(#[doc = $about])+
        pub mod $group {
            $(knob! { $(#[doc = $meaning])+ $name: $kind = $value })+
        })+

        /// All of them, in the order of the table.
        #[cfg(feature = "tune")]
        pub fn $all() -> Vec<super::tune::Knob> {
            use super::tune::Numbers;
            vec![$($(super::tune::Knob {
                group: stringify!($group),
                name: stringify!($name),
                meaning: concat!($($meaning),+),
                numbers: || $group::$name().numbers(),
                set: |at, number| $group::$name::VALUE.set($group::$name().with(at, number)),
            }),+),+]
        }
    };
}

/// One constant, as what reads it.
macro_rules! knob {
    ($(#[$meaning:meta])+ $name:ident: $kind:ty = $value:expr) => {
        $(#[$meaning])+
        #[cfg(not(feature = "tune"))]
        #[inline]
        pub const fn $name() -> $kind {
            $value
        }

        $(#[$meaning])+
        #[cfg(feature = "tune")]
        pub fn $name() -> $kind {
            $name::VALUE.get()
        }

        /// What it is for the time being.
        #[cfg(feature = "tune")]
        pub mod $name {
            thread_local! {
                pub static VALUE: std::cell::Cell<$kind> = const { std::cell::Cell::new($value) };
            }
        }
    };
}

/// Whether something is in use: always, but under the feature `tune`.
#[derive(Clone, Copy)]
pub struct Switch(#[cfg(feature = "tune")] pub &'static std::thread::LocalKey<std::cell::Cell<bool>>);

impl Switch {
    /// Whether it is.
    #[cfg(not(feature = "tune"))]
    #[inline]
    pub const fn is_on(self) -> bool {
        true
    }

    /// Whether it is.
    #[cfg(feature = "tune")]
    pub fn is_on(self) -> bool {
        self.0.get()
    }
}

#[cfg(feature = "tune")]
pub use changeable::{Knob, Numbers};

#[cfg(feature = "tune")]
mod changeable {
    /// A weight, a rule or a word list that may be changed.
    #[derive(Clone, Copy, Debug)]
    pub struct Knob {
        /// The group of the table that it stands in.
        pub group: &'static str,
        /// Its name in the group.
        pub name: &'static str,
        /// What it means, as the table says.
        pub meaning: &'static str,
        /// Its numbers for the time being: one, or those of a list; of what is on or off 1 or 0.
        pub numbers: fn() -> Vec<f32>,
        /// Changes one of its numbers, by its place.
        pub set: fn(usize, f32),
    }

    /// A value as numbers.
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

    impl Numbers for bool {
        fn numbers(self) -> Vec<f32> {
            vec![f32::from(u8::from(self))]
        }

        fn with(self, _at: usize, number: f32) -> Self {
            number != 0.0
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
}
