use super::passed;

#[test]
fn the_passed_tests_are_read_from_the_last_line() {
    assert_eq!(passed("44 passed, 1 skipped in 1.39s"), 44);
    assert_eq!(passed("1 failed, 43 passed in 1.39s"), 43);
    assert_eq!(passed("no tests ran in 0.01s"), 0);
}
