//! A camera through `nokhwa`.

use nokhwa::Camera;
use nokhwa::utils::{
    ApiBackend, CameraFormat, CameraIndex, FrameFormat, RequestedFormat, RequestedFormatType,
};

use super::camera_claim::CameraClaim;
use super::{CameraDevice, CameraError, CameraFormat as Offered, CameraInfo, CameraSource};
use crate::picture::{Picture, PictureSize, read_nv12, read_rgb, read_yuyv};
use crate::source::SourceOptions;

const FORMATS: [FrameFormat; 3] = [FrameFormat::YUYV, FrameFormat::NV12, FrameFormat::RAWRGB];

/// The cameras that the system names.
pub(super) fn list() -> Vec<CameraInfo> {
    let cameras = nokhwa::query(ApiBackend::Auto).unwrap_or_default();
    let infos = cameras.iter().filter_map(|camera| {
        let index = camera.index().as_index().ok()?;
        Some(CameraInfo { index, name: camera.human_name() })
    });
    infos.collect()
}

/// What this camera can give that can be read, the largest first.
pub(super) fn formats(index: u32) -> Result<Vec<Offered>, CameraError> {
    let _claim = claim(index)?;
    let mut camera = begin(index)?;
    let formats = camera.compatible_camera_formats().map_err(|error| failed(index, &error))?;
    Ok(readable(&formats))
}

fn readable(formats: &[CameraFormat]) -> Vec<Offered> {
    let readable = formats.iter().filter(|format| FORMATS.contains(&format.format()));
    let offered = readable.filter_map(|format| {
        let size = PictureSize::new(format.width() as usize, format.height() as usize).ok()?;
        Some(Offered { size, frame_rate: format.frame_rate() })
    });
    let mut offered: Vec<Offered> = offered.collect();
    offered.sort_by_key(|it| std::cmp::Reverse((it.size.luma_samples(), it.frame_rate)));
    offered.dedup();
    offered
}

fn claim(index: u32) -> Result<CameraClaim, CameraError> {
    let in_use = || CameraError::Open { index, reason: "this program still uses it".into() };
    CameraClaim::take(index, CameraSource::PATIENCE / 2).ok_or_else(in_use)
}

fn begin(index: u32) -> Result<Camera, CameraError> {
    let any = RequestedFormat::with_formats(RequestedFormatType::None, &FORMATS);
    Camera::new(CameraIndex::Index(index), any).map_err(|error| failed(index, &error))
}

fn failed(index: u32, error: &nokhwa::NokhwaError) -> CameraError {
    CameraError::Open { index, reason: error.to_string() }
}

/// An open camera that is streaming.
pub(super) struct NativeCamera {
    camera: Camera,
    /// Given back once the camera is closed, so it stands behind it.
    _claim: CameraClaim,
    format: FrameFormat,
    size: PictureSize,
}

impl NativeCamera {
    /// Opens the camera with the format that comes nearest to what is wanted.
    pub(super) fn open(index: u32, options: &SourceOptions) -> Result<Self, CameraError> {
        let failed = |error: nokhwa::NokhwaError| failed(index, &error);
        let claim = claim(index)?;
        let mut camera = begin(index)?;
        let formats = camera.compatible_camera_formats().map_err(failed)?;
        let format = nearest(&formats, options).ok_or(CameraError::NoFormat { index })?;
        let exact = RequestedFormatType::Exact(format);
        camera
            .set_camera_requset(RequestedFormat::with_formats(exact, &FORMATS))
            .map_err(failed)?;
        camera.open_stream().map_err(failed)?;
        let format = camera.camera_format();
        let size = PictureSize::new(format.width() as usize, format.height() as usize);
        let size = size.map_err(|_| CameraError::NoFormat { index })?;
        Ok(Self { camera, _claim: claim, format: format.format(), size })
    }
}

/// The format nearest to the wanted size, then to the wanted rate, then of the kind that costs
/// least.
fn nearest(formats: &[CameraFormat], options: &SourceOptions) -> Option<CameraFormat> {
    let (width, height) = (options.size.width() as u32, options.size.height() as u32);
    let rate = options.frame_rate.unwrap_or_default().as_hz() as u32;
    let usable = formats.iter().filter(|format| {
        let (width, height) = (format.width() as usize, format.height() as usize);
        FORMATS.contains(&format.format()) && PictureSize::new(width, height).is_ok()
    });
    let nearest = usable.min_by_key(|format| {
        let distance = format.width().abs_diff(width) + format.height().abs_diff(height);
        let kind = FORMATS.iter().position(|known| *known == format.format());
        (distance, format.frame_rate().abs_diff(rate), kind)
    });
    nearest.copied()
}

impl CameraDevice for NativeCamera {
    fn size(&self) -> PictureSize {
        self.size
    }

    fn capture(&mut self, picture: &mut Picture) -> Result<(), String> {
        let frame = self.camera.frame().map_err(|error| error.to_string())?;
        let read = match self.format {
            FrameFormat::NV12 => read_nv12,
            FrameFormat::RAWRGB => read_rgb,
            _ => read_yuyv,
        };
        read(frame.buffer(), picture).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use nokhwa::utils::Resolution;

    use super::*;

    #[test]
    fn the_nearest_format_that_can_be_read_is_taken() {
        let format = |width, height, kind, rate| {
            CameraFormat::new(Resolution::new(width, height), kind, rate)
        };
        let formats = [
            format(640, 360, FrameFormat::MJPEG, 30),
            format(1_280, 720, FrameFormat::YUYV, 10),
            format(640, 480, FrameFormat::YUYV, 15),
            format(640, 480, FrameFormat::NV12, 30),
            format(640, 480, FrameFormat::YUYV, 30),
            format(641, 361, FrameFormat::YUYV, 30),
        ];
        let size = PictureSize::new(640, 360).expect("valid");
        let options = SourceOptions { size, frame_rate: None };
        assert_eq!(nearest(&formats, &options), Some(formats[4]));
        assert_eq!(nearest(&formats[..1], &options), None);
        let offered = readable(&formats);
        let offered = offered.iter().map(|it| format!("{}@{}", it.size, it.frame_rate));
        assert_eq!(offered.collect::<Vec<_>>(), ["1280x720@10", "640x480@30", "640x480@15"]);
    }
}
