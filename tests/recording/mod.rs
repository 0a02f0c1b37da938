//! Calls that are recorded in the simulator and done again.

mod damage;
mod differences;
mod files;
mod listening_engine;
mod listening_maker;
mod secrets;
mod under_faults;
