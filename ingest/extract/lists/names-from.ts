import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { foldName } from "../name-key.js";
import type { NameEntry } from "../names.js";
import { tokens } from "../tokens.js";
import { buildEntries } from "./build-entries.js";
import { type GoldPaper, UsesTable } from "./count-uses.js";
import { type RawName, readRawNames, readTaskNames } from "./raw-names.js";

/** The name list made of a folder of lists, annotated papers, and a gzipped corpus of abstracts as JSON lines. */
export async function namesFrom(lists: string, papers: readonly GoldPaper[], corpus: string): Promise<NameEntry[]> {
  const raw = [...readRawNames(lists), ...goldNames(papers)];
  const uses = new UsesTable();
  for (const line of raw) for (const surface of [line.name, ...line.aliases]) uses.add(surface);
  const taskNames = readTaskNames(lists);
  const likely = nameLike(papers);
  for (const name of [...taskNames, ...likely]) uses.add(name);
  for (const paper of papers) uses.countGold(paper);
  const rows = createInterface({ input: createReadStream(corpus).pipe(createGunzip()) });
  for await (const row of rows) uses.countText((JSON.parse(row) as { abstract?: string }).abstract ?? "");
  const named = buildEntries(raw, uses, new Set(taskNames.map(foldName)));
  return [...named, ...noNames([...taskNames, ...likely], named, uses)];
}

/** Names that several gold papers have, as one more list. */
function goldNames(papers: readonly GoldPaper[]): RawName[] {
  const counts = new Map<string, number>();
  for (const paper of papers)
    for (const { type, optional, surfaces } of paper.entities)
      if (!optional)
        for (const surface of surfaces) counts.set(`${type}\t${surface}`, (counts.get(`${type}\t${surface}`) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 2)
    .map(([line]) => {
      const [kind, name] = line.split("\t") as [RawName["kind"], string];
      return { name, kind, aliases: [], trust: "seen", general: false };
    });
}

/** Words written like names, to see which of them the gold never takes for one. */
const nameLike = (papers: readonly GoldPaper[]): Set<string> =>
  new Set(
    papers.flatMap(({ title, abstract }) =>
      tokens(`${title}. ${abstract}`)
        .map(({ text }) => text)
        .filter(
          (text) => text.length > 1 && /\p{Lu}.*\p{Lu}|\p{Lu}.*\d|\d.*\p{Lu}/u.test(text) && !/[:\\<>{}]/.test(text),
        ),
    ),
  );

/** Names of tasks and what gold papers leave out twice and more, where nothing else is known of them. */
function noNames(surfaces: Iterable<string>, entries: readonly NameEntry[], uses: UsesTable): NameEntry[] {
  const known = new Set(
    entries.flatMap((entry) =>
      entry.surfaces.filter(({ mode }) => mode !== "link").map(({ surface }) => foldName(surface)),
    ),
  );
  const found = new Map<string, NameEntry>();
  for (const surface of surfaces) {
    const key = foldName(surface);
    const exact = uses.get(surface)?.gold.exact;
    if (
      known.has(key) ||
      /["']/.test(surface) ||
      !exact ||
      exact.required > 0 ||
      exact.none < Math.max(2, exact.optional)
    )
      continue;
    found.set(key, { name: surface, kind: "METHOD", surfaces: [{ surface, mode: "none" }] });
  }
  return [...found.values()];
}
