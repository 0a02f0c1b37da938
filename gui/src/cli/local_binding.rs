//! A local address as one types it.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

/// A local address with or without a port: `192.0.2.1`, `192.0.2.1:4000`, `::1`, `[::1]:4000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalBinding {
    /// The address; the unspecified one stands for all of its family.
    pub ip: IpAddr,
    /// The port; 0 lets the system choose.
    pub port: u16,
}

impl FromStr for LocalBinding {
    type Err = String;

    fn from_str(text: &str) -> Result<LocalBinding, String> {
        if let Ok(ip) = text.parse::<IpAddr>() {
            return Ok(LocalBinding { ip, port: 0 });
        }
        let address: SocketAddr =
            text.parse().map_err(|_| format!("`{text}` is not an IP address"))?;
        Ok(LocalBinding { ip: address.ip(), port: address.port() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, u16)> {
        text.parse().ok().map(|binding: LocalBinding| (binding.ip.to_string(), binding.port))
    }

    #[test]
    fn addresses_are_read_with_and_without_a_port() {
        assert_eq!(read("192.0.2.1"), Some(("192.0.2.1".into(), 0)));
        assert_eq!(read("192.0.2.1:4000"), Some(("192.0.2.1".into(), 4_000)));
        assert_eq!(read("::1"), Some(("::1".into(), 0)));
        assert_eq!(read("[::1]:4000"), Some(("::1".into(), 4_000)));
        assert_eq!(read("localhost"), None);
        assert_eq!(read("192.0.2.1:70000"), None);
    }
}
