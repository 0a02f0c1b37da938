//! Calls with programs that nobody here wrote, and windows on a display that nobody here wrote.
//!
//! Each test says loudly that it is skipped where its program is missing; where CI runs it, that is a
//! failure. `make interop` installs the programs, runs the tests and writes the README's table.

mod aiortc;
mod chromium;
mod screen;
mod turn;
mod web;
mod window;
