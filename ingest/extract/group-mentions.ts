import type { Kind } from "../../src/vocabulary.js";
import type { JoinedPair, Proposal, Reason } from "./find-mentions.js";
import { foldName } from "./name-key.js";
import { PhraseTable } from "./phrase-table.js";
import { type Mention, type Sentence, surfaceOf } from "./reading.js";

/** All places of one thing in a paper, acronym and long form together. */
export interface Group {
  readonly mentions: Mention[];
  readonly reasons: ReadonlySet<Reason>;
  /** What the list says it is, the likeliest first. */
  readonly listed: readonly Kind[];
  readonly short?: string;
  readonly long?: string;
}

interface Node {
  parent: string;
  readonly proposals: Proposal[];
  short?: string;
  long?: string;
}

/** Joins proposals of one name, and short forms with their long forms, and finds the other places of each name. */
export function groupMentions(
  sentences: readonly Sentence[],
  proposals: readonly Proposal[],
  pairs: readonly JoinedPair[],
): Group[] {
  const nodes = new Map<string, Node>();
  for (const proposal of proposals) {
    const key = foldName(surfaceOf(proposal));
    if (key === "") continue;
    const node = nodes.get(key);
    if (node) node.proposals.push(proposal);
    else nodes.set(key, { parent: key, proposals: [proposal] });
  }
  const root = (key: string): string => {
    let at = key;
    while (nodes.get(at)!.parent !== at) at = nodes.get(at)!.parent;
    return at;
  };
  for (const { short, long } of pairs) {
    const [a, b] = [foldName(surfaceOf(short)), foldName(surfaceOf(long))];
    if (a === "" || b === "") continue;
    const [from, to] = [root(a), root(b)];
    const top = nodes.get(from)!;
    top.short ??= surfaceOf(short);
    top.long ??= surfaceOf(long);
    if (from !== to) nodes.get(to)!.parent = from;
  }
  const elsewhere = placesOf(sentences, nodes);
  const groups = new Map<
    string,
    { mentions: Mention[]; reasons: Set<Reason>; listed: Kind[]; short?: string; long?: string }
  >();
  for (const [key, node] of nodes) {
    const id = root(key);
    const top = nodes.get(id)!;
    const group = groups.get(id) ?? { mentions: [], reasons: new Set<Reason>(), listed: [] };
    if (top.short && top.long) Object.assign(group, { short: top.short, long: top.long });
    groups.set(id, group);
    for (const { reason, kinds } of node.proposals) {
      group.reasons.add(reason);
      if (reason === "listed" || reason === "seen")
        group.listed.push(...kinds.filter((kind) => !group.listed.includes(kind)));
    }
    for (const mention of node.proposals) group.mentions.push(mention);
    for (const mention of elsewhere.get(key) ?? []) group.mentions.push(mention);
  }
  return [...groups.values()].map((group) => ({ ...group, mentions: distinct(group.mentions) }));
}

/** Where else the names stand, in the same letters but for the first. */
function placesOf(sentences: readonly Sentence[], nodes: ReadonlyMap<string, Node>): Map<string, Mention[]> {
  const table = new PhraseTable<{ key: string; capital: boolean }>();
  for (const [key, { proposals }] of nodes) {
    const surfaces = proposals.map(surfaceOf);
    const capital = surfaces.every((surface) => /\p{Lu}/u.test(surface));
    for (const surface of new Set(surfaces)) table.set(surface, { key, capital });
  }
  const places = new Map<string, Mention[]>();
  for (const sentence of sentences)
    for (const { from, to, value } of table.find(
      sentence.words,
      ({ capital }, from, to) => !capital || /\p{Lu}/u.test(surfaceOf({ sentence, from, to })),
    )) {
      const own = places.get(value.key);
      if (own) own.push({ sentence, from, to });
      else places.set(value.key, [{ sentence, from, to }]);
    }
  return places;
}

/** In order of place, each place once. */
function distinct(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => a.sentence.index - b.sentence.index || a.from - b.from || b.to - a.to);
  return sorted.filter((mention, at) => {
    const before = sorted[at - 1];
    return before?.sentence !== mention.sentence || mention.from !== before.from || mention.to !== before.to;
  });
}
