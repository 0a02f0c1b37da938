//! Pictures of a screen, from a display server that somebody else wrote.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use roomrtc_media::picture::{Picture, PicturePool, PictureSize, write_rgb};
use roomrtc_media::source::screen::{ScreenSource, windows_of};
use roomrtc_media::source::{SourceFrame, SourceOptions, VideoSource};
use roomrtc_media::time::WallClock;
use roomrtc_test_programs::prerequisite::missing;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ConfigureWindowAux, ConnectionExt, CreateWindowAux, PropMode, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

const RED: u32 = 0x00ff_0000;
const BLUE: u32 = 0x0000_00ff;

/// A display of 640x400 without a monitor, and its name; `None`, said loudly, where it is missing.
fn display() -> Option<(Child, String)> {
    let mut command = Command::new("Xvfb");
    let arguments = ["-displayfd", "1", "-screen", "0", "640x400x24", "-nolisten", "tcp"];
    let command = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => {
            missing("Xvfb", &error.to_string());
            return None;
        }
    };
    let mut number = String::new();
    let output = child.stdout.take().expect("a pipe");
    BufReader::new(output).read_line(&mut number).expect("the display's number");
    Some((child, format!(":{}", number.trim())))
}

/// A window of one colour, 200x100, with its left upper corner here.
fn window(connection: &RustConnection, x: i16, y: i16, colour: u32) -> Window {
    let screen = &connection.setup().roots[0];
    let window = connection.generate_id().expect("a number");
    let look = CreateWindowAux::new().background_pixel(colour).override_redirect(1);
    let class = WindowClass::INPUT_OUTPUT;
    connection
        .create_window(24, window, screen.root, x, y, 200, 100, 0, class, 0, &look)
        .and_then(|_| connection.map_window(window))
        .expect("sent");
    connection.sync().expect("it is there");
    window
}

fn source(display: &str, window: Option<u32>, size: &str) -> ScreenSource {
    let options = SourceOptions { size: size.parse().expect("a size"), frame_rate: None };
    ScreenSource::open(Some(display), window, &options).expect("it opens")
}

fn picture(source: &mut ScreenSource) -> Result<Picture, String> {
    match source.next_frame(&WallClock::new(), &PicturePool::default()) {
        Ok(SourceFrame::Picture(picture)) => Ok(picture),
        Ok(other) => panic!("{other:?}"),
        Err(error) => Err(error.to_string()),
    }
}

/// The colour there: red, green and blue are on or off.
fn colour(picture: &Picture, x: usize, y: usize) -> [bool; 3] {
    let mut pixels = Vec::new();
    write_rgb(picture, &mut pixels);
    let at = (y * picture.size().width() + x) * 3;
    [pixels[at], pixels[at + 1], pixels[at + 2]].map(|value| value > 128)
}

/// What is seen of the whole screen, as it is and made smaller.
fn look_at_the_screen(display: &str) {
    let seen = picture(&mut source(display, None, "640x400")).expect("a picture");
    assert_eq!(seen.size(), PictureSize::new(640, 400).expect("a size"));
    assert_eq!(colour(&seen, 320, 220), [true, false, false]);
    assert_eq!(colour(&seen, 50, 380), [false, false, true]);
    assert_eq!(colour(&seen, 120, 100), [false; 3]);

    let seen = picture(&mut source(display, None, "320x320")).expect("a picture");
    assert_eq!(seen.size().to_string(), "320x200");
    assert_eq!(colour(&seen, 160, 110), [true, false, false]);
}

#[test]
fn the_screen_and_its_windows_are_seen_as_they_are() {
    let Some((mut server, display)) = display() else { return };
    let (connection, _) = x11rb::connect(Some(&display)).expect("a connection");
    let red = window(&connection, 300, 200, RED);
    let blue = window(&connection, -100, 350, BLUE);

    look_at_the_screen(&display);
    let mut whole = source(&display, None, "640x400");
    let mut one = source(&display, Some(red), "640x400");
    let seen = picture(&mut one).expect("a picture");
    assert_eq!(
        (seen.size().to_string().as_str(), colour(&seen, 1, 1)),
        ("200x100", [true, false, false])
    );
    let seen = picture(&mut source(&display, Some(blue), "640x400")).expect("a picture");
    assert_eq!(seen.size().to_string(), "100x50", "as far as it is on the screen");

    connection.destroy_window(red).expect("sent");
    connection.sync().expect("it is gone");
    assert_eq!(picture(&mut one).map(|_| ()), Err("the window that is shared is gone".to_owned()));
    assert!(picture(&mut whole).is_ok());
    server.kill().expect("it ends");
    server.wait().expect("it has ended");
    let error = picture(&mut whole).expect_err("no display");
    assert!(error.starts_with("the X11 display gives no picture"), "{error}");
}

/// Gives a window a title, and puts it on the list of a window manager.
fn list(connection: &RustConnection, window: Window, title: &str) {
    let root = connection.setup().roots[0].root;
    let atom = |name: &str| {
        let atom = connection.intern_atom(false, name.as_bytes()).expect("sent");
        atom.reply().expect("an atom").atom
    };
    let (list, name) = (atom("_NET_CLIENT_LIST"), atom("_NET_WM_NAME"));
    connection
        .change_property8(PropMode::REPLACE, window, name, atom("UTF8_STRING"), title.as_bytes())
        .and_then(|_| {
            connection.change_property32(
                PropMode::APPEND,
                root,
                list,
                u32::from(AtomEnum::WINDOW),
                &[window],
            )
        })
        .expect("sent");
    connection.sync().expect("it is listed");
}

#[test]
fn windows_are_listed_by_their_titles() {
    let Some((mut server, display)) = display() else { return };
    let (connection, _) = x11rb::connect(Some(&display)).expect("a connection");
    let (red, blue) = (window(&connection, 0, 0, RED), window(&connection, 300, 0, BLUE));
    list(&connection, red, "A letter");
    list(&connection, blue, "Una canción");
    let titles = || {
        let windows = windows_of(Some(&display)).expect("a list");
        windows.into_iter().map(|it| (it.id, it.title)).collect::<Vec<_>>()
    };
    assert_eq!(titles(), [(red, "A letter".to_owned()), (blue, "Una canción".to_owned())]);
    connection.unmap_window(red).expect("sent");
    connection.destroy_window(blue).expect("sent");
    connection.sync().expect("done");
    assert_eq!(titles(), [], "neither is on the screen");
    server.kill().expect("it ends");
    server.wait().expect("it has ended");
}

#[test]
fn a_window_is_followed_that_is_resized_minimised_and_closed() {
    let Some((mut server, display)) = display() else { return };
    let (connection, _) = x11rb::connect(Some(&display)).expect("a connection");
    let red = window(&connection, 10, 10, RED);
    let mut one = source(&display, Some(red), "640x400");
    let mut seen = || picture(&mut one).map(|seen| (seen.size().to_string(), colour(&seen, 2, 2)));
    let is_red = |size: &str| Ok((size.to_owned(), [true, false, false]));
    assert_eq!(seen(), is_red("200x100"));
    let place = |x, width| ConfigureWindowAux::new().x(x).width(width).height(120);
    connection.configure_window(red, &place(10, 300)).expect("sent");
    connection.sync().expect("it is larger");
    assert_eq!(seen(), is_red("300x120"));
    connection.unmap_window(red).expect("sent");
    connection.sync().expect("it is hidden");
    assert_eq!(seen(), is_red("300x120"), "as it was last");
    connection.configure_window(red, &place(5_000, 160)).expect("sent");
    connection.map_window(red).expect("sent");
    connection.sync().expect("it is off the screen");
    assert_eq!(seen(), is_red("300x120"), "as it was last");
    connection.configure_window(red, &place(10, 160)).expect("sent");
    connection.sync().expect("it is back");
    assert_eq!(seen(), is_red("160x120"));
    connection.destroy_window(red).expect("sent");
    connection.sync().expect("it is gone");
    assert_eq!(seen(), Err("the window that is shared is gone".to_owned()));
    server.kill().expect("it ends");
    server.wait().expect("it has ended");
}
