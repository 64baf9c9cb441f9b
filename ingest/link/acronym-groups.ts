import { normalForm } from "../../src/text/normal-form.js";
import { byCode, type Evidence } from "./evidence.js";
import { entityId, keyOf, type LookUpName } from "./link-paper.js";

/** What the corpus says of the ids that papers read: which are one entity, and which acronyms can be either of several. */
export interface Homes {
  /** The entity of an id that papers read; ids that are not here keep to themselves. */
  readonly home: ReadonlyMap<string, string>;
  /** Ids of bare acronyms with more than one reading, each with its long forms (ids that papers read). Sorted. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
}

/**
 * Joins acronyms with their long forms over the whole corpus.
 * One long form: the acronym and the long form are one entity, under the long form's id, or under the acronym's where the
 * name list has it as a canonical name (BERT). Several that are no spellings of each other: each is an entity, and a
 * bare acronym is read paper by paper (read-acronym.ts).
 * A function of the evidence alone; the evidence must hold every entity that shares a name with another one in it.
 */
export function acronymHomes(evidence: readonly Evidence[], lookUp: LookUpName): Homes {
  const papers = new Map<string, number>();
  const spelledOut = new Set<string>();
  const longForms = new Map<string, Set<string>>();
  for (const row of evidence) {
    papers.set(row.readAs, (papers.get(row.readAs) ?? 0) + row.papers);
    if (normalForm(row.readName).split("-").length > 2) spelledOut.add(row.readAs);
    const acronym = row.readAcronym ? normalForm(row.readAcronym) : "";
    if (!acronym || entityId(acronym) === row.readAs) continue;
    const forms = longForms.get(acronym) ?? new Set();
    longForms.set(acronym, forms.add(row.readAs));
  }
  const home = new Map<string, string>();
  const ambiguous = new Map<string, readonly string[]>();
  const find = (id: string): string => {
    let root = id;
    for (let next = home.get(root); next !== undefined && next !== root; next = home.get(root)) root = next;
    return root;
  };
  for (const acronym of [...longForms.keys()].sort(byCode)) {
    const bare = entityId(acronym);
    const forms = [...(longForms.get(acronym) ?? [])].sort(
      (a, b) => (papers.get(b) ?? 0) - (papers.get(a) ?? 0) || a.length - b.length || byCode(a, b),
    );
    const distinct: string[] = [];
    for (const form of forms) {
      const same = distinct.find((other) => sameWords(keyOf(other), keyOf(form)));
      if (same === undefined) distinct.push(form);
      else if (find(form) !== find(same)) home.set(find(form), find(same));
    }
    const listed = lookUp(acronym);
    const canonical = listed && !listed.ambiguous && normalForm(listed.name) === acronym;
    // A listed acronym whose own long form is in use elsewhere has nothing to do with a long form that is not listed.
    const severalReadings = distinct.length > 1 || (canonical && spelledOut.has(bare));
    if (severalReadings) ambiguous.set(bare, canonical ? [bare, ...distinct] : distinct);
    else if (distinct[0] !== undefined && find(distinct[0]) !== find(bare)) {
      const [from, to] = canonical ? [distinct[0], bare] : [bare, distinct[0]];
      home.set(find(from), find(to));
    }
  }
  const flat = new Map<string, string>();
  for (const id of home.keys()) if (find(id) !== id) flat.set(id, find(id));
  for (const bare of ambiguous.keys()) flat.delete(bare);
  return { home: flat, ambiguous };
}

const STOP = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "via", "with"]);

/** Whether two long forms of one acronym are spellings of each other: the same word stems, or all of one in the other. */
function sameWords(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const common = [...x].filter((stem) => y.has(stem)).length;
  return common === Math.min(x.size, y.size) && common >= 2;
}

const stems = (key: string): Set<string> =>
  new Set(
    key
      .split("-")
      .filter((word) => word && !STOP.has(word))
      .map((word) => word.slice(0, 6)),
  );
