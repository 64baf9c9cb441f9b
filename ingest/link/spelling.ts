import { singular } from "../../src/text/singular.js";
import { byCode } from "./evidence.js";

/** A singular that is this many times rarer than the plural is still the name. */
const RARER = 5;

/** A name in small letters that is this many times rarer than with a capital is a proper name. */
const RARE_SMALL = 3;

/**
 * The spelling of one name that is to be shown, of those that papers and lists have, with their votes: the singular where
 * it is at all in use, a capital at the beginning of a sentence not counted, else the most frequent.
 */
export function bestSpelling(spellings: ReadonlyMap<string, number>): string {
  const votes = new Map(spellings);
  for (const [name, count] of spellings) {
    const small = name[0]?.toLowerCase() + name.slice(1);
    const smalls = spellings.get(small) ?? 0;
    // "Contrastive learning" is "contrastive learning" where a sentence begins; Gaussian process is always that.
    if (name === small || !/^\p{Lu}[\p{Ll} -]+$/u.test(name) || smalls * RARE_SMALL < count) continue;
    votes.set(small, (votes.get(small) ?? 0) + count);
    votes.delete(name);
  }
  // GANs are votes for GAN.
  for (const [name, count] of spellings) {
    const single = name.slice(0, -1);
    const singles = spellings.get(single) ?? 0;
    if (isPlural(name) && singles > 0 && singles * RARER >= count) votes.set(single, (votes.get(single) ?? 0) + count);
  }
  // Words that a page has cut at the end of a line are shown only where nothing else is there.
  const isCut = (name: string) => Number(/\p{L}- \p{Ll}/u.test(name));
  const ranked = [...votes].sort(([a, n], [b, m]) => isCut(a) - isCut(b) || m - n || byCode(a, b));
  const [most] = ranked[0] as [string, number];
  if (!isPlural(most)) return most;
  const single = ranked.find(([name]) => !isPlural(name));
  return single && single[1] * RARER >= (votes.get(most) ?? 0) ? single[0] : most;
}

function isPlural(name: string): boolean {
  const last = name.split(/[\s-]/).at(-1) ?? "";
  return singular(last.toLowerCase(), last) !== last.toLowerCase();
}
