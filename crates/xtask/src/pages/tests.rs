//! The pages stand as the tables, the texts and the cases make them.

use super::{Material, folder, out_of_date, pictures, written};

#[test]
fn every_page_is_up_to_date() {
    let material = Material::read().unwrap();
    let mut wrong = out_of_date(&folder(), &written(&material)).unwrap();
    let drawn = pictures::written(&material.engine).unwrap();
    wrong.extend(out_of_date(&pictures::folder(), &drawn).unwrap());
    assert!(wrong.is_empty(), "run `cargo xtask pages`: {wrong:?}");
}

#[test]
fn every_rule_has_a_page_that_says_what_it_must() {
    let material = Material::read().unwrap();
    let pages = written(&material);
    for rule in material.engine.tables().decision.rules.rules() {
        let page = &pages[&format!("{}.md", rule.id)];
        for part in [rule.id.as_str(), &rule.title, &rule.reference.text] {
            assert!(page.contains(part), "{}: {part}", rule.id);
        }
        assert!(page.contains(&rule.reference.checked.to_string()), "{}", rule.id);
        assert!(
            pages["README.md"].contains(&format!("({}.md)", rule.id)),
            "{}",
            rule.id
        );
    }
}
