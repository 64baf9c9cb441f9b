import { LIMITS } from "../../src/limits.js";
import { asksNothing, type PaperFilter } from "../../src/store/filter/filter.js";
import { countInPart } from "../../src/store/filter/part-queries.js";
import type { Kind } from "../../src/vocabulary.js";
import type { Context } from "../context.js";
import type { Entity } from "../entity.type.js";
import { loadEntity, withCurrentIds } from "../load/entities.js";
import { compareText } from "../load/mention.js";
import { loadNamed } from "../load/names.js";
import { indexOf } from "./index-of.js";
import { type Indexed, type NameIndex, typedForm, wordStarts } from "./name-index.js";
import { beginsAlmost } from "./one-typo.js";

export interface SuggestDemand {
  readonly prefix: string;
  readonly kinds: readonly Kind[];
  readonly papers: PaperFilter;
  readonly first: number;
}

export interface Suggestion {
  readonly entity: Entity;
  /** The name or alias that matches. */
  readonly matched: string;
  readonly paperCount: number;
  readonly typo: boolean;
}

export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  readonly truncated: boolean;
}

/** Entities found by a name, with how many papers of the part mention them. */
interface Ranked extends Indexed {
  readonly papers: number;
}

/** Counted of candidates at a time: the first few are mostly all that is needed. */
const PER_COUNT = 200;

/**
 * The entities whose names go on as `prefix` begins: first those that bear it as a name, then those with a name that
 * begins with it, then those where this holds but for one typo; each by the papers of the part that mention them.
 */
export async function findSuggestions(context: Context, demand: SuggestDemand): Promise<Suggestions> {
  const { prefix, kinds, first } = demand;
  const typed = typedForm(prefix);
  const [index, named] = await Promise.all([indexOf(context.store, context.signal), loadNamed(context, prefix, kinds)]);
  const found = new Map<string, Suggestion>();
  const cut: boolean[] = [index.size >= LIMITS.suggestEntities];
  const tiers: [typo: boolean, candidates: () => readonly Indexed[]][] = [
    [false, () => named],
    [false, () => places(index, index.beginningWith(typed, kinds, wanted(demand)))],
    [true, () => places(index, index.beginningAlmostWith(typed, kinds, wanted(demand)))],
  ];
  for (const [typo, candidates] of tiers) {
    if (found.size >= first) break;
    const all = candidates();
    cut.push(all.length >= LIMITS.suggestCandidates);
    const fresh = all.filter(({ id }) => !found.has(id));
    const ranked = await rank(context, demand, fresh, first - found.size);
    const entities = await Promise.all(ranked.map(({ id }) => loadEntity(context, id)));
    ranked.forEach(({ id, papers }, i) => {
      const entity = entities[i];
      if (entity) found.set(id, { entity, matched: matchedName(entity, typed, typo), paperCount: papers, typo });
    });
  }
  return { suggestions: [...found.values()], truncated: cut.includes(true) };
}

/** Without a part, the page and what an earlier tier may take of it; else all that may turn out to be used there. */
const wanted = ({ papers, first }: SuggestDemand): number =>
  asksNothing(papers) ? 2 * first : LIMITS.suggestCandidates;

const places = (index: NameIndex, owners: readonly number[]): Indexed[] => owners.map((owner) => index.at(owner));

/**
 * The `most` of the candidates that are used most in the part. They come by their use in the whole corpus, which is no less,
 * so the counting ends when none that is left could come before those that are found.
 */
async function rank(
  context: Context,
  { papers: filter }: SuggestDemand,
  candidates: readonly Indexed[],
  most: number,
): Promise<Ranked[]> {
  if (asksNothing(filter)) return candidates.slice(0, most).map((found) => ({ ...found, papers: found.paperCount }));
  let ranked: Ranked[] = [];
  for (let from = 0; from < candidates.length; from += PER_COUNT) {
    const last = ranked[most - 1];
    if (last && last.papers > (candidates[from] as Indexed).paperCount) break;
    const some = candidates.slice(from, from + PER_COUNT);
    const counts = await countIn(context, filter, some);
    const used = some.flatMap((found) => {
      const papers = counts.get(found.id) ?? 0;
      return papers > 0 ? [{ ...found, papers }] : [];
    });
    ranked = [...ranked, ...used].sort((a, b) => b.papers - a.papers || compareText(a.id, b.id)).slice(0, most);
  }
  return ranked;
}

async function countIn(context: Context, filter: PaperFilter, some: readonly Indexed[]): Promise<Map<string, number>> {
  const ids = some.map(({ id }) => id);
  return withCurrentIds(context, filter, async (papers) => {
    const rows = await context.read<{ id: string; papers: number }>(countInPart(ids, papers));
    return new Map(rows.map((row) => [row.id, row.papers]));
  });
}

/** The name that matches best: the first that does, of the name and the aliases. */
function matchedName({ name, aliases }: Entity, typed: string, typo: boolean): string {
  const matches = typo
    ? (form: string, start: number) => beginsAlmost(form, start, typed)
    : (form: string, start: number) => form.startsWith(typed, start);
  const matched = [name, ...aliases].find((one) => {
    const { form, starts } = wordStarts(one);
    return starts.some((start) => matches(form, start));
  });
  return matched ?? name;
}
