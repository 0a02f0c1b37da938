//! The two ways to write a Gilbert–Elliott loss.

use serde::Deserialize;

use super::GilbertElliott;
use crate::quantity::Share;

/// What may be written of a Gilbert–Elliott loss.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GilbertElliottFields {
    loss: Option<Share>,
    burst: Option<u32>,
    to_bad: Option<Share>,
    to_good: Option<Share>,
    loss_in_good: Option<Share>,
    loss_in_bad: Option<Share>,
}

impl TryFrom<GilbertElliottFields> for GilbertElliott {
    type Error = &'static str;

    fn try_from(fields: GilbertElliottFields) -> Result<GilbertElliott, &'static str> {
        let GilbertElliottFields { loss, burst, to_bad, to_good, loss_in_good, loss_in_bad } =
            fields;
        match (loss, to_bad, to_good) {
            (Some(loss), None, None) if loss_in_good.is_none() && loss_in_bad.is_none() => {
                Ok(GilbertElliott::mean(loss, burst.unwrap_or(DEFAULT_BURST)))
            }
            (None, Some(to_bad), Some(to_good)) if burst.is_none() => Ok(GilbertElliott {
                to_bad,
                to_good,
                loss_in_good: loss_in_good.unwrap_or(Share::NONE),
                loss_in_bad: loss_in_bad.unwrap_or(Share::ALL),
            }),
            _ => Err("give either `loss` and `burst`, or `to-bad` and `to-good`"),
        }
    }
}

/// Packets in a burst, in the mean, unless told otherwise.
const DEFAULT_BURST: u32 = 4;
