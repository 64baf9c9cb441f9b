import { normalForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import { byCode, type Evidence } from "./evidence.js";
import { formOf, keyOf } from "./link-paper.js";

/** What the papers of a part of the corpus read, counted. Keys are normal forms. */
export interface Corpus {
  /** Papers that read a thing by more than a bare acronym, by normal form. */
  readonly spelled: ReadonlyMap<string, number>;
  /** Papers that read nothing but the acronym. */
  readonly bare: ReadonlyMap<string, number>;
  /** Acronym to the normal forms that papers join it to, with the number of papers. */
  readonly longForms: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly kinds: ReadonlyMap<string, ReadonlyMap<Kind, number>>;
  /** The ids that papers read, by normal form, with the number of papers. */
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Counts evidence; what is bare can only be said once it is known which names are acronyms. */
export function countCorpus(evidence: readonly Evidence[]): Corpus {
  const longForms = new Map<string, Map<string, number>>();
  const ids = new Map<string, Map<string, number>>();
  const kinds = new Map<string, Map<Kind, number>>();
  for (const row of evidence) {
    const key = keyOf(row.readAs);
    const same = ids.get(key) ?? new Map<string, number>();
    ids.set(key, same.set(row.readAs, (same.get(row.readAs) ?? 0) + row.papers));
    const votes = kinds.get(key) ?? new Map<Kind, number>();
    kinds.set(key, votes.set(row.readKind, (votes.get(row.readKind) ?? 0) + row.papers));
    const acronym = row.readAcronym ? normalForm(row.readAcronym) : "";
    if (!acronym || acronym === key) continue;
    const forms = longForms.get(acronym) ?? new Map<string, number>();
    longForms.set(acronym, forms.set(key, (forms.get(key) ?? 0) + row.papers));
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

/** Of the ids with one normal form the one that most papers read. */
export function readableOf(key: string, corpus: Corpus): string {
  const ids = [...(corpus.ids.get(key) ?? [])].sort(
    ([a, n], [b, m]) => m - n || b.split("-").length - a.split("-").length || byCode(a, b),
  );
  return ids[0] ? formOf(ids[0][0]) : key;
}
