//! scratch
fn main() {
    for _ in 0..3 {
        let t = std::time::Instant::now();
        match tierspayant_text::Texts::embedded() {
            Ok(_) => println!("ok {:?}", t.elapsed()),
            Err(e) => println!("{e} {:?}", t.elapsed()),
        }
    }
}
