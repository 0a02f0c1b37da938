//! Calls between `roomrtc peer` and Chromium, headless.
//!
//! Each has a network namespace of its own, joined by a cable, for Chromium gathers no candidate of
//! the loopback interface. A [`browser::Browser`] is one process of Chromium that is driven over the
//! DevTools protocol, through pipes; a [`page::Page`] is one of its pages, in which `page.js` is its
//! end of a call; a [`call::Call`] has both ends, carries lines between them and keeps what either saw.
//!
//! Chromium's camera is a film whose pictures carry the frame code (`roomrtc_media::block_code`), and
//! so does the card that we send. Both ends read the code of every frame they decode: we in Rust, the
//! page from a canvas, by a reader that shares nothing with ours.
//!
//! `ROOMRTC_CHROMIUM` names another program than `chromium`; `ROOMRTC_SOAK` is how many seconds the
//! endurance test lasts, 20 if it is not set.

mod browser;
mod call;
mod call_plan;
mod candidates;
mod devtools;
mod end;
mod endurance;
mod film;
mod formats;
mod frame_log;
mod impairments;
mod key_frames;
mod negotiating;
mod page;
mod pictures;
mod renegotiating;
mod seen_frame;
mod statistics;

pub(crate) use browser::Browser;
pub(crate) use frame_log::FrameLog;
pub(crate) use page::Page;
