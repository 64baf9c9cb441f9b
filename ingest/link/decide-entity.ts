import { foldMarkup } from "../../src/text/fold-markup.js";
import { normalForm } from "../../src/text/normal-form.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import type { Homes } from "./acronym-groups.js";
import { byCode, type Evidence } from "./evidence.js";
import { keyOf } from "./link-paper.js";
import type { LookUpName } from "./resolve-name.js";
import { bestSpelling } from "./spelling.js";

/** What the whole corpus says of one entity. */
export interface Decision {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** The other names it is read under, without those of the same normal form. Sorted. */
  readonly aliases: readonly string[];
  /** Normal forms of all its names, those that only the name list has for it too. Sorted. */
  readonly keys: readonly string[];
}

/** A paper that introduces a thing knows its kind better than one that mentions it. */
const INTRODUCING_VOTES = 3;
/** How many papers a name list is worth. */
const LISTED_VOTES = 3;

/**
 * Kind, display name and names of an entity by the votes of its papers. Where its acronym stands for other things too, the
 * long form is shown.
 */
export function decideEntity(id: string, evidence: readonly Evidence[], lookUp: LookUpName, homes: Homes): Decision {
  const key = keyOf(id);
  const isMeantBy = (acronym: string): boolean => {
    const meant = homes.meaning.get(acronym);
    const listed = lookUp(acronym);
    return meant === id || (meant === undefined && listed?.ambiguous === false && normalForm(listed.name) === key);
  };
  const isShared = (name: string): boolean => normalForm(name) !== key && homes.ambiguous.has(normalForm(name));
  const entry = lookUp(key);
  const known = entry && normalForm(entry.name) === key ? entry : undefined;
  const kinds = new Map<Kind, number>();
  const names = new Map<string, number>();
  const vote = <K>(votes: Map<K, number>, of: K, count: number) => votes.set(of, (votes.get(of) ?? 0) + count);
  if (known) {
    vote(kinds, known.kind, LISTED_VOTES);
    vote(names, known.name, LISTED_VOTES);
  }
  const keys = new Set([key, ...(known?.keys ?? [])]);
  for (const row of evidence) {
    vote(kinds, row.readKind, row.papers + (INTRODUCING_VOTES - 1) * row.introducing);
    const name = foldMarkup(row.readName);
    const acronym = foldMarkup(row.readAcronym);
    const isCalledSo = acronym !== "" && isMeantBy(normalForm(acronym));
    vote(names, name, row.papers - row.introducing);
    // A system is called by its acronym once its paper has introduced it so.
    vote(names, isCalledSo ? acronym : name, INTRODUCING_VOTES * row.introducing);
    if (acronym) vote(names, acronym, 0);
    for (const read of [keyOf(row.readAs), normalForm(row.readName), normalForm(row.readAcronym)])
      if (read) keys.add(read);
    // DARTS asked for as darts would be looked up as a plural.
    for (const written of [name, acronym]) if (/S$/.test(written)) keys.add(normalForm(written.toLowerCase()));
  }
  const kind = KINDS.reduce((best, next) => ((kinds.get(next) ?? 0) > (kinds.get(best) ?? 0) ? next : best));
  const ranked = byNormalForm(names, isShared);
  const name = ranked[0] ?? keyOf(id);
  return { id, kind, name, aliases: ranked.slice(1).sort(byCode), keys: [...keys].sort(byCode) };
}

/** For each normal form its best spelling; those with most votes first, shared ones last. */
function byNormalForm(names: ReadonlyMap<string, number>, isShared: (name: string) => boolean): string[] {
  const groups = new Map<string, Map<string, number>>();
  for (const [name, votes] of names) {
    const key = normalForm(name);
    if (!key) continue;
    const group = groups.get(key) ?? new Map<string, number>();
    groups.set(key, group.set(name, votes));
  }
  return [...groups.values()]
    .map((group) => {
      const votes = [...group.values()].reduce((sum, one) => sum + one, 0);
      const name = bestSpelling(group);
      return { name, votes, shared: isShared(name) };
    })
    .sort((a, b) => Number(a.shared) - Number(b.shared) || b.votes - a.votes || byCode(a.name, b.name))
    .map(({ name }) => name);
}
