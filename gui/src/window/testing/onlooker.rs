//! What one person of a world sees.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use eframe::egui::{Context, Theme, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::SharedRaster;
use crate::catalogue::{Catalogue, Language};
use crate::desktop::flows::World;
use crate::desktop::{self, Action, Desktop, News};
use crate::log::{LogStore, ShownLines};
use crate::statistics::history::StatisticsHistory;
use crate::views::{self, Around, Scene, Views, theme};

/// What one person of a world sees and does: the real desktop with its client, at the real hub.
pub(crate) struct Onlooker {
    pub(crate) world: Rc<RefCell<World>>,
    seat: usize,
    views: Views,
    texts: Catalogue,
    /// What the program has told.
    pub(crate) log: LogStore,
    shown: ShownLines,
    pub(crate) history: StatisticsHistory,
    /// All that was done, oldest first.
    pub(crate) done: Vec<Action>,
}

impl Onlooker {
    /// The window of the person on this seat.
    pub(crate) fn sit(world: &Rc<RefCell<World>>, seat: usize) -> Harness<'static, Self> {
        let onlooker = Self {
            world: Rc::clone(world),
            seat,
            views: Views::new(None),
            texts: Catalogue::new(Language::English),
            log: LogStore::default(),
            shown: ShownLines::default(),
            history: StatisticsHistory::default(),
            done: Vec::new(),
        };
        let mut harness = Harness::builder()
            .with_size(vec2(1_000.0, 900.0))
            .with_theme(Theme::Dark)
            .with_max_steps(20)
            .with_context_setup(|context: &Context| theme::apply(context))
            .renderer(SharedRaster::default())
            .build_ui_state(|ui, onlooker: &mut Self| onlooker.draw(ui), onlooker);
        harness.run();
        harness
    }

    /// The person's desktop.
    pub(crate) fn desktop<T>(&self, look: impl FnOnce(&Desktop) -> T) -> T {
        look(&self.world.borrow().seats[self.seat].desktop)
    }

    /// Something happens outside of the person's window.
    pub(crate) fn hear(&self, news: News) {
        let mut world = self.world.borrow_mut();
        let now = world.now;
        world.seats[self.seat].desktop.hear(now, news);
        world.pass(Duration::ZERO);
    }

    fn draw(&mut self, ui: &mut Ui) {
        let mut world = self.world.borrow_mut();
        let (now, seat) = (world.now, self.seat);
        let desktop = &world.seats[seat].desktop;
        let language = match desktop.settings.language {
            desktop::Language::Spanish => Language::Spanish,
            desktop::Language::System | desktop::Language::English => Language::English,
        };
        if self.texts.language() != language {
            self.texts = Catalogue::new(language);
        }
        self.log.read(|ring| self.shown.update(ring, &desktop.log));
        if let Some(statistics) = desktop.call.as_ref().and_then(|call| call.statistics.clone()) {
            self.history.note(*statistics);
        }
        let wall_time = Duration::from_secs(1_700_000_000);
        let around = Around { wall_time, log: &self.shown, history: &self.history };
        let mut scene = Scene::new(now, desktop, &self.texts, around);
        views::show(ui, &mut scene, &mut self.views);
        let actions = std::mem::take(&mut scene.actions);
        drop(scene);
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.done.push(action.clone());
            world.act(seat, action);
        }
    }
}

/// Presses the button of this name, and sees what comes of it.
pub(crate) fn press(harness: &mut Harness<'_, Onlooker>, name: &str) {
    let role = eframe::egui::accesskit::Role::Button;
    harness.get_by_role_and_label(role, name).scroll_to_me();
    harness.run();
    let button = harness.get_by_role_and_label(role, name);
    assert!(!button.accesskit_node().is_disabled(), "{name} can be pressed");
    button.click();
    harness.run();
}

/// Types into the field of this name.
pub(crate) fn fill(harness: &mut Harness<'_, Onlooker>, name: &str, text: &str) {
    let roles =
        [eframe::egui::accesskit::Role::TextInput, eframe::egui::accesskit::Role::PasswordInput];
    let found =
        harness.get_all_by_label(name).find(|node| roles.contains(&node.accesskit_node().role()));
    found.expect("a field").focus();
    harness.run();
    let found =
        harness.get_all_by_label(name).find(|node| roles.contains(&node.accesskit_node().role()));
    found.expect("a field").type_text(text);
    harness.run();
}

/// Whether something with these words is seen.
pub(crate) fn sees(harness: &mut Harness<'_, Onlooker>, words: &str) -> bool {
    harness.run();
    harness.query_all_by_label_contains(words).next().is_some()
}
