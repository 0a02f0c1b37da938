//! Two network namespaces and a cable between them.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// Two network namespaces that are joined by a pair of virtual interfaces. They are gone when this
/// is dropped.
#[derive(Debug)]
pub struct Namespaces {
    /// Their names, as `ip netns` has them.
    pub names: [String; 2],
}

impl Namespaces {
    /// The IPv4 addresses of the two ends.
    pub const ADDRESSES: [&str; 2] = ["10.231.7.1", "10.231.7.2"];

    /// The IPv6 addresses of the two ends.
    pub const ADDRESSES_V6: [&str; 2] = ["fd1a:231:7::1", "fd1a:231:7::2"];

    /// Makes them, each with an address of either family and a default route to the other.
    ///
    /// # Errors
    /// Why that is not allowed or not possible here.
    pub fn make() -> Result<Namespaces, String> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = (std::process::id() % 1_000_000, MADE.fetch_add(1, Ordering::Relaxed) % 100);
        let names = ["a", "b"].map(|end| format!("roomrtc-{}-{}-{end}", number.0, number.1));
        let made = Namespaces { names };
        let [a, b] = &made.names;
        ip(&["netns", "add", a])?;
        ip(&["netns", "add", b])?;
        let [left, right] = ["a", "b"].map(|end| format!("rtc{}x{}{end}", number.0, number.1));
        ip(&["link", "add", &left, "netns", a, "type", "veth", "peer", &right, "netns", b])?;
        made.configure(0, &left)?;
        made.configure(1, &right)?;
        Ok(made)
    }

    fn configure(&self, end: usize, interface: &str) -> Result<(), String> {
        let name = self.names[end].as_str();
        let v4 = format!("{}/24", Self::ADDRESSES[end]);
        let v6 = format!("{}/64", Self::ADDRESSES_V6[end]);
        ip(&["-n", name, "address", "add", &v4, "dev", interface])?;
        trust_addresses(name, interface)?;
        let added = ip(&["-n", name, "address", "add", &v6, "dev", interface]);
        ip(&["-n", name, "link", "set", interface, "up"])?;
        ip(&["-n", name, "link", "set", "lo", "up"])?;
        ip(&["-n", name, "route", "add", "default", "via", Self::ADDRESSES[1 - end]])?;
        // A kernel without IPv6 does for what does not need it.
        match added {
            Ok(()) => {
                ip(&["-n", name, "route", "add", "default", "via", Self::ADDRESSES_V6[1 - end]])
            }
            Err(_) => Ok(()),
        }
    }

    /// The same command inside one of them.
    pub fn inside(&self, end: usize, command: &Command) -> Command {
        Namespaces::inside_of(&self.names[end], command)
    }

    /// The same command inside the namespace of this name.
    pub fn inside_of(name: &str, command: &Command) -> Command {
        let mut inside = Command::new("ip");
        inside.args(["netns", "exec", name]);
        inside.arg(command.get_program()).args(command.get_args());
        inside
    }
}

impl Drop for Namespaces {
    fn drop(&mut self) {
        for name in &self.names {
            let _ = ip(&["netns", "delete", name]);
        }
    }
}

/// Without duplicate detection every IPv6 address can be used at once. A link-local one that becomes
/// usable in mid-call is a change of networks: Chromium then gives up resolving names, and does not
/// ask again.
fn trust_addresses(name: &str, interface: &str) -> Result<(), String> {
    let path = format!("/proc/sys/net/ipv6/conf/{interface}/accept_dad");
    let write = format!("if [ -e {path} ]; then echo 0 > {path}; fi");
    ip(&["netns", "exec", name, "sh", "-c", &write])
}

fn ip(arguments: &[&str]) -> Result<(), String> {
    let output = Command::new("ip").args(arguments).output();
    let output = output.map_err(|error| format!("`ip` does not run: {error}"))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
    }
}
