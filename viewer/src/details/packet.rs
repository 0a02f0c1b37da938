//! A packet.

use super::{Field, dtls, fate_sentence, media, seconds, stun};
use crate::ladder::Crossing;
use crate::span::KeptPacket;
use crate::timeline::Timeline;
use roomrtc_sim::trace::PacketClass;

/// The fields of a packet: those that are always known, and those of its bytes where these are kept.
pub fn packet_fields(
    timeline: &Timeline,
    crossing: &Crossing,
    kept: Option<&KeptPacket>,
) -> Vec<Field> {
    let mut fields = vec![
        Field::new("what", crossing.reading.label()),
        Field::new("packet", format!("#{}", crossing.number)),
        Field::new(
            "sent",
            format!("{} by {}", seconds(crossing.sent), timeline.name(crossing.from)),
        ),
        Field::new("fate", fate_sentence(timeline, crossing)),
        Field::new(
            "to",
            crossing.to.map_or_else(|| "nobody known".to_owned(), |to| timeline.name(to)),
        ),
        Field::new("addresses", format!("{} > {}", crossing.source, crossing.destination)),
        Field::new("length", format!("{} bytes of UDP payload", crossing.length)),
    ];
    let Some(kept) = kept else { return fields };
    match crossing.class {
        PacketClass::Stun => fields.extend(stun::fields(&kept.payload)),
        PacketClass::Dtls => fields.extend(dtls::fields(&kept.payload)),
        PacketClass::Rtp => fields.extend(media::rtp_fields(&crossing.reading, kept)),
        PacketClass::Rtcp => fields.extend(media::rtcp_fields(kept)),
        PacketClass::Other => {}
    }
    fields
}
