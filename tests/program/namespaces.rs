//! Two network namespaces and a cable between them.

use std::process::Command;

/// Two network namespaces that are joined by a pair of virtual interfaces. They are gone when this
/// is dropped.
pub(super) struct Namespaces {
    pub(super) names: [String; 2],
}

impl Namespaces {
    /// The addresses of the two ends.
    pub(super) const ADDRESSES: [&str; 2] = ["10.231.7.1", "10.231.7.2"];

    /// Makes them; says why if that is not allowed or not possible here.
    pub(super) fn make() -> Result<Namespaces, String> {
        let number = std::process::id();
        let names = ["a", "b"].map(|end| format!("roomrtc-{number}-{end}"));
        for name in &names {
            ip(&["netns", "add", name])?;
        }
        let made = Namespaces { names };
        let ends = ["a", "b"].map(|end| format!("rtc{}{end}", number % 1_000_000));
        let [a, b] = &made.names;
        ip(&["link", "add", &ends[0], "netns", a, "type", "veth", "peer", &ends[1], "netns", b])?;
        for ((name, end), address) in made.names.iter().zip(&ends).zip(Self::ADDRESSES) {
            let address = format!("{address}/24");
            ip(&["-n", name, "address", "add", &address, "dev", end])?;
            ip(&["-n", name, "link", "set", end, "up"])?;
            ip(&["-n", name, "link", "set", "lo", "up"])?;
        }
        Ok(made)
    }

    /// The same command inside one of them.
    pub(super) fn inside(&self, end: usize, command: &Command) -> Command {
        let mut inside = Command::new("ip");
        inside.args(["netns", "exec", &self.names[end]]);
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

fn ip(arguments: &[&str]) -> Result<(), String> {
    let output = Command::new("ip").args(arguments).output();
    let output = output.map_err(|error| format!("`ip` does not run: {error}"))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
    }
}
