//! Inputs to bytes.

use std::net::{IpAddr, SocketAddr};

use roomrtc_core::session::{
    CandidateInit, Command, Datagram, DescriptionKind, Direction, Input, OutgoingFrame,
    OutgoingPacket,
};

use super::entry_code as code;
use super::sparse_writer::SparseWriter;
use super::{AddressBook, Disclosure, blanking, masking, numbers};

/// Appends the code of an input and the input itself, with what `disclosure` leaves of it. The
/// time is the caller's.
pub(super) fn write(
    input: &Input<'_>,
    disclosure: Disclosure,
    addresses: &mut AddressBook,
    output: &mut Vec<u8>,
) {
    match input {
        Input::Tick => output.push(code::TICK),
        Input::Datagram(datagram) => write_datagram(datagram, disclosure, addresses, output),
        Input::Command(command) => write_command(command, disclosure, addresses, output),
    }
}

fn write_datagram(
    datagram: &Datagram<'_>,
    disclosure: Disclosure,
    addresses: &mut AddressBook,
    output: &mut Vec<u8>,
) {
    output.push(code::DATAGRAM);
    addresses.write(datagram.local, output);
    addresses.write(datagram.remote, output);
    output.push(datagram.ecn);
    let mut writer = SparseWriter::new(datagram.payload, output);
    if disclosure.has_keys() {
        writer.keep(0..datagram.payload.len());
    } else {
        masking::of_received(datagram.payload, |range| writer.keep(range));
    }
    writer.finish();
}

fn write_command(
    command: &Command<'_>,
    disclosure: Disclosure,
    addresses: &mut AddressBook,
    output: &mut Vec<u8>,
) {
    match command {
        Command::AddLocalAddress(address) => {
            write_address(code::ADD_LOCAL_ADDRESS, *address, addresses, output);
        }
        Command::RemoveLocalAddress(address) => {
            write_address(code::REMOVE_LOCAL_ADDRESS, *address, addresses, output);
        }
        Command::EndOfLocalAddresses => output.push(code::END_OF_LOCAL_ADDRESSES),
        Command::CreateOffer => output.push(code::CREATE_OFFER),
        Command::SetRemoteDescription { kind, sdp } => write_description(*kind, sdp, output),
        Command::AddRemoteCandidate(init) => write_candidate(init, output),
        Command::NameLocalAddress { address, name } => {
            write_name(*address, name, addresses, output);
        }
        Command::SendFrame(frame) => write_frame(frame, disclosure, output),
        Command::SendPacket(packet) => write_packet(packet, disclosure, output),
        Command::RequestKeyFrame { media } => write_key_frame_request(*media, output),
        Command::RestartIce => output.push(code::RESTART_ICE),
        Command::SetDirection { media, direction } => write_direction(*media, *direction, output),
        Command::Rollback => output.push(code::ROLLBACK),
        Command::Close => output.push(code::CLOSE),
    }
}

fn write_address(code: u8, address: SocketAddr, addresses: &mut AddressBook, output: &mut Vec<u8>) {
    output.push(code);
    addresses.write(address, output);
}

fn write_name(address: IpAddr, name: &str, addresses: &mut AddressBook, output: &mut Vec<u8>) {
    write_address(code::NAME_LOCAL_ADDRESS, SocketAddr::new(address, 0), addresses, output);
    numbers::write_bytes(name.as_bytes(), output);
}

fn write_key_frame_request(media: usize, output: &mut Vec<u8>) {
    output.push(code::REQUEST_KEY_FRAME);
    numbers::write(media as u64, output);
}

fn write_description(kind: DescriptionKind, sdp: &str, output: &mut Vec<u8>) {
    output.push(code::SET_REMOTE_DESCRIPTION);
    output.push(u8::from(kind == DescriptionKind::Answer));
    numbers::write_bytes(sdp.as_bytes(), output);
}

fn write_direction(media: usize, direction: Direction, output: &mut Vec<u8>) {
    output.push(code::SET_DIRECTION);
    numbers::write(media as u64, output);
    let place = Direction::ALL.iter().position(|other| *other == direction);
    output.push(place.unwrap_or(0) as u8);
}

fn write_candidate(init: &CandidateInit, output: &mut Vec<u8>) {
    output.push(code::ADD_REMOTE_CANDIDATE);
    numbers::write_bytes(init.candidate.as_bytes(), output);
    for text in [&init.sdp_mid, &init.username_fragment] {
        output.push(u8::from(text.is_some()));
        if let Some(text) = text {
            numbers::write_bytes(text.as_bytes(), output);
        }
    }
    numbers::write(init.sdp_mline_index.map_or(0, |index| u64::from(index) + 1), output);
}

fn write_frame(frame: &OutgoingFrame<'_>, disclosure: Disclosure, output: &mut Vec<u8>) {
    output.push(code::SEND_FRAME);
    numbers::write(frame.media as u64, output);
    numbers::write(u64::from(frame.timestamp), output);
    let mut writer = SparseWriter::new(frame.data, output);
    if disclosure.has_media() {
        writer.keep(0..frame.data.len());
    } else {
        blanking::of_frame(frame.data, |range| writer.keep(range));
    }
    writer.finish();
}

/// The core does not look into packets that it is handed: without their content only the length
/// is left.
fn write_packet(packet: &OutgoingPacket<'_>, disclosure: Disclosure, output: &mut Vec<u8>) {
    output.push(code::SEND_PACKET);
    numbers::write(packet.media as u64, output);
    numbers::write(u64::from(packet.timestamp), output);
    output.push(u8::from(packet.marker));
    let mut writer = SparseWriter::new(packet.payload, output);
    if disclosure.has_media() {
        writer.keep(0..packet.payload.len());
    }
    writer.finish();
}
