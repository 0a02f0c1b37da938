//! A socket of one family on one link.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use mio::net::UdpSocket;
use mio::{Interest, Registry, Token};
use socket2::{Domain, InterfaceIndexOrAddress, Protocol, Socket, Type};

use crate::InterfaceAddress;

/// The groups of multicast DNS and their port, RFC 6762 section 3.
const GROUP_V4: Ipv4Addr = Ipv4Addr::new(224, 0, 0, 251);
const GROUP_V6: Ipv6Addr = Ipv6Addr::new(0xff02, 0, 0, 0, 0, 0, 0, 0xfb);
const PORT: u16 = 5_353;

/// The hop limit of everything that is sent, RFC 6762 section 11.
const HOPS: u32 = 255;

/// A socket that has joined the group of one family on one interface.
#[derive(Debug)]
pub(crate) struct MulticastSocket {
    socket: UdpSocket,
    group: SocketAddr,
    pub(super) interface: u32,
    /// The local addresses on its link.
    pub(super) link: Vec<IpAddr>,
    is_readable: bool,
}

impl MulticastSocket {
    /// Joins the group of the address's family on its interface. The port is shared with the other
    /// responders of the machine; bound to the group, it takes nothing that is meant for them.
    pub(crate) fn open(
        registry: &Registry,
        address: InterfaceAddress,
        token: Token,
    ) -> io::Result<MulticastSocket> {
        let group = group(address);
        let socket = Socket::new(Domain::for_address(group), Type::DGRAM, Some(Protocol::UDP))?;
        socket.set_reuse_address(true)?;
        socket.set_reuse_port(true)?;
        socket.set_nonblocking(true)?;
        match address.ip {
            IpAddr::V4(ip) => join_v4(&socket, ip, address.interface)?,
            IpAddr::V6(_) => join_v6(&socket, address.interface)?,
        }
        socket.bind(&group.into())?;
        let mut socket = UdpSocket::from_std(socket.into());
        registry.register(&mut socket, token, Interest::READABLE)?;
        let (interface, link) = (address.interface, vec![address.ip]);
        Ok(MulticastSocket { socket, group, interface, link, is_readable: true })
    }

    /// Whether it is the socket for an address.
    pub(super) fn serves(&self, address: InterfaceAddress) -> bool {
        self.interface == address.interface && self.group.is_ipv4() == address.ip.is_ipv4()
    }

    pub(super) fn close(&mut self, registry: &Registry) {
        // A socket that is about to be closed leaves the poll in any case.
        let _ = registry.deregister(&mut self.socket);
    }

    pub(crate) fn note_readable(&mut self) {
        self.is_readable = true;
    }

    pub(crate) fn is_readable(&self) -> bool {
        self.is_readable
    }

    /// The next datagram: its length, and who sent it.
    pub(crate) fn receive(&mut self, buffer: &mut [u8]) -> Option<(usize, SocketAddr)> {
        // An error of a datagram that was sent comes first, and says nothing of those that wait.
        let received = self.socket.recv_from(buffer).or_else(|_| self.socket.recv_from(buffer));
        self.is_readable = received.is_ok();
        received.ok()
    }

    /// Sends a message to the group. Whether it was sent.
    pub(crate) fn send_to_group(&self, bytes: &[u8]) -> bool {
        self.send(self.group, bytes)
    }

    /// Sends a message. Whether it was sent: what finds no room is repeated by who asks.
    pub(crate) fn send(&self, to: SocketAddr, bytes: &[u8]) -> bool {
        self.socket.send_to(bytes, to).is_ok()
    }
}

fn group(address: InterfaceAddress) -> SocketAddr {
    match address.ip {
        IpAddr::V4(_) => SocketAddrV4::new(GROUP_V4, PORT).into(),
        IpAddr::V6(_) => SocketAddrV6::new(GROUP_V6, PORT, 0, address.interface).into(),
    }
}

fn join_v4(socket: &Socket, ip: Ipv4Addr, interface: u32) -> io::Result<()> {
    socket.set_multicast_all_v4(false)?;
    socket.set_multicast_loop_v4(true)?;
    socket.set_multicast_ttl_v4(HOPS)?;
    socket.set_ttl_v4(HOPS)?;
    socket.set_multicast_if_v4(&ip)?;
    socket.join_multicast_v4_n(&GROUP_V4, &InterfaceIndexOrAddress::Index(interface))
}

fn join_v6(socket: &Socket, interface: u32) -> io::Result<()> {
    socket.set_only_v6(true)?;
    socket.set_multicast_all_v6(false)?;
    socket.set_multicast_loop_v6(true)?;
    socket.set_multicast_hops_v6(HOPS)?;
    socket.set_unicast_hops_v6(HOPS)?;
    socket.set_multicast_if_v6(interface)?;
    socket.join_multicast_v6(&GROUP_V6, interface)
}
