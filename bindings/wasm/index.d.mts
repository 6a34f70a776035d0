// Types of tierspayant as WebAssembly.
import type { Answer, Dossier, Reject, TimelineAnswer, TriageAnswer } from "./documents.js";
export type * from "./documents.js";

export type Lang = "fr" | "en";
/** `html` is an element for a page that has `styleSheet()`; `document` stands alone. */
export type Form = "text" | "html" | "document";
export interface PageOptions { lang?: Lang; audience?: "counter" | "patient"; form?: Form; details?: boolean; }
/** What every function throws for a document or an option that is refused: a stable code, and the place of the fault. */
export interface Fault extends Error { code: string; place: string; }
export interface Reading {
  rights: NonNullable<Dossier["rights"]>;
  unused: Array<{ place: string; why: string; text: string }>;
  refusal: string | null;
}

/** Loads the engine, once, before anything else: from beside this module, or from the bytes of `tierspayant_bg.wasm`. */
export function load(bytes?: BufferSource | WebAssembly.Module): Promise<void>;
export function check(dossier: Dossier | string, options?: { lang?: Lang; whatIf?: boolean }): Answer;
/** The answer as it leaves the library, the same bytes in every language. */
export function checkText(dossier: Dossier | string, options?: { lang?: Lang; whatIf?: boolean }): string;
export function explain(dossier: Dossier | string, options?: PageOptions): string;
export function answerPage(dossier: Dossier | string, options?: PageOptions): string;
export function timeline(dossier: Dossier | string, options?: { first?: string; last?: string }): TimelineAnswer;
export function timelinePage(
  dossier: Dossier | string,
  options?: { lang?: Lang; form?: Form | "svg"; first?: string; last?: string },
): string;
export function triage(reject: Reject | string, options?: { lang?: Lang }): TriageAnswer;
export function triageText(reject: Reject | string, options?: { lang?: Lang }): string;
export function triagePage(reject: Reject | string, options?: PageOptions): string;
export function read(
  format: "ssv" | "adri-json" | "cnam-droits" | "c2s" | "jfse" | "lecture-vitale",
  bytes: Uint8Array,
  options?: { observedAt?: string },
): Reading;
/** The work list; it says itself which rows of the file could not be read. */
export function workList(
  returns: Uint8Array,
  options?: { claims?: Dossier | string; today?: string; lang?: Lang; form?: Form },
): string;
/** Text of bytes in Windows-1252. */
export function windows1252(bytes: Uint8Array): string;
export function schema(name: "dossier" | "rights" | "reject" | "answer" | "timeline" | "triage"): object;
export function styleSheet(): string;
export function versions(): { edition: string; digest: string };
