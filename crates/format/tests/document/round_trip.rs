//! Snapshots written and read again.

use crate::sample::FULL;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use tierspayant_core::model::{
    AccidentEntry, BirthRank, Code, ContractEntry, CoverageCode, Date, ExemptionEntry, MaternityEntry,
    Moment, Period, Person, Scheme, ServiceEntry, Snapshot, Source, Status, Vocabulary,
};
use tierspayant_format::{parse_dossier, parse_snapshots, snapshots_to_json, write_snapshots};

fn code<const N: usize>() -> impl Strategy<Value = Code<N>> {
    vec(33_u8..127, 1..=N).prop_map(|bytes| String::from_utf8(bytes).unwrap().parse().unwrap())
}

fn date() -> impl Strategy<Value = Date> {
    (1800..3000_i32, 1..13_u32, 1..32_u32).prop_filter_map("a day", |(y, m, d)| Date::from_ymd(y, m, d).ok())
}

fn moment() -> impl Strategy<Value = Moment> {
    (date(), of((0..24_u32, 0..60_u32, 0..60_u32))).prop_map(|(date, time)| match time {
        None => Moment::on(date),
        Some((hour, minute, second)) => Moment::at(date, hour, minute, second).unwrap(),
    })
}

fn period() -> impl Strategy<Value = Period> {
    (of(date()), of(date())).prop_map(|(a, b)| match (a, b) {
        (Some(a), Some(b)) => Period::new(Some(a.min(b)), Some(a.max(b))).unwrap(),
        (a, b) => Period::new(a, b).unwrap(),
    })
}

fn status() -> impl Strategy<Value = Option<Status>> {
    of(select(Status::ALL))
}

fn person() -> impl Strategy<Value = Person> {
    (of(".{1,40}"), of("[0-9]{6,10}"), of(1..10_u64)).prop_map(|(id, birth_date, rank)| Person {
        id: id.map(|id| id.parse().unwrap()),
        birth_date: birth_date.map(|date| date.parse().unwrap()),
        birth_rank: rank.map(|rank| BirthRank::new(rank).unwrap()),
        nir: None,
    })
}

fn scheme() -> impl Strategy<Value = Scheme> {
    (of("[0-9]{2}"), of("[0-9]{3}"), of(code())).prop_map(|(regime, fund, centre)| Scheme {
        regime: regime.and_then(|code| code.parse().ok()),
        fund: fund.and_then(|code| code.parse().ok()),
        centre,
    })
}

fn maternity() -> impl Strategy<Value = MaternityEntry> {
    let bounded = of(period().prop_filter("a bound", |p| *p != Period::ALWAYS));
    (bounded, of(date()), of(date()), of(date()), status()).prop_map(
        |(period, presumed_start, presumed_delivery, delivery, status)| MaternityEntry {
            period,
            presumed_start,
            presumed_delivery,
            delivery,
            status,
        },
    )
}

fn accident() -> impl Strategy<Value = AccidentEntry> {
    (of(code()), of(date()), period(), status()).prop_map(|(number, date, period, status)| AccidentEntry {
        number,
        date,
        period,
        status,
    })
}

fn contract() -> impl Strategy<Value = ContractEntry> {
    (
        of(code()),
        of(code()),
        of(code()),
        of(code()),
        of(any::<bool>()),
        period(),
        status(),
    )
        .prop_map(
            |(number, contract_type, service, indicator, participation, period, status)| ContractEntry {
                number,
                contract_type,
                service,
                indicator,
                participation,
                period,
                status,
                end_reason: None,
                rights: None,
            },
        )
}

fn snapshot() -> impl Strategy<Value = Snapshot> {
    let head = (
        select(Source::ALL),
        of(moment()),
        of(date()),
        of(period()),
        person(),
        scheme(),
    );
    let codes = (period(), of(code()), of(code())).prop_map(|(period, ald, situation)| CoverageCode {
        period,
        ald,
        situation,
    });
    let exemptions = (select(Vocabulary::ALL), code(), period(), status()).prop_map(
        |(vocabulary, code, period, status)| ExemptionEntry {
            vocabulary,
            code,
            period,
            status,
        },
    );
    let services = (code(), period()).prop_map(|(code, period)| ServiceEntry { code, period });
    let body = (
        of(vec(period(), 0..3)),
        of(vec(codes, 0..3)),
        of(vec(exemptions, 0..3)),
        of(maternity()),
        of(vec(accident(), 0..3)),
        of(vec(contract(), 0..3)),
        of(vec(services, 0..3)),
    );
    (head, body).prop_map(
        |(
            (source, observed_at, updated_on, horizon, person, scheme),
            (coverage, codes, exemptions, maternity, accidents, contracts, services),
        )| Snapshot {
            source,
            observed_at,
            updated_on,
            horizon,
            person,
            scheme,
            coverage,
            codes,
            exemptions,
            maternity,
            accidents,
            contracts,
            services,
        },
    )
}

proptest! {
    #[test]
    fn written_and_read_again_is_equal(snapshots in vec(snapshot(), 0..4)) {
        let text = snapshots_to_json(&snapshots);
        prop_assert_eq!(parse_snapshots(text.as_bytes()).unwrap(), snapshots.clone());
        let mut pretty = Vec::new();
        write_snapshots(&mut pretty, &snapshots).unwrap();
        prop_assert_eq!(parse_snapshots(&pretty).unwrap(), snapshots.clone());
        // The same snapshots give the same bytes, and a second trip changes none.
        prop_assert_eq!(snapshots_to_json(&parse_snapshots(&pretty).unwrap()), text);
    }
}

#[test]
fn the_nir_is_not_written_and_the_rest_is() {
    let rights = parse_dossier(FULL.as_bytes()).unwrap().rights;
    let text = snapshots_to_json(&rights);
    assert!(!text.contains("nir") && !text.contains("2850599999001"));
    let mut expected = rights;
    expected[0].person.nir = None;
    assert_eq!(parse_snapshots(text.as_bytes()).unwrap(), expected);
}

#[test]
fn fields_stand_in_the_order_of_the_format() {
    let snapshots = parse_snapshots(
        br#"{"contracts":[{"participation":false,"end":"2026-01-01","type":"89"}],"maternity":{},"coverage":[{}],"source":"adri","horizon":{}}"#,
    );
    assert_eq!(
        snapshots_to_json(&snapshots.unwrap()),
        r#"{"format":"tierspayant/1","rights":[{"source":"adri","horizon":{},"coverage":[{}],"maternity":{},"contracts":[{"type":"89","end":"2026-01-01","participation":false}]}]}"#
    );
}
