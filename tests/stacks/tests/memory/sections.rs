//! Sections that are not ours.

use roomrtc_core::session::PeerConfig;
use roomrtc_stacks::Stack;
use roomrtc_stacks::memory::MemoryCall;

use super::video::Video;
use crate::record;

/// The sections of a description: what, and whether media can flow in them. One that is rejected has no
/// port; one that is accepted for its transport alone is inactive.
fn sections(description: &str) -> Vec<(&str, bool)> {
    description.split("\r\nm=").skip(1).map(section_of).collect()
}

fn section_of(text: &str) -> (&str, bool) {
    let mut words = text.split(' ');
    let (what, port) = (words.next().unwrap_or_default(), words.next());
    (what, port != Some("0") && !text.lines().any(|line| line == "a=inactive"))
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
        assert_eq!(offered.len(), answered.len(), "{other}: {answered:?}");
        for ((asked, _), (what, has_media)) in offered.iter().zip(&answered) {
            assert_eq!(asked, what, "{other}");
            assert_eq!(*what == "video", *has_media, "{other}: {answered:?}");
        }
        let mut videos = [Video::of(0), Video::of(1)];
        Video::send_both(&mut videos, &mut call, 50);
        videos.iter().for_each(|video| video.assert_seen(&call));
        record(other, "its audio and data refused", "yes");
    }
}
