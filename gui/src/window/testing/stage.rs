//! A desktop with its views, as a harness runs it.

use std::time::Duration;

use eframe::egui::{Theme, Ui, vec2};
use egui_kittest::Harness;
use roomrtc_core::base::Time;

use super::SharedRaster;
use crate::catalogue::{Catalogue, Language};
use crate::desktop::{Action, Desktop, DesktopStart};
use crate::log::ShownLines;
use crate::statistics::history::StatisticsHistory;
use crate::views::{self, Around, Scene, Views, theme};

/// A desktop with its views, and what was done in them. Actions go into the desktop, as in the window.
pub(crate) struct Stage {
    pub(crate) now: Time,
    pub(crate) desktop: Desktop,
    pub(crate) views: Views,
    pub(crate) texts: Catalogue,
    pub(crate) shown: ShownLines,
    pub(crate) history: StatisticsHistory,
    /// All that was done, oldest first.
    pub(crate) done: Vec<Action>,
}

impl Stage {
    /// The seconds since 1970 at which everything here happens.
    pub(crate) const WALL_TIME: u64 = 1_700_000_000;

    /// A desktop that was never started before.
    pub(crate) fn new() -> Self {
        Self::of(Desktop::new(Time::ZERO, DesktopStart::default()))
    }

    /// This desktop.
    pub(crate) fn of(desktop: Desktop) -> Self {
        Self {
            now: Time::ZERO,
            desktop,
            views: Views::new(None),
            texts: Catalogue::new(Language::English),
            shown: ShownLines::default(),
            history: StatisticsHistory::default(),
            done: Vec::new(),
        }
    }

    /// A harness that shows it in a window of this size, and what draws its pictures.
    pub(crate) fn show(
        self,
        width: f32,
        height: f32,
        theme: Theme,
    ) -> (Harness<'static, Self>, SharedRaster) {
        let raster = SharedRaster::default();
        let mut harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_theme(theme)
            .with_max_steps(12)
            .with_context_setup(theme::apply)
            .renderer(raster.clone())
            .build_ui_state(|ui, stage: &mut Self| stage.draw(ui), self);
        harness.run();
        (harness, raster)
    }

    fn draw(&mut self, ui: &mut Ui) {
        let wall_time = Duration::from_secs(Self::WALL_TIME);
        let around = Around { wall_time, log: &self.shown, history: &self.history };
        let mut scene = Scene::new(self.now, &self.desktop, &self.texts, around);
        views::show(ui, &mut scene, &mut self.views);
        let Scene { actions, news, .. } = scene;
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.done.push(action.clone());
            self.desktop.act(self.now, action);
        }
        news.into_iter().for_each(|news| self.desktop.hear(self.now, news));
    }
}
