import { normalForm, readableForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import { byCode, type Evidence } from "./evidence.js";
import { entityId, formOf, keyOf } from "./link-paper.js";
import { isSameLongForm } from "./long-forms.js";
import type { LookUpName } from "./resolve-name.js";
import { isAcronymOf } from "./same-thing.js";
import { Unions } from "./unions.js";

/** What the corpus says of the ids that papers read: which are one entity, and which acronyms can be either of several. */
export interface Homes {
  /** The entity of an id that papers read; ids that are not here keep to themselves. */
  readonly home: ReadonlyMap<string, string>;
  /** Normal forms of acronyms with more than one reading, each with the entities it may mean, most papers first. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Normal forms of the acronyms that mean one entity, and which. */
  readonly meaning: ReadonlyMap<string, string>;
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
    const isListedItself = listed && !listed.ambiguous && normalForm(listed.name) === acronym;
    if (isListedItself) {
      const others = candidates.filter(
        ({ papers }) => papers > 1 && papers * RARER_THAN_LISTED >= bare + sum(candidates),
      );
      const [top] = candidates;
      if (others.length < 2) {
        const fits =
          top && isAcronymOf(listed.name, top.form) && sameSort(corpus.kinds.get(top.keys[0] ?? ""), listed.kind);
        if (fits) unions.join(top.keys[0] as string, acronym);
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
  /** The ids that papers read, by normal form. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

function countCorpus(evidence: readonly Evidence[]): Corpus {
  const longForms = new Map<string, Set<string>>();
  const ids = new Map<string, Set<string>>();
  const kinds = new Map<string, Map<Kind, number>>();
  for (const row of evidence) {
    const key = keyOf(row.readAs);
    ids.set(key, (ids.get(key) ?? new Set()).add(row.readAs));
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

/** What an acronym may stand for: its long forms with their spellings joined, and the listed one; most papers first. */
function candidatesOf(acronym: string, corpus: Corpus, lookUp: LookUpName, unions: Unions): Candidate[] {
  const papers = (key: string) => corpus.spelled.get(key) ?? 0;
  const listed = lookUp(acronym);
  const listedKey = listed && !listed.ambiguous ? normalForm(listed.name) : acronym;
  const keys = new Set(corpus.longForms.get(acronym));
  if (listedKey !== acronym) keys.add(listedKey);
  const sorted = [...keys].sort((a, b) => papers(b) - papers(a) || a.length - b.length || byCode(a, b));
  const candidates: Candidate[] = [];
  for (const key of sorted) {
    const form = key === listedKey && listed ? readableForm(listed.name) : readableOf(key, corpus);
    const same = candidates.find((other) => isSameLongForm(other.form, form));
    if (!same) candidates.push({ keys: [key], form, papers: papers(key), listed: key === listedKey });
    else if (key !== listedKey) {
      unions.join(key, same.keys[0] as string);
      same.keys.push(key);
      same.papers += papers(key);
    } else {
      // The listed spelling is the one to be known by.
      for (const other of same.keys) unions.join(other, key);
      const merged = { ...same, keys: [key, ...same.keys], form, papers: same.papers + papers(key), listed: true };
      candidates.splice(candidates.indexOf(same), 1, merged);
    }
  }
  return candidates.sort((a, b) => b.papers - a.papers || byCode(a.form, b.form));
}

/** Of the ids with one normal form the one with most words, which reads best and changes least. */
function readableOf(key: string, corpus: Corpus): string {
  const forms = [...(corpus.ids.get(key) ?? [])].map(formOf);
  const words = (form: string) => form.split("-").length;
  return forms.sort((a, b) => words(b) - words(a) || byCode(a, b))[0] ?? key;
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
    for (const id of ids) if (id !== target) home.set(id, target);
  }
  const ambiguous = new Map<string, readonly string[]>();
  const meaning = new Map<string, string>();
  for (const acronym of corpus.longForms.keys()) {
    const readings = [...new Set(kept.get(acronym)?.map(({ keys }) => idOf(keys[0] as string)))];
    if (readings.length > 1) ambiguous.set(acronym, readings);
    else if (unions.has(acronym)) meaning.set(acronym, idOf(acronym));
  }
  return { home, ambiguous, meaning };
}
