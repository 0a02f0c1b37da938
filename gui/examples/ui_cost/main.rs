//! Prints what the window costs its own thread: idle in the lobby; in a call without pictures that is drawn
//! 30 times a second; and in one with 720p at 30 pictures a second in each direction.
//!
//! What is measured is the processor time of the thread that eframe runs on, as Linux counts it in
//! `/proc/self/task/…/schedstat`: egui, the uploads of pictures, and the calls into OpenGL. Where OpenGL is
//! drawn by software (llvmpipe), the threads that fill pixels are not in it, but what a driver does on the
//! thread that calls it is. With `--convert`, pictures are turned into colours on the processor, as where
//! there is no shader. It needs a display, such as Xvfb's.

mod counted;
mod made_up;
mod news_sender;

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use counted::Counted;
use made_up::MadeUp;
use roomrtc_gui::desktop::DesktopStart;
use roomrtc_gui::log::LogStore;
use roomrtc_gui::window::{self, WindowApp};
use roomrtc_media::picture::{Picture, PictureFeed, PictureSize};
use roomrtc_media::test_card::TestCard;

/// How long something is let run before it is measured, and for how long it is.
const SETTLE: Duration = Duration::from_secs(3);
const MEASURED: Duration = Duration::from_secs(10);

/// 30 a second.
const BETWEEN_PICTURES: Duration = Duration::from_nanos(33_333_333);

fn main() -> eframe::Result {
    let converts = std::env::args().any(|argument| argument == "--convert");
    let viewport = eframe::egui::ViewportBuilder::default().with_inner_size([1_100.0, 720.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let frames = Arc::new(AtomicU32::new(0));
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        let wake = window::waker(&creation.egui_ctx);
        let made_up = MadeUp::new(Arc::clone(&wake));
        let (feeds, news, counted) = (made_up.feeds(), made_up.sender(), Arc::clone(&frames));
        thread::spawn(move || measure(&feeds, &counted, &*wake, || news.begin_call()));
        let start = DesktopStart::default();
        let mut app = WindowApp::new(creation, start, LogStore::default(), Box::new(made_up));
        if converts {
            app.convert_pictures();
        }
        Ok(Box::new(Counted { app, frames }))
    });
    eframe::run_native("roomrtc-ui-cost", options, create)
}

fn measure(
    feeds: &[PictureFeed; 2],
    frames: &AtomicU32,
    wake: &dyn Fn(),
    begin_call: impl FnOnce(),
) {
    thread::sleep(SETTLE);
    print_share("idle in the lobby", frames, || thread::sleep(MEASURED));
    begin_call();
    thread::sleep(SETTLE);
    print_share("a call without pictures", frames, || at_pace(MEASURED, wake));
    let pictures = pictures();
    let mut next = pictures.iter().cycle();
    let mut put = || {
        let Some(picture) = next.next() else { return };
        feeds.iter().for_each(|feed| feed.put(Arc::clone(picture)));
    };
    at_pace(SETTLE, &mut put);
    print_share("a call with 1280x720 each way", frames, || at_pace(MEASURED, put));
    std::process::exit(0);
}

/// Prints the share of one processor that the window's thread takes meanwhile.
fn print_share(what: &str, frames: &AtomicU32, run: impl FnOnce()) {
    let (begun, before) = (Instant::now(), processor_time());
    let drawn_before = frames.load(Ordering::Relaxed);
    run();
    let (used, time) = (processor_time().saturating_sub(before), begun.elapsed().as_secs_f64());
    let share = 100.0 * used.as_secs_f64() / time;
    let drawn = f64::from(frames.load(Ordering::Relaxed) - drawn_before) / time;
    // Whoever does not listen needs no answer.
    let _ = writeln!(
        std::io::stdout(),
        "{what}: {share:.2} % of one processor, drawn {drawn:.1} times a second"
    );
}

/// What the process's first thread, which the window is on, has used so far.
fn processor_time() -> Duration {
    let path = format!("/proc/self/task/{}/schedstat", std::process::id());
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let nanoseconds = text.split_whitespace().next().and_then(|number| number.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// As many as a decoder has on their way, so that they are as near to the processor as a decoder's are.
fn pictures() -> Vec<Arc<Picture>> {
    let size = PictureSize::new(1_280, 720).expect("a size");
    let card = TestCard::new(size);
    let draw = |position| {
        let mut picture = Picture::new(size);
        picture.position = position;
        card.draw(&mut picture);
        Arc::new(picture)
    };
    (0..4).map(draw).collect()
}

/// Does something 30 times a second.
fn at_pace(time: Duration, mut each: impl FnMut()) {
    let begun = Instant::now();
    for count in 1.. {
        each();
        let next = BETWEEN_PICTURES * count;
        if next > time {
            return;
        }
        thread::sleep(next.saturating_sub(begun.elapsed()));
    }
}
