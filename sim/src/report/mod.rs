//! What is shown of a run, for people and for programs.

pub mod capture;
