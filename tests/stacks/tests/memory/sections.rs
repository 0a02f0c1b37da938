//! Sections that are not ours.

use roomrtc_core::session::PeerConfig;
use roomrtc_stacks::Stack;
use roomrtc_stacks::memory::MemoryCall;

use super::video::Video;
use crate::record;

/// The media lines of a description: what, and the port.
fn sections(description: &str) -> Vec<(&str, &str)> {
    let lines = description.lines().filter_map(|line| line.strip_prefix("m="));
    let mut lines = lines.map(|line| line.split(' '));
    std::iter::from_fn(|| lines.next().map(|mut words| (words.next(), words.next())))
        .map(|(what, port)| (what.unwrap_or_default(), port.unwrap_or_default()))
        .collect()
}

#[test]
fn audio_and_data_are_refused_while_video_runs() {
    for other in Stack::FOREIGN {
        let makers = [other.maker_offering(true), Stack::Ours.maker()];
        let makers = [&*makers[0], &*makers[1]];
        let mut call = MemoryCall::new(makers, &PeerConfig::default(), false);
        call.begin();
        let most = std::time::Duration::from_secs(5);
        assert!(call.run_until(most, MemoryCall::is_connected), "{other}: {call:#?}");
        let offered = sections(&call.ends[0].descriptions[0]);
        let answered = sections(&call.ends[1].descriptions[0]);
        for kind in ["audio", "video", "application"] {
            assert!(offered.iter().any(|(what, _)| *what == kind), "{other}: {offered:?}");
        }
        for ((asked, _), (what, port)) in offered.iter().zip(&answered) {
            assert_eq!(asked, what, "{other}");
            assert_eq!(*what != "video", *port == "0", "{other}: {answered:?}");
        }
        let mut videos = [Video::of(0), Video::of(1)];
        Video::send_both(&mut videos, &mut call, 50);
        videos.iter().for_each(|video| video.assert_seen(&call));
        record(other, "its audio and data refused", "yes");
    }
}
