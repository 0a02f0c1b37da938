//! Running a client of a server.

use roomrtc_core::signaling::Credentials;
use roomrtc_io_mio::{Clock, resolve};
use roomrtc_media::time::WallClock;

use super::CallScript;
use crate::cli::CallOptions;
use crate::client::RunningClient;
use crate::program::{
    Failure, Results, Runner, client_settings, first_seed, loop_config, media_settings, own_source,
    server_trust, start_recording,
};

/// Runs `roomrtc call`.
///
/// # Errors
/// [`Failure`] if it could not begin, or the call did not work or did not end as it should.
pub fn run(options: &CallOptions) -> Result<(), Failure> {
    let (clock, wall) = (Clock::start(), WallClock::new());
    let seed = first_seed(options.run.seed)?;
    let mut settings = client_settings(clock, seed, &options.network, false)?;
    let mut runner = Runner::new(clock)?;
    let mut script = script(options, &mut runner)?;
    start_recording(&options.run.recording, &mut runner)?;
    settings.recording = runner.recording_of(&options.user);
    settings.impairment = options.impairment.impairment();
    if let Some(impairment) = &settings.impairment {
        runner.say(&impairment.sentence("here"));
    }
    let source = own_source(&options.media, &mut |text| runner.say(&text))?;
    let mut media = media_settings(&options.media, wall, source, false);
    media.save.clone_from(&options.save);
    media.frames.clone_from(&options.frames);
    let config = loop_config(clock, options.network.bind);
    let events = runner.next_events();
    let client =
        RunningClient::start("call", config, settings, media, events).map_err(Failure::start)?;
    runner.add(&options.user, client);
    let mut outcome = runner.run(&mut script);
    let result = std::mem::replace(&mut outcome.result, Ok(()));
    let results = Results::collect(&[&options.user], outcome);
    results.show();
    let written = results.write(&options.run);
    result.map_err(Failure::Run).and(written)
}

fn script(options: &CallOptions, runner: &mut Runner) -> Result<CallScript, Failure> {
    // Resolving gives at least one address, the resolver's favourite first.
    let address = resolve(&options.server.server).map_err(Failure::start)?[0];
    let server = (address, server_trust(&options.server, runner)?);
    let credentials = Credentials::new(options.user.as_str(), options.password.as_str());
    let talk = options.run.seconds.map(|seconds| seconds.0);
    let script = CallScript::new(server, credentials, options.to.clone(), talk);
    Ok(script.with_invitation(options.invite))
}
