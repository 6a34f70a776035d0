// The words of this page. What the answer says comes from the product.
export const WORDS = {
  fr: {
    skip: "Aller à la réponse", lead: "Cette facture passera-t-elle en tiers payant ? La réponse avant l’envoi, avec sa cause.",
    language: "Langue", reader: "Pour", counter: "le comptoir", patient: "le patient", details: "Tout afficher",
    inputs: "Ce que vous avez", drop: "Déposez ici une lecture de carte, une réponse ADRi, des droits, un retour NOEMIE, une facture ou un dossier.",
    choose: "Choisir des fichiers", examples: "Ou un exemple :", result: "Réponse", day: "La même facture le", day_back: "Revenir au jour des soins",
    copy_json: "Copier en JSON", copy_case: "Copier comme cas de test", copied: "Copié.", claim: "Facture",
    form_note: "Un champ vide veut dire : pas dit.", private: "Tout se passe dans cette page : rien n’est envoyé, rien n’est gardé.",
    remove: "Retirer", add: "Ajouter", more: "Autres champs", taken_claim: "facture", taken_dossier: "dossier", taken_rights: "droits", taken_reject: "rejet", taken_returns: "retours",
    unused: "champs non utilisés", refused: "le service répond par une erreur", not_read: "fichier non reconnu", ask_again: "interroger la source de nouveau",
    apply: "Essayer :", line: "ligne", yes: "oui", no: "non", exempt: "exonération", nature: "nature", contract: "contrat", scheme: "régime", amo_alone: "part AMO seule",
    edition: "Tables", fault: "À corriger", none: "—", returns: "Retours", triage: "Rejet",
    sample_readme: "ALD terminée", sample_card: "Carte seule", sample_reject: "Rejet à comprendre",
  },
  en: {
    skip: "Go to the answer", lead: "Will this claim pass in tiers payant? The answer before it is sent, with its cause.",
    language: "Language", reader: "For", counter: "the counter", patient: "the patient (in French)", details: "Show everything",
    inputs: "What you have", drop: "Drop here a card reading, an ADRi answer, rights, a NOEMIE return, a claim or a dossier.",
    choose: "Choose files", examples: "Or an example:", result: "Answer", day: "The same claim on", day_back: "Back to the day of the care",
    copy_json: "Copy as JSON", copy_case: "Copy as a test case", copied: "Copied.", claim: "Claim",
    form_note: "An empty field means: not said.", private: "Everything happens in this page: nothing is sent, nothing is kept.",
    remove: "Remove", add: "Add", more: "Other fields", taken_claim: "claim", taken_dossier: "dossier", taken_rights: "rights", taken_reject: "reject", taken_returns: "returns",
    unused: "fields not used", refused: "the service answers with an error", not_read: "file not recognised", ask_again: "ask the source again",
    apply: "Try:", line: "line", yes: "yes", no: "no", exempt: "exemption", nature: "nature", contract: "contract", scheme: "scheme", amo_alone: "AMO share alone",
    edition: "Tables", fault: "To be corrected", none: "—", returns: "Returns", triage: "Reject",
    sample_readme: "ALD that ended", sample_card: "Card alone", sample_reject: "A reject to understand",
  },
};

// Names of fields in French; in English they are those of the schema, which are English.
export const FIELDS = {
  id: "Numéro", setting: "Exercice", care_date: "Date de soins", prescription_date: "Date de prescription", transmission_date: "Date de transmission",
  person: "Personne", scheme: "Régime", card: "Carte", nature: "Nature d’assurance", accident: "Accident", contract: "Contrat complémentaire",
  third_party: "Tiers payant demandé", prescriber: "Prescripteur", mode: "Mode", paid_instead: "Payé à la place", other_scheme: "Autre régime", lines: "Lignes",
  category: "Catégorie", exemption: "Code d’exonération", relation: "Rapport avec l’exonération", origin: "Origine du code", amount_cents: "Montant en centimes",
  traits: "Particularités", document: "Document", voucher: "Bon de prise en charge", prior_agreement: "Accord préalable",
  prior_agreement_requested_on: "Accord demandé le", prescription: "Ordonnance", transport: "Transport", proof: "Justificatif", birth_date: "Date de naissance",
  birth_rank: "Rang de naissance", regime: "Régime", fund: "Caisse", centre: "Centre", number: "Numéro", type: "Type", start: "Début", end: "Fin", date: "Date", standing: "Convention", nir: "NIR", service: "Service", indicator: "Indicateur de traitement",
  state: "État", urgent: "Urgence", ground: "Motif", distance_km: "Distance en km",
};
