//! Points of a jitter buffer that fall on one point of the screen.

use super::Axis;
use crate::buffer::BufferPoint;

/// What counts as one point of the screen, in points.
const NARROW: f32 = 1.0;

/// What is drawn of a jitter buffer, from where on each. Of all that begin on one point of the screen it is
/// the gravest, so that no wait is passed over, and the last, which holds on.
pub(super) fn thinned<'b>(points: &'b [BufferPoint], axis: &Axis) -> Vec<(f32, &'b BufferPoint)> {
    let mut drawn: Vec<(f32, &BufferPoint)> = Vec::new();
    let mut last: Option<(f32, &BufferPoint)> = None;
    for point in points {
        let begin = axis.x(point.time).max(axis.x.min);
        match drawn.last_mut() {
            Some((column, gravest)) if begin < *column + NARROW => {
                let held = last.map_or(*gravest, |(_, last)| last);
                if gravity(point) > gravity(gravest) {
                    (*gravest, last) = (point, None);
                } else if held.state != point.state {
                    last = Some((*column + NARROW / 2.0, point));
                }
            }
            _ => {
                drawn.extend(last.take());
                drawn.push((begin, point));
            }
        }
    }
    drawn.extend(last);
    drawn
}

/// Waiting is graver than needing a key frame, and that than any number of packets.
fn gravity(point: &BufferPoint) -> (bool, bool, usize) {
    (point.waits_for().is_some(), point.state.is_awaiting_key_frame, point.state.packets)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use eframe::egui::Rangef;
    use roomrtc_core::base::Time;
    use roomrtc_core::media::JitterBufferState;

    use super::*;

    fn axis(length: Duration) -> Axis {
        Axis::new((Time::ZERO, Time::ZERO + length), Rangef::new(0.0, 500.0))
    }

    fn point(milliseconds: u64, packets: usize, is_waiting: bool) -> BufferPoint {
        let state = JitterBufferState { packets, is_waiting, ..JitterBufferState::default() };
        BufferPoint { time: Time::from_millis(milliseconds), state }
    }

    #[test]
    fn a_long_run_is_few_points_and_no_wait_is_lost() {
        let mut points: Vec<_> =
            (0..300_000).map(|at| point(2 * at, at as usize % 9, false)).collect();
        points[123_456] = point(2 * 123_456, 4, true);
        let axis = axis(Duration::from_secs(600));
        let drawn = thinned(&points, &axis);
        assert!((500..=1_002).contains(&drawn.len()), "{}", drawn.len());
        let waits = drawn.iter().filter(|(_, point)| point.waits_for().is_some());
        assert_eq!(waits.count(), 1);
        assert!(drawn.is_sorted_by(|one, next| one.0 <= next.0));
    }

    #[test]
    fn what_is_apart_stays_as_it_is() {
        let points = [point(0, 1, false), point(100, 3, true), point(200, 0, false)];
        let drawn = thinned(&points, &axis(Duration::from_millis(500)));
        let expected = [(0.0, &points[0]), (100.0, &points[1]), (200.0, &points[2])];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn the_last_of_many_holds_on() {
        let points = [point(0, 9, true), point(1, 2, false), point(2, 0, false)];
        let drawn = thinned(&points, &axis(Duration::from_secs(100)));
        assert_eq!(drawn, [(0.0, &points[0]), (0.5, &points[2])]);
    }
}
