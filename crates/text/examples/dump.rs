//! scratch
fn main() {
    let t = std::time::Instant::now();
    match tierspayant_text::Texts::embedded() {
        Ok(_) => println!("ok {:?}", t.elapsed()),
        Err(e) => println!("{e}"),
    }
}
