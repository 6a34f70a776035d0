//! A decided dossier: the answer as one object.

use crate::answer::{Answer, LineOut, ReasonOut};
use crate::engine::{Audience, Engine, Lang, Medium, Options};
use std::borrow::Cow;
use std::sync::OnceLock;
use tierspayant_core::decision::{Decision, LineDecision, check};
use tierspayant_core::finding::Reason;
use tierspayant_core::ids::RemedyId;
use tierspayant_core::model::record::{Output, Value};
use tierspayant_core::model::{Claim, Dossier, Line, Share};
use tierspayant_core::question::Case;
use tierspayant_core::verdict::{Guarantee, Verdict};
use tierspayant_core::whatif::{WhatIf, what_if};
use tierspayant_format::Document;
use tierspayant_text::{Explained, Task, explain, todo};

/// The answer to one dossier, made by [`Engine::check`].
///
/// It is decided once. The verdict, the lines and the reasons are there at once; what costs more (the what-if, the
/// digest) is computed when it is first asked for and kept, and texts are written each time. It never changes, and
/// threads may share it.
///
/// It borrows the engine and the dossier; [`into_owned`](Self::into_owned) makes it outlive
/// both, as does [`Engine::check_owned`] from the start.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    engine: Cow<'a, Engine>,
    dossier: Cow<'a, Dossier>,
    case: Case,
    decision: Decision,
    what_if: OnceLock<WhatIf>,
    digest: OnceLock<String>,
}

impl<'a> Checked<'a> {
    pub(crate) fn new(engine: Cow<'a, Engine>, dossier: Cow<'a, Dossier>) -> Self {
        let case = engine.case(&dossier);
        Checked {
            decision: check(&engine.tables().decision, &case),
            engine,
            dossier,
            case,
            what_if: OnceLock::new(),
            digest: OnceLock::new(),
        }
    }

    /// The same answer with an engine and a dossier of its own: the dossier is copied, the engine shared.
    pub fn into_owned(self) -> Checked<'static> {
        Checked {
            engine: Cow::Owned(self.engine.into_owned()),
            dossier: Cow::Owned(self.dossier.into_owned()),
            case: self.case,
            decision: self.decision,
            what_if: self.what_if,
            digest: self.digest,
        }
    }

    /// The engine that answered.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The dossier that was answered.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The claim of that dossier.
    pub fn claim(&self) -> &Claim {
        &self.dossier.claim
    }

    /// The decision as the rules made it.
    pub const fn decision(&self) -> &Decision {
        &self.decision
    }

    /// The verdict on the claim: the worst of its parts.
    pub fn verdict(&self) -> Verdict {
        self.decision.verdict()
    }

    /// How sure the payment of the AMO share is; apart from the verdict.
    pub fn guarantee(&self) -> Guarantee {
        self.decision.guarantee()
    }

    /// The verdict on one share; absent when the claim does not ask for it.
    pub const fn share(&self, share: Share) -> Option<Verdict> {
        self.decision.share(share)
    }

    /// The verdict on each share that is asked.
    pub fn shares(&self) -> impl Iterator<Item = (Share, Verdict)> + '_ {
        let asked = |share: &Share| self.share(*share).map(|verdict| (*share, verdict));
        Share::ALL.iter().filter_map(asked)
    }

    /// Each line of the claim with its answer, in the order of the claim.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = (&Line, &LineDecision)> + '_ {
        self.dossier.claim.lines.iter().zip(&self.decision.lines)
    }

    /// Every reason, the heaviest first.
    pub fn reasons(&self) -> &[Reason] {
        &self.decision.reasons
    }

    /// The line that a reason is about; absent when it is about the claim as a whole.
    pub fn line_of(&self, reason: &Reason) -> Option<&Line> {
        let place = usize::from(reason.line?);
        self.dossier.claim.lines.get(place)
    }

    /// What a reason says in words, with its line in front.
    pub fn message(&self, reason: &Reason, lang: Lang, audience: Audience) -> String {
        let line = self.line_of(reason).map(|line| &*line.id);
        self.engine.texts().reason(lang, audience, reason, line)
    }

    /// What a remedy of a reason says in words, with the facts of that reason.
    pub fn remedy(&self, reason: &Reason, remedy: RemedyId, lang: Lang, audience: Audience) -> String {
        self.engine.texts().remedy(lang, audience, remedy, &reason.facts)
    }

    /// What to do, each thing once. The first is what the page says is to be done now: a correction that is enough alone,
    /// or what comes before it. The what-if is part of it.
    pub fn todo(&self, lang: Lang, audience: Audience) -> Vec<Task> {
        todo(
            self.engine.texts(),
            &self.explained(self.what_if()),
            lang,
            audience,
        )
    }

    /// The same without the what-if.
    pub(crate) fn remedies(&self, lang: Lang, audience: Audience) -> Vec<Task> {
        todo(
            self.engine.texts(),
            &self.explained(&WhatIf::default()),
            lang,
            audience,
        )
    }

    fn explained<'e>(&'e self, what_if: &'e WhatIf) -> Explained<'e> {
        Explained {
            as_of: self.dossier.as_of,
            decision: &self.decision,
            claim: &self.dossier.claim,
            days: what_if.days,
            corrections: &what_if.corrections,
            tables: &self.engine.tables().decision,
        }
    }

    /// The days on which the same claim would be billable, and the single corrections that would make it so.
    pub fn what_if(&self) -> &WhatIf {
        self.what_if
            .get_or_init(|| what_if(&self.engine.tables().decision, &self.case))
    }

    /// The digest of the dossier: enough to recognise it, useless to find out whom it is about.
    pub fn digest(&self) -> &str {
        self.digest
            .get_or_init(|| tierspayant_format::digest(&self.dossier))
    }

    /// The answer explained as a page to read: the answer, the lines, why, what to do, when, corrections, edition; for
    /// the patient a short paragraph instead. The what-if is part of it. The page is text or HTML, with the same words.
    pub fn explain(&self, lang: Lang, audience: Audience, medium: impl Into<Medium>) -> String {
        let explained = self.explained(self.what_if());
        explain(self.engine.texts(), &explained, lang, audience, medium)
    }

    /// The answer as one line of JSON, the same bytes in every language. The what-if is part of it unless the options
    /// leave it out.
    pub fn to_json(&self, options: &Options) -> String {
        Answer::new(self, options).to_json()
    }

    /// The same document written to anything else: values of a host, for whom JSON would be a detour.
    ///
    /// # Errors
    ///
    /// What stops the writing.
    pub fn write<W: Output>(&self, options: &Options, output: W) -> Result<W::Done, W::Error> {
        Document(Answer::new(self, options)).write(output)
    }

    /// The `lines` of that document.
    ///
    /// # Errors
    ///
    /// What stops the writing.
    pub fn write_lines<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.list(&LineOut::all(self))
    }

    /// One of the `reasons` of that document.
    ///
    /// # Errors
    ///
    /// What stops the writing.
    pub fn write_reason<W: Output>(
        &self,
        reason: &Reason,
        options: &Options,
        output: W,
    ) -> Result<W::Done, W::Error> {
        ReasonOut::new(&self.engine, &self.dossier, reason, options).write(output)
    }

    /// The same, indented.
    pub fn to_json_pretty(&self, options: &Options) -> String {
        Answer::new(self, options).to_json_pretty()
    }
}
