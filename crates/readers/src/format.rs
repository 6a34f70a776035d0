//! The formats that can be read.

use tierspayant_core::model::text_enum;

text_enum! {
    /// A format that a reader understands.
    Format {
        /// The buffer of groups 101 to 111 that a reading of a carte Vitale gives.
        Ssv = "ssv",
        /// An ADRi answer as billing engines hand it over in JSON.
        AdriJson = "adri-json",
        /// Answers of the rights API of the CNAM.
        CnamDroits = "cnam-droits",
        /// An answer of API Particulier on the complémentaire santé solidaire, versions 2 and 3.
        C2s = "c2s",
        /// A card reading as the jFSE engine hands it over in JSON, a phone's card (apCV) included.
        Jfse = "jfse",
        /// The XML of the Lecture Vitale library.
        LectureVitale = "lecture-vitale",
    }
}
