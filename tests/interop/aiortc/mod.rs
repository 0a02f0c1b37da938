//! Calls between `roomrtc peer` and aiortc, a stack in Python that shares no line with a browser's.
//!
//! `peer.py` is its end: JSON lines as ours, a camera whose pictures carry the frame code
//! (`roomrtc_media::block_code`), drawn and read there by code that shares nothing with ours. It runs
//! in the Python environment that `make interop-setup` makes. Each end has a network namespace of its
//! own, joined by a cable, for aiortc gathers no candidate of the loopback interface.
//!
//! What is odd of aiortc 1.16 is named where a test meets it.

#[allow(clippy::module_inception)]
mod aiortc;
mod calls;
mod descriptions;
mod ending;
mod feedback;
mod figures;
mod python_call;

use aiortc::Aiortc;
use python_call::PythonCall;
