//! What models do, in words.

use std::fmt;

use super::{Blackout, GilbertElliott, LinkParameters, Model, Selection};
use crate::quantity::{Share, Span};

impl fmt::Display for LinkParameters {
    /// A few words such as `5 % lost (rtp only)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.model.fmt(f)?;
        if self.only.is_everything() {
            return Ok(());
        }
        write!(f, " ({} only)", self.only)
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Selection { kind, source, destination, since, until } = self;
        let parts = [
            kind.map(|kind| kind.to_string()),
            source.map(|source| format!("from {source}")),
            destination.map(|destination| format!("to {destination}")),
            since.map(|since| format!("since {since}")),
            until.map(|until| format!("until {until}")),
        ];
        f.write_str(&Vec::from_iter(parts.into_iter().flatten()).join(", "))
    }
}

impl fmt::Display for Model {
    /// A few words such as `5 % lost`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Model::Loss(it) => write!(f, "{} lost", it.share),
            Model::GilbertElliott(it) => chain(it, f),
            Model::Burst(it) if it.at > Span::ZERO => {
                write!(f, "{} packets lost from {} on", it.packets, it.at)
            }
            Model::Burst(it) => write!(f, "{} packets lost from the {}. on", it.packets, it.packet),
            Model::Delay(it) => write!(f, "{} later", it.by),
            Model::Jitter(it) if it.share == Share::ALL => {
                write!(f, "up to {} late, {}", it.up_to, order(it.keep_order))
            }
            Model::Jitter(it) => {
                write!(f, "{} up to {} late, {}", it.share, it.up_to, order(it.keep_order))
            }
            Model::Reorder(it) if it.packets == 0 => {
                write!(f, "{} held back for {}", it.share, it.by)
            }
            Model::Reorder(it) => write!(f, "{} overtaken by {}", it.share, it.packets),
            Model::Duplicate(it) => write!(f, "{} come twice", it.share),
            Model::Corrupt(it) => write!(f, "{} with {} bits turned", it.share, it.bits),
            Model::EcnMark(it) => write!(f, "{} marked with congestion", it.share),
            Model::Blackout(it) => dark(it, f),
            Model::Nth(it) => write!(f, "packet {} {}", it.packet, it.fate),
            Model::Script(_) => f.write_str("scripted faults"),
            other => nature(other, f),
        }
    }
}

/// What is no fault.
fn nature(model: &Model, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match model {
        Model::RateLimit(it) => write!(f, "{} with a queue of {}", it.rate, it.queue),
        Model::CoDel(it) => write!(f, "{} with CoDel to {}", it.rate, it.target),
        Model::Mtu(it) => write!(f, "packets of up to {}", it.bytes),
        Model::DeliveryTrace(it) => write!(f, "a recorded link with a queue of {}", it.queue),
        other => f.write_str(other.kind()),
    }
}

const fn order(is_kept: bool) -> &'static str {
    if is_kept { "in order" } else { "out of order" }
}

fn chain(chain: &GilbertElliott, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let whole = u64::from(Share::ALL.as_billionths());
    let (bad, good) = (chain.to_bad.as_billionths(), chain.to_good.as_billionths());
    let turns = u64::from(bad) + u64::from(good);
    let is_bad = (u64::from(bad) * whole).checked_div(turns).unwrap_or(0);
    let part = |share: Share, of: u64| u64::from(share.as_billionths()) * of / whole;
    let lost = part(chain.loss_in_bad, is_bad) + part(chain.loss_in_good, whole - is_bad);
    // To a hundredth of a percent: it is a mean.
    let lost = Share::billionths(((lost + 50_000) / 100_000 * 100_000) as u32);
    let burst = whole.checked_div(u64::from(good)).unwrap_or(u64::MAX);
    write!(f, "{lost} lost in bursts of about {burst}")
}

fn dark(blackout: &Blackout, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (blackout.until, blackout.every) {
        (None, _) => write!(f, "nothing from {} on", blackout.from),
        (Some(until), None) => write!(f, "nothing from {} to {until}", blackout.from),
        (Some(until), Some(every)) => {
            write!(f, "nothing from {} to {until} and every {every}", blackout.from)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Jitter, Kinds, Loss, QueueLimit, RateLimit};
    use crate::quantity::BitRate;

    #[test]
    fn chains_read_as_sentences() {
        let text = |stage: LinkParameters| stage.to_string();
        let media = Selection::kind(Kinds::RTP.and(Kinds::RTCP));
        let lost = LinkParameters::from(Loss::percent(5));
        assert_eq!(text(lost.only(media)), "5 % lost (rtp rtcp only)");
        let chain = GilbertElliott::mean(Share::percent(3), 4);
        assert_eq!(text(chain.into()), "3 % lost in bursts of about 4");
        let jitter = Jitter::in_order(Span::millis(30));
        assert_eq!(text(jitter.into()), "up to 30 ms late, in order");
        let limit = RateLimit::new(BitRate::megabits(1), QueueLimit::millis(200));
        assert_eq!(text(limit.into()), "1 Mbit/s with a queue of 200 ms");
        let dark = Blackout::between(Span::secs(3), Span::secs(4));
        assert_eq!(text(dark.into()), "nothing from 3 s to 4 s");
    }
}
