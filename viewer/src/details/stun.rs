//! STUN.

use roomrtc_sim::dissect::StunMessage;

use super::Field;

pub(super) fn fields(payload: &[u8]) -> Vec<Field> {
    let message = match StunMessage::read(payload) {
        Ok(message) => message,
        Err(flaw) => return vec![Field::group("STUN"), Field::new("flaw", flaw.0)],
    };
    let hex = message.transaction.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut fields = vec![
        Field::group("STUN"),
        Field::new("class", format!("{:?}", message.class)),
        Field::new("transaction", hex),
    ];
    let mut add = |name, value: Option<String>| {
        fields.extend(value.map(|value| Field { name, value }));
    };
    let name = message.username.map(|name| String::from_utf8_lossy(name).into_owned());
    add("USERNAME", name);
    add(
        "role",
        message.is_controlling.map(|own| if own { "controlling" } else { "controlled" }.into()),
    );
    add("USE-CANDIDATE", message.uses_candidate.then(|| "yes".to_owned()));
    add("XOR-MAPPED-ADDRESS", message.mapped.map(|address| address.to_string()));
    add("ERROR-CODE", message.error.map(|code| code.to_string()));
    add("MESSAGE-INTEGRITY", message.has_integrity.then(|| "there".to_owned()));
    add("FINGERPRINT", message.has_fingerprint.then(|| "there, and right".to_owned()));
    fields
}
