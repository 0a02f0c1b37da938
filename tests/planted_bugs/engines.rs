//! Peers that are not what they should be: the core with something changed on its way in or out.

mod rewriting_engine;
mod rewriting_maker;

use std::sync::Arc;

use roomrtc_core::base::Seed;
use roomrtc_core::crypto::{Certificate, HashAlgorithm};
use roomrtc_core::session::{Event, PeerConfig};
use roomrtc_core::stun::{Message, MessageBuilder, MessageClass};
use roomrtc_sim::engine::PeerMaker;
use roomrtc_sim::simulation::RunOptions;

use rewriting_maker::RewritingMaker;

fn with_caller(caller: RewritingMaker) -> RunOptions {
    RunOptions { makers: [Arc::new(caller), Arc::new(PeerMaker)], ..RunOptions::default() }
}

/// The caller's description names another certificate than it shows.
pub(crate) fn with_another_fingerprint() -> RunOptions {
    let event = |event| rewrite_description(event, change_fingerprint);
    with_caller(RewritingMaker { event, ..RewritingMaker::default() })
}

/// The caller is a lite agent and does not say so: both are controlled, until one gives in.
pub(crate) fn with_an_unsaid_lite_agent() -> RunOptions {
    let event = |event| rewrite_description(event, |sdp| sdp.replace("a=ice-lite\r\n", ""));
    with_caller(RewritingMaker { event, ..RewritingMaker::default() })
}

/// The caller shows a certificate that is somebody else's, whose key it does not have.
pub(crate) fn with_an_impostor() -> RunOptions {
    with_caller(RewritingMaker { config: pose, ..RewritingMaker::default() })
}

/// The caller answers checks with a password that it has made up.
pub(crate) fn with_answers_of_another_password() -> RunOptions {
    with_caller(RewritingMaker { datagram: answer_wrongly, ..RewritingMaker::default() })
}

/// The caller offers to send packets again as they were, and no stream for it.
pub(crate) fn with_plain_repair() -> RunOptions {
    let event = |event| rewrite_description(event, |sdp| without_retransmission(&sdp));
    with_caller(RewritingMaker { event, ..RewritingMaker::default() })
}

/// The caller's description says nothing of lost packets.
pub(crate) fn without_repair() -> RunOptions {
    let event = |event| rewrite_description(event, |sdp| without_requests(&sdp));
    with_caller(RewritingMaker { event, ..RewritingMaker::default() })
}

fn without_requests(sdp: &str) -> String {
    let is_nack = |line: &&str| line.starts_with("a=rtcp-fb:") && line.ends_with(" nack\r\n");
    let sdp = without_retransmission(sdp);
    sdp.split_inclusive('\n').filter(|line| !is_nack(line)).collect()
}

/// A description without payload types of retransmissions, and without their sources.
fn without_retransmission(sdp: &str) -> String {
    let types = sdp.lines().filter_map(|line| line.strip_suffix(" rtx/90000"));
    let types: Vec<&str> = types.filter_map(|line| line.strip_prefix("a=rtpmap:")).collect();
    let group = sdp.lines().find_map(|line| line.strip_prefix("a=ssrc-group:FID "));
    let repair = group.and_then(|group| group.split(' ').nth(1)).unwrap_or("none");
    let is_of = |line: &str, name: &str, value: &str| {
        line.strip_prefix(name).and_then(|rest| rest.split(' ').next()) == Some(value)
    };
    let is_dropped = |line: &str| {
        let names = ["a=rtpmap:", "a=fmtp:"];
        names.iter().any(|name| types.iter().any(|own| is_of(line, name, own)))
            || line.starts_with("a=ssrc-group:")
            || is_of(line, "a=ssrc:", repair)
    };
    let mut output = String::new();
    for line in sdp.lines().filter(|line| !is_dropped(line)) {
        let words = line.split(' ').enumerate();
        let is_kept = |place: usize, word: &str| {
            !line.starts_with("m=") || place < 3 || !types.contains(&word)
        };
        let words = words.filter(|(place, word)| is_kept(*place, word)).map(|(_, word)| word);
        output.push_str(&words.collect::<Vec<&str>>().join(" "));
        output.push_str("\r\n");
    }
    output
}

fn rewrite_description(event: Event, rewrite: fn(String) -> String) -> Event {
    match event {
        Event::LocalDescription { kind, sdp } => {
            Event::LocalDescription { kind, sdp: rewrite(sdp) }
        }
        other => other,
    }
}

/// Turns the first digit of the fingerprint into another.
fn change_fingerprint(mut sdp: String) -> String {
    let name = "a=fingerprint:sha-256 ";
    if let Some(start) = sdp.find(name) {
        let place = start + name.len();
        let digit = if sdp.as_bytes()[place] == b'0' { "1" } else { "0" };
        sdp.replace_range(place..=place, digit);
    }
    sdp
}

fn pose(config: PeerConfig) -> PeerConfig {
    let certificate = |name| Certificate::generate(0, &mut Seed::from_u64(7).stream(name));
    let certificate = certificate("impostor").posing_as(&certificate("victim"));
    PeerConfig { certificate: Some(certificate), ..config }
}

/// Signs the response that `buffer` ends with, if it is one, with another password.
fn answer_wrongly(buffer: &mut Vec<u8>, start: usize) {
    let Ok(message) = Message::parse(&buffer[start..]) else { return };
    let (class, method, id) = (message.class(), message.method(), message.transaction_id());
    let Some(mapped) = message.mapped_address().filter(|_| class == MessageClass::Success) else {
        return;
    };
    let key = PeerConfig::default().provider.hmac(HashAlgorithm::Sha1, b"made up");
    buffer.truncate(start);
    let mut builder = MessageBuilder::new(class, method, id, buffer);
    builder.xor_mapped_address(mapped).integrity(&*key).fingerprint();
}
