//! The attributes of RTP and RTCP.

use super::{
    Attributes, ExtensionMap, MediaStreamIdentification, RtpMap, SourceAttribute, SourceGroup,
};

impl<'a> Attributes<'a> {
    /// Whether RTP and RTCP can share one port, RFC 5761 section 5.1.3.
    pub fn has_rtcp_mux(&self) -> bool {
        self.has("rtcp-mux")
    }

    /// Whether RTP and RTCP can only share one port, RFC 8858.
    pub fn has_rtcp_mux_only(&self) -> bool {
        self.has("rtcp-mux-only")
    }

    /// Whether RTCP packets may be of reduced size, RFC 5506 section 5.
    pub fn has_rtcp_reduced_size(&self) -> bool {
        self.has("rtcp-rsize")
    }

    /// The codecs of payload types, RFC 8866 section 6.6.
    pub fn rtp_maps(&self) -> impl Iterator<Item = RtpMap<'a>> + use<'a> {
        self.values("rtpmap").filter_map(RtpMap::parse)
    }

    /// The header extensions, RFC 8285 section 5.
    pub fn extension_maps(&self) -> impl Iterator<Item = ExtensionMap<'a>> + use<'a> {
        self.values("extmap").filter_map(ExtensionMap::parse)
    }

    /// The media streams that the section is part of, RFC 8830 section 2.
    pub fn msids(&self) -> impl Iterator<Item = MediaStreamIdentification<'a>> + use<'a> {
        self.values("msid").filter_map(MediaStreamIdentification::parse)
    }

    /// What is said of single sources, RFC 5576 section 4.1.
    pub fn sources(&self) -> impl Iterator<Item = SourceAttribute<'a>> + use<'a> {
        self.values("ssrc").filter_map(SourceAttribute::parse)
    }

    /// The groups of sources, RFC 5576 section 4.2.
    pub fn source_groups(&self) -> impl Iterator<Item = SourceGroup<'a>> + use<'a> {
        self.values("ssrc-group").filter_map(SourceGroup::parse)
    }
}
