//! The transitions that happen are those that are declared.

use std::collections::BTreeSet;

use roomrtc_core::dtls::record::Record;
use roomrtc_core::dtls::{Role, StateName};
use roomrtc_core::wire::{ByteReader, ByteWriter};

use super::fixtures::other;
use super::pair::Pair;

fn records(datagram: &[u8]) -> Vec<Vec<u8>> {
    let mut reader = ByteReader::new(datagram);
    let mut records = Vec::new();
    while let Ok(record) = Record::decode(&mut reader) {
        let mut bytes = Vec::new();
        record.encode(&mut ByteWriter::new(&mut bytes));
        records.push(bytes);
    }
    records
}

/// Carries what `from` has to send, record by record, and notes how the other's state changes.
fn carry(pair: &mut Pair, from: Role, seen: &mut BTreeSet<(StateName, StateName)>) {
    let (now, mut datagram) = (pair.now, Vec::new());
    while pair.endpoint(from).poll_transmit(&mut datagram) {
        for record in records(&datagram) {
            let before = pair.endpoint(other(from)).state();
            pair.endpoint(other(from)).handle_datagram(now, &record);
            let after = pair.endpoint(other(from)).state();
            if before != after {
                seen.insert((before, after));
            }
        }
        datagram.clear();
    }
}

#[test]
fn every_declared_transition_of_a_handshake_happens_and_no_other() {
    use StateName::{ClientStart, ClientWaitCertificateRequest, ClientWaitFinished};
    let mut seen = BTreeSet::new();
    let mut pair = Pair::new(1, |config| config.cookie_exchange = true);
    pair.start();
    for _ in 0..4 {
        carry(&mut pair, Role::Client, &mut seen);
        carry(&mut pair, Role::Server, &mut seen);
    }
    pair.run_without_loss();
    pair.assert_connected();
    let all = StateName::ALL.into_iter();
    let declared = all.flat_map(|from| from.successors().iter().map(move |to| (from, *to)));
    // Going back is for messages that were forged, and tried with those. Starting is no record's
    // doing; our own server always asks for a certificate, that of OpenSSL
    // is tried elsewhere without; and waiting on behind a cookie is no change.
    let elsewhere = |from, to| {
        from == to
            || to < from
            || from == ClientStart
            || (from, to) == (ClientWaitCertificateRequest, ClientWaitFinished)
    };
    let expected: BTreeSet<_> = declared.filter(|(from, to)| !elsewhere(*from, *to)).collect();
    assert_eq!(seen, expected);
}
