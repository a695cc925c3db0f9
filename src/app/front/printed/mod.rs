//! A page whose geometry is known: its articles as boxes where they are printed.

mod edges;
mod faces;
pub(in crate::app) mod layout;
pub(in crate::app) mod pages;
mod regions;
