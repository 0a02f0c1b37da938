//! Prints what pictures of a screen cost: the time of one, and the processor time of this program in it, as
//! Linux counts it in `/proc/thread-self/schedstat`. What the display server spends is in the time alone.
//!
//! It takes the display of the environment, such as Xvfb's, and the most that a picture may have:
//! `screen_cost 1280x720`.

use std::error::Error;
use std::fs;
use std::io::{Write, stdout};
use std::time::Instant;

use roomrtc_media::picture::PicturePool;
use roomrtc_media::source::SourceOptions;
use roomrtc_media::source::screen;
use roomrtc_media::time::WallClock;

/// Pictures that are measured.
const PICTURES: u32 = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let most = std::env::args().nth(1).unwrap_or_else(|| "1280x720".to_owned());
    let options = SourceOptions { size: most.parse()?, frame_rate: None };
    let mut source = screen::open(None, &options)?;
    let (clock, pool) = (WallClock::new(), PicturePool::default());
    // The first has buffers to make.
    source.next_frame(&clock, &pool)?;
    let (began, before) = (Instant::now(), processor_time()?);
    for _ in 0..PICTURES {
        source.next_frame(&clock, &pool)?;
    }
    let each = began.elapsed().as_secs_f64() * 1_000.0 / f64::from(PICTURES);
    let own = (processor_time()? - before) as f64 / 1e6 / f64::from(PICTURES);
    let (size, most_a_second) = (source.size(), 1_000.0 / each);
    writeln!(
        stdout(),
        "{size}: {each:.2} ms a picture ({most_a_second:.0} a second at most), {own:.2} ms of this program's processor"
    )?;
    Ok(())
}

/// What this thread has computed so far, in nanoseconds.
fn processor_time() -> Result<u64, Box<dyn Error>> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(text.split(' ').next().unwrap_or_default().parse()?)
}
