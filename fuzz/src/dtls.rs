//! DTLS 1.2, RFC 6347.

use std::collections::VecDeque;
use std::sync::OnceLock;
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::crypto::{Certificate, HashAlgorithm, PeerCertificate, default_provider};
use roomrtc_core::dtls::{Config, Endpoint, Fingerprint, Role};

use crate::split::pieces;

/// The largest datagram either side may send, in bytes.
const MTU: usize = 400;

/// By the first byte: datagrams of a stranger to both sides, or a handshake between the two on a
/// path that loses, repeats, reorders and changes datagrams as the bytes say. A stranger's datagrams
/// are read as a certificate, too: in a handshake only one with the right fingerprint is.
pub fn run(data: &[u8]) {
    let Some((&way, data)) = data.split_first() else {
        return;
    };
    let (mut client, mut server) = (endpoint(Role::Client, way), endpoint(Role::Server, way));
    client.start(Time::ZERO, None);
    match way % 2 {
        0 => pieces(data).for_each(|datagram| {
            let _ = PeerCertificate::parse(datagram);
            let _ = (sent(&mut client), sent(&mut server));
            client.handle_datagram(Time::ZERO, datagram);
            server.handle_datagram(Time::ZERO, datagram);
        }),
        _ => handshake(&mut client, &mut server, data),
    }
    let _ = (sent(&mut client), sent(&mut server));
}

fn handshake(client: &mut Endpoint, server: &mut Endpoint, fates: &[u8]) {
    let (mut to_client, mut to_server) = (VecDeque::new(), VecDeque::new());
    let mut now = Time::ZERO;
    let mut fates = fates.iter().copied();
    while let Some(fate) = fates.next() {
        to_server.extend(sent(client));
        to_client.extend(sent(server));
        let (queue, receiver) = match fate & 1 {
            0 => (&mut to_server, &mut *server),
            _ => (&mut to_client, &mut *client),
        };
        if let Some(datagram) = meet(fate >> 1, &mut fates, queue) {
            receiver.handle_datagram(now, &datagram);
        } else if queue.is_empty() {
            now += Duration::from_millis(500);
            client.handle_timeout(now);
            server.handle_timeout(now);
        }
    }
}

/// What becomes of the datagram that is due.
fn meet(
    fate: u8,
    more: &mut impl Iterator<Item = u8>,
    queue: &mut VecDeque<Vec<u8>>,
) -> Option<Vec<u8>> {
    let mut datagram = queue.pop_front()?;
    match fate % 16 {
        0 => return None,
        1 => queue.push_front(datagram.clone()),
        2 => {
            queue.push_back(datagram);
            return queue.pop_front();
        }
        3 => {
            let place = usize::from(more.next()?) * 2 % datagram.len().max(1);
            *datagram.get_mut(place)? ^= more.next()?.max(1);
        }
        4 => datagram.truncate(usize::from(more.next()?)),
        _ => {}
    }
    Some(datagram)
}

/// Everything an endpoint has to send.
fn sent(endpoint: &mut Endpoint) -> Vec<Vec<u8>> {
    let mut datagrams = Vec::new();
    let mut datagram = Vec::new();
    while endpoint.poll_transmit(&mut datagram) {
        assert!(!datagram.is_empty() && datagram.len() <= MTU);
        datagrams.push(std::mem::take(&mut datagram));
    }
    assert!(datagrams.len() < 64);
    while endpoint.poll_event().is_some() {}
    datagrams
}

fn endpoint(role: Role, way: u8) -> Endpoint {
    static CERTIFICATE: OnceLock<Certificate> = OnceLock::new();
    let generate = || Certificate::generate(0, &mut Seed::from_u64(1).stream("certificate"));
    let certificate = CERTIFICATE.get_or_init(generate).clone();
    let provider = default_provider();
    let sha256 = HashAlgorithm::Sha256;
    let fingerprint = Fingerprint::of(sha256, certificate.der(), provider);
    let mut config = Config::new(role, provider, certificate);
    config.srtp_profiles = vec![7, 1];
    config.cookie_exchange = way & 2 != 0;
    config.mtu = MTU;
    let mut endpoint = Endpoint::new(config, &Seed::from_u64(u64::from(way)));
    endpoint.set_remote_fingerprints(Time::ZERO, &[fingerprint]);
    endpoint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handshake_on_a_kind_path_connects() {
        for way in [1, 3] {
            let (mut client, mut server) =
                (endpoint(Role::Client, way), endpoint(Role::Server, way));
            client.start(Time::ZERO, None);
            handshake(&mut client, &mut server, &[0x0a, 0x0b].repeat(40));
            assert!(client.connected().is_some() && server.connected().is_some());
        }
    }
}
