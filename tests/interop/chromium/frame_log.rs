//! The frames that one end has seen.

use serde_json::Value;

use super::seen_frame::SeenFrame;

/// The frames that one end has seen, in the order in which it saw them.
#[derive(Clone, Debug, Default)]
pub(super) struct FrameLog(pub(super) Vec<SeenFrame>);

impl FrameLog {
    /// As the page tells it.
    pub(super) fn of_page(value: &Value) -> FrameLog {
        FrameLog(value.as_array().expect("a list").iter().map(SeenFrame::of_page).collect())
    }

    /// The numbers of all frames; every one must have a code that is right.
    pub(super) fn numbers(&self) -> Vec<u64> {
        let number = |frame: &SeenFrame| frame.code.map(|(number, _)| number);
        let read = self.0.iter().map(|frame| number(frame).unwrap_or_else(|| panic!("{frame:?}")));
        read.collect()
    }

    /// How old frames were, in microseconds, by the time of capture in their codes; sorted.
    pub(super) fn ages(&self) -> Vec<i64> {
        let age = |frame: &SeenFrame| Some(frame.at as i64 - frame.code?.1 as i64);
        let mut ages: Vec<i64> = self.0.iter().filter_map(age).collect();
        ages.sort_unstable();
        ages
    }
}
