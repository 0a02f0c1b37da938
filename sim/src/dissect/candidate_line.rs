//! A candidate as it is signalled.

use std::net::IpAddr;

use super::Flaw;

/// Checks a candidate of an agent of ours, RFC 8839 section 5.1: what stands behind `a=` in a
/// description, or in a trickled candidate.
///
/// # Errors
/// [`Flaw`] if it is not as a sender is to write it.
pub fn check_candidate(line: &str) -> Result<(), Flaw> {
    let fields = line.strip_prefix("candidate:").ok_or(Flaw("a candidate does not say so"))?;
    let fields: Vec<&str> = fields.split(' ').collect();
    let [foundation, component, transport, priority, address, port, typ, kind, rest @ ..] =
        &fields[..]
    else {
        return Err(Flaw("a candidate lacks fields"));
    };
    if !is_ice_text(foundation, 1, 32) || *component != "1" || *typ != "typ" {
        return Err(Flaw("a candidate has a wrong foundation or component"));
    }
    if !transport.eq_ignore_ascii_case("udp") || address.parse::<IpAddr>().is_err() {
        return Err(Flaw("a candidate has a wrong transport or address"));
    }
    if !priority.parse().is_ok_and(|number: u32| (1..1 << 31).contains(&number)) {
        return Err(Flaw("a candidate has a wrong priority"));
    }
    if !port.parse().is_ok_and(|port: u16| port != 0) {
        return Err(Flaw("a candidate has a wrong port"));
    }
    match (*kind, rest) {
        ("host", []) => Ok(()),
        ("srflx" | "prflx" | "relay", ["raddr", address, "rport", port])
            if address.parse::<IpAddr>().is_ok() && port.parse::<u16>().is_ok() =>
        {
            Ok(())
        }
        _ => Err(Flaw("a candidate has a wrong type or related address")),
    }
}

/// Whether a text is of the characters that ICE allows, RFC 8839 section 5.1, and as long.
pub(super) fn is_ice_text(text: &str, least: usize, most: usize) -> bool {
    let is_ice = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    (least..=most).contains(&text.len()) && text.bytes().all(is_ice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_are_checked_field_by_field() {
        let host = "candidate:1 1 udp 2130706431 192.0.2.1 5000 typ host";
        assert_eq!(check_candidate(host), Ok(()));
        let reflexive = "candidate:2 1 udp 1 2001:db8::1 6000 typ srflx raddr 0.0.0.0 rport 0";
        assert_eq!(check_candidate(reflexive), Ok(()));
        for (right, wrong) in [
            ("candidate:1", "candidate:?"),
            (" 1 udp", " 2 udp"),
            ("udp", "tcp"),
            ("2130706431", "0"),
            ("192.0.2.1", "192.0.2.256"),
            ("5000", "0"),
            ("typ host", "typ guest"),
            ("typ host", "typ srflx"),
        ] {
            assert!(check_candidate(&host.replacen(right, wrong, 1)).is_err(), "{wrong}");
        }
    }
}
