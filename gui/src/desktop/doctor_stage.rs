//! The stages of connecting.

/// What has to work for a call, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoctorStage {
    /// The server is reached.
    Server,
    /// The camera, or what is sent in its place, gives pictures.
    Camera,
    /// This side has found addresses under which it can be reached.
    Gathering,
    /// A pair of addresses has answered.
    Checks,
    /// The encryption is agreed on, and the certificate is the announced one.
    Handshake,
    /// A picture of the other side was decoded.
    FirstPicture,
}

impl DoctorStage {
    /// Every stage, in order.
    pub const ALL: [DoctorStage; 6] = [
        DoctorStage::Server,
        DoctorStage::Camera,
        DoctorStage::Gathering,
        DoctorStage::Checks,
        DoctorStage::Handshake,
        DoctorStage::FirstPicture,
    ];
}
