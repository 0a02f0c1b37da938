//! Sockets for the addresses that come, and an end to those of addresses that go.

use std::net::SocketAddr;
use std::time::Duration;

use super::tokens::of_socket;
use super::{Driven, EventLoop, LocalAddress, LoopError};
use crate::udp::UdpEndpoint;
use crate::{AddressChoice, InterfaceAddress};

/// How often the addresses are listed while nothing seems wrong.
const LISTING_INTERVAL: Duration = Duration::from_secs(5);

/// How soon they are listed again when a send fails for want of a way.
const LEAST_LISTING_INTERVAL: Duration = Duration::from_millis(500);

impl<C: Send> EventLoop<C> {
    /// Binds the sockets of the addresses that there are at the start.
    pub(super) fn open_sockets(&mut self) -> Result<(), LoopError> {
        let Some(choice) = self.config.addresses else {
            return Ok(());
        };
        let is_one = matches!(choice, AddressChoice::Only(ip) if !ip.is_unspecified());
        for address in choice.addresses()? {
            if let Err(failure) = self.open_socket(address)
                && is_one
            {
                return Err(failure);
            }
        }
        self.last_listing = self.config.clock.now();
        self.next_listing = (!is_one).then_some(self.last_listing + LISTING_INTERVAL);
        Ok(())
    }

    fn open_socket(&mut self, address: InterfaceAddress) -> Result<(), LoopError> {
        let interface = address.interface;
        let address = address.with_port(self.config.port);
        let Some(slot) = self.sockets.free_slot() else {
            return Ok(());
        };
        let opened = UdpEndpoint::bind(address, of_socket(slot)).and_then(|mut endpoint| {
            endpoint.register(self.poll.registry())?;
            Ok(endpoint)
        });
        let endpoint = opened.map_err(|source| {
            self.statistics.open_failures += 1;
            tracing::warn!(%address, %source, "cannot open a UDP socket");
            LoopError::Bind { address, source }
        })?;
        tracing::debug!(local = %endpoint.local(), "UDP socket opened");
        self.names.follow(self.poll.registry(), InterfaceAddress { ip: address.ip(), interface });
        self.sockets.insert(slot, endpoint);
        Ok(())
    }

    /// Tells the driven of the sockets that there are at the start.
    pub(super) fn announce<D: Driven>(&mut self, driven: &mut D) {
        let now = self.config.clock.now();
        for local in self.sockets.locals() {
            driven.handle_local_address(now, LocalAddress::Added(local));
        }
        driven.handle_local_address(now, LocalAddress::Complete);
    }

    /// Lists the addresses before their time, because one of them seems to be gone.
    pub(super) fn list_soon(&mut self) {
        let soon = self.last_listing + LEAST_LISTING_INTERVAL;
        self.next_listing = self.next_listing.map(|at| at.min(soon));
    }

    /// Lists the addresses if it is time to, and opens and closes sockets accordingly.
    pub(super) fn list_addresses<D: Driven>(&mut self, driven: &mut D) {
        let now = self.config.clock.now();
        if self.next_listing.is_none_or(|at| at > now) {
            return;
        }
        self.last_listing = now;
        self.next_listing = Some(now + LISTING_INTERVAL);
        // Without a list (no descriptor left for it) everything stays as it is until the next.
        let listed = self.config.addresses.and_then(|choice| choice.addresses().ok());
        if let Some(listed) = listed {
            self.apply_listing(&listed, driven);
        }
    }

    /// Makes the sockets fit the addresses that there are now.
    pub(super) fn apply_listing<D: Driven>(&mut self, listed: &[InterfaceAddress], driven: &mut D) {
        let now = self.config.clock.now();
        let is_listed = |local: SocketAddr| listed.iter().any(|address| address.has(local));
        let gone = self.sockets.locals().filter(|local| !is_listed(*local));
        for local in gone.collect::<Vec<_>>() {
            if let Some(mut endpoint) = self.sockets.remove(local) {
                endpoint.deregister(self.poll.registry());
                self.statistics.address_changes += 1;
                self.names.forget(self.poll.registry(), local.ip());
                driven.handle_local_address(now, LocalAddress::Removed(local));
            }
        }
        let before: Vec<SocketAddr> = self.sockets.locals().collect();
        for address in listed {
            if !self.sockets.locals().any(|local| address.has(local)) {
                // One that cannot be opened has been counted, and is tried at the next listing.
                let _ = self.open_socket(*address);
            }
        }
        for local in self.sockets.locals().filter(|local| !before.contains(local)) {
            self.statistics.address_changes += 1;
            driven.handle_local_address(now, LocalAddress::Added(local));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::super::recorder::Recorder;
    use super::*;
    use crate::{Clock, LoopConfig};

    fn on(choice: AddressChoice) -> EventLoop<()> {
        let config = LoopConfig { addresses: Some(choice), ..LoopConfig::new(Clock::start()) };
        EventLoop::new(config).expect("a loop").0
    }

    fn loopback(last: u8) -> InterfaceAddress {
        InterfaceAddress { ip: IpAddr::from([127, 0, 0, last]), interface: 1 }
    }

    #[test]
    fn sockets_follow_the_addresses() {
        let mut event_loop = on(AddressChoice::Only(loopback(1).ip));
        let first = event_loop.sockets.locals().next().expect("a socket");
        let mut recorder = Recorder::default();
        event_loop.apply_listing(&[loopback(1)], &mut recorder);
        assert_eq!(recorder.changes, []);

        event_loop.apply_listing(&[loopback(2)], &mut recorder);
        let second = event_loop.sockets.locals().next().expect("another socket");
        assert_eq!(second.ip(), loopback(2).ip);
        let expected = [LocalAddress::Removed(first), LocalAddress::Added(second)];
        assert_eq!(recorder.changes, expected);
        assert_eq!(event_loop.statistics.address_changes, 2);
    }

    #[test]
    fn an_address_that_cannot_be_bound_is_counted_and_left_out() {
        let mut event_loop = on(AddressChoice::Only(loopback(1).ip));
        let elsewhere = InterfaceAddress { ip: [203, 0, 113, 77].into(), interface: 0 };
        let mut recorder = Recorder::default();
        event_loop.apply_listing(&[loopback(1), elsewhere], &mut recorder);
        assert_eq!((recorder.changes.len(), event_loop.statistics.open_failures), (0, 1));
    }

    #[test]
    fn a_machine_with_very_many_addresses_uses_the_first() {
        let mut event_loop = on(AddressChoice::Only(loopback(1).ip));
        let many: Vec<InterfaceAddress> = (1..=40).map(loopback).collect();
        event_loop.apply_listing(&many, &mut Recorder::default());
        assert_eq!(event_loop.sockets.locals().count(), crate::udp::MOST_SOCKETS);
    }

    #[test]
    fn a_failed_way_brings_the_listing_forward_but_not_often() {
        let mut event_loop = on(AddressChoice::All);
        let listed = event_loop.last_listing;
        event_loop.list_soon();
        event_loop.list_soon();
        assert_eq!(event_loop.next_listing, Some(listed + LEAST_LISTING_INTERVAL));
    }
}
