//! CPU time by thread, from the kernel's own accounts under `/proc`.

use std::fs;
use std::path::Path;
use std::time::Duration;

/// A clock tick in the times of `/proc/…/stat`: `USER_HZ` is 100 on every Linux of today.
const TICK: Duration = Duration::from_millis(10);

/// The CPU time that the calling thread has used; zero where the kernel does not say.
pub fn this_thread_cpu() -> Duration {
    cpu_of(Path::new("/proc/thread-self")).unwrap_or_default()
}

/// The CPU time of every living thread of this process by its name, which the kernel cuts to 15
/// bytes. Empty where `/proc` is not mounted.
pub fn thread_cpu() -> Vec<(String, Duration)> {
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let mut times: Vec<_> = tasks.filter_map(|task| named_cpu_of(&task.path())).collect();
    times.sort();
    times
}

fn named_cpu_of(task: &Path) -> Option<(String, Duration)> {
    let name = fs::read_to_string(task.join("comm")).ok()?;
    Some((name.trim_end().to_owned(), cpu_of(task)?))
}

fn cpu_of(task: &Path) -> Option<Duration> {
    let scheduled = fs::read_to_string(task.join("schedstat")).ok();
    scheduled.as_deref().and_then(nanoseconds).or_else(|| {
        let stat = fs::read_to_string(task.join("stat")).ok()?;
        ticks(&stat)
    })
}

/// The first field of `schedstat`: nanoseconds on a CPU.
fn nanoseconds(schedstat: &str) -> Option<Duration> {
    let nanos = schedstat.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanos))
}

/// `utime` and `stime` of `stat`, fields 14 and 15; the name in field 2 may hold spaces.
fn ticks(stat: &str) -> Option<Duration> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let system: u32 = fields.next()?.parse().ok()?;
    Some(TICK * user + TICK * system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_accounts_are_read() {
        assert_eq!(nanoseconds("308195181 76453 19\n"), Some(Duration::from_nanos(308_195_181)));
        let stat = "15889 (a b) c) R 1 2 3 0 -1 4194304 2847 6544 0 0 27 3 3 1 20 0 1 0";
        assert_eq!(ticks(stat), Some(Duration::from_millis(300)));
        assert_eq!(ticks("nothing"), None);
    }

    #[test]
    fn a_thread_is_found_by_its_name() {
        let named = std::thread::Builder::new().name("counted".into());
        let found = named.spawn(|| thread_cpu().iter().any(|(name, _)| name == "counted"));
        assert!(found.expect("a thread").join().expect("no panic"));
    }
}
