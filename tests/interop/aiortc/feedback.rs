//! Picture loss indications, either way.

use super::aiortc::record;
use super::calls::check_pictures;
use super::{Aiortc, PythonCall};

fn statistic(call: &mut PythonCall, stream: &str, name: &str) -> u64 {
    let statistics = call.ask(1, "statistics", "statistics");
    statistics[stream][name].as_u64().unwrap_or_else(|| panic!("{stream} {name}: {statistics:#}"))
}

#[test]
fn its_indication_brings_our_key_frame() {
    let Some(aiortc) = Aiortc::find() else { return };
    for role in ["offer", "answer"] {
        let mut call = PythonCall::connect(&aiortc, &[role], &[], 40);
        let before = statistic(&mut call, "outbound-rtp", "keyFramesEncoded");
        let known = statistic(&mut call, "outbound-rtp", "pliCount");
        assert!(call.ask(0, "key-frame", "key-frame").as_u64() > Some(0));
        call.go_on_for_frames(20);
        assert!(statistic(&mut call, "outbound-rtp", "pliCount") > known);
        assert!(statistic(&mut call, "outbound-rtp", "keyFramesEncoded") > before);
        check_pictures(call);
    }
    record("PLI from it brings our key frame");
}

#[test]
fn our_indication_brings_its_key_frame() {
    let Some(aiortc) = Aiortc::find() else { return };
    for role in ["offer", "answer"] {
        let mut call = PythonCall::connect(&aiortc, &[role], &[], 40);
        let before = statistic(&mut call, "inbound-rtp", "keyFramesDecoded");
        let known = statistic(&mut call, "inbound-rtp", "pliCount");
        call.command(1, "key-frame");
        call.go_on_for_frames(20);
        assert!(statistic(&mut call, "inbound-rtp", "pliCount") > known);
        assert!(statistic(&mut call, "inbound-rtp", "keyFramesDecoded") > before);
        check_pictures(call);
    }
    record("PLI from us brings its key frame");
}
