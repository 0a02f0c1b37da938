//! Writing a description, RFC 8829 sections 5.2.1 and 5.3.1.

use super::{Layout, LocalTransport, MediaConfig, Negotiator, Section};
use crate::sdp::{DescriptionWriter, SessionDescription};

impl Negotiator {
    /// Writes a description, with the next version number.
    pub(super) fn write(
        &mut self,
        sections: &[Section],
        layout: &Layout,
        transport: &LocalTransport,
    ) -> SessionDescription {
        self.session_version = self.session_version.saturating_add(1);
        let mut writer = DescriptionWriter::new(self.session_id, self.session_version);
        if layout.has_group {
            writer.attribute("group", group(sections, layout));
        }
        write_agent(&mut writer, transport);
        for (index, section) in sections.iter().enumerate() {
            if !section.is_accepted() {
                write_rejection(&mut writer, section, layout, transport);
                continue;
            }
            write_beginning(&mut writer, index, section, layout, transport);
            match section.media.and_then(|media| self.config.media.get(media)) {
                Some(media) => self.write_media(&mut writer, section, layout, media),
                None => write_idle(&mut writer, section, layout),
            }
        }
        writer.finish()
    }

    fn write_media(
        &self,
        writer: &mut DescriptionWriter,
        section: &Section,
        layout: &Layout,
        media: &MediaConfig,
    ) {
        write_mid(writer, section);
        for extension in &section.extensions {
            writer.attribute("extmap", format_args!("{} {}", extension.id, extension.uri));
        }
        writer.property(section.direction.as_str());
        let names_sources = self.names_sources(section);
        if names_sources {
            writer.attribute("msid", format_args!("{} {}", media.stream, media.track));
        }
        write_rtcp(writer, section, layout);
        write_codecs(writer, section);
        if names_sources {
            self.write_sources(writer, section, media);
        }
    }

    /// Whether a section names our sources: where it sends, and where it has sent before. A stream that
    /// pauses is the same one when it goes on. Browsers keep its lines, too, and take a stream without
    /// them for removed: Chromium 156 then shows nothing of one that comes back under its old SSRC.
    fn names_sources(&self, section: &Section) -> bool {
        section.direction.sends() || section.media.is_some_and(|media| self.sent.contains(&media))
    }

    /// Our sources, RFC 5576: that of the media, and the one that sends its packets again.
    fn write_sources(
        &self,
        writer: &mut DescriptionWriter,
        section: &Section,
        media: &MediaConfig,
    ) {
        let cname = &self.config.cname;
        let (ssrc, retransmission) = (media.ssrc, media.retransmission_ssrc);
        let is_repaired = section.codecs.iter().any(|codec| codec.retransmission.is_some());
        if is_repaired {
            writer.attribute("ssrc-group", format_args!("FID {ssrc} {retransmission}"));
        }
        writer.attribute("ssrc", format_args!("{ssrc} cname:{cname}"));
        if is_repaired {
            writer.attribute("ssrc", format_args!("{retransmission} cname:{cname}"));
        }
    }
}

/// What the session level says of our ICE agent.
fn write_agent(writer: &mut DescriptionWriter, transport: &LocalTransport) {
    if transport.is_lite {
        writer.property("ice-lite");
    }
    if let Some(pacing) = transport.pacing {
        writer.attribute("ice-pacing", pacing.as_millis());
    }
    writer.attribute("ice-options", "trickle ice2");
}

/// The value of the group attribute: the tagged section first.
fn group(sections: &[Section], layout: &Layout) -> String {
    let bundled = layout.bundle.iter().filter_map(|&section| sections.get(section));
    bundled
        .filter_map(|section| section.mid.as_deref())
        .fold("BUNDLE".to_owned(), |group, mid| group + " " + mid)
}

/// The `m=` and `c=` lines, and the transport's attributes where they belong: in the tagged
/// section, RFC 9143 section 7.1.3.
///
/// Beside an idle section the others repeat them, as browsers do always: GStreamer 1.22, for whose sake
/// there are idle sections, refuses a description otherwise ("No fingerprint lines in sdp").
fn write_beginning(
    writer: &mut DescriptionWriter,
    index: usize,
    section: &Section,
    layout: &Layout,
    transport: &LocalTransport,
) {
    let is_tagged = layout.tagged() == Some(index);
    let is_bundle_only = layout.is_bundle_only && !is_tagged;
    let (connection, port) = transport.default_destination();
    let port = if is_bundle_only { 0 } else { port };
    let formats = section.written_formats();
    writer.media(&section.kind, port, &section.protocol, formats.iter().map(String::as_str));
    writer.line('c', connection);
    if is_bundle_only {
        writer.property("bundle-only");
    }
    if is_tagged {
        write_transport(writer, layout, transport);
    } else if layout.repeats_security {
        write_security(writer, layout, transport);
    }
}

fn write_transport(writer: &mut DescriptionWriter, layout: &Layout, transport: &LocalTransport) {
    for candidate in &transport.candidates {
        writer.line('a', candidate);
    }
    if transport.has_end_of_candidates {
        writer.property("end-of-candidates");
    }
    write_security(writer, layout, transport);
}

fn write_security(writer: &mut DescriptionWriter, layout: &Layout, transport: &LocalTransport) {
    writer.attribute("ice-ufrag", &transport.credentials.ufrag);
    writer.attribute("ice-pwd", &transport.credentials.pwd);
    for fingerprint in &transport.fingerprints {
        writer.attribute("fingerprint", fingerprint);
    }
    writer.attribute("setup", layout.setup);
}

fn write_mid(writer: &mut DescriptionWriter, section: &Section) {
    if let Some(mid) = &section.mid {
        writer.attribute("mid", mid);
    }
}

fn write_rtcp(writer: &mut DescriptionWriter, section: &Section, layout: &Layout) {
    writer.property("rtcp-mux");
    if layout.has_rtcp_mux_only {
        writer.property("rtcp-mux-only");
    }
    if section.has_rtcp_reduced_size {
        writer.property("rtcp-rsize");
    }
}

fn write_codecs(writer: &mut DescriptionWriter, section: &Section) {
    for codec in &section.codecs {
        let payload_type = codec.payload_type;
        writer.attribute("rtpmap", format_args!("{payload_type} H264/90000"));
        for feedback in codec.feedback.attributes() {
            writer.attribute("rtcp-fb", format_args!("{payload_type} {feedback}"));
        }
        writer.attribute("fmtp", format_args!("{payload_type} {}", codec.parameters));
    }
    for codec in &section.codecs {
        if let Some(number) = codec.retransmission {
            writer.attribute("rtpmap", format_args!("{number} rtx/90000"));
            writer.attribute("fmtp", format_args!("{number} apt={}", codec.payload_type));
        }
    }
}

/// What an idle section says beside its transport: the formats as they were offered, and that nothing
/// flows.
fn write_idle(writer: &mut DescriptionWriter, section: &Section, layout: &Layout) {
    write_mid(writer, section);
    writer.property(section.direction.as_str());
    write_rtcp(writer, section, layout);
    for attribute in &section.repeated {
        writer.line('a', attribute);
    }
}

/// A rejected section keeps its place, its tag and its formats, RFC 3264 section 6.
///
/// Nothing more is needed. But aiortc (1.16) reads a rejected section as any other: it refuses an
/// answer if one lacks credentials, `rtcp-mux`, or a format it knows, and waits for candidates
/// unless told that there are none. So a rejection says that, too; others pass it over.
fn write_rejection(
    writer: &mut DescriptionWriter,
    section: &Section,
    layout: &Layout,
    transport: &LocalTransport,
) {
    writer.media(&section.kind, 0, &section.protocol, section.formats.split(' '));
    writer.line('c', "IN IP4 0.0.0.0");
    write_mid(writer, section);
    writer.property("inactive");
    for attribute in &section.repeated {
        writer.line('a', attribute);
    }
    if section.protocol.contains("TLS") {
        writer.property("rtcp-mux");
        writer.property("end-of-candidates");
        write_security(writer, layout, transport);
    }
}
