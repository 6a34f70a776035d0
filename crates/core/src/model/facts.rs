//! Facts of a claim and of its lines that only who bills knows: the prescription, the document, the agreement, who else
//! may pay. Rules read them as they are declared here.

use super::record::{Bounds, OrNothing, record};
use super::text_enum::text_enum;
use super::{Date, Period, Scheme, Status};

record! {
    /// What only who bills a claim knows of it.
    #[derive(Copy, Default, Hash)]
    ClaimFacts {
        /// Who prescribed.
        prescriber: Prescriber as OrNothing,
        /// How the claim is made.
        mode: Option<Mode> => "as `card` says",
        /// Who may pay in place of the fund.
        paid_instead: Option<PaidInstead> => "nobody else does",
        /// The scheme of the other insured parent of a child.
        other_scheme: Scheme as OrNothing => "there is none, or it is not known",
    }
}

record! {
    /// What only who bills a line knows of it.
    #[derive(Copy, Default, Hash)]
    LineFacts {
        /// The prescriber's document that a product needs.
        document: Option<DocumentState>,
        /// The voucher of a vaccine.
        voucher: Option<Voucher>,
        /// The fund's prior agreement.
        prior_agreement: Option<PriorAgreement>,
        /// The day on which that agreement was asked for.
        prior_agreement_requested_on: Option<Date>,
        /// The day on which the fund received the request, as its receipt says: its silence counts from there.
        prior_agreement_received_on: Option<Date> => "the day on which it was asked for",
        /// Its own prescription.
        prescription: LinePrescription as OrNothing => "that of the claim",
        /// What is known of a transport.
        transport: TransportFacts as OrNothing,
        /// The documents that the fund asks for.
        proof: Option<Proof>,
    }
}

impl LineFacts {
    /// Whether anything is known.
    pub(crate) const fn says_something(&self) -> bool {
        // A fact that is added does not compile until it is asked for here.
        let LineFacts {
            document,
            voucher,
            prior_agreement,
            prior_agreement_requested_on,
            prior_agreement_received_on,
            prescription: LinePrescription { state, date },
            transport: TransportFacts { urgent, ground },
            proof,
        } = self;
        // All are looked at: mostly none is there.
        document.is_some()
            | voucher.is_some()
            | prior_agreement.is_some()
            | prior_agreement_requested_on.is_some()
            | prior_agreement_received_on.is_some()
            | state.is_some()
            | date.is_some()
            | urgent.is_some()
            | ground.is_some()
            | proof.is_some()
    }
}

text_enum! {
    /// How the prescriber stands to the health insurance.
    Standing {
        /// A doctor in the convention.
        Convention = "convention",
        /// A doctor outside the convention (secteur 3).
        OutsideConvention = "outside_convention",
        /// A prescriber of a hospital.
        Hospital = "hospital",
    }
}

record! {
    /// Who prescribed.
    #[derive(Copy, Default, Hash)]
    Prescriber {
        /// How the prescriber stands to the health insurance.
        standing: Option<Standing>,
    }
}

text_enum! {
    /// How the claim is made.
    Mode {
        /// With the card.
        Card = "card",
        /// Without it, in degraded mode.
        Degraded = "degraded",
        /// Without it, the patient being elsewhere (tele-care).
        Remote = "remote",
        /// Without it, for a minor who asks for secrecy.
        Secrecy = "secrecy",
    }
}

text_enum! {
    /// Who pays for care in place of the fund, within a flat amount.
    PaidInstead {
        /// A nursing service at home (SSIAD).
        NursingService = "nursing_service",
        /// A hospital, during a stay in it.
        HospitalStay = "hospital_stay",
        /// Hospital at home (HAD).
        HospitalAtHome = "hospital_at_home",
        /// A home for the elderly (EHPAD).
        NursingHome = "nursing_home",
    }
}

text_enum! {
    /// What became of a document of the prescriber that a product needs.
    DocumentState {
        /// Shown, and complete.
        Present = "present",
        /// Not shown.
        Absent = "absent",
        /// It says that the prescription is outside the terms of cover.
        OutsideTerms = "outside_terms",
    }
}

text_enum! {
    /// What became of the voucher of a vaccine.
    Voucher {
        /// Shown.
        Present = "present",
        /// Not shown.
        Absent = "absent",
    }
}

text_enum! {
    /// What became of the fund's prior agreement.
    PriorAgreement {
        /// Given.
        Granted = "granted",
        /// Asked for, not answered.
        Requested = "requested",
        /// Refused.
        Refused = "refused",
        /// This care needs none.
        NotNeeded = "not_needed",
    }
}

text_enum! {
    /// Whether there is a prescription.
    PrescriptionState {
        /// There is one.
        Present = "present",
        /// There is none: direct access, a test or a product without one.
        None = "none",
        /// There is one, to be used only where a test says so.
        Conditional = "conditional",
    }
}

record! {
    /// The prescription of one line.
    #[derive(Copy, Default, Hash)]
    LinePrescription {
        /// Whether there is one.
        state: Option<PrescriptionState> => "`present`",
        /// Its day.
        date: Option<Date> => "the day of the claim",
    }
}

text_enum! {
    /// The ground on which a transport is covered.
    TransportGround {
        /// Into or out of a hospital.
        Hospitalisation = "hospitalisation",
        /// Care of an ALD.
        Ald = "ald",
        /// An accident or an occupational disease.
        Accident = "accident",
        /// Lying, or under constant watch.
        LyingOrWatched = "lying_or_watched",
        /// More than 150 km away.
        LongDistance = "long_distance",
        /// Transports in series.
        Series = "series",
        /// Summoned by the fund or an expert.
        Summons = "summons",
        /// Another ground.
        Other = "other",
    }
}

record! {
    /// What is known of a transport.
    #[derive(Copy, Default, Hash)]
    TransportFacts {
        /// Whether the prescriber attested an emergency.
        urgent: Option<bool>,
        /// The ground on which it is covered.
        ground: Option<TransportGround>,
    }
}

text_enum! {
    /// What became of the documents that the fund asks for.
    Proof {
        /// Sent.
        Sent = "sent",
        /// Still to be sent.
        ToSend = "to_send",
        /// Missing.
        Missing = "missing",
    }
}

text_enum! {
    /// Why a contract ended.
    EndReason {
        /// Its term.
        Term = "term",
        /// It was given up.
        Renounced = "renounced",
        /// A contribution was not paid.
        Unpaid = "unpaid",
        /// The household changed.
        Household = "household",
    }
}

record! {
    /// Rights under a contract for one kind of expense, as the insurer tells them.
    #[derive(PartialOrd, Ord, Hash)]
    DomainRight {
        /// The kind of expense, as the insurer names it.
        domain: Box<str>,
        /// The days on which they hold.
        period: Period as Bounds,
        /// Their state.
        status: Option<Status>,
    }
}
