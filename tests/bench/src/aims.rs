//! What was asked of each work beside what it costs.

/// What is asked of a figure.
#[derive(Clone, Copy)]
pub enum Asked {
    AtMost(f64),
    AtLeast(f64),
}

/// Every figure that something was asked of.
#[derive(Default)]
pub struct Aims(Vec<(String, f64, Asked)>);

impl Aims {
    /// Notes what a work costs.
    pub fn note(&mut self, work: impl Into<String>, found: f64, asked: Asked) {
        self.0.push((work.into(), found, asked));
    }

    pub fn at_most(&mut self, work: impl Into<String>, found: f64, most: f64) {
        self.note(work, found, Asked::AtMost(most));
    }

    pub fn at_least(&mut self, work: impl Into<String>, found: f64, least: f64) {
        self.note(work, found, Asked::AtLeast(least));
    }

    /// Prints them as a table, and says how many were reached.
    pub fn print(&self) -> String {
        println!("\n| work | found | asked | |\n|---|---|---|---|");
        let mut reached = 0;
        for (work, found, asked) in &self.0 {
            let (met, sign, bound) = match asked {
                Asked::AtMost(most) => (found <= most, "≤", most),
                Asked::AtLeast(least) => (found >= least, "≥", least),
            };
            reached += usize::from(met);
            let found = number(*found);
            let word = if met { "reached" } else { "missed" };
            println!("| {work} | {found} | {sign} {} | {word} |", number(*bound));
        }
        format!("{reached} of {} aims reached", self.0.len())
    }
}

/// Whole where it is large.
fn number(value: f64) -> String {
    if value >= 100.0 || value.fract() == 0.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.2}")
    }
}
