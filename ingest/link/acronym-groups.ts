import { keyOfForm, normalForm, readableForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import { byCode, type Evidence } from "./evidence.js";
import { entityId, formOf, keyOf } from "./link-paper.js";
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

/** One thing that an acronym may stand for. */
interface Candidate {
  /** Normal forms of its spellings, most papers first. */
  readonly keys: string[];
  readonly form: string;
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
    const bare = corpus.bare.get(acronym) ?? 0;
    const listed = lookUp(acronym);
    const isListedItself =
      listed?.ambiguous === false && listed.kind !== "METHOD" && normalForm(listed.name) === acronym;
    if (isListedItself) {
      const others = candidates.filter(
        ({ papers }) => papers > 1 && papers * RARER_THAN_LISTED >= bare + sum(candidates),
      );
      const [top] = candidates;
      if (others.length < 2) {
        if (top && isLongFormOf(listed, top, corpus)) unions.join(top.keys[0] as string, acronym);
        continue;
      }
      kept.set(acronym, others);
      continue;
    }
    const total = bare + sum(candidates);
    const likely = candidates.filter(({ listed, papers }) => listed || isTelling(acronym) || papers * RARER >= total);
    if (likely.length === 1) unions.join(acronym, likely[0]?.keys[0] as string);
    else if (likely.length > 1) kept.set(acronym, likely);
  }
  return toHomes(corpus, unions, kept, lookUp);
}

/** Whether a long form can be that of a name which the list has by its short form. */
const isLongFormOf = (listed: ListedName, { form, keys }: Candidate, corpus: Corpus): boolean =>
  (listed.longForm ? isSameLongForm(form, readableForm(listed.longForm)) : isAcronymOf(listed.name, form)) &&
  sameSort(corpus.kinds.get(keys[0] as string), listed.kind);

const sum = (candidates: readonly Candidate[]): number => candidates.reduce((all, { papers }) => all + papers, 0);

/** Long and mixed short forms are seldom taken twice. */
const isTelling = (acronym: string): boolean => acronym.length > 5;

const sameSort = (kinds: ReadonlyMap<Kind, number> | undefined, kind: Kind): boolean => {
  const datasets = kinds?.get("DATASET") ?? 0;
  const all = [...(kinds?.values() ?? [])].reduce((a, b) => a + b, 0);
  return datasets * 2 > all === (kind === "DATASET");
};

interface Corpus {
  /** Papers that read a thing by more than a bare acronym, by normal form. */
  readonly spelled: ReadonlyMap<string, number>;
  /** Papers that read nothing but the acronym. */
  readonly bare: ReadonlyMap<string, number>;
  /** Acronym to the normal forms that papers join it to. */
  readonly longForms: ReadonlyMap<string, ReadonlySet<string>>;
  readonly kinds: ReadonlyMap<string, ReadonlyMap<Kind, number>>;
  /** The ids that papers read, by normal form, with the number of papers. */
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function countCorpus(evidence: readonly Evidence[]): Corpus {
  const longForms = new Map<string, Set<string>>();
  const ids = new Map<string, Map<string, number>>();
  const kinds = new Map<string, Map<Kind, number>>();
  for (const row of evidence) {
    const key = keyOf(row.readAs);
    const same = ids.get(key) ?? new Map<string, number>();
    ids.set(key, same.set(row.readAs, (same.get(row.readAs) ?? 0) + row.papers));
    const votes = kinds.get(key) ?? new Map<Kind, number>();
    kinds.set(key, votes.set(row.readKind, (votes.get(row.readKind) ?? 0) + row.papers));
    const acronym = row.readAcronym ? normalForm(row.readAcronym) : "";
    if (acronym && acronym !== key) longForms.set(acronym, (longForms.get(acronym) ?? new Set()).add(key));
  }
  const spelled = new Map<string, number>();
  const bare = new Map<string, number>();
  for (const row of evidence) {
    const name = row.readAcronym ? "" : normalForm(row.readName);
    const [counts, key] = longForms.has(name) ? [bare, name] : [spelled, keyOf(row.readAs)];
    counts.set(key, (counts.get(key) ?? 0) + row.papers);
  }
  return { spelled, bare, longForms, kinds, ids };
}

/** What an acronym may stand for: its long forms with their spellings joined, and the listed ones; most papers first. */
function candidatesOf(acronym: string, corpus: Corpus, lookUp: LookUpName, unions: Unions): Candidate[] {
  const papers = (key: string) => corpus.spelled.get(key) ?? 0;
  const listed = lookUp(acronym);
  const things = (listed?.ambiguous ? (listed.all ?? []) : listed ? [listed] : []).map(({ name }) =>
    readableForm(name),
  );
  const listedForms = new Map(things.map((form) => [keyOfForm(form), form]));
  listedForms.delete(acronym);
  const keys = [...new Set([...(corpus.longForms.get(acronym) ?? []), ...listedForms.keys()])];
  // The listed spelling comes first: it is the one to be known by.
  keys.sort(
    (a, b) =>
      Number(listedForms.has(b)) - Number(listedForms.has(a)) ||
      papers(b) - papers(a) ||
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

/** Of the ids with one normal form the one that most papers read. */
function readableOf(key: string, corpus: Corpus): string {
  const ids = [...(corpus.ids.get(key) ?? [])].sort(
    ([a, n], [b, m]) => m - n || b.split("-").length - a.split("-").length || byCode(a, b),
  );
  return ids[0] ? formOf(ids[0][0]) : key;
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
      // A bare acronym is that of the list before anything is known of its paper.
      const prior = one.papers + (one.listed ? bare / listed : 0);
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
