//! `run`: one seed, told at length.

mod account;
mod cases;
mod files;
mod own_account;
mod run;

pub(crate) use run::run;
