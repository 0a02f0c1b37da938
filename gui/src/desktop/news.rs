//! What happens outside.

use std::path::PathBuf;

use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::camera::{CameraFormat, CameraInfo};

use super::{Kept, LocalServer, LocalServerProblem, SharedWindow, SourceProblem};
use crate::client::{CallEnd, CallSummary, ClientEvent};

/// What happened outside of the desktop.
#[derive(Clone, Debug)]
pub enum News {
    /// The client tells something.
    Client(ClientEvent),
    /// The client's call is over.
    CallOver {
        /// Why.
        end: CallEnd,
        /// How it was.
        summary: Box<CallSummary>,
    },
    /// The server's name is not known, or has no address.
    ServerNameUnknown {
        /// The server that was asked for.
        server: String,
    },
    /// These cameras are there now: told at the start, and when one comes or goes.
    Cameras(Vec<CameraInfo>),
    /// These windows can be shared.
    Windows(Vec<SharedWindow>),
    /// The preview gives pictures of this size, or none.
    Preview(Result<PictureSize, SourceProblem>),
    /// What the camera of the preview can give, the largest first: told before its first picture.
    CameraFormats(Vec<CameraFormat>),
    /// What the call sends gives pictures of this size, or none.
    Source(Result<PictureSize, SourceProblem>),
    /// The first picture of the other side was decoded.
    FirstPicture,
    /// The server of "try it here" runs, or does not.
    LocalServer(Result<LocalServer, LocalServerProblem>),
    /// The report was written, or could not be; the file.
    ReportSaved(Result<PathBuf, Option<PathBuf>>),
    /// Something could not be read from or written to its file.
    NotKept(Kept),
    /// The certificate of this installation, with its key, could be read by others until now.
    IdentityWasOpen {
        /// The file.
        path: PathBuf,
    },
    /// Something was put on the clipboard by the window itself.
    Copied(super::Copied),
}
