//! What the operating system gives besides sockets: the clock, entropy, names and CPU times.

mod clock;
mod cpu_time;
mod entropy_error;
mod resolve_error;

pub use clock::Clock;
pub use cpu_time::{this_thread_cpu, thread_cpu};
pub use entropy_error::{EntropyError, seed};
pub use resolve_error::{ResolveError, resolve};
