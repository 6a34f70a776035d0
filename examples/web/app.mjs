// The page: what was dropped and typed makes one dossier; the answer and the timeline follow as it changes.
import { answerPage, check, load, schema, timelinePage, triagePage, versions, workList } from "./pkg/index.mjs";
import { take } from "./files.mjs";
import { Form } from "./form.mjs";
import { SAMPLES } from "./pkg/samples.mjs";
import { FIELDS, WORDS } from "./words.mjs";

const $ = (id) => document.getElementById(id);
const DAY = 86_400_000;
const state = { lang: "fr", taken: [], dossier: null, reject: null, returns: null, answer: null };
let form;

const words = () => WORDS[state.lang];
const name = (field) => (state.lang === "fr" && FIELDS[field]) || field.replaceAll("_", " ");
const today = () => new Date().toISOString().slice(0, 10);
const moved = (day, by) => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
const button = (text, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.onclick = act;
  return made;
};

function empty() {
  return { format: "tierspayant/1", as_of: today(), claim: { care_date: today(), lines: [{ id: "1" }] }, rights: [] };
}

// The same claim on another day: care, question and answers all happen then, as in the timeline.
function onDay(dossier) {
  const by = Number($("day").value);
  if (by === 0 || Number.isNaN(Date.parse(dossier.claim.care_date))) return dossier;
  const day = moved(dossier.claim.care_date, by);
  const later = (one) => (one === undefined || one === null || one > day ? one : day);
  const earlier = (one) => (one === undefined || one === null || one < day ? one : day);
  const copy = structuredClone(dossier);
  copy.claim.care_date = day;
  copy.as_of = later(copy.as_of);
  copy.claim.transmission_date = later(copy.claim.transmission_date);
  copy.claim.prescription_date = earlier(copy.claim.prescription_date);
  for (const line of copy.claim.lines) if (line.prescription?.date) line.prescription.date = earlier(line.prescription.date);
  for (const one of copy.rights ?? []) one.observed_at = day;
  return copy;
}

function answer() {
  const { lang } = state;
  const asked = onDay(state.dossier);
  const options = { lang, audience: $("audience").value, details: $("details").checked };
  form.right();
  $("fault").hidden = true;
  try {
    state.answer = check(asked, { lang });
    $("answer").innerHTML = answerPage(asked, options);
    $("timeline").innerHTML = timelinePage(state.dossier, { lang });
    $("status").textContent = $("answer").querySelector("h1, p").textContent;
  } catch (fault) {
    state.answer = null;
    for (const id of ["answer", "timeline"]) $(id).replaceChildren();
    const there = form.wrong(fault.place ?? "", fault.message);
    $("fault").textContent = `${words().fault}${lang === "fr" ? "\u00a0: " : ": "}${fault.message}`;
    $("fault").hidden = false;
    $("status").textContent = there ? "" : fault.message;
  }
  corrections();
  day(asked);
  others(options);
}

function day(asked) {
  const shown = new Date(`${asked.claim.care_date}T00:00:00Z`);
  const text = Number.isNaN(shown.getTime()) ? "" : shown.toLocaleDateString({ fr: "fr-FR", en: "en-GB" }[state.lang], { timeZone: "UTC", dateStyle: "long" });
  $("day-shown").textContent = text;
  $("day").setAttribute("aria-valuetext", text);
  $("day-back").hidden = $("day").value === "0";
}

// What came back, and a reject: pages of their own below the answer.
function others(options) {
  const parts = [];
  const part = (title, html) => parts.push(`<h2>${title}</h2>${html}`);
  try {
    if (state.reject) part(words().triage, triagePage(state.reject, options));
    if (state.returns) part(words().returns, workList(state.returns, { lang: state.lang, claims: state.dossier }));
  } catch (fault) {
    $("fault").textContent = fault.message;
    $("fault").hidden = false;
  }
  $("returns").innerHTML = parts.join("");
}

function corrections() {
  const found = state.answer?.what_if?.corrections ?? [];
  const made = found.filter((one) => one.change !== "ask_again").map((one) => button(`${words().apply} ${told(one)}`, () => apply(one)));
  $("corrections").replaceChildren(...made);
}

function told(one) {
  const say = words();
  const scheme = one.scheme && [one.scheme.regime, one.scheme.fund, one.scheme.centre].filter(Boolean).join(" ");
  return {
    exemption: () => `${say.line} ${one.line}, ${say.exempt} ${one.exemption}`,
    nature: () => `${say.nature} ${one.nature}`,
    scheme: () => `${say.scheme} ${scheme}`,
    contract: () => `${say.contract} ${[one.number, one.type].filter(Boolean).join(", ")}`,
    amo_alone: () => say.amo_alone,
  }[one.change]?.() ?? one.change;
}

function apply(one) {
  const { claim } = state.dossier;
  if (one.change === "exemption") claim.lines.find((line) => line.id === one.line).exemption = one.exemption;
  if (one.change === "nature") claim.nature = one.nature;
  if (one.change === "scheme") claim.scheme = { ...claim.scheme, ...one.scheme };
  if (one.change === "amo_alone") claim.third_party = ["amo"];
  if (one.change === "contract") claim.contract = { ...claim.contract, ...(one.number && { number: one.number }), ...(one.type && { type: one.type }) };
  show();
  $("answer").focus();
}

function taken() {
  const say = words();
  const items = state.taken.map((one) => {
    const item = document.createElement("li");
    item.className = one.fault ? "fault" : "";
    const notes = [one.fault ?? say[`taken_${one.kind}`], one.format, one.unused && `${one.unused} ${say.unused}`, one.refusal && `${say.refused} (${one.refusal})`];
    item.append(Object.assign(document.createElement("strong"), { textContent: one.name }), notes.filter(Boolean).join(" · "), " ");
    item.append(button(`${say.remove} ${one.name}`, () => remove(one)));
    return item;
  });
  $("taken").replaceChildren(...items);
}

function remove(one) {
  state.taken = state.taken.filter((other) => other !== one);
  if (one.rights) state.dossier.rights = state.dossier.rights.filter((right) => !one.rights.includes(right));
  if (one.dossier) state.dossier = { ...empty(), rights: state.dossier.rights.filter((right) => !one.dossier.rights?.includes(right)) };
  if (one.reject) state.reject = null;
  if (one.returns) state.returns = null;
  show();
}

// Claims before rights: what a source says without a date is dated by the claim.
function add(files) {
  const read = (file) => {
    try {
      return { name: file.name, ...take(file.bytes, { observedAt: state.dossier.as_of ?? state.dossier.claim.care_date }) };
    } catch (fault) {
      return { name: file.name, fault: `${words().not_read} (${fault.message})` };
    }
  };
  const claims = (file) => /"claim"/.test(new TextDecoder("utf-8").decode(file.bytes)) ? 0 : 1;
  for (const file of [...files].sort((a, b) => claims(a) - claims(b))) {
    const one = read(file);
    state.taken.push(one);
    if (one.dossier) state.dossier = { ...one.dossier, rights: [...(one.dossier.rights ?? []), ...state.dossier.rights] };
    if (one.rights) state.dossier.rights.push(...one.rights);
    if (one.reject) state.reject = one.reject;
    if (one.returns) state.returns = one.returns;
  }
  $("day").value = "0";
  show();
}

function show() {
  taken();
  form.show(state.dossier.claim);
  answer();
}

function sample(files) {
  Object.assign(state, { taken: [], dossier: empty(), reject: null, returns: null });
  add(files.map(({ name, base64 }) => ({ name, bytes: Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)) })));
  $("result").scrollIntoView?.();
}

function speak() {
  document.documentElement.lang = state.lang;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = words()[one.dataset.word];
  $("examples").replaceChildren(...SAMPLES.map((one) => button(words()[`sample_${one.id}`], () => sample(one.files))));
  const { edition, digest } = versions();
  $("versions").textContent = `${words().edition} ${edition} · ${digest.slice(0, 12)}`;
  show();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    $("copied").textContent = words().copied;
  } catch {
    Object.assign($("copy-text"), { value: text, hidden: false });
    $("copy-text").setAttribute("aria-label", words().copy_json);
    $("copy-text").select();
  }
}

function testCase() {
  const { verdict, basis } = state.answer ?? {};
  const dossier = onDay(state.dossier);
  return { name: "my_case", why: "", source: [], dossier, expect: { verdict, ...(basis && { basis }) } };
}

async function start() {
  await load();
  state.dossier = empty();
  form = new Form($("form"), schema("dossier"), words, name, answer);
  $("lang").onchange = () => { state.lang = $("lang").value; speak(); };
  for (const id of ["audience", "details", "day"]) $(id).oninput = answer;
  $("day-back").onclick = () => { $("day").value = "0"; answer(); $("day").focus(); };
  $("copy-json").onclick = () => copy(JSON.stringify(onDay(state.dossier), null, 2));
  $("copy-case").onclick = () => copy(JSON.stringify(testCase(), null, 2));
  $("form").onsubmit = (event) => event.preventDefault();
  const bytes = async (list) => Promise.all([...list].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
  $("files").onchange = async () => { add(await bytes($("files").files)); $("files").value = ""; };
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, async (event) => {
      event.preventDefault();
      $("drop").classList.toggle("over", kind === "dragover");
      if (kind === "drop") add(await bytes(event.dataTransfer.files));
    });
  }
  speak();
  document.body.dataset.ready = "yes";
}

start();
