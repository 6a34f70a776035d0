//! The dossiers of some numbers as JSON, one per line: to look at one, or to keep it.

use tierspayant_testkit::{Kit, dossier_to_json};

fn main() {
    let kit = Kit::new();
    for number in std::env::args().skip(1).filter_map(|word| word.parse().ok()) {
        println!("{}", dossier_to_json(&kit.dossier(number)));
    }
}
