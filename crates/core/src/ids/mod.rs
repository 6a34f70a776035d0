//! The stable ids of rules, reasons, remedies and reject classes.
//!
//! What each means in law, since when and how sure, is data (see [`crate::tables`]); what is said of it is text.

mod remedy_set;

pub use remedy_set::RemedySet;

use crate::model::text_enum;

text_enum! {
    /// A rule: a small function with an id and its law. The letter is its family.
    RuleId {
        /// Same person.
        I01 = "I-01", /// Key of the NIR.
        I02 = "I-02",
        /// One NIR for one person.
        I03 = "I-03", /// Care after birth.
        I04 = "I-04", /// A right that nobody of that age has.
        I05 = "I-05",
        /// AMO rights open on the date that counts.
        C01 = "C-01", /// Scheme and fund consistent.
        C02 = "C-02", /// Situations that pay nothing.
        C03 = "C-03", /// A minor who keeps the secret.
        C04 = "C-04", /// Prescribers outside the convention.
        C05 = "C-05", /// The fund's prior agreement.
        C06 = "C-06", /// Somebody else who may pay.
        C07 = "C-07", /// Situation in the tables.
        C08 = "C-08", /// Ground of a transport.
        C09 = "C-09", /// Shared transports.
        C10 = "C-10", /// Known scheme.
        C11 = "C-11", /// Third-party payment by doctors for everybody.
        C12 = "C-12",
        /// Exemption recorded and in force.
        E01 = "E-01", /// Code fits the ground on record.
        E02 = "E-02", /// Code fits the nature of insurance.
        E03 = "E-03", /// Forced exemption.
        E04 = "E-04", /// Missed exemption.
        E05 = "E-05", /// Code that the tables do not settle.
        E06 = "E-06", /// The more favourable of two dates.
        E07 = "E-07",
        /// Care related to the ALD only.
        A01 = "A-01", /// Non-exempting ALD.
        A02 = "A-02", /// Care whose 100 % under an ALD is announced to end.
        A03 = "A-03", /// Transports under a non-exempting ALD.
        A04 = "A-04",
        /// Maternity period of the fund.
        M01 = "M-01", /// Plausibility of the maternity period.
        M02 = "M-02", /// Listed acts outside the period.
        M03 = "M-03",
        /// Reference of the accident.
        T01 = "T-01", /// Care not before the accident.
        T02 = "T-02", /// Accident on record on the date.
        T03 = "T-03", /// Care related to the accident only.
        T04 = "T-04", /// Accident and nature of insurance agree.
        T05 = "T-05",
        /// Drug classes of exempt persons.
        P01 = "P-01", /// Pensioned military infirmity.
        P02 = "P-02",
        /// Particular care.
        O01 = "O-01", /// Contraception.
        O02 = "O-02", /// Special schemes.
        O03 = "O-03", /// Local scheme.
        O04 = "O-04", /// Prevention.
        O05 = "O-05", /// Exempt products by date, age and code.
        O06 = "O-06", /// Psychologists, before tiers payant.
        O07 = "O-07", /// Particular care: relation and place.
        O08 = "O-08", /// Psychologists.
        O09 = "O-09", /// Psychologists: age.
        O10 = "O-10",
        /// Complementary contract on record and open.
        K01 = "K-01", /// Organism number and type agree with each other.
        K02 = "K-02", /// Organism number and type agree with the record.
        K03 = "K-03", /// CSS excludes another contract.
        K04 = "K-04", /// Contract about to end.
        K05 = "K-05", /// Leavers of the CSS.
        K06 = "K-06", /// Contracts of the past (ACS).
        K07 = "K-07", /// CSS that the claim does not use.
        K08 = "K-08", /// Contract named by the claim.
        K09 = "K-09", /// Contract types that the tables do not settle.
        K10 = "K-10", /// CSS outside the coordinated care path.
        K11 = "K-11", /// What the AME does not pay.
        K12 = "K-12", /// Rights that a law prolonged.
        K13 = "K-13", /// CSS at Mayotte.
        K14 = "K-14", /// Rights by kind of expense.
        K15 = "K-15", /// Delay of the AME.
        K17 = "K-17", /// Code under the AME.
        K18 = "K-18", /// AME at Mayotte.
        K19 = "K-19", /// What an insurer's own contract need not pay.
        K20 = "K-20", /// Managing organism of a CSS.
        K16 = "K-16",
        /// Opposed card.
        V01 = "V-01", /// Products that need the card.
        V02 = "V-02", /// Card data changed by hand.
        V03 = "V-03", /// The way in which the claim is made.
        V05 = "V-05",
        /// Generic refused.
        F01 = "F-01", /// Age of the prescription.
        F02 = "F-02", /// Biosimilar or hybrid refused.
        F03 = "F-03", /// The prescriber's document.
        F04 = "F-04",
        /// Care in the future.
        D01 = "D-01", /// Transmission delay.
        D02 = "D-02", /// Limitation period.
        D03 = "D-03", /// Date that counts.
        D04 = "D-04", /// Age of a prescription of anything but a drug.
        D07 = "D-07", /// Care without a prescription.
        D05 = "D-05", /// Documents for the fund.
        D06 = "D-06", /// Sent after the care.
        D08 = "D-08",
        /// Horizon of the tables.
        R01 = "R-01", /// Words the tables do not hold.
        R02 = "R-02", /// Who bills what.
        R03 = "R-03",
        /// Online sources that disagree.
        S01 = "S-01", /// Freshness.
        S02 = "S-02", /// A weaker source that disagrees.
        S03 = "S-03", /// Unknown codes.
        S04 = "S-04", /// Only the card speaks.
        S05 = "S-05", /// Said after the question.
        S06 = "S-06",
    }
}

/// Declares the reasons with their id and the rule that gives them.
macro_rules! reasons {
    ($($(#[doc = $doc:literal])+ $variant:ident = $word:literal by $rule:ident),+ $(,)?) => {
        text_enum! {
            /// Why: one finding of one rule. The id is `family.what`.
            ReasonId { $($(#[doc = $doc])+ $variant = $word),+ }
        }

        impl ReasonId {
            /// The rule that gives this reason.
            pub const fn rule(self) -> RuleId {
                match self { $(ReasonId::$variant => RuleId::$rule),+ }
            }
        }
    };
}

reasons! {
    /// Every snapshot is about somebody else.
    IdentityOtherPerson = "identity.other_person" by I01,
    /// Same id, but birth date or rank differ.
    IdentityMismatch = "identity.mismatch" by I01,
    /// Twins: the rank that tells them apart is missing.
    IdentityAmbiguous = "identity.ambiguous" by I01,
    /// A snapshot does not say whom it is about.
    IdentityUnverified = "identity.unverified" by I01,
    /// The key of a NIR does not fit.
    IdentityNirKey = "identity.nir_key" by I02,
    /// The claim and what was said carry two different NIRs.
    IdentityNirDiffers = "identity.nir_differs" by I03,
    /// The care came before the birth.
    IdentityCareBeforeBirth = "identity.care_before_birth" by I04,
    /// AMO rights are not open on the date.
    CoverageNotOpen = "coverage.not_open" by C01,
    /// AMO rights are being registered.
    CoverageUnknown = "coverage.unknown" by C01,
    /// The scheme or fund of the claim is not the one on record.
    CoverageSchemeDiffers = "coverage.scheme_differs" by C02,
    /// AMO rights closed, under an accident that may keep them.
    CoverageClosedUnderAccident = "coverage.closed_under_accident" by C01,
    /// Open on one of the days of care and prescription, closed on the other.
    CoverageTwoDates = "coverage.two_dates" by C01,
    /// A situation that the tables do not hold.
    CoverageSituationUnknown = "coverage.situation_unknown" by C08,
    /// No exemption of that ground on record.
    ExemptionNotRecorded = "exemption.not_recorded" by E01,
    /// It starts later.
    ExemptionNotStarted = "exemption.not_started" by E01,
    /// It ended before.
    ExemptionEnded = "exemption.ended" by E01,
    /// Suspended, refused or closed.
    ExemptionNotActive = "exemption.not_active" by E01,
    /// Under instruction or being registered.
    ExemptionPending = "exemption.pending" by E01,
    /// No source that can show it was read.
    ExemptionUnknown = "exemption.unknown" by E01,
    /// Another ground is on record: another code fits.
    ExemptionWrongCode = "exemption.wrong_code" by E02,
    /// The code does not go with the nature of insurance.
    ExemptionCodeWithNature = "exemption.code_with_nature" by E03,
    /// It stands only on a hand-typed entry, a setting or a bizone prescription.
    ExemptionForced = "exemption.forced" by E04,
    /// A right that the claim does not use.
    ExemptionMissed = "exemption.missed" by E05,
    /// The line does not say which exemption it claims.
    ExemptionNotStated = "exemption.not_stated" by E06,
    /// A code that the tables do not hold.
    ExemptionUnknownCode = "exemption.unknown_code" by E06,
    /// A code that depends on the act or the stay.
    ExemptionByAct = "exemption.by_act" by E06,
    /// Care and prescription dates give different answers.
    ExemptionTwoDates = "exemption.two_dates" by E07,
    /// Care not related to the ALD.
    AldUnrelated = "ald.unrelated" by A01,
    /// Relation to the ALD not known.
    AldRelationUnknown = "ald.relation_unknown" by A01,
    /// An ALD that exempts nothing.
    AldNonExempting = "ald.non_exempting" by A02,
    /// Only medical dates are known, not the fund's period.
    MaternityComputedOnly = "maternity.computed_only" by M01,
    /// The fund's period is far from the medical dates.
    MaternityImplausible = "maternity.implausible" by M02,
    /// A listed act outside the period.
    MaternityListedAct = "maternity.listed_act" by M03,
    /// No accident named by the claim.
    AtMpReferenceMissing = "at_mp.reference_missing" by T01,
    /// The accident on record under that number has another day.
    AtMpDateDiffers = "at_mp.date_differs" by T01,
    /// Care before the accident.
    AtMpCareBeforeAccident = "at_mp.care_before_accident" by T02,
    /// The accident is not on record.
    AtMpNotRecorded = "at_mp.not_recorded" by T03,
    /// The cover of the accident starts later.
    AtMpNotStarted = "at_mp.not_started" by T03,
    /// The cover of the accident ended before.
    AtMpEnded = "at_mp.ended" by T03,
    /// Refused, suspended or closed.
    AtMpNotActive = "at_mp.not_active" by T03,
    /// Under instruction.
    AtMpPending = "at_mp.pending" by T03,
    /// No source that can show it was read.
    AtMpUnknown = "at_mp.unknown" by T03,
    /// After consolidation, said to be agreed.
    AtMpAgreedCare = "at_mp.agreed_care" by T03,
    /// Open on the day of the prescription, and no more on that of the care.
    AtMpTwoDates = "at_mp.two_dates" by T03,
    /// An accident named under another nature than that of accidents.
    AtMpNatureDiffers = "at_mp.nature_differs" by T05,
    /// Care not related to the accident.
    AtMpUnrelated = "at_mp.unrelated" by T04,
    /// Relation to the accident not known.
    AtMpRelationUnknown = "at_mp.relation_unknown" by T04,
    /// A drug class that may keep its rate.
    PersonDrugClass = "person.drug_class" by P01,
    /// Care of a pensioned infirmity goes to another fund.
    PersonMilitaryRouting = "person.military_routing" by P02,
    /// Exempt by the nature of the care.
    OtherByNature = "other.by_nature" by O01,
    /// A ground that needs a decision which no source shows.
    OtherNotSettled = "other.not_settled" by O01,
    /// Contraception at 26 or later.
    OtherContraceptionAge = "other.contraception_age" by O02,
    /// Contraception, age not known.
    OtherContraceptionAgeUnknown = "other.contraception_age_unknown" by O02,
    /// A newborn's exemption outside an establishment.
    OtherNewbornPlace = "other.newborn_place" by O08,
    /// Relation to the ground of code 3 not known.
    OtherRelationUnknown = "other.relation_unknown" by O08,
    /// Care not related to the ground of code 3.
    OtherUnrelated = "other.unrelated" by O08,
    /// Code 6 outside the special schemes.
    OtherSchemeNotSpecial = "other.scheme_not_special" by O03,
    /// Texts differ on code 6 for this scheme.
    OtherSchemeNotSettled = "other.scheme_not_settled" by O03,
    /// Local scheme claimed, none on record.
    OtherLocalSchemeNotRecorded = "other.local_scheme_not_recorded" by O04,
    /// Local scheme claimed, no source shows it.
    OtherLocalSchemeUnknown = "other.local_scheme_unknown" by O04,
    /// Local scheme on record, not used by the claim.
    OtherLocalSchemeMissed = "other.local_scheme_missed" by O04,
    /// Prevention claimed without a fact that shows it.
    OtherPreventionUnproven = "other.prevention_unproven" by O05,
    /// The contract is recorded, and not open on the date.
    ContractNotOpen = "contract.not_open" by K01,
    /// No such contract on record.
    ContractNotRecorded = "contract.not_recorded" by K01,
    /// Suspended, refused or closed.
    ContractNotActive = "contract.not_active" by K01,
    /// Applied for, not yet granted.
    ContractPending = "contract.pending" by K01,
    /// No source that can show it was read.
    ContractUnknown = "contract.unknown" by K01,
    /// Stands only on a hand-typed entry.
    ContractForced = "contract.forced" by K01,
    /// Organism number and type do not go together.
    ContractTypeMismatch = "contract.type_mismatch" by K02,
    /// The record carries another number or type.
    ContractDiffers = "contract.differs" by K03,
    /// Another private contract is on record.
    ContractChanged = "contract.changed" by K03,
    /// A CSS on record without a number: who manages it is not known.
    ContractOrganismUnknown = "contract.organism_unknown" by K16,
    /// The CSS on record excludes the contract of the claim.
    ContractExclusive = "contract.exclusive" by K04,
    /// The contract ends within days.
    ContractEndsSoon = "contract.ends_soon" by K05,
    /// A leaver of the CSS.
    ContractLeaver = "contract.leaver" by K06,
    /// A contract that no longer exists on that date.
    ContractPast = "contract.past" by K07,
    /// A CSS on record that the claim does not use.
    ContractMissed = "contract.missed" by K08,
    /// The AMC share is asked without a contract.
    ContractMissing = "contract.missing" by K09,
    /// A number or type that the tables do not settle.
    ContractNotSettled = "contract.not_settled" by K10,
    /// Care outside the coordinated care path, under a CSS.
    ContractOutsideCarePath = "contract.outside_care_path" by K11,
    /// The card is on the opposition list.
    CardOpposed = "card.opposed" by V01,
    /// The product needs the card.
    CardNeeded = "card.needed" by V02,
    /// The product may need the card.
    CardMayBeNeeded = "card.may_be_needed" by V02,
    /// Card data changed by hand.
    CardChangedByHand = "card.changed_by_hand" by V03,
    /// The generic was refused.
    PharmacyGenericRefused = "pharmacy.generic_refused" by F01,
    /// The prescription is too old for a first supply.
    PharmacyPrescriptionOld = "pharmacy.prescription_old" by F02,
    /// The care is later than the day of the question.
    TimeCareInFuture = "time.care_in_future" by D01,
    /// Sent later than the delay.
    TimeLate = "time.late" by D02,
    /// The limitation period may have run out.
    TimeLimitation = "time.limitation" by D03,
    /// The prescription date counts and is missing.
    TimePrescriptionMissing = "time.prescription_missing" by D04,
    /// An old prescription of anything but a drug.
    TimePrescriptionOld = "time.prescription_old" by D07,
    /// The prescription is later than the care.
    TimePrescriptionAfterCare = "time.prescription_after_care" by D04,
    /// No table says which date counts, and the dates disagree.
    TimeDateNotSettled = "time.date_not_settled" by D04,
    /// The date is outside what the tables cover.
    RulesBeyond = "rules.beyond" by R01,
    /// The category of a line was not said.
    RulesCategoryMissing = "rules.category_missing" by R02,
    /// The nature of insurance was not said.
    RulesNatureMissing = "rules.nature_missing" by R02,
    /// A nature that the tables do not hold.
    RulesNatureUnknown = "rules.nature_unknown" by R02,
    /// A trait that the tables do not hold.
    RulesTraitUnknown = "rules.trait_unknown" by R02,
    /// Two online sources disagree, or one contradicts itself.
    SourceConflict = "source.conflict" by S01,
    /// What decides is too old.
    SourceStale = "source.stale" by S02,
    /// The card shows a right that the fund does not have.
    SourceCardRicher = "source.card_richer" by S03,
    /// The card lacks a right that the fund has.
    SourceCardPoorer = "source.card_poorer" by S03,
    /// A weaker source shows a right that the deciding one does not.
    SourceOtherRicher = "source.other_richer" by S03,
    /// A weaker source lacks a right that the deciding one shows.
    SourceOtherPoorer = "source.other_poorer" by S03,
    /// A code that the tables do not hold was left aside.
    SourceUnknownCode = "source.unknown_code" by S04,
    /// Only the card speaks.
    SourceOnlyCard = "source.only_card" by S05,
    /// Only an attestation speaks.
    SourceOnlyAttestation = "source.only_attestation" by S05,
    /// It answered later than the day of the question.
    SourceAfterQuestion = "source.after_question" by S06,
    /// A situation under which the fund pays nothing.
    CoverageNotCovered = "coverage.not_covered" by C03,
    /// A situation under which care due to an accident is not covered.
    CoverageAccidentNotCovered = "coverage.accident_not_covered" by C03,
    /// A minor who keeps the secret: no right is looked up.
    CoverageSecret = "coverage.secret" by C04,
    /// Care whose 100 % under an ALD is announced to end.
    AldLowBenefit = "ald.low_benefit" by A03,
    /// A transport under a non-exempting ALD.
    AldTransport = "ald.transport" by A04,
    /// Exempt care, before the day on which it became exempt.
    OtherBeforeStart = "other.before_start" by O06,
    /// Exempt care, at an age for which it is not.
    OtherAgeLimit = "other.age_limit" by O06,
    /// Exempt care, age not known.
    OtherAgeUnknown = "other.age_unknown" by O06,
    /// Another code goes with this care.
    OtherProductCode = "other.product_code" by O06,
    /// Prevention without the voucher it needs.
    OtherVoucherAbsent = "other.voucher_absent" by O05,
    /// Prevention, nothing said of the voucher.
    OtherVoucherUnknown = "other.voucher_unknown" by O05,
    /// A psychologist, before tiers payant was possible for all.
    OtherPsychologistBefore = "other.psychologist_before" by O07,
    /// A psychologist: tiers payant on the AMO share.
    OtherPsychologist = "other.psychologist" by O09,
    /// What the AME does not pay for adults.
    ContractAmeExcluded = "contract.ame_excluded" by K12,
    /// Care for which the AME asks for a delay.
    ContractAmeDelay = "contract.ame_delay" by K17,
    /// A code that claims an exemption, under an AME.
    ContractAmeCode = "contract.ame_code" by K18,
    /// The contract lasts longer than it was written, by law.
    ContractProlonged = "contract.prolonged" by K13,
    /// A CSS at Mayotte before it existed there.
    ContractBeforeMayotte = "contract.before_mayotte" by K14,
    /// The generic was refused, and an exception of the law applies.
    PharmacyGenericException = "pharmacy.generic_exception" by F01,
    /// The biosimilar or the hybrid was refused.
    PharmacyBiosimilarRefused = "pharmacy.biosimilar_refused" by F03,
    /// The prescriber's document that the product needs is absent.
    PharmacyDocumentAbsent = "pharmacy.document_absent" by F04,
    /// It says that the prescription is outside the terms of cover.
    PharmacyDocumentOutsideTerms = "pharmacy.document_outside_terms" by F04,
    /// Nothing is said of it.
    PharmacyDocumentNotSaid = "pharmacy.document_not_said" by F04,
    /// A doctor outside the convention prescribed.
    CoveragePrescriberOutside = "coverage.prescriber_outside" by C05,
    /// The fund refused its agreement.
    CoverageAgreementRefused = "coverage.agreement_refused" by C06,
    /// The agreement was asked for, and is not given yet.
    CoverageAgreementRequested = "coverage.agreement_requested" by C06,
    /// The fund's silence counts as agreement.
    CoverageAgreementSilence = "coverage.agreement_silence" by C06,
    /// This transport needs an agreement, and nothing is said of it.
    CoverageAgreementNotSaid = "coverage.agreement_not_said" by C06,
    /// The ground of the transport is none that is covered, or is not on record.
    CoverageTransportGround = "coverage.transport_ground" by C09,
    /// The patient refused a shared transport.
    CoverageSharedTransportRefused = "coverage.shared_transport_refused" by C10,
    /// A service that is paid a flat amount may have to pay.
    CoveragePaidInstead = "coverage.paid_instead" by C07,
    /// The insurer's rights for this kind of expense are not open.
    ContractDomainClosed = "contract.domain_closed" by K15,
    /// The insurer's answer does not name this kind of expense.
    ContractDomainUnknown = "contract.domain_unknown" by K15,
    /// The card and the way in which the claim is made contradict each other.
    CardModeDiffers = "card.mode_differs" by V05,
    /// No prescription, for care that no rule allows without one.
    TimePrescriptionNone = "time.prescription_none" by D05,
    /// A document that the fund asks for is missing.
    TimeProofMissing = "time.proof_missing" by D06,
    /// A document that the fund asks for is still to be sent.
    TimeProofToSend = "time.proof_to_send" by D06,
    /// The claim asks for a secrecy that the texts give to minors, for some care.
    CoverageSecretDiffers = "coverage.secret_differs" by C04,
    /// A right on record that nobody of that age has.
    IdentityRightImplausible = "identity.right_implausible" by I05,
    /// A voucher of a flu vaccine, outside the campaign.
    OtherVoucherOutside = "other.voucher_outside" by O05,
    /// The fund's silence on a request is old.
    CoverageAgreementOld = "coverage.agreement_old" by C06,
    /// A scheme that no table names.
    CoverageSchemeUnknown = "coverage.scheme_unknown" by C11,
    /// A profession that bills no line of that category.
    RulesCategoryElsewhere = "rules.category_elsewhere" by R03,
    /// A psychologist: too young, or age not known.
    OtherPsychologistAge = "other.psychologist_age" by O10,
    /// Sent before the care.
    TimeSentBeforeCare = "time.sent_before_care" by D08,
    /// An AME at Mayotte, where there is none.
    ContractAmeAtMayotte = "contract.ame_at_mayotte" by K19,
    /// A flu voucher of a minor: one of two, of which one goes with another code.
    OtherVoucherOfAMinor = "other.voucher_of_a_minor" by O05,
    /// A product that is billed on a claim of its own, beside other lines.
    OtherBilledAlone = "other.billed_alone" by O06,
    /// A pharmacist injects from some age on.
    OtherInjectionAge = "other.injection_age" by O06,
    /// Care that an insurer's own contract may leave out.
    ContractMayNotPay = "contract.may_not_pay" by K20,
    /// A flu vaccine without a voucher, of somebody whom the recommendations may not name.
    OtherFluNotTargeted = "other.flu_not_targeted" by O05,
    /// Care that was not paid for yet, billed so.
    OtherNotYetPaid = "other.not_yet_paid" by O06,
    /// A doctor, before third-party payment was for everybody.
    CoverageThirdPartyBefore = "coverage.third_party_before" by C12,
}

text_enum! {
    /// What to do next.
    RemedyId {
        /// Query ADRi again.
        QueryAdri = "source.query_adri",
        /// Read the card, or have it updated.
        UpdateCard = "card.update",
        /// Ask for a recent attestation.
        AskAttestation = "patient.ask_attestation",
        /// Renew the CSS.
        RenewCss = "patient.renew_css",
        /// Correct the exemption code.
        CorrectExemption = "exemption.correct",
        /// Remove the exemption from the line.
        RemoveExemption = "exemption.remove",
        /// Un-force the exemption.
        UnforceExemption = "exemption.unforce",
        /// Say whether the care is related.
        StateRelation = "line.state_relation",
        /// Correct the contract.
        CorrectContract = "contract.correct",
        /// Correct the nature of insurance.
        CorrectNature = "claim.correct_nature",
        /// Complete or correct the claim.
        CompleteClaim = "claim.complete",
        /// Check identity, birth date, rank and fund.
        CheckIdentity = "claim.check_identity",
        /// Recycle the invoice.
        RecycleInvoice = "invoice.recycle",
        /// Make a new FSE.
        NewFse = "invoice.new_fse",
        /// Send the invoice on paper, with the proofs.
        PaperWithProofs = "invoice.paper",
        /// Bill the AMO share alone, claim the rest from the patient.
        AmoAlone = "amc.bill_amo_alone",
        /// Let the patient pay, who claims reimbursement.
        PatientPays = "patient.pays",
        /// Hold until a date.
        HoldUntil = "claim.hold_until",
        /// Send the proof documents.
        SendProof = "proof.send",
        /// Contact the fund.
        ContactFund = "fund.contact",
        /// Contact the complementary insurer.
        ContactAmc = "amc.contact",
        /// Change the setting of the software.
        FixSetting = "software.fix_setting",
        /// Correct the scheme and the fund.
        CorrectScheme = "claim.correct_scheme",
        /// Check the number of the prescriber.
        CheckPrescriber = "claim.check_prescriber",
        /// Ask for the prior agreement, or attach it.
        AskAgreement = "agreement.ask",
        /// Wait for the fund, and do not send again.
        WaitForFund = "invoice.wait",
        /// Find the payment that was made already, and do not send again.
        FindPayment = "invoice.find_payment",
        /// Check that the patient may come without a prescription.
        CheckDirectAccess = "claim.check_direct_access",
        /// Put the line on a claim of its own.
        SplitInvoice = "invoice.split",
        /// Agree with the service that may have to pay who bills.
        AgreeWithService = "service.agree",
    }
}

text_enum! {
    /// A class of reject, owned by this library; never a fund's own code.
    RejectClass {
        /// The exemption of the claim has no match in the fund's database.
        EtmNotInBdo = "etm_not_in_bdo",
        /// The exemption is absent from the referential.
        EtmAbsentFromReferential = "etm_absent_from_referential",
        /// Contract type or organism against the CSS record.
        ContractTypeIncompatible = "contract_type_incompatible",
        /// AMO rights closed.
        RightsClosed = "rights_closed",
        /// The insured is absent from the referential.
        InsuredUnknown = "insured_unknown",
        /// Nature of insurance.
        NatureIncompatible = "nature_incompatible",
        /// The accident is not known on that date.
        AccidentUnknown = "accident_unknown",
        /// The complementary insurer does not know the person on that date.
        ComplementaryUnknown = "complementary_unknown",
        /// The card is unusable or opposed.
        CardRefused = "card_refused",
        /// The prescriber is unknown.
        PrescriberUnknown = "prescriber_unknown",
        /// The prescription is not allowed on that date.
        PrescriptionNotAllowed = "prescription_not_allowed",
        /// Paid already.
        AlreadyPaid = "already_paid",
        /// Too late.
        TooLate = "too_late",
        /// A billing rule.
        BillingRule = "billing_rule",
        /// Sent to another fund than the one of the person.
        WrongFund = "wrong_fund",
        /// The prior agreement is missing or refused.
        PriorAgreement = "prior_agreement",
        /// A proof document is missing or cannot be read.
        MissingProof = "missing_proof",
        /// No reject: the fund has not paid yet.
        PaymentDeferred = "payment_deferred",
    }
}
