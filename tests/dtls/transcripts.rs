//! Snapshots: a whole handshake for a seed, and the states there are.

use std::fmt::Write;

use insta::assert_snapshot;
use roomrtc_core::dtls::handshake::Fragment;
use roomrtc_core::dtls::record::{ContentType, Record};
use roomrtc_core::dtls::{AlertDescription, Config, Failure, Role, StateName};
use roomrtc_core::wire::ByteReader;

use super::pair::Pair;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn describe_fragment(payload: &[u8]) -> String {
    let Ok(it) = Fragment::decode(&mut ByteReader::new(payload)) else { return "?".into() };
    let kind = it.kind().map_or("unknown".into(), |kind| format!("{kind:?}"));
    let end = it.offset as usize + it.body.len();
    format!("{kind} {}, {}..{end} of {}", it.sequence, it.offset, it.length)
}

/// One line a record, with its bytes below.
fn describe(role: Role, datagram: &[u8], output: &mut String) {
    writeln!(output, "{role:?} sends {} bytes", datagram.len()).expect("a string");
    let mut reader = ByteReader::new(datagram);
    while let Ok(record) = Record::decode(&mut reader) {
        let kind = ContentType::from_code(record.content_type).expect("one of ours");
        let inside = match (kind, record.epoch) {
            (ContentType::Handshake, 0) => describe_fragment(record.payload),
            _ => format!("{} bytes", record.payload.len()),
        };
        let (version, epoch, sequence) = (record.version, record.epoch, record.sequence);
        writeln!(output, "  {version:04x} {epoch}/{sequence} {kind:?}: {inside}").expect("ok");
        for line in record.payload.chunks(48) {
            writeln!(output, "    {}", hex(line)).expect("a string");
        }
    }
}

fn transcript(change: impl Fn(&mut Config)) -> String {
    let mut pair = Pair::new(2, change);
    let mut output = String::new();
    pair.run(|_, role, datagram| {
        describe(role, datagram, &mut output);
        vec![0]
    });
    pair.assert_connected();
    let keys = pair.client.export("EXTRACTOR-dtls_srtp", None, 60).expect("connected");
    writeln!(output, "{:#?}\nexported {}", pair.client.connected(), hex(&keys)).expect("ok");
    output
}

#[test]
fn a_whole_handshake() {
    assert_snapshot!(transcript(|_| {}));
}

#[test]
fn a_handshake_with_a_cookie_in_small_datagrams() {
    assert_snapshot!(transcript(|config| {
        config.cookie_exchange = true;
        config.mtu = 256;
        config.groups.reverse();
        config.cipher_suites.reverse();
    }));
}

#[test]
fn the_transitions() {
    let mut output = String::new();
    for state in StateName::ALL {
        let next: Vec<_> =
            StateName::ALL.into_iter().filter(|next| state.may_become(*next)).collect();
        writeln!(output, "{state:?} -> {next:?}").expect("a string");
    }
    assert_snapshot!(output);
}

#[test]
fn the_failures() {
    let failures = [
        Failure::TimedOut,
        Failure::AlertReceived(AlertDescription::BadCertificate),
        Failure::FingerprintMismatch,
        Failure::CertificateMissing,
        Failure::UnsupportedCertificate,
        Failure::UnsupportedVersion,
        Failure::NoCommonCipherSuite,
        Failure::NoCommonGroup,
        Failure::NoCommonSignatureScheme,
        Failure::NoCommonSrtpProfile,
        Failure::IllegalParameter,
        Failure::UnsupportedExtension,
        Failure::SecureRenegotiation,
        Failure::InvalidKeyShare,
        Failure::BadSignature,
        Failure::BadFinished,
        Failure::Internal,
        Failure::SequenceNumbersExhausted,
    ];
    let mut output = String::new();
    for failure in failures {
        let alert = failure.alert().map_or("no alert".into(), |alert| alert.to_string());
        writeln!(output, "{failure} ({alert})").expect("a string");
    }
    assert_snapshot!(output);
}
