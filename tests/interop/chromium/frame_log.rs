//! The frames that one end has seen.

use serde_json::Value;

use super::film;
use super::seen_frame::SeenFrame;

/// The frames that one end has seen, in the order in which it saw them.
#[derive(Clone, Debug, Default)]
pub(crate) struct FrameLog(pub(crate) Vec<SeenFrame>);

impl FrameLog {
    /// As the page tells it.
    pub(crate) fn of_page(value: &Value) -> FrameLog {
        FrameLog(value.as_array().expect("a list").iter().map(SeenFrame::of_page).collect())
    }

    /// As `roomrtc peer --frames` writes it. A last line without an end is one that is being written.
    pub(crate) fn of_log(text: &str) -> FrameLog {
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        FrameLog(whole.lines().map(SeenFrame::of_log).collect())
    }

    /// The numbers of all frames; every one must have a code that is right.
    pub(crate) fn numbers(&self) -> Vec<u64> {
        let number = |frame: &SeenFrame| frame.code.map(|(number, _)| number);
        let read = self.0.iter().map(|frame| number(frame).unwrap_or_else(|| panic!("{frame:?}")));
        read.collect()
    }

    /// The numbers of the film's pictures, counted on from one showing to the next: each is taken to
    /// be the next picture of that number, or the same again.
    pub(crate) fn film_numbers(&self) -> Vec<u64> {
        let pictures = u64::from(film::PICTURES);
        let mut last = None;
        let count_on = |number: u64| {
            let counted = match last {
                None => number,
                Some(last) => last + (number + pictures - last % pictures) % pictures,
            };
            last = Some(counted);
            counted
        };
        self.numbers().into_iter().map(count_on).collect()
    }

    /// How old frames were, in microseconds, by the time of capture in their codes; sorted.
    pub(crate) fn ages(&self) -> Vec<i64> {
        let age = |frame: &SeenFrame| Some(frame.at as i64 - frame.code?.1 as i64);
        let mut ages: Vec<i64> = self.0.iter().filter_map(age).collect();
        ages.sort_unstable();
        ages
    }

    /// How old frames of the film were, in microseconds: since the browser's camera last showed a
    /// picture of the same number; sorted. Those that it showed before it was watched are left out.
    pub(crate) fn ages_since(&self, camera: &FrameLog) -> Vec<i64> {
        let mut ages: Vec<i64> = Vec::new();
        for frame in &self.0 {
            let before = camera.0.iter().rev().filter(|shown| shown.at <= frame.at);
            let number = frame.code.map(|(number, _)| number);
            let shown = before.into_iter().find(|shown| shown.code.map(|(n, _)| n) == number);
            ages.extend(shown.map(|shown| (frame.at - shown.at) as i64));
        }
        ages.sort_unstable();
        ages
    }

    /// The longest time from one frame to the next, in microseconds.
    pub(crate) fn longest_gap(&self) -> u64 {
        self.0.windows(2).map(|pair| pair[1].at.saturating_sub(pair[0].at)).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(frames: &[(u64, u64)]) -> FrameLog {
        let frame = |&(at, number): &(u64, u64)| SeenFrame {
            at,
            code: Some((number, at - 7)),
            size: film::SIZE,
        };
        FrameLog(frames.iter().map(frame).collect())
    }

    #[test]
    fn the_film_is_counted_on_when_it_begins_again() {
        let frames = log(&[(10, 118), (20, 119), (30, 0), (40, 0), (50, 5), (60, 4)]);
        assert_eq!(frames.film_numbers(), [118, 119, 120, 120, 125, 244]);
        assert_eq!((frames.longest_gap(), frames.ages()), (10, vec![7; 6]));
    }

    #[test]
    fn an_age_counts_from_the_last_showing() {
        let camera = log(&[(10, 1), (20, 2), (130, 1), (140, 2)]);
        assert_eq!(log(&[(9, 3), (25, 2), (133, 1), (139, 2)]).ages_since(&camera), [3, 5, 119]);
    }

    #[test]
    fn a_line_without_an_end_is_left() {
        let line = r#"{"frame":1,"captured":5,"decoded":9,"width":2,"height":2,"matches":true}"#;
        let text = format!("{line}\n{}", &line[..20]);
        assert_eq!(FrameLog::of_log(&text).0.len(), 1);
        assert!(FrameLog::of_log(&line[..20]).0.is_empty());
    }
}
