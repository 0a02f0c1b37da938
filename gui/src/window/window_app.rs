//! The window's application.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use eframe::egui::{Context, Ui, ViewportCommand};
use eframe::{App, CreationContext, Frame, glow};
use roomrtc_core::base::Time;

use super::{Feed, Looks, Outside, pace, waking};
use crate::client::ClientEvent;
use crate::desktop::{Action, Desktop, DesktopEffect, DesktopStart, News, Panel, Screen};
use crate::log::{LogStore, ShownLines};
use crate::statistics::history::StatisticsHistory;
use crate::video::PlaneShader;
use crate::views::{self, Around, Scene, Views, theme};

/// For how long after a picture of the other side the next is expected.
const REMOTE_COMES: Duration = Duration::from_millis(200);

/// The window's application: a desktop, its views, and what is outside.
pub struct WindowApp {
    begun: Instant,
    desktop: Desktop,
    views: Views,
    looks: Looks,
    outside: Box<dyn Outside>,
    log: LogStore,
    shown: ShownLines,
    history: StatisticsHistory,
    is_over: bool,
    /// The screen that was drawn last.
    drawn: Option<Screen>,
    /// When the other side's newest picture was first seen.
    remote_came: Option<Instant>,
}

impl WindowApp {
    /// The application over what is outside, with what was kept from earlier starts.
    pub fn new(
        creation: &CreationContext<'_>,
        start: DesktopStart,
        log: LogStore,
        outside: Box<dyn Outside>,
    ) -> Self {
        let context = &creation.egui_ctx;
        theme::apply(context);
        // The sizes are settings, with shortcuts of their own.
        context.options_mut(|options| options.zoom_with_keyboard = false);
        let wake = waking::waker(context);
        log.set_wake(move || wake());
        let looks = Looks::new(start.settings.language);
        Self {
            begun: Instant::now(),
            desktop: Desktop::new(Time::ZERO, start),
            views: Views::new(shader(creation)),
            looks,
            outside,
            log,
            shown: ShownLines::default(),
            history: StatisticsHistory::default(),
            is_over: false,
            drawn: None,
            remote_came: None,
        }
    }

    /// The state that is shown.
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// Has pictures converted on the processor from now on, as where there is no shader.
    pub fn convert_pictures(&mut self) {
        self.views = Views::new(None);
    }

    fn now(&self) -> Time {
        Time::ZERO + self.begun.elapsed()
    }

    /// Takes what happened outside and what is due.
    fn advance(&mut self, context: &Context) {
        let now = self.now();
        while let Some(news) = self.outside.poll_news() {
            self.note(&news);
            self.desktop.hear(now, news);
            // What is new on the screen may take a second frame to find its size.
            waking::draw_once(context);
        }
        if self.desktop.deadline().is_some_and(|deadline| deadline <= now) {
            self.desktop.handle_timeout(now);
        }
        self.close_if_asked(now, context);
        self.carry_out(context);
        self.looks.update(context, &self.desktop);
    }

    fn note(&mut self, news: &News) {
        match news {
            News::Client(ClientEvent::CallBegan { .. }) => {
                self.history = StatisticsHistory::default();
            }
            News::Client(ClientEvent::Statistics(statistics)) => {
                self.history.note((**statistics).clone());
            }
            _ => {}
        }
    }

    /// A window that is asked to close ends what goes on first.
    fn close_if_asked(&mut self, now: Time, context: &Context) {
        if self.is_over || !context.input(|input| input.viewport().close_requested()) {
            return;
        }
        context.send_viewport_cmd(ViewportCommand::CancelClose);
        self.desktop.act(now, Action::CloseWindow);
    }

    fn carry_out(&mut self, context: &Context) {
        while let Some(effect) = self.desktop.poll_effect() {
            match effect {
                DesktopEffect::CopyText(text) => context.copy_text(text.reveal().to_owned()),
                DesktopEffect::CopyStatistics => context.copy_text(self.history.to_json()),
                DesktopEffect::CloseWindow => {
                    self.is_over = true;
                    context.send_viewport_cmd(ViewportCommand::Close);
                }
                DesktopEffect::SaveReport(path) => {
                    self.outside.save_report(path, self.history.to_json());
                }
                effect => self.outside.carry_out(effect),
            }
        }
    }

    /// While the other side's pictures come, one's own are drawn along with them: each of the two would
    /// otherwise have the window drawn as often again.
    fn take_pictures(&mut self) {
        if self.views.remote.set(self.outside.picture(Feed::Remote, true)) {
            self.remote_came = self.views.remote.size().map(|_| Instant::now());
        }
        let comes = self.remote_came.is_some_and(|came| came.elapsed() < REMOTE_COMES);
        self.views.own.set(self.outside.picture(Feed::Own, !comes));
        self.views.preview.set(self.outside.picture(Feed::Preview, true));
    }

    fn take_log(&mut self) {
        if self.desktop.panel == Some(Panel::Log) {
            self.log.wait();
            self.log.read(|ring| self.shown.update(ring, &self.desktop.log));
        }
    }

    /// Draws, and does what the person has done. Whether that was anything.
    fn draw(&mut self, ui: &mut Ui) -> bool {
        let now = self.now();
        let wall_time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        let around = Around { wall_time, log: &self.shown, history: &self.history };
        let mut scene = Scene::new(now, &self.desktop, &self.looks.texts, around);
        views::show(ui, &mut scene, &mut self.views);
        note_screen(&mut self.drawn, self.desktop.screen());
        let Scene { actions, news, .. } = scene;
        let is_changed = !actions.is_empty() || !news.is_empty();
        actions.into_iter().for_each(|action| self.desktop.act(now, action));
        news.into_iter().for_each(|news| self.desktop.hear(now, news));
        is_changed
    }
}

impl App for WindowApp {
    fn logic(&mut self, context: &Context, _frame: &mut Frame) {
        self.advance(context);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.take_pictures();
        self.take_log();
        let context = ui.ctx().clone();
        if self.draw(ui) {
            self.carry_out(&context);
            self.looks.update(&context, &self.desktop);
            context.request_repaint();
        }
        if let Some(after) = pace::next_change(self.now(), &self.desktop) {
            context.request_repaint_after(after);
        }
    }

    fn on_exit(&mut self, _gl: Option<&glow::Context>) {
        // What is on the graphics card goes while there is a context.
        self.views = Views::new(None);
    }
}

impl fmt::Debug for WindowApp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("WindowApp").field("desktop", &self.desktop).finish_non_exhaustive()
    }
}

fn shader(creation: &CreationContext<'_>) -> Option<Arc<PlaneShader>> {
    let shader = PlaneShader::new(creation.gl.clone()?);
    let reason = match shader {
        Ok(Some(shader)) => return Some(Arc::new(shader)),
        Ok(None) => "its version is too old".to_owned(),
        Err(error) => error.to_string(),
    };
    tracing::info!(reason, "OpenGL cannot draw planes: pictures are converted on the processor");
    None
}

fn note_screen(drawn: &mut Option<Screen>, screen: Screen) {
    if drawn.replace(screen) != Some(screen) {
        tracing::debug!(?screen, "drawn");
    }
}
