//! Follows the telling of a run.

use std::ops::ControlFlow;
use std::sync::mpsc::{SyncSender, TrySendError};
use std::time::Duration;

use eframe::egui::Context;
use roomrtc_core::base::Time;

use super::Answer;
use crate::source::{Listener, Told};
use crate::timeline::TimelineBuilder;

/// Makes a timeline, and says now and then how far it is. It ends once the window is gone.
pub(super) struct Following<'a> {
    pub(super) builder: TimelineBuilder,
    pub(super) answers: &'a SyncSender<Answer>,
    pub(super) context: &'a Context,
    pub(super) said: Time,
}

impl Following<'_> {
    /// The time of the world between two words on how far it is.
    const APART: Duration = Duration::from_millis(250);
}

impl Listener for Following<'_> {
    fn hear(&mut self, told: Told<'_>) -> ControlFlow<()> {
        self.builder.hear(told)?;
        let heard = self.builder.heard_until();
        if heard.since(self.said) < Following::APART {
            return ControlFlow::Continue(());
        }
        self.said = heard;
        match self.answers.try_send(Answer::Heard(heard)) {
            Err(TrySendError::Disconnected(_)) => ControlFlow::Break(()),
            // Who has not read the last word needs no further one.
            Ok(()) | Err(TrySendError::Full(_)) => {
                self.context.request_repaint();
                ControlFlow::Continue(())
            }
        }
    }
}
