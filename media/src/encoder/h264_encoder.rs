//! OpenH264, on the caller's thread.

use std::fmt;

use openh264::OpenH264API;
use openh264::Timestamp;
use openh264::encoder::{
    BitRate, Encoder, EncoderConfig as NativeConfig, FrameRate as NativeFrameRate, FrameType,
    IntraFramePeriod, Profile, RateControlMode, UsageType, VuiConfig,
};
use openh264::formats::YUVSlices;

use super::{EncodeError, EncoderConfig};
use crate::h264::AccessUnit;
use crate::picture::Picture;
use crate::time::WallTime;

/// An H.264 encoder for pictures of one source.
pub struct H264Encoder {
    native: Encoder,
    first_capture: Option<WallTime>,
}

impl H264Encoder {
    /// An encoder that begins with an IDR picture.
    ///
    /// # Errors
    /// When OpenH264 cannot make one.
    pub fn new(config: &EncoderConfig) -> Result<Self, EncodeError> {
        let native = Encoder::with_api_config(OpenH264API::from_source(), native_config(config))
            .map_err(|error| EncodeError::Create { code: error.native_code() })?;
        Ok(Self { native, first_capture: None })
    }

    /// Encodes a picture; as an IDR picture where `as_key_frame`. `None` where rate control left
    /// the picture out.
    ///
    /// # Errors
    /// When OpenH264 refuses the picture. The encoder should then be made anew.
    pub fn encode(
        &mut self,
        picture: &Picture,
        as_key_frame: bool,
    ) -> Result<Option<AccessUnit>, EncodeError> {
        let is_first = self.first_capture.is_none();
        let first = *self.first_capture.get_or_insert(picture.capture_time);
        if as_key_frame && !is_first {
            self.native.force_intra_frame();
        }
        let size = picture.size();
        let (luma, chroma) = (picture.luma_stride(), picture.chroma_stride());
        let dimensions = (size.width(), size.height());
        let source = YUVSlices::new(picture.planes(), dimensions, (luma, chroma, chroma));
        let elapsed = picture.capture_time.since(first).as_millis() as u64;
        let stream = self
            .native
            .encode_at(&source, Timestamp::from_millis(elapsed))
            .map_err(|error| EncodeError::Encode { size, code: error.native_code() })?;
        let is_key_frame = stream.frame_type() == FrameType::IDR;
        let mut data = Vec::new();
        stream.write_vec(&mut data);
        Ok((!data.is_empty()).then_some(AccessUnit { data, is_key_frame }))
    }
}

impl fmt::Debug for H264Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("H264Encoder").field("first_capture", &self.first_capture).finish()
    }
}

fn native_config(config: &EncoderConfig) -> NativeConfig {
    let native = NativeConfig::new()
        .bitrate(BitRate::from_bps(config.bits_per_second))
        .max_frame_rate(NativeFrameRate::from_hz(config.frame_rate.as_hz()))
        .rate_control_mode(RateControlMode::Bitrate)
        .usage_type(UsageType::CameraVideoRealTime)
        .profile(Profile::Baseline)
        .intra_frame_period(IntraFramePeriod::from_num_frames(0))
        // The rate control keeps its target only where it may leave pictures out.
        .skip_frames(true)
        // Scene changes must not make IDR pictures that nobody asked for.
        .scene_change_detect(false)
        // More threads give other bytes from run to run of another count.
        .num_threads(1)
        .vui(VuiConfig::bt601());
    match config.most_nal_unit_bytes {
        Some(bytes) => native.max_slice_len(bytes),
        None => native,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::h264::{NalUnitType, NalUnits, SequenceParameterSet};
    use crate::test_card::{card, frames};

    #[test]
    fn the_stream_is_constrained_baseline_with_sets_in_every_key_frame() {
        let frames = frames((320, 180), 8, &[3, 6]);
        for (number, frame) in frames.iter().enumerate() {
            assert_eq!(frame.is_key_frame, [0, 3, 6].contains(&number), "frame {number}");
            let kinds: Vec<_> = NalUnits::new(&frame.data).map(|unit| unit.kind).collect();
            let expected: &[NalUnitType] = match frame.is_key_frame {
                true => &[
                    NalUnitType::SequenceParameterSet,
                    NalUnitType::PictureParameterSet,
                    NalUnitType::IdrSlice,
                ],
                false => &[NalUnitType::Slice],
            };
            assert_eq!(kinds, expected);
        }
        let set =
            NalUnits::new(&frames[0].data).find_map(|unit| SequenceParameterSet::parse(&unit));
        let set = set.expect("a sequence parameter set");
        // Profile 66 with the second constraint flag: constrained baseline.
        assert_eq!((set.profile, set.constraints & 0x40, set.size), (66, 0x40, (320, 180)));
    }

    #[test]
    fn slices_keep_within_the_largest_nal_unit() {
        let config = EncoderConfig { most_nal_unit_bytes: Some(1_100), ..Default::default() };
        let mut encoder = H264Encoder::new(&config).expect("an encoder");
        let unit = encoder.encode(&card((640, 360), 0), false).expect("encoded").expect("a frame");
        let lengths: Vec<usize> = NalUnits::new(&unit.data).map(|unit| unit.bytes.len()).collect();
        assert!(lengths.len() > 3 && lengths.iter().all(|length| *length <= 1_100), "{lengths:?}");
    }

    #[test]
    fn the_same_pictures_give_the_same_bytes() {
        assert_eq!(frames((320, 180), 5, &[2]), frames((320, 180), 5, &[2]));
    }

    #[test]
    fn a_picture_that_is_too_small_is_refused() {
        let mut encoder = H264Encoder::new(&EncoderConfig::default()).expect("an encoder");
        let error = encoder.encode(&card((4, 4), 0), false).expect_err("refused");
        let sentence = error.to_string();
        assert!(sentence.starts_with("the H.264 encoder failed on a picture of 4x4"), "{sentence}");
    }
}
