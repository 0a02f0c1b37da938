//! A session description that was made.

use super::candidate_line::{check_candidate, is_ice_text};
use super::{DescriptionFacts, Flaw};

/// The lines a description begins with, RFC 8866 section 5.
const BEGINNING: [&str; 4] = ["v=0", "o=", "s=", "t="];

/// Checks the description of an engine of ours and gives what the oracles need of it.
///
/// # Errors
/// [`Flaw`] if it is not as RFC 8866, 8839, 8122 and 8829 have an endpoint write it.
pub fn check_description(text: &str) -> Result<DescriptionFacts, Flaw> {
    let body = text.strip_suffix("\r\n").ok_or(Flaw("a description does not end with CRLF"))?;
    let lines: Vec<&str> = body.split("\r\n").collect();
    if lines.iter().any(|line| !is_line(line)) {
        return Err(Flaw("a line of a description is no line"));
    }
    let begins = lines.iter().zip(BEGINNING).filter(|(line, start)| line.starts_with(start));
    if begins.count() != BEGINNING.len() {
        return Err(Flaw("a description does not begin with version, origin, name and time"));
    }
    check_origin(&lines[1]["o=".len()..])?;
    let mut facts = DescriptionFacts::default();
    for line in &lines {
        if let Some(media) = line.strip_prefix("m=") {
            facts.sections += 1;
            check_media(media)?;
        }
        if let Some(attribute) = line.strip_prefix("a=") {
            take_attribute(attribute, &mut facts)?;
        }
    }
    check_formats(&lines)?;
    facts.retransmissions = check_retransmissions(&lines)?;
    check_whole(&facts, text)?;
    Ok(facts)
}

fn is_line(line: &str) -> bool {
    let mut bytes = line.bytes();
    let has_letter = bytes.next().is_some_and(|letter| letter.is_ascii_lowercase());
    has_letter && bytes.next() == Some(b'=') && line.bytes().all(|byte| byte >= b' ')
}

/// RFC 8866 section 5.2.
fn check_origin(origin: &str) -> Result<(), Flaw> {
    let fields: Vec<&str> = origin.split(' ').collect();
    let number = |text: &str| text.parse::<u64>().is_ok();
    match fields[..] {
        [_, session, version, "IN", "IP4" | "IP6", _] if number(session) && number(version) => {
            Ok(())
        }
        _ => Err(Flaw("the origin of a description is malformed")),
    }
}

/// RFC 8866 section 5.14, with the profile of RFC 8829 section 5.1.2.
fn check_media(media: &str) -> Result<(), Flaw> {
    let fields: Vec<&str> = media.split(' ').collect();
    match &fields[..] {
        [_, port, _, formats @ ..] if port.parse::<u16>().is_ok() && !formats.is_empty() => Ok(()),
        _ => Err(Flaw("a media section is malformed")),
    }
}

fn take_attribute(attribute: &str, facts: &mut DescriptionFacts) -> Result<(), Flaw> {
    let (name, value) = attribute.split_once(':').unwrap_or((attribute, ""));
    match name {
        "candidate" => check_candidate(attribute)?,
        "ice-ufrag" if !is_ice_text(value, 4, 256) => {
            return Err(Flaw("a username fragment is too short or malformed"));
        }
        "ice-ufrag" => value.clone_into(&mut facts.username_fragment),
        "ice-pwd" if !is_ice_text(value, 22, 256) => {
            return Err(Flaw("a password is too short or malformed"));
        }
        "ice-pwd" => value.clone_into(&mut facts.password),
        "ice-pacing" => facts.pacing = value.parse().ok(),
        "ice-lite" => facts.is_lite = true,
        "fingerprint" => check_fingerprint(value)?,
        "setup" if !["actpass", "active", "passive"].contains(&value) => {
            return Err(Flaw("a description has a wrong setup"));
        }
        "setup" => value.clone_into(&mut facts.setup),
        _ => {}
    }
    Ok(())
}

/// RFC 8122 section 5: two upper-case digits for each byte.
fn check_fingerprint(value: &str) -> Result<(), Flaw> {
    let digits = value.strip_prefix("sha-256 ").unwrap_or_default();
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte);
    let is_byte = |pair: &str| pair.len() == 2 && pair.bytes().all(is_digit);
    if digits.split(':').count() != 32 || !digits.split(':').all(is_byte) {
        return Err(Flaw("a fingerprint is malformed"));
    }
    Ok(())
}

/// Every dynamic payload type of a section has its `rtpmap`, RFC 8866 section 6.6.
fn check_formats(lines: &[&str]) -> Result<(), Flaw> {
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("m=")) {
        let section = lines[place + 1..].iter().take_while(|line| !line.starts_with("m="));
        let maps: Vec<&str> = section.filter_map(|line| line.strip_prefix("a=rtpmap:")).collect();
        let is_mapped = |number: &str| maps.iter().any(|map| map.split(' ').next() == Some(number));
        let mut fields = line["m=".len()..].split(' ').skip(1);
        let is_rejected = fields.next() == Some("0");
        let is_rtp = fields.next().is_some_and(|protocol| protocol.contains("RTP/"));
        if is_rtp && !is_rejected && !fields.all(is_mapped) {
            return Err(Flaw("a payload type has no rtpmap"));
        }
    }
    Ok(())
}

/// Every `rtx` names a payload type that is there, RFC 4588 section 8.1; and every group of sources
/// for it names sources with a canonical name, RFC 5576 section 4.2. Gives the payload types.
fn check_retransmissions(lines: &[&str]) -> Result<Vec<u8>, Flaw> {
    let value = |name: &'static str| lines.iter().filter_map(move |line| line.strip_prefix(name));
    let maps = || value("a=rtpmap:").filter_map(|map| map.split_once(' '));
    let mut types = Vec::new();
    for (number, _) in maps().filter(|(_, codec)| *codec == "rtx/90000") {
        let mut parameters = value("a=fmtp:").filter_map(|line| line.split_once(" apt="));
        let associated = parameters.find(|(own, _)| *own == number).map(|(_, apt)| apt);
        let is_of = |(own, codec): (&str, &str)| Some(own) == associated && codec != "rtx/90000";
        if !maps().any(is_of) {
            return Err(Flaw("a payload type of retransmissions is of no other"));
        }
        types.push(number.parse().map_err(|_| Flaw("a payload type is no number"))?);
    }
    for group in value("a=ssrc-group:FID ").flat_map(|group| group.split(' ')) {
        let named = |line: &str| line.split_once(" cname:").is_some_and(|(own, _)| own == group);
        if !value("a=ssrc:").any(named) {
            return Err(Flaw("a group names a source that has no name"));
        }
    }
    Ok(types)
}

fn check_whole(facts: &DescriptionFacts, text: &str) -> Result<(), Flaw> {
    let is_whole = !facts.username_fragment.is_empty()
        && !facts.password.is_empty()
        && !facts.setup.is_empty()
        && text.contains("\r\na=fingerprint:")
        && text.contains("\r\na=rtcp-mux\r\n");
    if is_whole { Ok(()) } else { Err(Flaw("a description lacks part of its transport")) }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use roomrtc_core::base::{Seed, Time};
    use roomrtc_core::session::{Command, Event, Input, Peer, PeerConfig};

    use super::*;

    fn offer() -> String {
        let mut peer = Peer::new(PeerConfig::default(), Seed::from_u64(5), Time::ZERO);
        let address: SocketAddr = "10.0.0.1:5000".parse().expect("an address");
        for command in [Command::AddLocalAddress(address), Command::CreateOffer] {
            peer.handle(Time::ZERO, Input::Command(command)).expect("a command");
        }
        let events = std::iter::from_fn(|| peer.poll_event());
        let mut sdp = events.filter_map(|event| match event {
            Event::LocalDescription { sdp, .. } => Some(sdp),
            _ => None,
        });
        sdp.next().expect("an offer")
    }

    #[test]
    fn our_offer_has_no_flaw() {
        let facts = check_description(&offer()).expect("an offer");
        assert_eq!((facts.sections, facts.setup.as_str()), (1, "actpass"));
        assert_eq!(facts.retransmissions.len(), 6);
    }

    #[test]
    fn flaws_are_seen() {
        let offer = offer();
        for (right, wrong) in [
            ("\r\n", "\n"),
            ("s=-\r\n", ""),
            ("v=0", "v=1"),
            ("a=setup:actpass", "a=setup:maybe"),
            ("a=ice-ufrag:", "a=ice-ufrag:?"),
            ("a=ice-pwd:", "a=ice-password:"),
            ("sha-256 ", "sha-256 0"),
            ("a=rtpmap:96", "a=rtpmap:95"),
            ("typ host", "typ ghost"),
            ("a=rtcp-mux\r\n", ""),
            (" apt=96", " apt=95"),
            ("a=ssrc-group:FID ", "a=ssrc-group:FID 1 "),
            ("IN IP4", "IN IP5"),
        ] {
            assert!(offer.contains(right), "{right}");
            assert!(check_description(&offer.replace(right, wrong)).is_err(), "{wrong}");
        }
    }
}
