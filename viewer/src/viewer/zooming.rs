//! What is visible.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::Viewer;

impl Viewer {
    /// The length of everything.
    pub(super) fn whole(&self) -> Duration {
        self.timeline.end.since(self.timeline.begin).max(Viewer::SHORTEST)
    }

    /// Shows a stretch, within the run.
    pub(super) fn show(&mut self, from: Time, length: Duration) {
        self.length = length.clamp(Viewer::SHORTEST, self.whole());
        let latest = self.timeline.begin + (self.whole() - self.length);
        self.from = from.max(self.timeline.begin).min(latest);
    }

    /// Makes the cursor visible: what is visible moves only if it has to.
    pub(super) fn reveal(&mut self) {
        let (from, until) = self.visible();
        if !(from..=until).contains(&self.cursor) {
            self.show(self.cursor.back(self.length / 2), self.length);
        }
    }

    /// Shows `times / parts` of what is visible. The cursor stays where it is on the screen, if it is
    /// visible; else the middle does.
    pub(super) fn zoom(&mut self, times: u32, parts: u32) {
        let (from, until) = self.visible();
        let is_visible = (from..=until).contains(&self.cursor);
        let fixed = if is_visible { self.cursor } else { from + self.length / 2 };
        let length = (self.length * times / parts).clamp(Viewer::SHORTEST, self.whole());
        let before =
            fixed.since(from).as_nanos() * length.as_nanos() / self.length.as_nanos().max(1);
        let before = Duration::from_nanos(u64::try_from(before).unwrap_or(u64::MAX));
        self.show(fixed.back(before), length);
    }

    pub(super) fn pan(&mut self, thousandths: i32) {
        let by = self.length * thousandths.unsigned_abs() / 1_000;
        let from = if thousandths < 0 { self.from.back(by) } else { self.from + by };
        self.show(from, self.length);
    }
}
