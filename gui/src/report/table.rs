//! The report as a table for people.

use super::{ClientReport, Report};

/// A row's name and what it says of a client.
type Row = (&'static str, fn(&ClientReport) -> String);

const ROWS: [Row; 22] = [
    ("connected", |c| optional(c.connected_ms, "ms")),
    ("first picture", |c| optional(c.first_frame_ms, "ms")),
    ("local candidate", |c| text(c.candidate_pair.as_ref().map(|pair| &pair.local))),
    ("remote candidate", |c| text(c.candidate_pair.as_ref().map(|pair| &pair.remote))),
    ("encryption", |c| text(c.dtls.as_ref().map(|dtls| &dtls.version))),
    ("cipher suite", |c| text(c.dtls.as_ref().map(|dtls| &dtls.cipher_suite))),
    ("SRTP profile", |c| text(c.srtp_profile.as_ref())),
    ("frames sent", |c| c.frames.sent.to_string()),
    ("frames received", |c| c.frames.received.to_string()),
    ("frames decoded", |c| format!("{} ({:.1} a second)", c.frames.decoded, c.frames.per_second)),
    ("lost, repeated", |c| format!("{}, {}", c.frames.lost, c.frames.repeated)),
    ("freezes", |c| format!("{} ({:.0} ms)", c.freezes.count, c.freezes.total_ms)),
    ("latency p50, p95, p99", latency),
    ("PSNR", |c| optional(c.psnr_db, "dB")),
    ("packets out, in", |c| format!("{}, {}", c.rtp.packets_sent, c.rtp.packets_received)),
    ("kilobytes out, in", |c| {
        format!("{}, {}", c.rtp.bytes_sent / 1_000, c.rtp.bytes_received / 1_000)
    }),
    ("RTT, jitter, loss", rtcp),
    ("NACK out, in", |c| format!("{}, {}", c.repair.nacks.sent, c.repair.nacks.received)),
    ("repairs out, in", |c| format!("{}, {}", c.repair.packets.sent, c.repair.repaired)),
    ("PLI out, in", |c| format!("{}, {}", c.pli.sent, c.pli.received)),
    ("key frames out, in", |c| format!("{}, {}", c.key_frames.sent, c.key_frames.received)),
    ("CPU", cpu),
];

/// The report as lines: a column for what it is, and one for each client.
pub fn table(report: &Report) -> String {
    let names = report.clients.iter().map(|client| client.name.clone());
    let mut lines = vec![Vec::from_iter([String::new()].into_iter().chain(names))];
    for (name, cell) in ROWS {
        let cells = report.clients.iter().map(cell);
        lines.push([name.to_owned()].into_iter().chain(cells).collect());
    }
    let reasons = report.clients.iter().flat_map(|client| client.dropped.keys());
    for reason in reasons.collect::<std::collections::BTreeSet<_>>() {
        let count = |client: &ClientReport| client.dropped.get(reason).unwrap_or(&0).to_string();
        let cells = report.clients.iter().map(count);
        lines.push([format!("dropped: {reason}")].into_iter().chain(cells).collect());
    }
    aligned(&lines)
}

fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |line: &Vec<String>, column: usize| line.get(column).cloned().unwrap_or_default();
    let width =
        |column| lines.iter().map(|line| cell(line, column).chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut output = String::new();
    for line in lines {
        let padded = (0..columns)
            .map(|column| format!("{:<width$}", cell(line, column), width = widths[column]));
        output.push_str(padded.collect::<Vec<_>>().join("  ").trim_end());
        output.push('\n');
    }
    output
}

fn optional(value: Option<f64>, unit: &str) -> String {
    value.map_or_else(|| "-".into(), |value| format!("{value:.1} {unit}"))
}

fn text(value: Option<&String>) -> String {
    value.map_or_else(|| "-".into(), Clone::clone)
}

fn latency(client: &ClientReport) -> String {
    let ages = client.latency_ms;
    [ages.p50, ages.p95, ages.p99].map(|age| optional(age, "ms")).join(", ")
}

fn rtcp(client: &ClientReport) -> String {
    let percent = client.rtcp.fraction_lost.map(|fraction| fraction * 100.0);
    let times = [client.rtcp.rtt_ms, client.rtcp.jitter_ms].map(|time| optional(time, "ms"));
    format!("{}, {}", times.join(", "), optional(percent, "%"))
}

fn cpu(client: &ClientReport) -> String {
    let threads = client.cpu_s.iter().map(|(thread, seconds)| format!("{thread} {seconds:.2} s"));
    threads.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_every_reason_has_a_row() {
        let mut alice = ClientReport { name: "alice".into(), ..ClientReport::default() };
        alice.latency_ms.p50 = Some(31.26);
        let mut bob = ClientReport { name: "bob".into(), ..ClientReport::default() };
        bob.dropped.insert("replayed".into(), 3);
        let text = table(&Report { clients: vec![alice, bob], ..Report::default() });
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 24);
        let column = lines[0].find("bob").expect("a column for bob");
        assert!(lines[13].starts_with("latency p50, p95, p99  31.3 ms, -, -"), "{text}");
        assert_eq!(&lines[23][column..], "3");
        assert!(lines[23].starts_with("dropped: replayed"));
    }
}
