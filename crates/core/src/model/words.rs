//! The closed word lists of the format.

use super::record::{Input, Kind, Misplaced, Output, PathStep, Value, Word, WordList, texts};
use super::text_enum::text_enum;
use super::{Code, CodeError, Fault};
use std::fmt;
use std::str::FromStr;

/// A word that is not in the list of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected one of: {}", expected.join(", "))]
pub struct UnknownWord {
    /// The words that the field takes.
    pub expected: &'static [&'static str],
}

text_enum! {
    /// Who said something of a right.
    Source {
        /// The fund's own database.
        Bdo = "bdo",
        /// The rights service called from the billing software.
        Adri = "adri",
        /// Its hospital twin.
        Cdri = "cdri",
        /// A rights page looked at by hand (Amelipro).
        Portal = "portal",
        /// An attestation de droits.
        Attestation = "attestation",
        /// A carte Vitale reading.
        Vitale = "vitale",
        /// The carte Vitale application.
        Apcv = "apcv",
        /// Typed by hand.
        Manual = "manual",
        /// The online answer of a complementary insurer.
        Amc = "amc",
    }
}

text_enum! {
    /// Which list a code of an exemption belongs to; lists are never mixed.
    Vocabulary {
        /// Motives held by the fund: LIS, EXC, EXP, L324, MAT…
        Bdo = "bdo",
        /// Codes of the hospital rights service, whose table was not said: a code that its tables read differently is unknown.
        Cdri = "cdri",
        /// Numbers of the national claims warehouse, whose table was not said: one that its tables read differently is unknown.
        Snds = "snds",
        /// Justification codes of a claim: 0 to 9 and C.
        Claim = "claim",
        /// Exemptions (ETM) of the hospital rights service.
        CdriEtm = "cdri_etm",
        /// Modulations (MTM) of the hospital rights service.
        CdriMtm = "cdri_mtm",
        /// Exemptions of a person in the claims warehouse (IR_ETM_V).
        SndsEtm = "snds_etm",
        /// Motives of exemption of a paid line in the claims warehouse (IR_EXO_V).
        SndsExo = "snds_exo",
        /// Modulations of a person in the claims warehouse (IR_MTM_V).
        SndsMtm = "snds_mtm",
    }
}

text_enum! {
    /// What a source says of the state of an entry.
    Status {
        /// In force.
        Active = "active",
        /// Being registered or under instruction.
        Pending = "pending",
        /// Suspended.
        Suspended = "suspended",
        /// Refused.
        Refused = "refused",
        /// Closed.
        Closed = "closed",
    }
}

text_enum! {
    /// Who pays a part: the obligatory insurer or the complementary one.
    Share {
        /// Assurance maladie obligatoire.
        Amo = "amo",
        /// Assurance maladie complémentaire.
        Amc = "amc",
    }
}

/// The shares that ask for tiers payant; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShareSet {
    /// Only the AMO share.
    Amo,
    /// Only the AMC share.
    Amc,
    /// Both shares.
    Both,
}

impl From<Share> for ShareSet {
    fn from(share: Share) -> Self {
        match share {
            Share::Amo => ShareSet::Amo,
            Share::Amc => ShareSet::Amc,
        }
    }
}

impl ShareSet {
    /// The shares of the set, AMO first.
    pub const fn shares(self) -> &'static [Share] {
        match self {
            ShareSet::Amo => &[Share::Amo],
            ShareSet::Amc => &[Share::Amc],
            ShareSet::Both => &[Share::Amo, Share::Amc],
        }
    }

    /// Their words, AMO first.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            ShareSet::Amo => const { &[Share::Amo.as_str()] },
            ShareSet::Amc => const { &[Share::Amc.as_str()] },
            ShareSet::Both => const { &[Share::Amo.as_str(), Share::Amc.as_str()] },
        }
    }

    /// The set of these shares, each named once.
    pub fn of(shares: &[Share]) -> Result<Self, Misplaced> {
        let at = |step: Option<usize>, fault| Misplaced {
            path: step.map(PathStep::Item).into_iter().collect(),
            fault,
        };
        let mut set = None;
        for (index, share) in shares.iter().enumerate() {
            set = Some(match (set, share) {
                (None, Share::Amo) => ShareSet::Amo,
                (None, Share::Amc) => ShareSet::Amc,
                (Some(ShareSet::Amo), Share::Amc) | (Some(ShareSet::Amc), Share::Amo) => ShareSet::Both,
                (Some(_), _) => return Err(at(Some(index), Fault::DuplicateShare)),
            });
        }
        set.ok_or_else(|| at(None, Fault::EmptyList))
    }

    /// Whether a share asks for tiers payant.
    pub fn contains(self, share: Share) -> bool {
        self.shares().contains(&share)
    }
}

impl Value for ShareSet {
    const KIND: Kind = Kind::Set(&Share::KIND);

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.list(|shares: Vec<Share>| ShareSet::of(&shares))
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.list(self.shares())
    }
}

text_enum! {
    /// What became of the carte Vitale at the counter.
    CardState {
        /// Read for this claim, as a card or as its application.
        Read = "read",
        /// Not there.
        Absent = "absent",
        /// There, but not readable.
        Unreadable = "unreadable",
        /// On the opposition list.
        Opposed = "opposed",
    }
}

text_enum! {
    /// What a line bills; it chooses the date that counts.
    Category {
        /// A drug.
        Drug = "drug",
        /// A device of the LPP.
        Device = "device",
        /// An act of biology.
        Biology = "biology",
        /// An isolated act.
        Act = "act",
        /// An act of a series.
        ActSeries = "act_series",
        /// A transport.
        Transport = "transport",
        /// A stay.
        Stay = "stay",
    }
}

text_enum! {
    /// Who bills.
    Setting {
        /// A pharmacy (pharmacie d'officine).
        Pharmacy = "pharmacy",
        /// A nurse (infirmier).
        Nurse = "nurse",
        /// A physiotherapist (masseur-kinésithérapeute).
        Physiotherapist = "physiotherapist",
        /// A doctor.
        Doctor = "doctor",
        /// A midwife (sage-femme).
        Midwife = "midwife",
        /// A dentist (chirurgien-dentiste).
        Dentist = "dentist",
        /// A speech therapist (orthophoniste).
        SpeechTherapist = "speech_therapist",
        /// A laboratory of biology.
        Laboratory = "laboratory",
        /// A supplier of devices of the LPP.
        DeviceSupplier = "device_supplier",
        /// A transporter (ambulance, VSL, taxi conventionné).
        Transport = "transport",
        /// A hospital.
        Hospital = "hospital",
        /// A psychologist.
        Psychologist = "psychologist",
        /// Another liberal profession.
        Other = "other",
    }
}

text_enum! {
    /// Whether the care of a line is related to the condition that exempts.
    Relation {
        /// Related.
        Related = "related",
        /// Not related.
        Unrelated = "unrelated",
        /// Not known.
        Unknown = "unknown",
    }
}

text_enum! {
    /// Where the exemption of a line came from.
    Origin {
        /// The carte Vitale.
        Card = "card",
        /// An ADRi answer.
        Adri = "adri",
        /// The ALD zone of a bizone prescription.
        Prescription = "prescription",
        /// Typed by hand.
        Manual = "manual",
        /// A setting of the software.
        Setting = "setting",
    }
}

text_enum! {
    /// A fact of a line that a rule needs.
    Trait {
        /// The patient refused the generic.
        GenericRefused = "generic_refused",
        /// A narcotic.
        Narcotic = "narcotic",
        /// A box of more than 300 EUR, taxes included.
        Over300Eur = "over_300_eur",
        /// A GLP-1 analogue.
        Glp1 = "glp1",
        /// Insulin aspart.
        InsulinAspart = "insulin_aspart",
        /// Sitagliptin with metformin.
        SitagliptinMetformin = "sitagliptin_metformin",
        /// Insulin glargine.
        InsulinGlargine = "insulin_glargine",
        /// The patient lives in a nursing home.
        NursingHome = "nursing_home",
        /// The patient is under three months old.
        InfantUnder3Months = "infant_under_3_months",
        /// Contraception.
        Contraception = "contraception",
        /// Emergency contraception.
        EmergencyContraception = "emergency_contraception",
        /// Condoms.
        Condom = "condom",
        /// Voluntary interruption of pregnancy.
        Ivg = "ivg",
        /// A compulsory exam of the pregnancy or an act of the maternity list.
        MaternityListed = "maternity_listed",
        /// Diagnosis or treatment of infertility.
        Infertility = "infertility",
        /// Care due to a donation of organ or gametes.
        Donation = "donation",
        /// Care after sexual violence to a minor.
        SexualViolence = "sexual_violence",
        /// Care after an act of terrorism.
        Terrorism = "terrorism",
        /// Care of a pensioned military infirmity.
        MilitaryInfirmity = "military_infirmity",
        /// A drug reimbursed at 15 % (PH2).
        Rate15 = "rate_15",
        /// A drug reimbursed at 30 % (PH4).
        Rate30 = "rate_30",
        /// Care outside the coordinated path.
        OutsideCarePath = "outside_care_path",
        /// The patient refused a transport shared with others.
        SharedTransportRefused = "shared_transport_refused",
        /// Agreed care after the consolidation of an accident.
        AgreedAfterConsolidation = "agreed_after_consolidation",
        /// A prevention act or product.
        Prevention = "prevention",
        /// A prescription on lists I or II being supplied for the first time.
        FirstSupply = "first_supply",
        /// The patient refused the biosimilar.
        BiosimilarRefused = "biosimilar_refused",
        /// The patient refused the hybrid.
        HybridRefused = "hybrid_refused",
        /// A drug of a generic group under a tarif forfaitaire de responsabilité (TFR).
        TfrGroup = "tfr_group",
        /// A generic of the group costs as much as the originator, or more.
        GenericNotCheaper = "generic_not_cheaper",
        /// The prescriber excluded the substitution on medical grounds, as the law asks.
        NotSubstitutable = "not_substitutable",
        /// A flu vaccine.
        FluVaccine = "flu_vaccine",
        /// A spa cure.
        SpaCure = "spa_cure",
        /// A screening of sexually transmitted infections that the patient asks for (Mon test IST).
        IstTest = "ist_test",
        /// A screening of HIV that the patient asks for, alone.
        HivTest = "hiv_test",
        /// The kit of the organised screening of colorectal cancer.
        ColorectalKit = "colorectal_kit",
        /// The yearly dental examination of the young and of pregnant women.
        OralHealthExam = "oral_health_exam",
        /// Programmed care that is not urgent, of the list for which the AME asks for a delay.
        ProgrammedCare = "programmed_care",
        /// A product that an arrêté makes depend on a document of the prescriber.
        DocumentRequired = "document_required",
        /// A wheelchair, or an option of one.
        Wheelchair = "wheelchair",
    }
}

texts!(Nature, KnownCode(2, Nature::WORDS), Public, |nature| nature
    .as_str());

/// Nature d'assurance of the claim, as in the FSE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// 10: maladie.
    Illness,
    /// 13: maladie with the local scheme of Alsace-Moselle.
    LocalScheme,
    /// 30: maternité.
    Maternity,
    /// 41: accident du travail or maladie professionnelle.
    Accident,
    /// 90: prévention.
    Prevention,
    /// 22: soins aux invalides de guerre, billed to the CNMSS.
    Military,
    /// A nature that is none of these, kept as written.
    Unknown(Code<2>),
}

impl Nature {
    /// The natures that are known.
    pub const WORDS: &'static WordList = &WordList {
        name: "Nature",
        doc: &[" Nature d'assurance of the claim, as in the FSE."],
        words: &[
            Word {
                word: "10",
                doc: &[" Maladie."],
            },
            Word {
                word: "13",
                doc: &[" Maladie with the local scheme of Alsace-Moselle."],
            },
            Word {
                word: "30",
                doc: &[" Maternité."],
            },
            Word {
                word: "41",
                doc: &[" Accident du travail or maladie professionnelle."],
            },
            Word {
                word: "90",
                doc: &[" Prévention."],
            },
            Word {
                word: "22",
                doc: &[" Soins aux invalides de guerre, billed to the CNMSS."],
            },
        ],
    };

    /// The two characters of the FSE.
    pub fn as_str(&self) -> &str {
        match self {
            Nature::Illness => "10",
            Nature::LocalScheme => "13",
            Nature::Maternity => "30",
            Nature::Accident => "41",
            Nature::Prevention => "90",
            Nature::Military => "22",
            Nature::Unknown(code) => code.as_str(),
        }
    }
}

impl fmt::Display for Nature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Nature {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Ok(match text {
            "10" => Nature::Illness,
            "13" => Nature::LocalScheme,
            "30" => Nature::Maternity,
            "41" => Nature::Accident,
            "90" => Nature::Prevention,
            "22" => Nature::Military,
            other => Nature::Unknown(other.parse()?),
        })
    }
}
