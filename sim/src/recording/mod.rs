//! The flight recorder: a call written down so that it can be done again.
//!
//! A [`RecordedPeer`] is a session that writes down how it began, every input with its time, and
//! what each input brought. A [`Replay`] feeds the inputs to a new session of the same core and
//! compares what comes out: the same outputs, or the first input after which something differs.
//! A [`Retrace`] does so with all sessions of a file and writes a trace, as runs of the simulator do.
//! A [`RecordingMaker`] records the sessions of a simulation.
//! Everything here is bytes in and bytes out; the programs have the files.
//!
//! # What a recording holds, and what follows from it
//!
//! By default, [`Disclosure::Structure`], whoever has the file learns **what happened, not what was
//! said**: addresses and times, descriptions of both sides with their ICE passwords and fingerprints
//! (which the signalling server saw too), certificates, the length of everything, the headers of
//! RTP, of NAL units and of fragments, parameter sets, RTCP, and what the client's own events say.
//! It holds
//!
//! - no key and no seed of one: what is secret is drawn from another part of the session's seed
//!   ([`roomrtc_core::base::SessionSeed`]) than what is public, and neither part tells of the other.
//!   Of handshakes only what was in the clear is kept; of a Finished not even its code;
//! - no media: content is left out of frames and payloads before they are written, and so is every
//!   cipher text, so that the file is of no more use to somebody who comes by the keys later.
//!
//! A run whose seed can be guessed, as with `--seed 7`, has no secrets to begin with.
//!
//! [`Disclosure::Media`] also holds the content of media, received and sent, in plain text.
//! [`Disclosure::Keys`] holds the secret part of the seed and every datagram as it was: whoever has
//! the file can read the call and could have forged it. A certificate that was not drawn from the
//! seed is held without its key in every case.
//!
//! Nothing in a file is authentic: checksums find damage, not forgery. Reading a file that somebody
//! else has made is safe; believing it is another matter.
//!
//! # How a session is done again without its keys
//!
//! The core shows a witness ([`roomrtc_core::crypto::SecretWitness`]) what comes of every operation
//! with a secret: key shares, signatures and cookies, verdicts of comparisons, opened packets. The
//! recorder notes these. In a replay the session draws other secrets and computes with them; the
//! witness then puts what was noted in the place of what came out. So every line of the core but
//! the ciphers' own runs as it did. What is protected is compared before it is encrypted (with the
//! number of its nonce), and what is in the clear as it is sent. With [`Disclosure::Keys`] the
//! session has its own secrets again and everything is compared byte for byte.
//!
//! What cannot be compared without media: the content of frames that are delivered (but their
//! lengths, times and flags), and payloads beyond their headers. Without keys: cipher text and tags.
//!
//! # The format, version 3
//!
//! Integers of fixed size are big-endian. A *number* has seven bits a byte, the lowest first, and
//! the top bit set in all but its last byte; a *step* from one number to another is their difference
//! folded so that small ones of either sign are short; *bytes* are a number and that many bytes.
//! *Sparse bytes* are their number, and then in turn how many are left out and the bytes kept.
//!
//! A file is `ROOMCALL`, a 16-bit version, and chunks. A chunk is 32 bits of length, the XXH3-64 of
//! what follows, and so many bytes: 8 bits of kind, 16 bits of session, 32 bits of ordinal among the
//! chunks of the session, and content. Sessions of one file may alternate. A file that was cut off
//! is read as far as its chunks are whole, and the rest of a damaged one is not read.
//!
//! - Opening (1): version of Room RTC, name, disclosure, provider, time of the beginning,
//!   configuration, public seed, perhaps the secret one, certificate.
//! - Entries (2): steps. A step is an input (a code, its fields, the step to its time in
//!   nanoseconds), the results of operations with secrets, and the outputs: flags, why a command was
//!   refused, the polls in order, events in words, lengths, hashes, the deadline. The polls are kept
//!   because numbers are given when a packet is polled: the order of polls and inputs matters.
//! - Ending (3): the XXH3-64 of the statistics.
//!
//! Version 1 has no entries for the direction of media and for taking an offer back, and neither it nor
//! version 2 has sessions that ask STUN servers for longer because they trickle. Both are read, too.
//!
//! # Bounds
//!
//! A recorder holds the entries of half a second, or 48 KiB and one step. Chunks are to be taken as
//! they become ready. A reader allocates no more than is there to be read, but for content left out:
//! at most 16 MiB at a time. A clone of a recorded session shares the recorder of the original.
//!
//! Left out: the signalling with the server, pixels and sound before they are encoded, and what a
//! user saw.

mod address_book;
mod blanking;
mod chunk;
mod chunk_kind;
mod comparison;
mod config_bytes;
mod content;
mod deadline_code;
mod difference;
mod disclosure;
mod ending;
mod entry_code;
mod fingerprint;
mod in_flight;
mod input_reading;
mod input_writing;
mod masking;
mod numbers;
mod opening;
mod outputs;
mod outputs_bytes;
mod played_notes;
mod playing_witness;
mod poll_kind;
mod poll_run;
mod read_error;
mod recorded_engine;
mod recorded_input;
mod recorded_peer;
mod recorded_session;
mod recorder;
#[expect(clippy::module_inception, reason = "a recording is what the module is about")]
mod recording;
mod recording_maker;
mod recording_witness;
mod replay;
mod replay_outcome;
mod replayed_step;
mod retrace;
mod retraced;
mod retraced_run;
mod retracing;
mod seal_note;
mod secret_result;
mod sparse;
mod sparse_writer;
mod step;
mod steps;
#[cfg(test)]
mod tests;
mod witness_notes;

pub use difference::Difference;
pub use disclosure::Disclosure;
pub use opening::Opening;
pub use read_error::ReadError;
pub use recorded_input::RecordedInput;
pub use recorded_peer::RecordedPeer;
pub use recorded_session::RecordedSession;
pub use recording::Recording;
pub use recording_maker::RecordingMaker;
pub use replay::Replay;
pub use replay_outcome::ReplayOutcome;
pub use replayed_step::ReplayedStep;
pub use retrace::Retrace;
pub use retraced::Retraced;

use address_book::AddressBook;
use chunk::Chunk;
use chunk_kind::ChunkKind;
use content::Content;
use fingerprint::Fingerprint;
use in_flight::InFlight;
use outputs::Outputs;
use played_notes::PlayedNotes;
use playing_witness::PlayingWitness;
use poll_kind::PollKind;
use poll_run::PollRun;
use recorder::Recorder;
use recording_witness::RecordingWitness;
use retraced_run::RetracedRun;
use secret_result::SecretResult;
use step::Step;
use steps::Steps;
use witness_notes::WitnessNotes;

/// The version of the format that is written.
pub const FORMAT_VERSION: u16 = 3;

/// The oldest version of the format that is read.
pub const OLDEST_FORMAT_VERSION: u16 = 1;

/// The version of Room RTC that records and replays.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What every recording begins with.
const MAGIC: [u8; 8] = *b"ROOMCALL";
