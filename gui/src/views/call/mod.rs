//! The call: the other side's picture large, one's own in a corner, what can be done below.
//!
//! One's own picture is moved to another corner by dragging it, or by activating it. Above are the name, the
//! duration and the quality in words; what is wrong (a connection that is being made again, a key that has
//! changed) stands across the picture. In full screen the bar above is not shown.

mod controls;
mod header;
mod own_picture;
mod screen;
mod stage;

pub use screen::show;
