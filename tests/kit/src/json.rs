//! A dossier as the JSON of the format, so that a difference can be kept and replayed.

use crate::pools::NIRS;
use serde_json::Value;
use tierspayant_core::model::{Dossier, Nir, Person};

/// The document of a dossier, on one line. A NIR is written only where it is one that this crate made up.
pub fn dossier_to_json(dossier: &Dossier) -> String {
    let written = tierspayant_format::dossier_to_json(dossier);
    let Ok(mut document) = serde_json::from_str::<Value>(&written) else {
        return written;
    };
    nir(document.pointer_mut("/claim"), &dossier.claim.person);
    for (place, snapshot) in dossier.rights.iter().enumerate() {
        nir(
            document.pointer_mut(&format!("/rights/{place}")),
            &snapshot.person,
        );
    }
    document.to_string()
}

/// Adds the NIR of a person to the object that it stands in: the library never writes one.
fn nir(object: Option<&mut Value>, person: &Person) {
    let made_up = |nir: &Nir| NIRS.iter().find(|one| one.parse::<Nir>().ok() == Some(*nir));
    if let (Some(object), Some(nir)) = (object, person.nir.as_ref().and_then(made_up)) {
        if let Some(Value::Object(person)) = object.get_mut("person") {
            person.insert("nir".to_owned(), Value::from(*nir));
        }
    }
}
