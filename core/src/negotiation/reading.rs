//! Reading what the other side says: transport, formats, extensions, sources.

use super::{
    AgreedExtension, CodecFeedback, IceCredentials, RemoteFormat, RemoteSource, RemoteTransport,
    TransportError,
};
use crate::sdp::{Direction, MediaDescription, PayloadFormat, SessionDescription, SourceGroup};

/// The most sources that repair others which are looked out for in a section.
const MAXIMUM_REPAIR_SOURCES: usize = 64;

/// The header extension identifiers that both forms of the header can carry, RFC 8285.
const COMMON_EXTENSION_IDS: std::ops::RangeInclusive<u16> = 1..=14;

/// From here on, identifiers are the answerer's to choose, RFC 8285 section 6.
const FIRST_OPEN_EXTENSION_ID: u16 = 4_096;

/// The transport that the section `carrier` describes, for the tagged section at `section`.
pub(super) fn remote_transport(
    description: &SessionDescription,
    section: usize,
    carrier: &MediaDescription<'_>,
) -> Result<RemoteTransport, TransportError> {
    let place = carrier.index();
    let fingerprints = carrier.fingerprints();
    if fingerprints.is_empty() {
        return Err(TransportError::NoFingerprint { section: place });
    }
    let candidates = carrier.attributes().candidates();
    let candidates: Vec<_> = candidates.take(RemoteTransport::MAXIMUM_CANDIDATES).collect();
    let written = carrier.attributes().values("candidate").count();
    Ok(RemoteTransport {
        section,
        candidate_section: place,
        credentials: credentials(carrier)?,
        is_lite: description.attributes().is_ice_lite(),
        pacing: description.attributes().ice_pacing(),
        is_trickling: carrier.has_ice_option("trickle"),
        unreadable_candidates: written.saturating_sub(candidates.len()),
        candidates,
        has_end_of_candidates: carrier.has_end_of_candidates(),
        fingerprints,
        setup: carrier.setup().ok_or(TransportError::Setup { section: place })?,
    })
}

fn credentials(carrier: &MediaDescription<'_>) -> Result<IceCredentials, TransportError> {
    let section = carrier.index();
    let (Some(ufrag), Some(pwd)) = (carrier.ice_ufrag(), carrier.ice_pwd()) else {
        return Err(TransportError::NoCredentials { section });
    };
    let credentials = IceCredentials { ufrag: ufrag.to_owned(), pwd: pwd.to_owned() };
    if !credentials.has_valid_lengths() {
        return Err(TransportError::CredentialLengths { section });
    }
    if !credentials.has_valid_characters() {
        return Err(TransportError::CredentialCharacters { section });
    }
    Ok(credentials)
}

/// The H.264 formats of a section that can be read.
pub(super) fn remote_formats(media: &MediaDescription<'_>) -> Vec<RemoteFormat> {
    let listed = media.payload_formats();
    let retransmission_of = |payload_type| {
        listed
            .iter()
            .find(|format| associated(format) == Some(payload_type))
            .map(|f| f.payload_type)
    };
    let is_h264 = |map: crate::sdp::RtpMap<'_>| map.is("H264", 90_000);
    listed
        .iter()
        .filter(|format| format.map.is_some_and(is_h264))
        .filter_map(|format| {
            let parameters = format.parameters.unwrap_or_default().parse().ok()?;
            let feedback = CodecFeedback::supported(&format.feedback);
            let payload_type = format.payload_type;
            // Nothing is sent again that cannot be asked for.
            let retransmission = retransmission_of(payload_type).filter(|_| feedback.generic_nack);
            Some(RemoteFormat { payload_type, parameters, feedback, retransmission })
        })
        .collect()
}

/// The payload type whose packets a format carries again, if it is one for that: `rtx/90000` with
/// `apt`, RFC 4588 section 8.1.
fn associated(format: &PayloadFormat<'_>) -> Option<u8> {
    let map = format.map.filter(|map| map.is("rtx", 90_000))?;
    let parameters = format.parameters?.split(';').filter_map(|text| text.trim().split_once('='));
    let mut values = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("apt"));
    let number: u8 = values.next()?.1.trim().parse().ok()?;
    (number != map.payload_type).then_some(number)
}

/// The extensions in use that a section offers, with identifiers to answer with.
pub(super) fn offered_extensions(media: &MediaDescription<'_>) -> Vec<AgreedExtension> {
    let mut extensions: Vec<AgreedExtension> = Vec::new();
    for uri in AgreedExtension::SUPPORTED {
        let mut maps = media.extension_maps();
        let both_ways = |direction| matches!(direction, None | Some(Direction::SendReceive));
        let found = maps.find(|map| map.uri == uri && both_ways(map.direction));
        let id = found.and_then(|map| answered_id(media, &extensions, map.id));
        extensions.extend(id.map(|id| AgreedExtension { id, uri }));
    }
    extensions
}

fn answered_id(
    media: &MediaDescription<'_>,
    taken: &[AgreedExtension],
    offered: u16,
) -> Option<u8> {
    if offered < FIRST_OPEN_EXTENSION_ID {
        return u8::try_from(offered).ok();
    }
    let is_offered = |id: u16| media.extension_maps().any(|map| map.id == id);
    let is_taken = |id: u16| taken.iter().any(|extension| u16::from(extension.id) == id);
    let mut ids = COMMON_EXTENSION_IDS;
    ids.find(|&id| !is_offered(id) && !is_taken(id)).and_then(|id| u8::try_from(id).ok())
}

/// The sources that a section announces, with those that send their packets again (RFC 4588). These,
/// and those of forward error correction (RFC 5956), which is never agreed to, are left out.
pub(super) fn remote_sources(media: &MediaDescription<'_>) -> Vec<RemoteSource> {
    let attributes = media.attributes();
    let groups = attributes.source_groups().filter(|group| group.semantics != "SIM");
    let groups: Vec<SourceGroup<'_>> = groups.take(MAXIMUM_REPAIR_SOURCES).collect();
    let repairs = groups.iter().flat_map(|group| group.ssrcs().skip(1));
    let repairs: Vec<u32> = repairs.take(MAXIMUM_REPAIR_SOURCES).collect();
    let mut sources: Vec<RemoteSource> = Vec::new();
    for attribute in attributes.sources().filter(|source| !repairs.contains(&source.ssrc)) {
        let ssrc = attribute.ssrc;
        let known = sources.iter().position(|source| source.ssrc == ssrc);
        if known.is_none() && sources.len() < RemoteSource::MAXIMUM {
            let retransmission = retransmission_source(&groups, ssrc);
            sources.push(RemoteSource { ssrc, retransmission, cname: None });
        }
        let place = known.unwrap_or(sources.len().saturating_sub(1));
        let source = sources.get_mut(place).filter(|source| source.ssrc == ssrc);
        if let (Some(source), "cname") = (source, attribute.name) {
            source.cname.get_or_insert_with(|| attribute.value.to_owned());
        }
    }
    sources
}

/// The source that sends packets of `ssrc` again, RFC 5576 section 4.2.
fn retransmission_source(groups: &[SourceGroup<'_>], ssrc: u32) -> Option<u32> {
    let mut groups = groups.iter().filter(|group| group.semantics == "FID");
    let group = groups.find(|group| group.ssrcs().next() == Some(ssrc))?;
    group.ssrcs().nth(1).filter(|repair| *repair != ssrc)
}

/// The section whose transport attributes hold for a group: the tagged one, unless it says nothing
/// of a transport and the group's first tag does.
pub(super) fn carrier<'a>(
    description: &'a SessionDescription,
    tagged: MediaDescription<'a>,
    group: &[usize],
) -> MediaDescription<'a> {
    if tagged.port() != 0 && tagged.ice_ufrag().is_some() {
        return tagged;
    }
    let first = group.first().and_then(|&first| description.media_at(first));
    first.filter(|first| first.ice_ufrag().is_some()).unwrap_or(tagged)
}

/// Whether RTP and RTCP share a port in a section: by its own word, or by that of the section that
/// speaks for the group.
pub(super) fn is_multiplexed(media: &MediaDescription<'_>, carrier: &MediaDescription<'_>) -> bool {
    media.attributes().has_rtcp_mux() || carrier.attributes().has_rtcp_mux()
}
