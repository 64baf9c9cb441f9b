import { PapergraphError } from "../errors.js";
import { searchWords } from "../text/search-words.js";
import { statement } from "./statements.js";
import type { Params, Statement, TextIndex } from "./store.js";

const STATEMENTS = {
  embedded: { papers: statement("search/papers.embedded"), entities: statement("search/entities.embedded") },
  neo4j: { papers: statement("search/papers.neo4j"), entities: statement("search/entities.neo4j") },
};

/** More words than this are not a search but a pasted text. */
const MOST_WORDS = 32;

/**
 * The statement and parameters that find what holds every word of `query`; nothing when it holds no word. The words
 * are letters and digits only, lower case, so no index reads an operator in them.
 */
export function textSearch(
  engine: "embedded" | "neo4j",
  index: TextIndex,
  query: string,
  limit: number,
): { statement: Statement; params: Params } | undefined {
  const words = searchWords(query);
  if (words.length > MOST_WORDS) {
    const message = `A search of ${words.length} different words; at most ${MOST_WORDS} are allowed. Use fewer words.`;
    throw new PapergraphError("LIMIT_EXCEEDED", message, { got: words.length, allowed: MOST_WORDS });
  }
  if (words.length === 0) return undefined;
  const statement = STATEMENTS[engine][index];
  return { statement, params: { ...(engine === "neo4j" ? terms(words) : tests(words)), limit } };
}

const terms = (words: readonly string[]): Params => ({ query: words.map((word) => `+${word}`).join(" ") });

/** The longest word is tested first: it is in the fewest texts, mostly, and spares the other tests. */
function tests(words: readonly string[]): Params {
  const spaced = words.map((word) => ` ${word} `).sort((a, b) => b.length - a.length);
  return { first: spaced[0] as string, others: spaced.slice(1), words: spaced };
}
