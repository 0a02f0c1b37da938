//! Running one end.

use roomrtc_io_mio::Clock;
use roomrtc_media::time::WallClock;

use super::PeerScript;
use crate::cli::PeerOptions;
use crate::client::RunningClient;
use crate::program::{
    Failure, Results, Runner, client_settings, first_seed, loop_config, media_settings, own_source,
    read_lines, start_recording,
};

/// Runs `roomrtc peer`.
///
/// # Errors
/// [`Failure`] if it could not begin, or the call did not work or did not end as it should.
pub fn run(options: &PeerOptions) -> Result<(), Failure> {
    let (clock, wall) = (Clock::start(), WallClock::new());
    let seed = first_seed(options.run.seed)?;
    let mut settings = client_settings(clock, seed, &options.network, options.no_trickle)?;
    let config = loop_config(clock, options.network.bind);
    let mut runner = Runner::new(clock)?;
    start_recording(&options.run.recording, &mut runner)?;
    settings.is_polite = options.is_polite();
    settings.recording = runner.recording_of("peer");
    settings.impairment = options.impairment.impairment();
    if let Some(impairment) = &settings.impairment {
        runner.say(&impairment.sentence("here"));
    }
    let source = own_source(&options.media, &mut |text| runner.say(&text))?;
    let mut media = media_settings(&options.media, wall, source, false);
    (media.save, media.frames) = (options.save.clone(), options.frames.clone());
    let events = runner.next_events();
    let client =
        RunningClient::start("peer", config, settings, media, events).map_err(Failure::start)?;
    runner.add("peer", client);
    read_lines(runner.sender()).map_err(Failure::start)?;
    let talk = options.run.seconds.map(|seconds| seconds.0);
    let mut script = PeerScript::new(options.role, options.patience.0, talk);
    let mut outcome = runner.run(&mut script);
    let result = std::mem::replace(&mut outcome.result, Ok(()));
    let written = Results::collect(&["peer"], outcome).write(&options.run);
    result.map_err(|text| failure(&script, text)).and(written)
}

fn failure(script: &PeerScript, text: String) -> Failure {
    match script.failure() {
        Some(failure) => Failure::Coded { code: failure.exit_code(), text },
        None => Failure::Run(text),
    }
}
