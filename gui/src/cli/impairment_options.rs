//! What the network is like.

use roomrtc_sim::link::{
    Corrupt, Delay, Duplicate, GilbertElliott, Jitter, LinkParameters, Loss, Mtu, Preset,
    QueueLimit, RateLimit, Reorder,
};
use roomrtc_sim::quantity::{BitRate, Share, Size, Span};

use super::{ImpairedWay, Percent};
use crate::impairment::Impairment;

/// A bad network on purpose: what is done to the datagrams of this side; in the demo, of alice. A
/// network that is named comes first, then what the other options add.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Impairment")]
pub struct ImpairmentOptions {
    /// Be in this network. Anything else than a name lists them.
    #[arg(long, value_name = "NAME", help = network_help())]
    pub network: Option<Preset>,
    /// Lose so many percent of the datagrams.
    #[arg(long, value_name = "PERCENT")]
    pub loss: Option<Percent>,
    /// Lose them in bursts of so many in the mean, and not each for itself.
    #[arg(long, value_name = "PACKETS", requires = "loss", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub burst: Option<u32>,
    /// Delay them by so many milliseconds.
    #[arg(long, value_name = "MS")]
    pub delay: Option<Span>,
    /// Delay each by up to so many milliseconds more, in order.
    #[arg(long, value_name = "MS")]
    pub jitter: Option<Span>,
    /// Hold so many percent back for 20 ms, so that others overtake them.
    #[arg(long, value_name = "PERCENT")]
    pub reorder: Option<Percent>,
    /// Let so many percent come twice.
    #[arg(long, value_name = "PERCENT")]
    pub duplicate: Option<Percent>,
    /// Turn a bit of so many percent.
    #[arg(long, value_name = "PERCENT")]
    pub corrupt: Option<Percent>,
    /// Let no more than so many bits a second through: 800k, 1.5M, or a plain number.
    #[arg(long, value_name = "BITS/S")]
    pub rate: Option<BitRate>,
    /// With a queue of so much before it, by time or bytes: 200ms, 64KiB.
    #[arg(long, value_name = "QUEUE", requires = "rate", default_value = "200ms")]
    pub queue: Option<QueueLimit>,
    /// Lose IP packets of more bytes than this.
    #[arg(long, value_name = "BYTES")]
    pub mtu: Option<Size>,
    /// Do so to what is sent, to what is received, or to both.
    #[arg(long, value_name = "WAY", value_enum, default_value_t)]
    pub impair: ImpairedWay,
}

fn network_help() -> String {
    let all = Preset::all().into_iter();
    let lines = all.map(|preset| format!("  {}: {}", preset.name, preset.description));
    format!("Be in one of these networks:\n{}", lines.collect::<Vec<_>>().join("\n"))
}

impl ImpairmentOptions {
    /// For how long a datagram is held back that others overtake.
    const HELD_BACK: Span = Span::millis(20);

    /// What is done to the datagrams; `None` if nothing is.
    pub fn impairment(&self) -> Option<Impairment> {
        let added = self.added();
        let (mut up, mut down) = match &self.network {
            Some(preset) => (preset.up.clone(), preset.down.clone()),
            None => (Vec::new(), Vec::new()),
        };
        up.extend_from_slice(&added);
        down.extend(added);
        match self.impair {
            ImpairedWay::Up => down.clear(),
            ImpairedWay::Down => up.clear(),
            ImpairedWay::Both => {}
        }
        let impairment = Impairment { up, down };
        (impairment != Impairment::default()).then_some(impairment)
    }

    /// What the single options ask for, in the order in which a packet would meet it.
    fn added(&self) -> Vec<LinkParameters> {
        let queue = self.queue.unwrap_or(QueueLimit::millis(200));
        let (share, latest) = (|it: Percent| it.0, Span::ZERO);
        let stages: [Option<LinkParameters>; 8] = [
            self.mtu.map(|bytes| Mtu { bytes }.into()),
            self.loss.map(share).map(|share| self.lossy(share)),
            self.corrupt.map(share).map(|share| Corrupt { share, bits: 1 }.into()),
            self.duplicate.map(share).map(|share| Duplicate { share, late_up_to: latest }.into()),
            self.rate.map(|rate| RateLimit::new(rate, queue).into()),
            self.delay.map(|by| Delay { by }.into()),
            self.jitter.map(|most| Jitter::in_order(most).into()),
            self.reorder.map(|it| Reorder::by_time(it.0, ImpairmentOptions::HELD_BACK).into()),
        ];
        stages.into_iter().flatten().collect()
    }

    fn lossy(&self, share: Share) -> LinkParameters {
        match self.burst {
            Some(burst) if burst > 1 => GilbertElliott::mean(share, burst).into(),
            _ => Loss { share }.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Arguments, Subcommand};
    use clap::Parser;

    fn parse(arguments: &[&str]) -> Result<Option<Impairment>, String> {
        let all = ["roomrtc", "demo"].iter().chain(arguments);
        match Arguments::try_parse_from(all).map_err(|error| error.to_string())?.subcommand {
            Some(Subcommand::Demo(options)) => Ok(options.impairment.impairment()),
            other => Err(format!("{other:?}")),
        }
    }

    fn words(arguments: &[&str]) -> (String, String) {
        let impairment = parse(arguments).expect("valid").expect("an impairment");
        (Impairment::words(&impairment.up), Impairment::words(&impairment.down))
    }

    #[test]
    fn without_an_option_nothing_is_done() {
        assert_eq!(parse(&[]), Ok(None));
        assert_eq!(parse(&["--impair", "up"]), Ok(None));
    }

    #[test]
    fn options_make_a_chain_in_the_order_of_a_link() {
        let (up, down) = words(&["--jitter", "30", "--loss", "5", "--rate", "1M", "--delay", "20"]);
        let expected = "5 % lost; 1 Mbit/s with a queue of 200 ms; 20 ms later; \
                        up to 30 ms late, in order";
        assert_eq!((up.as_str(), down.as_str()), (expected, expected));
        let (up, down) = words(&["--loss", "3", "--burst", "4", "--impair", "up"]);
        assert_eq!(up, "3 % lost in bursts of about 4");
        assert_eq!(down, "nothing");
        let rest =
            words(&["--reorder", "2", "--duplicate", "1", "--corrupt", "0.5", "--mtu", "1200"]).0;
        let expected = "packets of up to 1.2 kB; 0.5 % with 1 bits turned; 1 % come twice; \
                        2 % held back for 20 ms";
        assert_eq!(rest, expected);
    }

    #[test]
    fn networks_are_named_and_added_to() {
        let (up, down) = words(&["--network", "satellite", "--loss", "5"]);
        assert!(up.contains("270 ms later") && up.ends_with("5 % lost"), "{up}");
        assert!(up.contains("3 Mbit/s") && down.contains("20 Mbit/s"), "{up}, {down}");
        let error = parse(&["--network", "tin-can"]).expect_err("no such network");
        assert!(error.contains("there is no network `tin-can`: there are wifi"), "{error}");
    }

    #[test]
    fn nonsense_is_refused() {
        for arguments in [
            ["--loss", "101"],
            ["--jitter", "soon"],
            ["--rate", "0"],
            ["--burst", "4"],
            ["--queue", "64KiB"],
            ["--impair", "sideways"],
        ] {
            assert!(parse(&arguments).is_err(), "{arguments:?}");
        }
    }
}
