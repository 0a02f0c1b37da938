//! A display without a monitor.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use roomrtc_test_programs::prerequisite::missing;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{self, ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat,
    InputFocus, MapState, Window,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{CURRENT_TIME, NONE};

use super::Screenshot;

/// So long that only a program that hangs takes it.
pub(super) const PATIENCE: Duration = Duration::from_secs(180);

/// A display without a monitor, and a connection to it. It is gone when this is dropped.
pub(super) struct Display {
    server: Child,
    pub(super) connection: Arc<RustConnection>,
    /// What it tells: that a window is there, or that something was drawn.
    events: Receiver<Event>,
    /// What programs know it by.
    pub(super) name: String,
}

impl Display {
    /// Starts one; `None`, said loudly, where the program for it is missing.
    pub(super) fn start() -> Option<Display> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        let mut server = match command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() {
            Ok(server) => server,
            Err(error) => {
                missing("Xvfb", &error.to_string());
                return None;
            }
        };
        let mut number = String::new();
        let output = server.stdout.take().expect("a pipe");
        BufReader::new(output).read_line(&mut number).expect("the display's number");
        let name = format!(":{}", number.trim());
        let (connection, _) = x11rb::connect(Some(&name)).expect("a connection");
        let connection = Arc::new(connection);
        let events = follow(&connection);
        Some(Display { server, connection, events, name })
    }

    pub(super) fn root(&self) -> Window {
        self.connection.setup().roots[0].root
    }

    /// Waits for something to happen on the display: whether it did until then.
    #[must_use]
    pub(super) fn wait(&self, until: Instant) -> bool {
        // An event that waits already would be had without any time left.
        let Some(rest) = until.checked_duration_since(Instant::now()) else { return false };
        let Ok(event) = self.events.recv_timeout(rest) else { return false };
        if let Event::DamageNotify(notify) = event {
            self.connection.damage_subtract(notify.damage, NONE, NONE).expect("sent");
            self.connection.flush().expect("sent");
        }
        true
    }

    /// Waits for a program's window, and gives it the keyboard; `None` if none comes.
    pub(super) fn window(&self) -> Option<Window> {
        let until = Instant::now() + PATIENCE;
        loop {
            let tree = self.connection.query_tree(self.root()).expect("sent");
            let windows = tree.reply().expect("a tree").children;
            if let Some(window) = windows.into_iter().find(|window| self.is_shown(*window)) {
                let focus =
                    self.connection.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME);
                focus.expect("sent").check().expect("it has the keyboard");
                return Some(window);
            }
            if !self.wait(until) {
                return None;
            }
        }
    }

    /// Whether it is seen, and larger than what programs keep for themselves.
    fn is_shown(&self, window: Window) -> bool {
        let attributes = self.connection.get_window_attributes(window).expect("sent").reply();
        let geometry = self.connection.get_geometry(window).expect("sent").reply();
        let is_large = geometry.is_ok_and(|geometry| geometry.width > 300);
        is_large && attributes.is_ok_and(|attributes| attributes.map_state == MapState::VIEWABLE)
    }

    /// Asks a window to close, as a window manager does.
    pub(super) fn close(&self, window: Window) {
        let atom = |name: &[u8]| {
            let atom = self.connection.intern_atom(false, name).expect("sent");
            atom.reply().expect("an atom").atom
        };
        let (kind, close) = (atom(b"WM_PROTOCOLS"), atom(b"WM_DELETE_WINDOW"));
        let event = ClientMessageEvent::new(32, window, kind, [close, CURRENT_TIME, 0, 0, 0]);
        let sent = self.connection.send_event(false, window, EventMask::NO_EVENT, event);
        sent.expect("sent").check().expect("the window is there");
    }

    /// What a window shows; `None` if it is gone.
    pub(super) fn screenshot(&self, window: Window) -> Option<Screenshot> {
        let geometry = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let (width, height) = (geometry.width, geometry.height);
        let image =
            self.connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, u32::MAX);
        let image = image.ok()?.reply().ok()?;
        Some(Screenshot::new(usize::from(width), usize::from(height), &image.data))
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // One that has ended needs none of it.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Hears of windows that come, and of everything that is drawn.
fn follow(connection: &Arc<RustConnection>) -> Receiver<Event> {
    let root = connection.setup().roots[0].root;
    let mask = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
    connection.change_window_attributes(root, &mask).expect("sent");
    connection.damage_query_version(1, 1).expect("sent").reply().expect("it tells of drawings");
    let number: damage::Damage = connection.generate_id().expect("a number");
    connection.damage_create(number, root, ReportLevel::NON_EMPTY).expect("sent");
    connection.sync().expect("it is done");
    let (sender, events) = channel();
    let connection = Arc::clone(connection);
    thread::spawn(move || {
        while let Ok(event) = connection.wait_for_event() {
            if sender.send(event).is_err() {
                return;
            }
        }
    });
    events
}
