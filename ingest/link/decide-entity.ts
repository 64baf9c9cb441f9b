import { normalForm } from "../../src/text/normal-form.js";
import { KINDS, type Kind } from "../../src/vocabulary.js";
import { byCode, type Evidence } from "./evidence.js";
import { keyOf, type LookUpName } from "./link-paper.js";

/** What the whole corpus says of one entity. */
export interface Decision {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** The other names it is read under, without those of the same normal form. Sorted. */
  readonly aliases: readonly string[];
  /** Normal forms of all its names. Sorted. */
  readonly keys: readonly string[];
}

/** A paper that introduces a thing knows its kind better than one that mentions it. */
const INTRODUCING_VOTES = 3;
/** How many papers a name list is worth. */
const LISTED_VOTES = 3;

/**
 * Kind, display name and aliases of an entity by the votes of its papers. `sharesAcronym`: its acronym stands for other
 * things too, so the long form is shown.
 */
export function decideEntity(
  id: string,
  evidence: readonly Evidence[],
  lookUp: LookUpName,
  sharesAcronym: (key: string) => boolean,
): Decision {
  const listed = lookUp(keyOf(id));
  const known = listed && normalForm(listed.name) === keyOf(id) ? listed : undefined;
  const kinds = new Map<Kind, number>();
  const names = new Map<string, number>();
  const vote = <K>(votes: Map<K, number>, key: K, count: number) => votes.set(key, (votes.get(key) ?? 0) + count);
  if (known) vote(kinds, known.kind, LISTED_VOTES);
  for (const row of evidence) {
    vote(kinds, row.readKind, row.papers + (INTRODUCING_VOTES - 1) * row.introducing);
    vote(names, row.readName, row.papers - row.introducing);
    // A system is called by its acronym once its paper has introduced it so.
    const acronym = row.readAcronym && !sharesAcronym(normalForm(row.readAcronym));
    vote(names, acronym ? row.readAcronym : row.readName, INTRODUCING_VOTES * row.introducing);
    if (row.readAcronym) vote(names, row.readAcronym, 0);
  }
  const kind = KINDS.reduce((best, next) => ((kinds.get(next) ?? 0) > (kinds.get(best) ?? 0) ? next : best));
  const ranked = [...names].sort(([a, n], [b, m]) => m - n || byCode(a, b)).map(([name]) => name);
  const name = known?.name ?? ranked[0] ?? keyOf(id);
  const aliases = new Map<string, string>();
  for (const other of ranked) {
    const key = normalForm(other);
    if (key && key !== normalForm(name) && !aliases.has(key)) aliases.set(key, other);
  }
  const keys = new Set([keyOf(id), normalForm(name), ...aliases.keys()]);
  return { id, kind, name, aliases: [...aliases.values()].sort(byCode), keys: [...keys].sort(byCode) };
}
