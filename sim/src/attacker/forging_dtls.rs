//! Forged DTLS.

use roomrtc_core::wire::ByteWriter;

use super::Forgery;
use super::forger::Forger;

/// Content types, RFC 5246 section 6.2.1, RFC 6347 and RFC 9147.
const ALERT: u8 = 21;
const APPLICATION_DATA: u8 = 23;
const CHANGE_CIPHER_SPEC: u8 = 20;
const HANDSHAKE: u8 = 22;

/// Handshake types, RFC 5246 section 7.4 and RFC 6347 section 4.3.2.
const CLIENT_HELLO: u8 = 1;
const HELLO_VERIFY_REQUEST: u8 = 3;
const SERVER_HELLO: u8 = 2;

const VERSION_1_2: u16 = 0xfefd;

/// Supported groups, point formats, signature algorithms, use_srtp, extended master secret and
/// renegotiation_info, as any browser writes them.
const EXTENSIONS: &[u8] = &[
    0, 10, 0, 6, 0, 4, 0, 29, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4, 3, 8, 4, 0, 14, 0, 7,
    0, 4, 0, 1, 0, 7, 0, 0, 23, 0, 0, 0xff, 1, 0, 1, 0,
];

impl Forger<'_> {
    pub(super) fn forge_dtls(&mut self, kind: Forgery, output: &mut Vec<u8>) {
        match kind {
            Forgery::DtlsClientHello => self.forge_client_hello(output),
            Forgery::DtlsFragment => self.forge_fragment(output),
            Forgery::DtlsHelloVerifyRequest => self.forge_hello_verify_request(output),
            Forgery::DtlsServerHello => self.forge_server_hello(output),
            Forgery::DtlsRecord => self.forge_record(output),
            Forgery::DtlsAlert => {
                let description = self.random_u8();
                self.write_record(ALERT, 0, &[2, description], output);
            }
            Forgery::DtlsCloseNotify => self.write_record(ALERT, 0, &[1, 0], output),
            Forgery::DtlsChangeCipherSpec => self.write_record(CHANGE_CIPHER_SPEC, 0, &[1], output),
            Forgery::DtlsApplicationData => {
                let mut body = self.random.bytes::<24>().to_vec();
                self.append_random(400, &mut body);
                self.write_record(APPLICATION_DATA, 1, &body, output);
            }
            _ => {
                output.push(20 + self.random.below(44) as u8);
                self.append_random(200, output);
            }
        }
    }

    /// A record with a sequence number that is likely to come.
    fn write_record(&mut self, content: u8, epoch: u16, body: &[u8], output: &mut Vec<u8>) {
        let sequence = self.random.below(64);
        let mut writer = ByteWriter::new(output);
        writer.u8(content);
        writer.u16(VERSION_1_2);
        writer.u16(epoch);
        writer.u48(sequence);
        writer.prefixed(2, |writer| writer.bytes(body));
    }

    /// A whole handshake message in one record.
    fn write_message(&mut self, kind: u8, sequence: u16, body: &[u8], output: &mut Vec<u8>) {
        let mut message = Vec::new();
        let mut writer = ByteWriter::new(&mut message);
        writer.u8(kind);
        writer.u24(body.len() as u32);
        writer.u16(sequence);
        writer.u24(0);
        writer.u24(body.len() as u32);
        writer.bytes(body);
        self.write_record(HANDSHAKE, 0, &message, output);
    }

    fn forge_client_hello(&mut self, output: &mut Vec<u8>) {
        let mut body = Vec::new();
        let mut writer = ByteWriter::new(&mut body);
        writer.u16(VERSION_1_2);
        writer.bytes(&self.random.bytes::<32>());
        // No session, no cookie; ECDHE_ECDSA with AES-128-GCM; no compression.
        writer.bytes(&[0, 0, 0, 2, 0xc0, 0x2b, 1, 0]);
        writer.prefixed(2, |writer| writer.bytes(EXTENSIONS));
        self.write_message(CLIENT_HELLO, 0, &body, output);
    }

    fn forge_server_hello(&mut self, output: &mut Vec<u8>) {
        let mut body = Vec::new();
        let mut writer = ByteWriter::new(&mut body);
        writer.u16(VERSION_1_2);
        writer.bytes(&self.random.bytes::<32>());
        writer.bytes(&[0, 0xc0, 0x2b, 0]);
        writer.prefixed(2, |writer| writer.bytes(&[0, 23, 0, 0, 0xff, 1, 0, 1, 0]));
        let sequence = self.random.below(3) as u16;
        self.write_message(SERVER_HELLO, sequence, &body, output);
    }

    fn forge_hello_verify_request(&mut self, output: &mut Vec<u8>) {
        let mut body = vec![0xfe, 0xff, 32];
        body.extend_from_slice(&self.random.bytes::<32>());
        self.write_message(HELLO_VERIFY_REQUEST, 0, &body, output);
    }

    /// A piece of a message that may claim to be of 16 MB, with any place in it.
    fn forge_fragment(&mut self, output: &mut Vec<u8>) {
        let kinds = [1, 2, 4, 11, 12, 13, 14, 15, 16, 20];
        let kind = kinds[self.random.below(kinds.len() as u64) as usize];
        let (length, offset) = (self.random.next_u32() >> 8, self.random.next_u32() >> 8);
        let mut piece = Vec::new();
        self.append_random(300, &mut piece);
        let is_first = self.random.below(2) == 0;
        let mut message = Vec::new();
        let mut writer = ByteWriter::new(&mut message);
        writer.u8(kind);
        writer.u24(if is_first { length % 5_000 } else { length });
        writer.u16(self.random.below(8) as u16);
        writer.u24(if is_first { 0 } else { offset });
        writer.u24(piece.len() as u32);
        writer.bytes(&piece);
        self.write_record(HANDSHAKE, 0, &message, output);
    }

    /// A record of any type and epoch, whose length may be wrong.
    fn forge_record(&mut self, output: &mut Vec<u8>) {
        let content = 20 + self.random.below(8) as u8;
        let epoch = [0, 1, 2, u16::MAX][self.random.below(4) as usize];
        let mut body = Vec::new();
        self.append_random(300, &mut body);
        self.write_record(content, epoch, &body, output);
        if self.random.below(4) == 0 {
            let length = self.random_u16();
            output[11..13].copy_from_slice(&length.to_be_bytes());
        }
    }
}
