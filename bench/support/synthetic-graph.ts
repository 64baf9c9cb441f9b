import { seededRandom } from "../../ingest/train/random.js";
import { statement } from "../../src/store/statements.js";
import type { Params, Store } from "../../src/store/store.js";
import { normalForm } from "../../src/text/normal-form.js";
import { storedWords } from "../../src/text/search-words.js";
import { KINDS, ROLES } from "../../src/vocabulary.js";

export interface Size {
  readonly papers: number;
  readonly entities: number;
  /** Links of a paper. */
  readonly links: number;
}

export const entityId = (i: number): string => `entity:e${String(i).padStart(6, "0")}`;
export const paperId = (i: number): string => `hash:${String(i).padStart(6, "0")}`;

const ROWS = 1_000;
const SYLLABLES =
  "ba be bi co da de fi ga go ha in ka la le ma mo na net no pa per ra re ro sa se ta ti to tra un vi".split(" ");

/**
 * A graph of random papers, always the same one: entity 0 is in a fifth of the papers, the others are as frequent as words
 * are (Zipf). Abstracts have 1 kB; years rise towards 2025, as they do in arXiv.
 */
export async function loadSynthetic(store: Store, size: Size, say: (text: string) => void): Promise<void> {
  const random = seededRandom(1);
  const word = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(
      "",
    );
  const entities = Array.from({ length: size.entities }, (_, i) => {
    const name = Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(" ");
    return {
      id: entityId(i),
      kind: KINDS[i % 3]!,
      name: `${name} ${i}`,
      aliases: i % 2 ? [`${word()} ${word()}`] : [],
    };
  });
  const inBatches = async (name: string, rows: readonly Params[], parameter = "rows"): Promise<void> => {
    for (let at = 0; at < rows.length; at += ROWS) {
      await store.write([{ statement: statement(name), params: { [parameter]: rows.slice(at, at + ROWS) } }]);
    }
  };
  say("entities");
  await inBatches(
    "load/touch-entities",
    entities.map(({ id, kind, name, aliases }) => ({ id, kind, name, words: storedWords(name, aliases) })),
  );
  const vocabulary = Array.from({ length: 3_000 }, word);
  for (let first = 0; first < size.papers; first += ROWS) {
    const count = Math.min(ROWS, size.papers - first);
    const papers = Array.from({ length: count }, (_, i) => paperRow(first + i, vocabulary, random));
    await inBatches("load/upsert-papers", papers);
    const links = papers.flatMap(({ id }) => [...mentionedBy(size, random)].map((e) => linkRow(id, e)));
    for (const [i, role] of ROLES.entries()) {
      await inBatches(
        `load/link-${role.toLowerCase()}`,
        links.filter((_, at) => at % ROLES.length === i),
      );
    }
    if (first % 10_000 === 0) say(`${first + count} papers`);
  }
  say("names and counts");
  const keys = entities.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((one) => ({ key: normalForm(one), id })),
  );
  for (let at = 0; at < keys.length; at += ROWS) {
    const some = keys.slice(at, at + ROWS);
    await store.write([
      { statement: statement("load/merge-names"), params: { keys: [...new Set(some.map(({ key }) => key))] } },
      { statement: statement("load/name-entities"), params: { rows: some } },
    ]);
  }
  for (const kind of KINDS) {
    const rows = entities.filter((entity) => entity.kind === kind);
    await inBatches(
      `settle/set-${kind.toLowerCase()}`,
      rows.map(({ id, name, aliases }) => ({ id, name, aliases, words: storedWords(name, aliases) })),
    );
  }
}

function paperRow(i: number, vocabulary: readonly string[], random: () => number) {
  const words = (count: number): string =>
    Array.from({ length: count }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]).join(" ");
  const year = 2025 - Math.floor(random() ** 2 * 15);
  const two = (n: number): string => String(n).padStart(2, "0");
  const date = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  const [title, abstract] = [words(9), `${words(40)}. ${words(40)}. ${words(40)}. ${words(30)}.`];
  return {
    ...{ id: paperId(i), title, abstract, words: storedWords(title, abstract), year, date, venue: `Venue ${i % 30}` },
    ...{ authors: ["Ada Lovelace"], url: null, doi: null, arxivId: null, codeUrls: [], collections: ["bench"] },
    ...{ contentHash: `${i}`, extractorVersion: "bench" },
  };
}

/** Entity 0 in a fifth of the papers, the rest by Zipf's law. */
function mentionedBy({ entities, links }: Size, random: () => number): Set<number> {
  const chosen = new Set<number>();
  if (random() < 0.2) chosen.add(0);
  while (chosen.size < links) {
    const place = Math.floor(entities ** random());
    if (place < entities && (place > 0 || chosen.has(0))) chosen.add(place);
  }
  return chosen;
}

const linkRow = (paper: string, entity: number) => ({
  ...{ paper, entity: entityId(entity), confidence: 0.9, spans: [0, 0, 5], readAs: entityId(entity) },
  ...{ readName: `e${entity}`, readKind: "METHOD", readAcronym: "" },
});
