//! One stage of a link, as it is written.

use serde::{Deserialize, Deserializer, Serialize};

use super::parameters_visitor::ParametersVisitor;
use super::{Model, Selection};
use crate::network::Name;

/// One stage of a link: a model, the packets that it concerns and its name. In a scenario:
/// `{ model = "loss", share = "5 %", only = { kind = "rtp" } }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkParameters {
    /// What it does.
    #[serde(flatten)]
    pub model: Model,
    /// What it is called in the ledger and draws its randomness by. Without a name it is called
    /// after its model, and after its place among those of the same model. Where of two stages of a
    /// model one may be taken out later, names keep the other's draws.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Which packets it concerns.
    #[serde(skip_serializing_if = "Selection::is_everything")]
    pub only: Selection,
}

impl LinkParameters {
    /// A stage that concerns all packets.
    pub fn new(model: impl Into<Model>) -> LinkParameters {
        LinkParameters { model: model.into(), name: None, only: Selection::default() }
    }

    /// The same, for these packets only.
    pub fn only(self, only: Selection) -> LinkParameters {
        LinkParameters { only, ..self }
    }

    /// The same, under this name.
    pub fn named(self, name: &str) -> LinkParameters {
        LinkParameters { name: Some(name.into()), ..self }
    }

    /// The names of a chain's stages, each its own.
    pub fn names(chain: &[LinkParameters]) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::with_capacity(chain.len());
        for stage in chain {
            let wanted = stage.name.clone().unwrap_or_else(|| Name::new(stage.model.kind()));
            let numbered = (2..).map(|number| Name::new(&format!("{wanted}-{number}")));
            let mut free = std::iter::once(wanted.clone()).chain(numbered);
            names.extend(free.find(|name| !names.contains(name)));
        }
        names
    }
}

impl<M: Into<Model>> From<M> for LinkParameters {
    fn from(model: M) -> LinkParameters {
        LinkParameters::new(model)
    }
}

impl<'de> Deserialize<'de> for LinkParameters {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<LinkParameters, D::Error> {
        from.deserialize_map(ParametersVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Delay, Kinds, Loss};

    fn read(text: &str) -> Result<LinkParameters, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn stages_are_read_as_they_are_written() {
        let text = r#"model = "loss"
            share = "5 %"
            name = "first"
            only = { kind = "rtp rtcp", since = "2 s" }"#;
        let stage = read(text).expect("a stage");
        let selection = stage.only.clone();
        assert_eq!(selection.kind, Some(Kinds::RTP.and(Kinds::RTCP)));
        let expected = LinkParameters::new(Loss::percent(5)).named("first").only(selection);
        assert_eq!(stage, expected);
        let written = toml::to_string(&stage).expect("TOML");
        assert_eq!(read(&written).expect(&written), stage);
        assert_eq!(read("model = \"delay\"\nby = 20"), Ok(Delay::millis(20).into()));
    }

    #[test]
    fn mistakes_are_named() {
        let error = |text: &str| read(text).expect_err(text);
        assert!(error("share = 0.1").contains("model"));
        assert!(error("model = \"los\"").contains("unknown variant `los`, expected one of `loss`"));
        assert!(error("model = \"loss\"").contains("missing field `share`"));
        let unknown = error("model = \"loss\"\nshare = 0.1\npart = 1");
        assert!(unknown.contains("unknown field `part`"), "{unknown}");
        assert!(error("model = \"loss\"\nshare = \"5\"").contains("write it as `5 %`"));
        assert!(error("model = \"mtu\"\nbytes = 1\nonly = { kid = 1 }").contains("`kid`"));
        assert!(error("model = \"mtu\"\nbytes = 1\nname = \"a b\"").contains("no name"));
    }

    #[test]
    fn names_are_each_their_own() {
        let chain = [
            Loss::percent(1).into(),
            Delay::millis(1).into(),
            Loss::percent(2).into(),
            LinkParameters::new(Loss::percent(3)).named("loss"),
        ];
        let names = LinkParameters::names(&chain);
        assert_eq!(names, ["loss", "delay", "loss-2", "loss-3"].map(Name::new));
    }
}
