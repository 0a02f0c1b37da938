//! `view`: one run in a window, on a timeline.

mod view;

pub(crate) use view::view;
