//! A client on its event loop.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{Datagram, Transmit};
use roomrtc_io_mio::{
    Driven, LocalAddress, NameAction, NameEvent, StreamAction, StreamEvent, StreamId,
    this_thread_cpu,
};

use super::media_link::MediaLink;
use super::{Client, ClientCommand, ClientEvent, Effect, EventSender};

/// Drives a client and carries out what it wants.
#[derive(Debug)]
pub struct ClientThread {
    client: Client,
    media: MediaLink,
    events: EventSender,
    now: Time,
}

impl ClientThread {
    pub(super) const fn new(client: Client, media: MediaLink, events: EventSender) -> ClientThread {
        ClientThread { client, media, events, now: Time::ZERO }
    }

    fn carry_out(&mut self, now: Time) {
        self.now = now;
        while let Some(effect) = self.client.poll_effect() {
            match effect {
                Effect::Tell(event) => self.events.tell(event),
                Effect::StartMedia => self.media.start(),
                Effect::EncodeKeyFrame => self.media.encode_key_frame(),
                Effect::LimitNalUnits(most_bytes) => self.media.limit_nal_units(most_bytes),
                Effect::SwitchSource(source) => self.media.switch_source(source),
                Effect::TurnCamera(is_on) => self.media.turn_camera(is_on),
                Effect::Measure(summary) => {
                    let measured = Box::new(self.media.statistics(summary.as_deref()));
                    self.events.tell(ClientEvent::Statistics(measured));
                }
                Effect::Decode(unit) => {
                    if !self.media.decode(unit) {
                        self.client.handle_command(now, ClientCommand::RequestKeyFrame);
                    }
                }
                Effect::StopMedia { end, summary } => {
                    let call = self.media.finish(end, summary, this_thread_cpu());
                    self.events.tell_call_over(call);
                }
            }
        }
    }
}

impl Driven for ClientThread {
    type Command = ClientCommand;

    fn handle_command(&mut self, now: Time, command: ClientCommand) {
        self.media.repair();
        self.client.handle_command(now, command);
        self.carry_out(now);
    }

    fn handle_datagram(&mut self, now: Time, datagram: Datagram<'_>) {
        self.client.handle_datagram(now, datagram);
        self.carry_out(now);
    }

    fn handle_timeout(&mut self, now: Time) {
        self.client.handle_timeout(now);
        self.carry_out(now);
    }

    fn handle_local_address(&mut self, now: Time, change: LocalAddress) {
        self.client.handle_local_address(now, change);
        self.carry_out(now);
    }

    fn handle_stream(&mut self, now: Time, _stream: StreamId, event: StreamEvent<'_>) {
        self.client.handle_stream(now, event);
        self.carry_out(now);
    }

    fn poll_stream(&mut self, output: &mut Vec<u8>) -> Option<StreamAction> {
        self.client.poll_stream(output)
    }

    fn handle_name(&mut self, now: Time, event: NameEvent) {
        self.client.handle_name(now, event);
        self.carry_out(now);
    }

    fn poll_name_action(&mut self) -> Option<NameAction> {
        self.client.poll_name_action()
    }

    fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<Transmit> {
        let transmit = self.client.poll_transmit(self.now, output);
        if transmit.is_none() {
            self.carry_out(self.now);
        }
        transmit
    }

    fn deadline(&self) -> Option<Deadline> {
        self.client.deadline()
    }

    fn is_finished(&self) -> bool {
        self.client.is_finished()
    }
}
