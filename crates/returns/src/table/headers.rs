//! The words that software puts over its columns.
//!
//! Gathered from public importers and listings of rejects (a hospital's export, a third-party-payment desk for pharmacies, a
//! billing service): no vendor publishes its layout, so a column is found by its words, folded to lower case without accents and punctuation.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Number of the invoice.
    Invoice,
    /// Number of the lot.
    Lot,
    /// Day of the invoice.
    InvoiceDate,
    /// Day of the care.
    CareDate,
    /// Amount asked, of the share that the row speaks of.
    Asked,
    /// Amount paid, of that share.
    Paid,
    /// Amount asked of the obligatory insurer.
    AmoAsked,
    /// Amount that the obligatory insurer paid.
    AmoPaid,
    /// Amount asked of the complementary insurer.
    AmcAsked,
    /// Amount that the complementary insurer paid.
    AmcPaid,
    /// The share: RO, AMO, RC, AMC.
    Share,
    /// Key of the reject.
    Key,
    /// Label of the reject.
    Label,
    /// The organism that pays.
    Payer,
    /// What became of it.
    State,
    /// Line of the invoice.
    Line,
    /// Day on which it came back or was paid.
    ReturnedOn,
    /// The invoice that this one replaces.
    Replaces,
    /// Whether it is pursued no further.
    GivenUp,
    /// Who made it, as an opaque code.
    Operator,
    /// The setting of the software, as an opaque code.
    Setting,
}

impl Column {
    /// Every column.
    pub const ALL: &'static [Column] = &[
        Column::Invoice,
        Column::Lot,
        Column::InvoiceDate,
        Column::CareDate,
        Column::Asked,
        Column::Paid,
        Column::AmoAsked,
        Column::AmoPaid,
        Column::AmcAsked,
        Column::AmcPaid,
        Column::Share,
        Column::Key,
        Column::Label,
        Column::Payer,
        Column::State,
        Column::Line,
        Column::ReturnedOn,
        Column::Replaces,
        Column::GivenUp,
        Column::Operator,
        Column::Setting,
    ];

    /// The name of the column in this library, as a caller's own mapping gives it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Column::Invoice => "invoice",
            Column::Lot => "lot",
            Column::InvoiceDate => "invoice_date",
            Column::CareDate => "care_date",
            Column::Asked => "asked",
            Column::Paid => "paid",
            Column::AmoAsked => "amo_asked",
            Column::AmoPaid => "amo_paid",
            Column::AmcAsked => "amc_asked",
            Column::AmcPaid => "amc_paid",
            Column::Share => "share",
            Column::Key => "key",
            Column::Label => "label",
            Column::Payer => "payer",
            Column::State => "state",
            Column::Line => "line",
            Column::ReturnedOn => "returned_on",
            Column::Replaces => "replaces",
            Column::GivenUp => "given_up",
            Column::Operator => "operator",
            Column::Setting => "setting",
        }
    }

    /// The words by which software names it, folded.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Column::Invoice => &[
                "n facture",
                "no facture",
                "num facture",
                "numero facture",
                "numero de facture",
                "facture",
                "ref facture",
                "n titre",
                "fse",
                "n fse",
                "fse number",
            ],
            Column::Lot => &["lot", "n lot", "no lot", "num lot", "numero de lot", "numero lot"],
            Column::InvoiceDate => &[
                "date facture",
                "date facturation",
                "date de facturation",
                "date envoi",
                "date emission",
            ],
            Column::CareDate => &[
                "date soins",
                "date des soins",
                "date de soins",
                "date execution",
                "date acte",
                "date prestation",
                "date de sortie",
                "date delivrance",
                "date de delivrance",
            ],
            Column::Asked => &[
                "montant facture",
                "montant",
                "total facture",
                "montant total",
                "montant du",
                "montant demande",
            ],
            Column::Paid => &[
                "montant paye",
                "paye",
                "regle",
                "montant regle",
                "rembourse",
                "montant rembourse",
                "verse",
            ],
            Column::AmoAsked => &[
                "part ro",
                "ro demande",
                "ro claimed",
                "part amo",
                "amo demande",
                "montant amo",
            ],
            Column::AmoPaid => &["ro paye", "ro paid", "amo paye", "paye amo", "paye ro"],
            Column::AmcAsked => &[
                "part rc",
                "rc demande",
                "rc claimed",
                "part amc",
                "part mutuelle",
                "amc demande",
                "montant amc",
            ],
            Column::AmcPaid => &["rc paye", "rc paid", "amc paye", "paye amc", "paye rc"],
            Column::Share => &["part", "ro rc", "amo amc", "share"],
            Column::Key => &[
                "code rejet",
                "code motif",
                "code anomalie",
                "n anomalie",
                "code retour",
                "code erreur",
                "code",
            ],
            Column::Label => &[
                "motif",
                "libelle",
                "motif rejet",
                "motif de rejet",
                "motif du rejet",
                "libelle rejet",
                "libelle du rejet",
                "observation",
                "message",
            ],
            Column::Payer => &[
                "organisme",
                "caisse",
                "destinataire",
                "payeur",
                "organisme payeur",
                "mutuelle",
            ],
            Column::State => &["statut", "etat", "type retour"],
            Column::Line => &["ligne", "n ligne", "no ligne", "numero de ligne"],
            Column::ReturnedOn => &[
                "date retour",
                "date de retour",
                "date rejet",
                "date de rejet",
                "date du rejet",
                "date comptable",
                "date paiement",
                "date de paiement",
                "date reglement",
                "date virement",
            ],
            Column::Replaces => &[
                "remplace",
                "facture remplacee",
                "annule et remplace",
                "facture d origine",
            ],
            Column::GivenUp => &["abandon", "abandonne", "abandonnee"],
            Column::Operator => &["operateur", "code operateur", "poste", "n poste"],
            Column::Setting => &["reglage", "parametrage", "profil"],
        }
    }

    /// The column that a folded header names.
    pub(super) fn named(header: &str) -> Option<Column> {
        Column::ALL
            .iter()
            .copied()
            .find(|column| column.words().contains(&header))
    }
}

/// Words of columns that identify a person: such a column is never read.
const IDENTITY: &[&str] = &[
    "nir",
    "n ss",
    "no ss",
    "num ss",
    "numero ss",
    "numero de securite sociale",
    "n securite sociale",
    "matricule",
    "immatriculation",
    "insee",
    "nom",
    "prenom",
    "nom prenom",
    "nom et prenom",
    "nom patient",
    "patient",
    "assure",
    "nom assure",
    "beneficiaire",
    "nom beneficiaire",
    "date de naissance",
    "date naissance",
    "ne le",
    "naissance",
    "adresse",
    "n patient",
    "no patient",
    "debiteur",
    "n adherent",
    "adherent",
    "telephone",
    "mail",
    "email",
];

/// Whether a folded header names an identity: one of the words, or one of them with more words around it.
pub(super) fn is_identity(header: &str) -> bool {
    const WHOLE_WORDS: &[&str] = &[
        "nir",
        "nom",
        "prenom",
        "patient",
        "assure",
        "beneficiaire",
        "naissance",
        "insee",
        "matricule",
    ];
    IDENTITY.contains(&header) || header.split(' ').any(|word| WHOLE_WORDS.contains(&word))
}

/// Lower case, no accents, punctuation as one blank.
pub(super) fn folded(header: &str) -> String {
    let mut folded = String::with_capacity(header.len());
    for letter in header.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'à' | 'â' | 'ä' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            other if other.is_alphanumeric() => other,
            _ => ' ',
        };
        if plain != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(plain);
        }
    }
    let mut folded = folded.trim_end().to_owned();
    // `N°` and `Nº` are read as `n` by the loop above where the sign is no letter, and as `nº` otherwise.
    if let Some(rest) = folded.strip_prefix("nº") {
        folded = format!("n{rest}");
    }
    folded
}
