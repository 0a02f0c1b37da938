//! What is written down of a run.

use serde::Serialize;

use super::{ClientReport, ImpairmentReport};

/// Everything that was measured. As JSON, units are in the names and unknown values are `null`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// One for each client of this process.
    pub clients: Vec<ClientReport>,
    /// What was done to the network on purpose; not written if nothing was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub impairments: Vec<ImpairmentReport>,
}

impl Report {
    /// The report as indented JSON, with a line end.
    pub fn to_json(&self) -> String {
        // Neither maps with odd keys nor failing serializers are in it.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// The names of all values, in order: `dtls.version`.
    fn keys(value: &Value, prefix: &str, output: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (key, member) in members {
                    let separator = if prefix.is_empty() { "" } else { "." };
                    keys(member, &format!("{prefix}{separator}{key}"), output);
                }
            }
            _ => output.push(prefix.to_owned()),
        }
    }

    #[test]
    fn a_client_has_these_keys_and_no_others() {
        let client = ClientReport {
            candidate_pair: Some(Default::default()),
            dtls: Some(Default::default()),
            ..Default::default()
        };
        let json = Report { clients: vec![client], ..Report::default() }.to_json();
        let value: Value = serde_json::from_str(&json).expect("JSON");
        let mut found = Vec::new();
        keys(&value["clients"][0], "", &mut found);
        let mut expected = KEYS.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
    }

    const KEYS: &str = "name connected_ms first_frame_ms candidate_pair.local candidate_pair.remote
        dtls.version dtls.cipher_suite srtp_profile frames.sent frames.received frames.decoded
        frames.lost frames.repeated frames.per_second freezes.count freezes.total_ms
        latency_ms.p50 latency_ms.p95 latency_ms.p99 psnr_db rtp.packets_sent
        rtp.packets_received rtp.bytes_sent rtp.bytes_received rtcp.rtt_ms rtcp.jitter_ms
        rtcp.fraction_lost repair.nacks.sent repair.nacks.received repair.packets.sent
        repair.packets.received repair.bytes.sent repair.bytes.received repair.repaired
        pli.sent pli.received key_frames.sent key_frames.received
        statistics.timestamp statistics.transport statistics.candidate-pair
        statistics.local-candidate statistics.remote-candidate statistics.outbound-rtp
        statistics.remote-inbound-rtp statistics.inbound-rtp";
}
