//! All models.

use serde::{Deserialize, Serialize};

use super::models::{
    Blackout, Burst, CoDel, Corrupt, Delay, DeliveryTrace, Duplicate, EcnMark, GilbertElliott,
    Jitter, Loss, Mtu, Nth, RateLimit, Reorder, Script,
};

/// One thing that a link does to packets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "model", rename_all = "kebab-case")]
pub enum Model {
    /// Independent loss.
    Loss(Loss),
    /// Loss in bursts at random.
    GilbertElliott(GilbertElliott),
    /// A burst of loss at a chosen packet or time.
    Burst(Burst),
    /// Constant delay.
    Delay(Delay),
    /// Varying delay.
    Jitter(Jitter),
    /// Packets that are overtaken.
    Reorder(Reorder),
    /// Packets that come twice.
    Duplicate(Duplicate),
    /// Bits that are turned.
    Corrupt(Corrupt),
    /// A bottleneck with a queue that drops what finds no room.
    RateLimit(RateLimit),
    /// A bottleneck whose queue is kept short.
    #[serde(rename = "codel")]
    CoDel(CoDel),
    /// Congestion marks.
    EcnMark(EcnMark),
    /// The largest packet.
    Mtu(Mtu),
    /// Times in which nothing passes.
    Blackout(Blackout),
    /// A recorded link.
    DeliveryTrace(DeliveryTrace),
    /// A chosen packet's fate.
    Nth(Nth),
    /// A place for scripted faults.
    Script(Script),
}

impl Model {
    /// What it is called in a scenario. A stage without a name of its own has this one.
    pub const fn kind(&self) -> &'static str {
        match self {
            Model::Loss(_) => "loss",
            Model::GilbertElliott(_) => "gilbert-elliott",
            Model::Burst(_) => "burst",
            Model::Delay(_) => "delay",
            Model::Jitter(_) => "jitter",
            Model::Reorder(_) => "reorder",
            Model::Duplicate(_) => "duplicate",
            Model::Corrupt(_) => "corrupt",
            Model::RateLimit(_) => "rate-limit",
            Model::CoDel(_) => "codel",
            Model::EcnMark(_) => "ecn-mark",
            Model::Mtu(_) => "mtu",
            Model::Blackout(_) => "blackout",
            Model::DeliveryTrace(_) => "delivery-trace",
            Model::Nth(_) => "nth",
            Model::Script(_) => "script",
        }
    }

    /// Whether what it does are faults: they are in the ledger, and a scripted run takes them from
    /// there instead. The other models are the nature of the link.
    pub const fn is_fault(&self) -> bool {
        !matches!(
            self,
            Model::Delay(_)
                | Model::RateLimit(_)
                | Model::CoDel(_)
                | Model::Mtu(_)
                | Model::DeliveryTrace(_)
        )
    }

    /// Whether what it does to a packet depends on those before it, so that it must meet them in
    /// their true order.
    pub const fn minds_order(&self) -> bool {
        match self {
            Model::Loss(_)
            | Model::Delay(_)
            | Model::Duplicate(_)
            | Model::Corrupt(_)
            | Model::EcnMark(_)
            | Model::Mtu(_)
            | Model::Blackout(_) => false,
            Model::Jitter(jitter) => jitter.keep_order,
            Model::Reorder(reorder) => reorder.packets > 0,
            Model::GilbertElliott(_)
            | Model::Burst(_)
            | Model::RateLimit(_)
            | Model::CoDel(_)
            | Model::DeliveryTrace(_)
            | Model::Nth(_)
            | Model::Script(_) => true,
        }
    }
}

/// Makes each model's parameters a [`Model`].
macro_rules! models {
    ($($name:ident),* $(,)?) => {
        $(
            impl From<$name> for Model {
                fn from(parameters: $name) -> Model {
                    Model::$name(parameters)
                }
            }
        )*
    };
}

models!(
    Loss,
    GilbertElliott,
    Burst,
    Delay,
    Jitter,
    Reorder,
    Duplicate,
    Corrupt,
    RateLimit,
    CoDel,
    EcnMark,
    Mtu,
    Blackout,
    DeliveryTrace,
    Nth,
    Script,
);
