//! The work of a process.

use std::io::{self, ErrorKind};
use std::time::Duration;

use rustix::param::clock_ticks_per_second;

/// The processor time of all threads of a process, the kernel's work for it included.
///
/// # Errors
/// What the system says, or that it does not say it.
pub fn processor_time(process: u32) -> io::Result<Duration> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name of the program, in parentheses, may hold anything; fields 14 and 15 are meant.
    let fields = text.rsplit_once(')').map(|(_, fields)| fields).unwrap_or_default();
    let mut ticks = fields.split_whitespace().skip(11).map(|field| field.parse::<u64>().ok());
    let sum =
        ticks.next().flatten().zip(ticks.next().flatten()).map(|(user, system)| user + system);
    let ticks = sum.ok_or_else(|| io::Error::from(ErrorKind::InvalidData))?;
    Ok(Duration::from_secs(ticks) / u32::try_from(clock_ticks_per_second()).unwrap_or(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_takes_time() {
        let time = || processor_time(std::process::id()).expect("known");
        let before = time();
        let mut work = 0u64;
        while time() == before {
            work = work.wrapping_add(1);
        }
        assert!(time() > before && work > 0);
    }
}
