import { arxivIdOf } from "../arxiv-id.js";
import { doiOf } from "../doi.js";
import { cellsOf, DELIMITERS, type Delimiter } from "./csv-table.js";
import { HEAD_BYTES } from "./limits.js";
import { proseScore } from "./page/prose.js";

/** A table without a header: the columns by the fields that their cells look like, empty for others. */
export interface Layout {
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
}

const MAX_ROWS = 100;
const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length;
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);

/** `Ada Berg`, `Berg, A.`: two to four words with capitals. */
const PERSON = /^\p{Lu}[\p{L}'.-]*(?:[ ,]+(?:\p{Lu}|de |van |von |der |da |el |al-)[\p{L}'.-]*){1,4}$/u;

/** The fields of the columns of a table that has no header, when its cells tell title and abstract, or title and address. */
export function guessLayout(head: string): Layout | undefined {
  const lines = head.split(/\r\n|\n|\r/);
  // The last line may be cut.
  if (head.length >= HEAD_BYTES / 2) lines.pop();
  const rows = lines.filter((line) => line.trim() !== "").slice(0, MAX_ROWS);
  for (const delimiter of DELIMITERS) {
    const layout = layoutOf(rows, delimiter);
    if (layout) return layout;
  }
  return undefined;
}

function layoutOf(lines: readonly string[], delimiter: Delimiter): Layout | undefined {
  const rows = lines.map((line) => cellsOf(line, delimiter)).filter((cells) => typeof cells !== "string");
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  if (width < 2 || count < 2 || count < 0.8 * lines.length) return undefined;
  const whole = rows.filter((cells) => cells.length === width);
  const columns = Array.from({ length: width }, (_, at) => whole.map((cells) => cells[at]!.trim()));
  const fields = fieldsOf(columns);
  const known = new Set(fields);
  const telling =
    known.has("title") && (known.has("abstract") || known.has("url") || known.has("doi") || known.has("arxivId"));
  return telling ? { delimiter, columns: fields } : undefined;
}

function fieldsOf(columns: readonly (readonly string[])[]): string[] {
  const facts = columns.map(factsOf);
  const fields = columns.map(() => "");
  const take = (field: string, score: (facts: Facts) => number): void => {
    const scores = facts.map((each, at) => (fields[at] === "" ? score(each) : 0));
    const best = Math.max(...scores);
    if (best > 0) fields[scores.indexOf(best)] = field;
  };
  take("abstract", ({ chars, prose, filled }) => (chars >= 150 && prose > 0 && filled >= 0.3 ? chars : 0));
  take("arxivId", ({ arxiv }) => (arxiv >= 0.8 ? arxiv : 0));
  take("doi", ({ doi }) => (doi >= 0.8 ? doi : 0));
  take("url", ({ url, file }) => (url >= 0.8 && file < 0.5 ? 1 : 0));
  take("title", ({ title, filled, distinct }) => (title >= 0.6 && filled >= 0.9 && distinct >= 0.9 ? title : 0));
  take("authors", ({ people }) => (people >= 0.6 ? people : 0));
  take("year", ({ year }) => (year >= 0.9 ? year : 0));
  take("venue", ({ venue, distinct }) => (venue >= 0.8 && distinct <= 0.3 ? venue : 0));
  return fields;
}

type Facts = ReturnType<typeof factsOf>;

/** What the cells of a column look like: shares of those that are filled. */
function factsOf(cells: readonly string[]) {
  const filled = cells.filter((cell) => cell !== "");
  const words = (cell: string) => cell.split(/\s+/).length;
  return {
    filled: filled.length / cells.length,
    distinct: new Set(filled).size / (filled.length || 1),
    chars: mean(filled.map((cell) => cell.length)),
    prose: mean(filled.slice(0, 20).map(proseScore)),
    url: share(filled, (cell) => /^https?:\/\/\S+$/.test(cell)),
    file: share(filled, (cell) => /\.(?:pdf|zip|tar|gz|mp4|png|jpg|bib)$|\/(?:pdf|attachment)\b/i.test(cell)),
    doi: share(filled, (cell) => doiOf(cell) !== null),
    arxiv: share(filled, (cell) => !/^https?:/.test(cell) && arxivIdOf(cell) !== null),
    year: share(filled, (cell) => /^(?:19|20)\d\d$/.test(cell)),
    venue: share(filled, (cell) => cell.length <= 80 && /\p{Lu}/u.test(cell) && /\b(?:19|20)\d\d\b/.test(cell)),
    title: share(
      filled,
      (cell) => cell.length <= 300 && words(cell) >= 3 && !/;|^https?:|^\d+$/.test(cell) && proseScore(cell) < 1,
    ),
    people: share(filled, (cell) => {
      const names = cell.split(/\s*(?:;|\band\b|,(?=\s*\p{Lu}\p{Ll}+ ))\s*/u).filter((name) => name !== "");
      return share(names, (name) => PERSON.test(name)) >= 0.8;
    }),
  };
}
