//! What is kept of a datagram of DTLS.

use roomrtc_sim::dissect::{DtlsRecord, DtlsRecords};

/// What is kept of a datagram of DTLS: its first record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DtlsReading {
    /// The type of its content: 20 a change of ciphers, 21 an alert, 22 a handshake message, 23 data.
    pub content_type: u8,
    /// The epoch: 0 in clear, 1 protected.
    pub epoch: u16,
    /// The type and the number of the handshake message in clear that it begins with.
    pub message: Option<(u8, u16)>,
}

impl DtlsReading {
    pub(super) fn of(payload: &[u8]) -> DtlsReading {
        let content_type = payload.first().copied().unwrap_or_default();
        let epoch = payload.get(3..5).and_then(|bytes| bytes.first_chunk());
        let epoch = epoch.map_or(0, |bytes| u16::from_be_bytes(*bytes));
        let record = DtlsRecords::of(payload).next().and_then(Result::ok);
        let record = record
            .filter(|record| record.content_type == DtlsRecord::HANDSHAKE && record.epoch == 0);
        let fragment = record.and_then(|record| record.fragments().next()?.ok());
        let message = fragment.map(|fragment| (fragment.kind, fragment.message));
        DtlsReading { content_type, epoch, message }
    }

    /// What a handshake message is called, RFC 5246 section 7.4.
    pub const fn message_name(kind: u8) -> &'static str {
        match kind {
            0 => "HelloRequest",
            1 => "ClientHello",
            2 => "ServerHello",
            3 => "HelloVerifyRequest",
            11 => "Certificate",
            12 => "ServerKeyExchange",
            13 => "CertificateRequest",
            14 => "ServerHelloDone",
            15 => "CertificateVerify",
            16 => "ClientKeyExchange",
            20 => "Finished",
            _ => "a handshake message",
        }
    }

    pub(super) fn label(self) -> String {
        match (self.content_type, self.message) {
            (_, Some((kind, _))) => DtlsReading::message_name(kind).to_owned(),
            (20, _) => "ChangeCipherSpec".to_owned(),
            (21, _) => "DTLS alert".to_owned(),
            (22, _) => "DTLS handshake, protected".to_owned(),
            _ => "DTLS".to_owned(),
        }
    }
}
