//! A later horizon of the tables never changes an answer about an earlier date.

use crate::common::{ENGINE, answer, answer_of, config};
use proptest::prelude::*;
use std::sync::LazyLock;
use tierspayant::Engine;
use tierspayant::core::model::Position;
use tierspayant::tables::embedded_files;
use tierspayant_testkit::dossiers;

static LATER: LazyLock<Engine> = LazyLock::new(|| {
    let mut files = embedded_files();
    let edition = files.get_mut("edition.toml").unwrap();
    let line = edition
        .lines()
        .find(|line| line.starts_with("covers_to"))
        .unwrap()
        .to_owned();
    *edition = edition.replace(&line, "covers_to = \"2031-12-31\"");
    Engine::with_tables(&files).unwrap()
});

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn later_tables_say_the_same_of_earlier_days(dossier in dossiers()) {
        let covers = ENGINE.tables().decision.covers;
        prop_assume!(covers.position(dossier.claim.care_date) == Position::Within);
        let (mut now, mut later) = (answer(&dossier), answer_of(&LATER, &dossier, false));
        // The tables themselves are named in the answer.
        now["rules"].take();
        later["rules"].take();
        prop_assert_eq!(now, later);
    }
}
