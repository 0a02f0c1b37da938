//! Prints what the window costs its own thread: idle in the lobby, and in a call with 720p at 30 pictures a
//! second in each direction.
//!
//! What is measured is the processor time of the thread that eframe runs on, as Linux counts it in
//! `/proc/self/task/…/schedstat`: egui, the uploads of pictures, and the calls into OpenGL. Where OpenGL is
//! drawn by software (llvmpipe), the threads that do so are not in it. With `--convert`, pictures are turned
//! into colours on the processor, as where there is no shader. It needs a display, such as Xvfb's.

mod made_up;
mod news_sender;

use std::io::Write;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use made_up::MadeUp;
use roomrtc_gui::desktop::DesktopStart;
use roomrtc_gui::log::LogStore;
use roomrtc_gui::window::WindowApp;
use roomrtc_media::picture::{Picture, PictureFeed, PictureSize};
use roomrtc_media::test_card::TestCard;

/// How long something is let run before it is measured, and for how long it is.
const SETTLE: Duration = Duration::from_secs(3);
const MEASURED: Duration = Duration::from_secs(10);

/// 30 a second.
const BETWEEN_PICTURES: Duration = Duration::from_nanos(33_333_333);

fn main() -> eframe::Result {
    let converts = std::env::args().any(|argument| argument == "--convert");
    let options = eframe::NativeOptions { renderer: eframe::Renderer::Glow, ..Default::default() };
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        let context = creation.egui_ctx.clone();
        let wake = Arc::new(move || context.request_repaint());
        let made_up = MadeUp::new(wake);
        let (feeds, news) = (made_up.feeds(), made_up.sender());
        thread::spawn(move || measure(&feeds, || news.begin_call()));
        let start = DesktopStart::default();
        let mut app = WindowApp::new(creation, start, LogStore::default(), Box::new(made_up));
        if converts {
            app.convert_pictures();
        }
        Ok(Box::new(app))
    });
    eframe::run_native("roomrtc-ui-cost", options, create)
}

fn measure(feeds: &[PictureFeed; 2], begin_call: impl FnOnce()) {
    thread::sleep(SETTLE);
    print_share("idle in the lobby", || thread::sleep(MEASURED));
    begin_call();
    let pictures = pictures();
    show(feeds, &pictures, SETTLE);
    print_share("a call, 1280x720 at 30 in each direction", || show(feeds, &pictures, MEASURED));
    std::process::exit(0);
}

/// Prints the share of one processor that the window's thread takes meanwhile.
fn print_share(what: &str, run: impl FnOnce()) {
    let (begun, before) = (Instant::now(), processor_time());
    run();
    let used = processor_time().saturating_sub(before);
    let share = 100.0 * used.as_secs_f64() / begun.elapsed().as_secs_f64();
    // Whoever does not listen needs no answer.
    let _ = writeln!(std::io::stdout(), "{what}: {share:.2} % of one processor");
}

/// What the process's first thread, which the window is on, has used so far.
fn processor_time() -> Duration {
    let path = format!("/proc/self/task/{}/schedstat", std::process::id());
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let nanoseconds = text.split_whitespace().next().and_then(|number| number.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

fn pictures() -> Vec<Arc<Picture>> {
    let size = PictureSize::new(1_280, 720).expect("a size");
    let card = TestCard::new(size);
    let draw = |position| {
        let mut picture = Picture::new(size);
        picture.position = position;
        card.draw(&mut picture);
        Arc::new(picture)
    };
    (0..30).map(draw).collect()
}

fn show(feeds: &[PictureFeed; 2], pictures: &[Arc<Picture>], time: Duration) {
    let begun = Instant::now();
    for (count, picture) in (1..).zip(pictures.iter().cycle()) {
        for feed in feeds {
            feed.put(Arc::clone(picture));
        }
        let next = BETWEEN_PICTURES * count;
        if next > time {
            return;
        }
        thread::sleep(next.saturating_sub(begun.elapsed()));
    }
}
