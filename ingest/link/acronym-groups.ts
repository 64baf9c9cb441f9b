import { keyOfForm, normalForm, readableForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import { type Corpus, countCorpus, readableOf } from "./corpus.js";
import { byCode, type Evidence } from "./evidence.js";
import { entityId } from "./link-paper.js";
import { isSameLongForm } from "./long-forms.js";
import type { ListedName, LookUpName } from "./resolve-name.js";
import { isAcronymOf } from "./same-thing.js";
import { Unions } from "./unions.js";

/** What the corpus says of the ids that papers read: which are one entity, and which acronyms can be either of several. */
export interface Homes {
  /** The entity of an id that papers read; ids that are not here keep to themselves. */
  readonly home: ReadonlyMap<string, string>;
  /** Normal forms of acronyms with more than one reading, each with what it may mean, most papers first. */
  readonly ambiguous: ReadonlyMap<string, readonly Meaning[]>;
  /** Normal forms of the acronyms that mean one entity, and which. */
  readonly meaning: ReadonlyMap<string, string>;
}

/** An entity that an acronym may mean. */
export interface Meaning {
  readonly id: string;
  /** Papers that are for it before the context is looked at. */
  readonly prior: number;
}

/** A long form that is this many times rarer than all uses of its acronym does not draw the bare ones to itself. */
const RARER = 50;
/** The same where the name list knows the acronym as a name of its own (BERT). */
const RARER_THAN_LISTED = 10;

/** A long form that stands without an acronym this many times more often is hardly what the acronym is for. */
const RARELY = 20;

/** So many papers are believed even where the acronym is not made of first letters (XGBoost, SHAP). */
const ENOUGH = 3;

/** One thing that an acronym may stand for. */
interface Candidate {
  /** Normal forms of its spellings, most papers first. */
  readonly keys: string[];
  readonly form: string;
  /** Papers that join the acronym to it. */
  papers: number;
  readonly listed: boolean;
}

/**
 * Joins spellings, and acronyms with their long forms, over the whole corpus.
 * One long form: the acronym and the long form are one entity, under the long form's id, or under the acronym's where the
 * name list has it as a canonical name (BERT). Several that are no spellings of each other: each is an entity, and a bare
 * acronym is read paper by paper (read-acronym.ts). A long form that only a few papers have never takes an acronym over
 * that many use (one paper's "Cable News Network" and CNN).
 * A function of the evidence alone; the evidence must hold every entity that shares a name with another one in it.
 */
export function acronymHomes(evidence: readonly Evidence[], lookUp: LookUpName): Homes {
  const corpus = countCorpus(evidence);
  const unions = new Unions();
  const kept = new Map<string, Candidate[]>();
  for (const acronym of [...corpus.longForms.keys()].sort(byCode)) {
    const candidates = candidatesOf(acronym, corpus, lookUp, unions);
    const total = (corpus.bare.get(acronym) ?? 0) + sum(candidates);
    const listed = lookUp(acronym);
    if (listed?.ambiguous === false && normalForm(listed.name) === acronym) {
      const readings = readingsOfListed(acronym, listed, candidates, corpus, unions);
      if (readings.length > 1) kept.set(acronym, readings);
      continue;
    }
    const likely = candidates.filter(({ listed, papers }) => listed || isTelling(acronym) || papers * RARER >= total);
    if (likely.length === 1) unions.join(acronym, likely[0]?.keys[0] as string);
    else if (likely.length > 1) kept.set(acronym, likely);
  }
  return toHomes(corpus, unions, kept, lookUp);
}

/**
 * What an acronym may mean that the list has as a name of its own (BERT, Adam): that, with its long form if one fits, and
 * other long forms that many papers have.
 */
function readingsOfListed(
  acronym: string,
  listed: ListedName,
  candidates: readonly Candidate[],
  corpus: Corpus,
  unions: Unions,
): Candidate[] {
  const bare = corpus.bare.get(acronym) ?? 0;
  const own = candidates.find((candidate) => isLongFormOf(listed, candidate, bare, corpus));
  // A method is known by its long form, a model or dataset by the short name.
  if (own)
    unions.join(...((listed.kind === "METHOD" ? [acronym, own.keys[0]] : [own.keys[0], acronym]) as [string, string]));
  const total = bare + sum(candidates);
  const others = candidates.filter(
    (candidate) => candidate !== own && candidate.papers > 1 && candidate.papers * RARER_THAN_LISTED >= total,
  );
  const itself = { keys: [acronym], form: acronym, papers: own?.papers ?? 0, listed: true };
  return own || others.length < 2 ? [itself, ...others] : others;
}

/** Whether a long form can be that of a name which the list has by its short form. */
function isLongFormOf(listed: ListedName, candidate: Candidate, bare: number, corpus: Corpus): boolean {
  const key = candidate.keys[0] as string;
  if (!sameSort(corpus.kinds.get(key), listed.kind)) return false;
  if (listed.longForm) return isSameLongForm(candidate.form, readableForm(listed.longForm));
  const isUsed = candidate.papers * RARER_THAN_LISTED >= bare;
  // Principal component analysis is not PEA because one paper says so.
  const isUsual = candidate.papers * RARELY >= (corpus.spelled.get(key) ?? 0);
  return isUsed && isUsual && (candidate.papers >= ENOUGH || isAcronymOf(listed.name, candidate.form));
}

const sum = (candidates: readonly Candidate[]): number => candidates.reduce((all, { papers }) => all + papers, 0);

/** Long and mixed short forms are seldom taken twice. */
const isTelling = (acronym: string): boolean => acronym.length > 5;

const sameSort = (kinds: ReadonlyMap<Kind, number> | undefined, kind: Kind): boolean => {
  const datasets = kinds?.get("DATASET") ?? 0;
  const all = [...(kinds?.values() ?? [])].reduce((a, b) => a + b, 0);
  return datasets * 2 > all === (kind === "DATASET");
};

/** What an acronym may stand for: its long forms with their spellings joined, and the listed ones; most papers first. */
function candidatesOf(acronym: string, corpus: Corpus, lookUp: LookUpName, unions: Unions): Candidate[] {
  const joining = corpus.longForms.get(acronym);
  const papers = (key: string) => joining?.get(key) ?? 0;
  const spelled = (key: string) => corpus.spelled.get(key) ?? 0;
  const listed = lookUp(acronym);
  const things = (listed?.ambiguous ? (listed.all ?? []) : listed ? [listed] : []).map(({ name }) =>
    readableForm(name),
  );
  const listedForms = new Map(things.map((form) => [keyOfForm(form), form]));
  listedForms.delete(acronym);
  const keys = [...new Set([...(joining?.keys() ?? []), ...listedForms.keys()])];
  // The listed spelling comes first: it is the one to be known by.
  keys.sort(
    (a, b) =>
      Number(listedForms.has(b)) - Number(listedForms.has(a)) ||
      spelled(b) - spelled(a) ||
      a.length - b.length ||
      byCode(a, b),
  );
  const candidates: Candidate[] = [];
  for (const key of keys) {
    const form = listedForms.get(key) ?? readableOf(key, corpus);
    const same = candidates.find((other) => isSameLongForm(other.form, form));
    if (!same) candidates.push({ keys: [key], form, papers: papers(key), listed: listedForms.has(key) });
    else {
      unions.join(key, same.keys[0] as string);
      same.keys.push(key);
      same.papers += papers(key);
    }
  }
  return candidates.sort((a, b) => b.papers - a.papers || byCode(a.form, b.form));
}

function toHomes(corpus: Corpus, unions: Unions, kept: ReadonlyMap<string, Candidate[]>, lookUp: LookUpName): Homes {
  const idOf = (key: string): string => {
    const root = unions.find(key);
    const listed = lookUp(root);
    const canonical = listed && !listed.ambiguous && normalForm(listed.name) === root;
    return entityId(canonical ? readableForm(listed.name) : readableOf(root, corpus));
  };
  const home = new Map<string, string>();
  for (const [key, ids] of corpus.ids) {
    const target = idOf(key);
    for (const id of ids.keys()) if (id !== target) home.set(id, target);
  }
  const ambiguous = new Map<string, readonly Meaning[]>();
  const meaning = new Map<string, string>();
  for (const acronym of corpus.longForms.keys()) {
    const bare = corpus.bare.get(acronym) ?? 0;
    const priors = new Map<string, number>();
    const candidates = kept.get(acronym) ?? [];
    const listed = candidates.filter((one) => one.listed).length;
    for (const one of candidates) {
      const id = idOf(one.keys[0] as string);
      // A bare acronym is rather that of the list before anything is known of its paper.
      const prior = one.papers + (one.listed ? (1 + bare / 2) / listed : 0);
      priors.set(id, (priors.get(id) ?? 0) + prior);
    }
    if (priors.size > 1)
      ambiguous.set(
        acronym,
        [...priors].map(([id, prior]) => ({ id, prior })),
      );
    else if (unions.has(acronym)) meaning.set(acronym, idOf(acronym));
  }
  return { home, ambiguous, meaning };
}
