use super::ContractQuery;
use crate::evidence::{ContractView, Recorded};
use crate::model::{ClaimContract, Code, Period};
use crate::tables::RightKind;

fn number(text: &str) -> Option<Code<12>> {
    text.parse().ok()
}

fn contract(kind: RightKind, number: Option<Code<12>>, contract_type: &str) -> ContractView {
    ContractView {
        number,
        kind,
        typed: !matches!(contract_type, "" | "0"),
        leaver: false,
        end_reason: None,
        rights: None,
        prolonged: None,
        record: Recorded {
            contract_type: contract_type.parse().ok(),
            ..Recorded::over(Period::ALWAYS)
        },
    }
}

/// The contracts on record, by a name.
fn on_record() -> Vec<(&'static str, ContractView)> {
    use RightKind::{Ame, Css, PrivateContract};
    let leaver = |kind| ContractView {
        leaver: true,
        ..contract(kind, number("77777777"), "")
    };
    vec![
        ("css", contract(Css, number("88888888"), "89")),
        ("css elsewhere", contract(Css, number("75500017"), "89")),
        ("css unnumbered", contract(Css, None, "89")),
        ("ame", contract(Ame, number("75500017"), "")),
        ("private", contract(PrivateContract, number("75500017"), "1")),
        (
            "private untyped",
            contract(PrivateContract, number("75500017"), ""),
        ),
        (
            "private elsewhere",
            contract(PrivateContract, number("75500018"), "1"),
        ),
        (
            "private of type 0",
            contract(PrivateContract, number("75500019"), "0"),
        ),
        ("leaver", leaver(PrivateContract)),
        ("leaver of a css", leaver(Css)),
        ("leaver of an ame", leaver(Ame)),
    ]
}

#[test]
fn each_question_takes_the_contracts_that_it_is_about() {
    let carried = |number, contract_type: &str| ClaimContract {
        number,
        contract_type: contract_type.parse().ok(),
        ..ClaimContract::default()
    };
    let (one, other) = (number("75500017"), number("75500018"));
    let asked = [
        (ContractQuery::Css, vec!["css", "css elsewhere", "css unnumbered"]),
        (ContractQuery::CssNumbered, vec!["css", "css elsewhere"]),
        (ContractQuery::CssUnder(one.unwrap()), vec!["css elsewhere"]),
        (ContractQuery::Ame, vec!["ame"]),
        (
            ContractQuery::Private(one.unwrap()),
            vec!["private", "private untyped"],
        ),
        (ContractQuery::Private(number("77777777").unwrap()), vec![]),
        (
            ContractQuery::AnyPrivate,
            vec![
                "private",
                "private untyped",
                "private elsewhere",
                "private of type 0",
            ],
        ),
        (
            ContractQuery::Leaver,
            vec!["leaver", "leaver of a css", "leaver of an ame"],
        ),
        // What one of the two does not say does not differ; a type is compared as a number.
        (
            ContractQuery::Carried(RightKind::Css, carried(one, "")),
            vec!["css elsewhere", "css unnumbered"],
        ),
        (
            ContractQuery::Carried(RightKind::Css, carried(one, "088")),
            vec![],
        ),
        (
            ContractQuery::Carried(RightKind::Css, carried(None, "089")),
            vec!["css", "css elsewhere", "css unnumbered"],
        ),
        (
            ContractQuery::Carried(RightKind::Ame, carried(None, "")),
            vec!["ame"],
        ),
        (
            ContractQuery::PrivateAs(carried(one, "01")),
            vec!["private", "private untyped"],
        ),
        (
            ContractQuery::PrivateAs(carried(one, "2")),
            vec!["private untyped"],
        ),
        (
            ContractQuery::PrivateAs(carried(other, "")),
            vec!["private elsewhere"],
        ),
        (
            ContractQuery::PrivateAs(carried(number("75500019"), "2")),
            vec!["private of type 0"],
        ),
        (ContractQuery::PrivateAs(carried(None, "1")), vec![]),
        (ContractQuery::PrivateAs(carried(number("77777777"), "")), vec![]),
    ];
    for (query, expected) in asked {
        let contracts = on_record();
        let wanted = contracts.iter().filter(|(_, entry)| query.wants(entry));
        assert_eq!(
            wanted.map(|(name, _)| *name).collect::<Vec<_>>(),
            expected,
            "{query:?}"
        );
    }
}
