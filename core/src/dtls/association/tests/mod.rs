//! Two endpoints, and what only their insides can show. The many ways of losing datagrams are tried
//! from outside, in the tests that cross crates.

mod doubting;
mod endpoints;
mod life;
