//! The seeds, run as tests: each target takes its own.

use std::path::Path;

fn run_seeds(name: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let files = std::fs::read_dir(&folder).expect("a folder of seeds");
    let mut count = 0;
    for file in files {
        run(&std::fs::read(file.expect("a file").path()).expect("a readable seed"));
        count += 1;
    }
    assert!(count > 0, "no seeds in {}", folder.display());
}

#[test]
fn every_seed_runs() {
    run_seeds("stun", crate::stun::run);
    run_seeds("dtls", crate::dtls::run);
    run_seeds("rtp", crate::rtp::run);
    run_seeds("rtcp", crate::rtcp::run);
    run_seeds("h264", crate::h264::run);
    run_seeds("names", crate::names::run);
    run_seeds("sdp", crate::sdp::run);
    run_seeds("signaling", crate::signaling::run);
    run_seeds("requests", crate::requests::run);
    run_seeds("openings", crate::openings::run);
    run_seeds("websocket", crate::websocket::run);
    run_seeds("stun_server", crate::stun_server::run);
}
