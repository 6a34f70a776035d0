//! What becomes of a share after it was sent, over all the returns that speak of it.

use crate::model::text_enum;

text_enum! {
    /// What became of a share of an invoice, in the order of its life.
    Followed {
        /// Sent, and no return speaks of it yet.
        Open = "open",
        /// The payer works on it: wait, and do not send again.
        Waiting = "waiting",
        /// Refused, and nothing was sent since.
        Rejected = "rejected",
        /// Refused more than once.
        RejectedAgain = "rejected_again",
        /// Refused, and sent again since, under its own or a new number.
        SentAgain = "sent_again",
        /// Refused, and settled since under the new number that it was sent with.
        Replaced = "replaced",
        /// Paid in whole.
        Paid = "paid",
        /// Paid, but less than was asked.
        PaidInPart = "paid_in_part",
        /// Paid once, and taken back.
        Deducted = "deducted",
        /// Somebody decided to pursue it no further.
        GivenUp = "given_up",
        /// Refused, and the day is past on which it could be sent again.
        TooLate = "too_late",
    }
}

text_enum! {
    /// What a state asks of the person who follows it.
    Work {
        /// Do something.
        Now = "now",
        /// Wait for the payer.
        Wait = "wait",
        /// Nothing.
        Done = "done",
    }
}

impl Followed {
    /// What it asks for.
    pub const fn work(self) -> Work {
        match self {
            Followed::Rejected | Followed::RejectedAgain | Followed::PaidInPart | Followed::Deducted => {
                Work::Now
            }
            Followed::Open | Followed::Waiting | Followed::SentAgain => Work::Wait,
            Followed::Paid | Followed::Replaced | Followed::GivenUp | Followed::TooLate => Work::Done,
        }
    }
}
