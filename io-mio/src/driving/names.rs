//! Multicast DNS on the loop.

use mio::Registry;
use mio::event::Event;
use roomrtc_core::base::Time;

use super::tokens::of_multicast;
use super::{Driven, EventLoop};
use crate::InterfaceAddress;
use crate::multicast_dns::{MOST_MULTICAST_SOCKETS, MulticastDns, MulticastSockets};
use crate::multicast_dns::{NameEvent, ReceivedMessage};

/// Most datagrams taken from a socket in one round: a link full of devices is not to hold up a
/// call.
const MESSAGES_PER_ROUND: usize = 32;

/// Most actions taken from the driven in one round.
const ACTIONS_PER_ROUND: usize = 64;

/// Room for the longest message, RFC 6762 section 17.
const LONGEST_MESSAGE: usize = 9_000;

/// Multicast DNS and its sockets.
#[derive(Debug, Default)]
pub(super) struct Names {
    protocol: MulticastDns,
    sockets: MulticastSockets,
    /// Whether it is wanted at all.
    is_enabled: bool,
    /// Whether it was told that there is no multicast.
    is_fault_told: bool,
}

impl Names {
    pub(super) fn new(is_enabled: bool) -> Names {
        Names { is_enabled, ..Names::default() }
    }

    /// A socket of the loop stands on this address.
    pub(super) fn follow(&mut self, registry: &Registry, address: InterfaceAddress) {
        if self.is_enabled {
            self.sockets.follow(registry, address, of_multicast);
        }
    }

    /// The address is gone.
    pub(super) fn forget(&mut self, registry: &Registry, ip: std::net::IpAddr) {
        self.sockets.forget(registry, ip);
    }

    pub(super) fn note(&mut self, slot: usize, event: &Event) {
        if let Some(socket) = self.sockets.in_slot(slot)
            && (event.is_readable() || event.is_error())
        {
            socket.note_readable();
        }
    }

    pub(super) fn any_readable(&self) -> bool {
        self.sockets.iter().any(|socket| socket.is_readable())
    }

    pub(super) fn deadline(&self) -> Option<Time> {
        self.protocol.deadline()
    }

    /// Takes what has come: how many messages.
    fn receive(&mut self, now: Time) -> u64 {
        if !self.any_readable() {
            return 0;
        }
        let mut buffer = [0; LONGEST_MESSAGE];
        let mut count = 0;
        for slot in 0..MOST_MULTICAST_SOCKETS {
            for _ in 0..MESSAGES_PER_ROUND {
                let socket = self.sockets.in_slot(slot).filter(|socket| socket.is_readable());
                let received = socket.and_then(|socket| socket.receive(&mut buffer));
                let Some((length, source)) = received else { break };
                let (link, bytes) = (self.sockets.link(slot), buffer.get(..length));
                let bytes = bytes.unwrap_or_default();
                let message = ReceivedMessage { socket: slot, source, link, bytes };
                self.protocol.handle_message(now, &message);
                count += 1;
            }
        }
        count
    }

    /// Sends what is to be sent: how many datagrams.
    fn transmit(&mut self) -> u64 {
        let mut count = 0;
        while let Some(message) = self.protocol.poll_outgoing() {
            count += self.sockets.send(message.way, &message.bytes) as u64;
        }
        count
    }

    /// That there is no multicast, the first time that it is missed.
    fn take_fault(&mut self) -> Option<NameEvent> {
        let reason = if self.is_enabled { self.sockets.fault()? } else { "it is off".to_owned() };
        let is_told = std::mem::replace(&mut self.is_fault_told, true);
        (!is_told).then_some(NameEvent::Unavailable(reason))
    }
}

impl<C: Send> EventLoop<C> {
    /// Messages in, what the driven asks for, events, messages out.
    pub(super) fn serve_names<D: Driven>(&mut self, driven: &mut D) {
        let now = self.config.clock.now();
        self.statistics.names_received += self.names.receive(now);
        for _ in 0..ACTIONS_PER_ROUND {
            let Some(action) = driven.poll_name_action() else { break };
            self.names.protocol.act(now, action);
            if let Some(fault) = self.names.take_fault() {
                driven.handle_name(now, fault);
            }
        }
        self.names.protocol.handle_timeout(now);
        self.statistics.names_sent += self.names.transmit();
        while let Some(event) = self.names.protocol.poll_event() {
            driven.handle_name(now, event);
            // What the address of another makes due is done in a round of its own.
            self.has_more = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use mio::{Events, Poll};

    use super::*;
    use crate::{AddressChoice, Clock, NameAction, candidate_name};

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn names(poll: &Poll) -> Names {
        let mut names = Names::new(true);
        for address in AddressChoice::Only(HERE).addresses().expect("a listing") {
            names.follow(poll.registry(), address);
        }
        names
    }

    /// Carries messages between two over the loopback interface until `one` has something to tell.
    fn first_event(poll: &mut Poll, one: &mut Names, other: &mut Names) -> NameEvent {
        let clock = Clock::start();
        let mut events = Events::with_capacity(8);
        loop {
            for names in [&mut *other, &mut *one] {
                names.protocol.handle_timeout(clock.now());
                names.transmit();
                names.receive(clock.now());
            }
            if let Some(event) = one.protocol.poll_event() {
                return event;
            }
            poll.poll(&mut events, Some(std::time::Duration::from_millis(20))).expect("a poll");
            for event in &events {
                // Both have their one socket in the first slot.
                one.note(0, event);
                other.note(0, event);
            }
        }
    }

    #[test]
    fn two_that_share_the_port_find_each_others_names() {
        let mut poll = Poll::new().expect("a poll");
        let mut both = [names(&poll), names(&poll)];
        let [one, other] = &mut both;
        // Other tests of this machine share the link as well: only these names concern us.
        let number = std::process::id().to_le_bytes();
        let name = |kind: u8| candidate_name(std::array::from_fn(|at| number[at % 4] ^ kind));
        let (ours, address) = (name(1), HERE);
        other.protocol.act(Time::ZERO, NameAction::Offer { name: ours.clone(), address });
        one.protocol.act(Time::ZERO, NameAction::Resolve(ours.clone()));
        let resolved = NameEvent::Resolved { name: ours, address };
        assert_eq!(first_event(&mut poll, one, other), resolved);
        let nobodys = name(2);
        one.protocol.act(Time::ZERO, NameAction::Resolve(nobodys.clone()));
        let given_up = NameEvent::NotResolved { name: nobodys };
        assert_eq!(first_event(&mut poll, one, other), given_up);
    }

    #[test]
    fn that_there_is_no_multicast_is_told_once() {
        for is_enabled in [false, true] {
            let mut names = Names::new(is_enabled);
            assert!(matches!(names.take_fault(), Some(NameEvent::Unavailable(_))));
            assert_eq!(names.take_fault(), None);
        }
    }
}
