//! The state of the window: what the user does goes in, what is to be made comes out.
//!
//! A [`Viewer`] has a timeline, a cursor in it, the stretch that is visible, and what is selected. It
//! knows no window and no clock: views are functions of it, and playing is [`Viewer::advance`].

mod action;
mod direction;
mod finding;
mod moving;
mod selection;
mod speed;
#[cfg(test)]
mod tests;
#[expect(clippy::module_inception, reason = "the viewer is what the module is about")]
mod viewer;
mod zooming;

pub use action::Action;
pub use direction::Direction;
pub use selection::Selection;
pub use speed::Speed;
pub use viewer::Viewer;
