//! The lobby: the people, whom one calls, who calls, what was missed.
//!
//! People stand with their state in words and colour, live, and can be searched. A call that rings, here or
//! there, is dealt with before anything else. Beside the people stand the calls that were missed and the
//! check of the camera. In a narrow window everything is one column.

mod header;
mod missed;
mod people;
mod ringing;
mod screen;

pub use screen::show;
