//! DTLS.

use roomrtc_sim::dissect::{DtlsRecord, DtlsRecords};

use super::Field;
use crate::reading::DtlsReading;

pub(super) fn fields(payload: &[u8]) -> Vec<Field> {
    let mut fields = Vec::new();
    for record in DtlsRecords::of(payload) {
        match record {
            Ok(record) => add_record(&record, &mut fields),
            Err(flaw) => fields.extend([Field::group("DTLS"), Field::new("flaw", flaw.0)]),
        }
    }
    fields
}

fn add_record(record: &DtlsRecord<'_>, fields: &mut Vec<Field>) {
    let kind = match record.content_type {
        DtlsRecord::CHANGE_CIPHER_SPEC => "ChangeCipherSpec",
        DtlsRecord::ALERT => "alert",
        DtlsRecord::HANDSHAKE => "handshake",
        DtlsRecord::APPLICATION_DATA => "application data",
        _ => "unknown",
    };
    let protection = if record.epoch == 0 { "in clear" } else { "protected" };
    fields.push(Field::group(format!("DTLS record: {kind}, {protection}")));
    fields.push(Field::new("epoch", record.epoch));
    fields.push(Field::new("number", record.sequence));
    fields.push(Field::new("length", format!("{} bytes", record.payload.len())));
    if record.content_type != DtlsRecord::HANDSHAKE || record.epoch != 0 {
        return;
    }
    for fragment in record.fragments().flatten() {
        let name = DtlsReading::message_name(fragment.kind);
        let (first, end) = (fragment.offset, fragment.offset + fragment.length);
        let part = format!(
            "{name}, number {}, bytes {first} to {end} of {}",
            fragment.message, fragment.whole
        );
        fields.push(Field::new("message", part));
    }
}
