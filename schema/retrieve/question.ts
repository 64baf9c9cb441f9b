import { searchWords } from "../../src/text/search-words.js";
import { singular } from "../../src/text/singular.js";
import { KINDS } from "../../src/vocabulary.js";
import type { Context } from "../context.js";
import type { Entity } from "../entity.type.js";
import { loadNamed } from "../load/names.js";

/** A name that a question holds, with the entities that bear it; several where it is ambiguous. */
export interface Named {
  readonly name: string;
  readonly entities: readonly Entity[];
}

/** What a question asks about. */
export interface Question {
  readonly named: readonly Named[];
  /** Its other words that mean something, folded. */
  readonly words: readonly string[];
}

/** Words of the longest name that is looked for. */
const LONGEST_NAME = 8;
/** Entities that an ambiguous name may mean here, those in most papers. */
const MOST_MEANINGS = 3;

/** Words that ask or join and name nothing, whatever acronym is spelt like them. */
const FUNCTION_WORDS = new Set(
  (
    "a about after against all also am an and any are as at be because been before being best better between both but by " +
    "can compare compared could did do does during each either else ever explain few find first for from get give had " +
    "has have he her here him his how i if in into is it its know let like list made make many may me mean might more " +
    "most much must my name need no nor not of off on one only or other our out over own paper papers per please same " +
    "say says she should show since so some such tell than that the their them then there these they this those through " +
    "to too two under up us use used uses using very want was way we well were what when where which while who whom " +
    "whose why will with within without work works would you your"
  ).split(" "),
);

const WORD = /[^\s,;:!?()[\]{}"\u201c\u201d]+/gu;

/**
 * The names of entities in a question, from left to right: of those that begin at a word the longest, then on behind it.
 * All are looked up at once.
 */
export async function readQuestion(context: Context, question: string): Promise<Question> {
  const words = [...question.matchAll(WORD)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  const spoken = (from: number, to: number): string =>
    question.slice(words[from]?.start, words[to]?.end).replace(/[.'\u2019]+$|['\u2019]s$/u, "");
  const found = await Promise.all(
    words.map((_, from) =>
      Promise.all(
        Array.from({ length: Math.min(LONGEST_NAME, words.length - from) }, (_, more) =>
          meanings(context, spoken(from, from + more)),
        ),
      ),
    ),
  );
  const named: Named[] = [];
  const others: string[] = [];
  for (let from = 0; from < words.length; ) {
    const lengths = found[from] as readonly (readonly Entity[])[];
    const longest = lengths.findLastIndex((entities) => entities.length > 0);
    if (longest < 0) others.push(words[from++]?.text ?? "");
    else {
      named.push({ name: spoken(from, from + longest), entities: lengths[longest] as readonly Entity[] });
      from += longest + 1;
    }
  }
  return { named: unlikeBefore(named), words: contentWords(others.join(" ")) };
}

/** The entities that bear a name; none for what is a function word. */
async function meanings(context: Context, name: string): Promise<readonly Entity[]> {
  if (searchWords(name).every((word) => FUNCTION_WORDS.has(word))) return [];
  return (await loadNamed(context, name, KINDS)).slice(0, MOST_MEANINGS);
}

/** Each entity once, where it is named first. */
function unlikeBefore(named: readonly Named[]): Named[] {
  const seen = new Set<string>();
  return named
    .map(({ name, entities }) => ({
      name,
      entities: entities.filter(({ id }) => !seen.has(id) && seen.add(id)),
    }))
    .filter(({ entities }) => entities.length > 0);
}

const contentWords = (text: string): string[] =>
  searchWords(text).filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word));

/** The words of a text without regard to plurals, to compare a sentence with a question. */
export const comparable = (words: Iterable<string>): Set<string> => new Set([...words].map((word) => singular(word)));
