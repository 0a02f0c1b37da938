//! The window.

use std::time::Duration;

use eframe::egui::{Context, Ui};
use roomrtc_core::base::Time;

use super::screenshot::Screenshot;
use super::{Answer, Teller};
use crate::source::Heading;
use crate::viewer::{Action, Selection, Viewer};
use crate::views;

/// The window: a run being told, and then its timeline.
#[derive(Debug)]
pub(super) struct ViewerApp {
    pub(super) heading: Heading,
    pub(super) lasts: Option<Time>,
    pub(super) teller: Teller,
    pub(super) heard: Time,
    pub(super) viewer: Option<Viewer>,
    pub(super) screenshot: Option<Screenshot>,
}

impl ViewerApp {
    /// The most real time that counts at once while it plays: a window that was hidden does not jump.
    const LONGEST_FRAME: Duration = Duration::from_millis(100);

    fn take_answers(&mut self) {
        while let Ok(answer) = self.teller.answers.try_recv() {
            match answer {
                Answer::Heard(time) => self.heard = time,
                Answer::Whole(timeline) => self.viewer = Some(self.begin(Viewer::new(*timeline))),
                Answer::Stretch(span) => {
                    self.viewer.iter_mut().for_each(|viewer| viewer.take_span(span.clone()));
                }
            }
        }
    }

    /// For a picture, something is selected.
    fn begin(&self, mut viewer: Viewer) -> Viewer {
        if self.screenshot.is_some() {
            let losses = viewer.timeline().losses.iter().enumerate();
            // The one of which most came has most to show.
            let most = losses.rev().max_by_key(|(_, lost)| lost.chain.len());
            let most = most.map(|(index, _)| Action::Select(Selection::Loss(index)));
            most.into_iter().for_each(|action| viewer.act(action));
            let from = viewer.cursor().back(Duration::from_millis(60));
            viewer.act(Action::Show { from, length: Duration::from_millis(300) });
        }
        viewer
    }

    fn pass_time(&mut self, context: &Context) {
        let Some(viewer) = &mut self.viewer else { return };
        if viewer.is_playing() {
            let elapsed = context.input(|input| input.unstable_dt);
            let elapsed = Duration::try_from_secs_f32(elapsed).unwrap_or_default();
            viewer.advance(elapsed.min(ViewerApp::LONGEST_FRAME));
            context.request_repaint();
        }
    }
}

impl eframe::App for ViewerApp {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.take_answers();
        self.pass_time(context);
        if let Some(viewer) = &mut self.viewer {
            if let Some(time) = viewer.poll_wanted()
                && !self.teller.ask(time)
            {
                viewer.forget_wanted();
            }
            let is_settled = viewer.selected_packet().is_none() || viewer.has_bytes();
            self.screenshot.iter_mut().for_each(|shot| shot.frame(context, is_settled));
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let Some(viewer) = &mut self.viewer else {
            return views::loading(ui, &self.heading, self.heard, self.lasts);
        };
        let actions = views::whole(ui, viewer);
        if !actions.is_empty() {
            actions.into_iter().for_each(|action| viewer.act(action));
            ui.ctx().request_repaint();
        }
    }
}
