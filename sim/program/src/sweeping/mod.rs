//! `sweep`: many seeds, and what they come to.

mod grid;
mod job;
mod results;
mod runner;
mod sweep;
mod telling;

pub(crate) use sweep::sweep;

use grid::Grid;
use job::Job;
use results::Results;
use runner::Runner;
