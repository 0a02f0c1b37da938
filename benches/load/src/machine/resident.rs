//! The memory of a process.

use std::io::{self, ErrorKind};

/// Bytes of the process's memory that are resident, exactly: the kernel walks the pages.
///
/// # Errors
/// What the system says, or that it does not say it.
pub fn resident(process: u32) -> io::Result<u64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("Rss:"));
    let kib = line.and_then(|line| line.split_whitespace().next()).and_then(|n| n.parse().ok());
    let kib: u64 = kib.ok_or_else(|| io::Error::from(ErrorKind::InvalidData))?;
    Ok(kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_to_becomes_resident() {
        let before = resident(std::process::id()).expect("known");
        let block = vec![1u8; 8 << 20];
        let after = resident(std::process::id()).expect("known");
        assert!(after >= before + (7 << 20), "{before} {after} {}", block.len());
    }
}
