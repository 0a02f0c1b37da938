//! The program and the machine it runs on.

use std::env;
use std::fs;
use std::thread;

use serde::Serialize;

/// What is known of the program and the machine. No name of the machine or its user is among it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SystemFacts {
    /// The version of the program.
    pub version: &'static str,
    /// How it was built: `release` or `debug`.
    pub build: &'static str,
    /// The operating system.
    pub system: &'static str,
    /// The processor's architecture.
    pub architecture: &'static str,
    /// The version of the kernel, if it can be read.
    pub kernel: Option<String>,
    /// The name of the distribution, if it can be read.
    pub distribution: Option<String>,
    /// Processors that the program may use.
    pub processors: Option<usize>,
    /// What the session draws with: `x11` or `wayland`, if it says so.
    pub session: Option<String>,
    /// The desktop environment, if it says so.
    pub desktop: Option<String>,
}

impl SystemFacts {
    /// Those of here and now.
    pub fn read() -> SystemFacts {
        let line = |text: String| text.lines().next().unwrap_or_default().to_owned();
        SystemFacts {
            version: env!("CARGO_PKG_VERSION"),
            build: if cfg!(debug_assertions) { "debug" } else { "release" },
            system: env::consts::OS,
            architecture: env::consts::ARCH,
            kernel: fs::read_to_string("/proc/sys/kernel/osrelease").ok().map(line),
            distribution: fs::read_to_string("/etc/os-release")
                .ok()
                .as_deref()
                .and_then(pretty_name),
            processors: thread::available_parallelism().ok().map(usize::from),
            session: env::var("XDG_SESSION_TYPE").ok(),
            desktop: env::var("XDG_CURRENT_DESKTOP").ok(),
        }
    }
}

fn pretty_name(release: &str) -> Option<String> {
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(name.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_is_read_from_its_file() {
        let release = "ID=x\nPRETTY_NAME=\"Some System 12\"\n";
        assert_eq!(pretty_name(release).as_deref(), Some("Some System 12"));
        assert_eq!(pretty_name("ID=x"), None);
    }

    #[test]
    fn the_version_is_that_of_the_program() {
        let facts = SystemFacts::read();
        assert_eq!(facts.version, env!("CARGO_PKG_VERSION"));
        assert!(!facts.system.is_empty() && facts.processors.is_some_and(|count| count > 0));
    }
}
