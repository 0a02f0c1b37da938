//! Writing a capture file.

use std::borrow::Cow;
use std::io::Write;
use std::time::Duration;

use pcap_file::pcapng::PcapNgWriter;
use pcap_file::pcapng::blocks::enhanced_packet::{EnhancedPacketBlock, EnhancedPacketOption};
use pcap_file::pcapng::blocks::interface_description::{
    InterfaceDescriptionBlock, InterfaceDescriptionOption,
};
use pcap_file::pcapng::blocks::section_header::{SectionHeaderBlock, SectionHeaderOption};
use pcap_file::pcapng::blocks::unknown::UnknownBlock;
use pcap_file::{DataLink, Endianness, PcapResult};
use roomrtc_core::base::Time;

use super::{CaptureError, Fates, PlainMedia, exported_unit, internet_packet};
use crate::trace::{PacketEvent, PacketFate, Place, Trace, TraceLevel, What};

/// The moment that a run begins at: 2026-01-01 00:00 UTC, since the Unix epoch.
const EPOCH: Duration = Duration::from_secs(1_767_225_600);
/// The interface of what was on the wire.
const WIRE: u32 = 0;
/// The interface of decrypted media.
const PLAIN_MEDIA: u32 = 1;
/// The type of a Decryption Secrets Block.
const DECRYPTION_SECRETS: u32 = 0x0000_000a;
/// The type of its secrets: a TLS key log.
const TLS_KEY_LOG: u32 = 0x544c_534b;
/// Nanoseconds: ten to the power of minus this are the unit of times.
const NANOSECONDS: u8 = 9;

/// Writes the packets of `trace` as a pcapng file.
///
/// # Errors
/// [`CaptureError`] if the trace has not kept packets, or if writing fails.
pub fn write_capture<W: Write>(trace: &Trace, output: W) -> Result<(), CaptureError> {
    if trace.level() != TraceLevel::Packets {
        return Err(CaptureError::NoPackets);
    }
    let options = vec![SectionHeaderOption::UserApplication(Cow::Borrowed("roomrtc-sim"))];
    let endianness = Endianness::Little;
    let section = SectionHeaderBlock { endianness, options, ..SectionHeaderBlock::default() };
    let mut writer = PcapNgWriter::with_section_header(output, section)?;
    write_interface(&mut writer, DataLink::RAW, "wire")?;
    write_interface(&mut writer, DataLink::WIRESHARK_UPPER_PDU, "plain media")?;
    write_secrets(&mut writer, trace)?;
    let fates = Fates::of(trace);
    let mut media = PlainMedia::of(trace);
    for event in trace.events() {
        let What::Packet(packet) = &event.what else { continue };
        if packet.fate == PacketFate::Sent {
            write_packet(&mut writer, event.time, packet, fates.text(packet.number))?;
            write_plain(&mut writer, event.time, event.place, packet, &mut media)?;
        }
    }
    Ok(())
}

fn write_interface<W: Write>(
    writer: &mut PcapNgWriter<W>,
    linktype: DataLink,
    name: &'static str,
) -> PcapResult<()> {
    let options = vec![
        InterfaceDescriptionOption::IfName(Cow::Borrowed(name)),
        InterfaceDescriptionOption::IfTsResol(NANOSECONDS),
    ];
    let block = InterfaceDescriptionBlock { linktype, snaplen: 0, options };
    writer.write_pcapng_block(block).map(drop)
}

fn write_secrets<W: Write>(writer: &mut PcapNgWriter<W>, trace: &Trace) -> PcapResult<()> {
    let lines: Vec<String> =
        trace.keys().iter().map(|keys| format!("{}\n", keys.key_log.dtls)).collect();
    if lines.is_empty() {
        return Ok(());
    }
    let log = lines.concat();
    let mut value = TLS_KEY_LOG.to_le_bytes().to_vec();
    value.extend_from_slice(&(log.len() as u32).to_le_bytes());
    value.extend_from_slice(log.as_bytes());
    let block = UnknownBlock::new(DECRYPTION_SECRETS, value.len() as u32, &value);
    writer.write_pcapng_block(block).map(drop)
}

fn write_packet<W: Write>(
    writer: &mut PcapNgWriter<W>,
    time: Time,
    packet: &PacketEvent,
    comment: String,
) -> PcapResult<()> {
    let Some(payload) = &packet.payload else { return Ok(()) };
    let data = internet_packet::bytes(packet, payload);
    write_block(writer, WIRE, time, data, comment)
}

fn write_plain<W: Write>(
    writer: &mut PcapNgWriter<W>,
    time: Time,
    place: Place,
    packet: &PacketEvent,
    media: &mut PlainMedia,
) -> PcapResult<()> {
    let Some(plain) = media.open(place, packet) else { return Ok(()) };
    let data = exported_unit::bytes(packet, plain);
    let comment = format!("packet #{} of the wire, decrypted", packet.number);
    write_block(writer, PLAIN_MEDIA, time, data, comment)
}

fn write_block<W: Write>(
    writer: &mut PcapNgWriter<W>,
    interface_id: u32,
    time: Time,
    data: Vec<u8>,
    comment: String,
) -> PcapResult<()> {
    let block = EnhancedPacketBlock {
        interface_id,
        timestamp: EPOCH + time.since(Time::ZERO),
        original_len: data.len() as u32,
        data: Cow::Owned(data),
        options: vec![EnhancedPacketOption::Comment(Cow::Owned(comment))],
    };
    writer.write_pcapng_block(block).map(drop)
}
