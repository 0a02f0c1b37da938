//! A connection to the X11 server.

use std::env;

use x11rb::connection::Connection;
use x11rb::errors::{ConnectionError, ReplyError};
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt, Drawable, ImageFormat, ImageOrder, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

use super::shrinking::Pixels;
use super::{ScreenError, WindowInfo};
use crate::picture::PictureSize;

/// Whether the session is of Wayland, as its programs are told.
pub(super) fn is_wayland() -> bool {
    env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty())
}

/// A connection to the X11 server, and its first screen.
pub(super) struct Display {
    connection: RustConnection,
    root: Window,
}

impl Display {
    /// Windows listed at most.
    const MOST_WINDOWS: usize = 64;

    /// Characters of a title at most.
    const LONGEST_TITLE: usize = 80;

    /// Connects to the display of this name, or to the one of the environment.
    pub(super) fn connect(name: Option<&str>) -> Result<Display, ScreenError> {
        let has_name = name.is_some() || env::var_os("DISPLAY").is_some_and(|it| !it.is_empty());
        if !has_name {
            return Err(if is_wayland() { ScreenError::Wayland } else { ScreenError::NoDisplay });
        }
        let (connection, screen) = x11rb::connect(name)
            .map_err(|error| ScreenError::Connect { reason: error.to_string() })?;
        let setup = connection.setup();
        let screen = setup.roots.get(screen).ok_or(ScreenError::NoDisplay)?;
        let (root, depth) = (screen.root, screen.root_depth);
        let is_known = setup.image_byte_order == ImageOrder::LSB_FIRST
            && setup.pixmap_formats.iter().any(|it| it.depth == depth && it.bits_per_pixel == 32);
        if !is_known {
            return Err(ScreenError::Format { depth });
        }
        Ok(Display { connection, root })
    }

    /// The root window, which holds all that is on the screen.
    pub(super) const fn root(&self) -> Window {
        self.root
    }

    /// The part of a window that is on the screen, in the window's own coordinates: left, top, width
    /// and height.
    pub(super) fn visible_part(&self, window: Window) -> Result<[i32; 4], ScreenError> {
        let own = self.connection.get_geometry(window).map_err(lost)?.reply().map_err(gone)?;
        let (width, height) = (i32::from(own.width), i32::from(own.height));
        if window == self.root {
            return Ok([0, 0, width, height]);
        }
        let at = self.connection.translate_coordinates(window, self.root, 0, 0).map_err(lost)?;
        let at = at.reply().map_err(gone)?;
        let all = self.connection.get_geometry(self.root).map_err(lost)?.reply().map_err(gone)?;
        let cut = |from: i32, length: i32, most: i32| {
            let (first, last) = ((-from).max(0), (most - from).min(length));
            (first, (last - first).max(0))
        };
        let (left, width) = cut(i32::from(at.dst_x), width, i32::from(all.width));
        let (top, height) = cut(i32::from(at.dst_y), height, i32::from(all.height));
        Ok([left, top, width, height])
    }

    /// What is seen of a window now, in `into`. Of one that is minimised, on another desktop or pushed off
    /// the screen nothing is seen: what was seen last stays.
    ///
    /// # Errors
    /// When the window is gone, or the display.
    pub(super) fn take(&self, window: Window, into: &mut Pixels) -> Result<(), ScreenError> {
        let part = self.visible_part(window)?;
        let is_empty = part[2] == 0 || part[3] == 0;
        let gone = || Err(ScreenError::WindowGone);
        let taken = if is_empty { gone() } else { self.take_part(window, part, into) };
        match taken {
            Err(ScreenError::WindowGone) if self.is_out_of_sight(window, part)? => Ok(()),
            taken => taken,
        }
    }

    /// Whether a window is there that shows nothing now.
    fn is_out_of_sight(&self, window: Window, part: [i32; 4]) -> Result<bool, ScreenError> {
        let attributes = self.connection.get_window_attributes(window).map_err(lost)?;
        let is_shown = attributes.reply().map_err(gone)?.map_state == MapState::VIEWABLE;
        Ok(!is_shown || part[2] == 0 || part[3] == 0)
    }

    fn take_part(
        &self,
        drawable: Drawable,
        [left, top, width, height]: [i32; 4],
        into: &mut Pixels,
    ) -> Result<(), ScreenError> {
        let part = [left, top].map(|at| i16::try_from(at).unwrap_or(i16::MAX));
        let size = [width, height].map(|length| u16::try_from(length).unwrap_or(u16::MAX));
        let format = ImageFormat::Z_PIXMAP;
        let image = self
            .connection
            .get_image(format, drawable, part[0], part[1], size[0], size[1], u32::MAX)
            .map_err(lost)?;
        into.bytes = image.reply().map_err(gone)?.data;
        (into.width, into.height) = (usize::from(size[0]), usize::from(size[1]));
        Ok(())
    }

    /// The windows that have a title, as the window manager lists them; where none does, those that
    /// are shown.
    pub(super) fn windows(&self) -> Result<Vec<WindowInfo>, ScreenError> {
        let listed = self.property(self.root, self.atom("_NET_CLIENT_LIST")?)?;
        let mut ids: Vec<Window> = listed
            .chunks_exact(4)
            .map(|bytes| Window::from_ne_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
            .collect();
        if ids.is_empty() {
            let tree = self.connection.query_tree(self.root).map_err(lost)?;
            ids = tree.reply().map_err(gone)?.children;
        }
        let title = self.atom("_NET_WM_NAME")?;
        // A window may go while it is asked.
        let infos = ids.into_iter().filter_map(|id| self.describe(id, title).ok().flatten());
        Ok(infos.take(Display::MOST_WINDOWS).collect())
    }

    /// What is listed of a window; `None` if it is not shown or has no title.
    fn describe(&self, id: Window, title: Atom) -> Result<Option<WindowInfo>, ScreenError> {
        let attributes = self.connection.get_window_attributes(id).map_err(lost)?;
        if attributes.reply().map_err(gone)?.map_state != MapState::VIEWABLE {
            return Ok(None);
        }
        let own = self.connection.get_geometry(id).map_err(lost)?.reply().map_err(gone)?;
        let size = PictureSize::within(usize::from(own.width), usize::from(own.height));
        let mut bytes = self.property(id, title)?;
        if bytes.is_empty() {
            bytes = self.property(id, AtomEnum::WM_NAME.into())?;
        }
        let title: String = String::from_utf8_lossy(&bytes)
            .chars()
            .filter(|character| !character.is_control())
            .take(Display::LONGEST_TITLE)
            .collect();
        Ok(size.ok().filter(|_| !title.is_empty()).map(|size| WindowInfo { id, title, size }))
    }

    fn atom(&self, name: &str) -> Result<Atom, ScreenError> {
        let atom = self.connection.intern_atom(false, name.as_bytes()).map_err(lost)?;
        Ok(atom.reply().map_err(gone)?.atom)
    }

    /// The bytes of a property, a kilobyte at most; none if there is no such.
    fn property(&self, window: Window, name: Atom) -> Result<Vec<u8>, ScreenError> {
        let any = u32::from(AtomEnum::ANY);
        let value = self.connection.get_property(false, window, name, any, 0, 256).map_err(lost)?;
        Ok(value.reply().map_err(gone)?.value)
    }
}

fn lost(error: ConnectionError) -> ScreenError {
    ScreenError::Failed { reason: error.to_string() }
}

/// What the server does not find is a window that is gone.
fn gone(error: ReplyError) -> ScreenError {
    match error {
        ReplyError::X11Error(_) => ScreenError::WindowGone,
        ReplyError::ConnectionError(error) => lost(error),
    }
}
