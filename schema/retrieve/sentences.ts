import { searchWords } from "../../src/text/search-words.js";
import { sentences } from "../../src/text/sentences.js";
import { unpackSpans } from "../../src/text/spans.js";
import { ROLES, type Role, roleStrength } from "../../src/vocabulary.js";
import type { Entity } from "../entity.type.js";
import { compareText, type Mention } from "../load/mention.js";
import type { Paper } from "../paper.type.js";
import { comparable } from "./question.js";

/** A sentence of an abstract that may answer, and for which entity. */
export interface Sentence {
  readonly paper: Paper;
  readonly entity: Entity | null;
  readonly role: Role | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where in the order of the search its paper stands. */
  readonly place: number;
  readonly score: number;
}

/** What sentences are weighed by. */
export interface Interest {
  /** What each entity weighs that the question asks for, by id. */
  readonly weights: ReadonlyMap<string, number>;
  /** What a word of the question weighs, by its comparable form. */
  readonly wordWeights: ReadonlyMap<string, number>;
  /** Entities that the papers mention together with these, by id, with the number of the papers. */
  readonly company: ReadonlyMap<string, number>;
}

/** 5 for INTRODUCES to 1 for MENTIONS. */
const strength = (role: Role): number => ROLES.length - roleStrength(role);

/** How much of what its whole paper says of the question counts for a sentence: a quarter. */
const OF_PAPER = 4;

/**
 * The sentences of a paper's abstract that say something of the question, with their scores: integers, so that they are
 * the same everywhere. A sentence counts what it names, the rare and the strong more; the words of the question that
 * it holds; and a part of what its paper counts.
 */
export function sentencesOf(paper: Paper, place: number, interest: Interest): Sentence[] {
  const abstract = paper.abstract ?? "";
  const mentions = paper.mentions?.list ?? [];
  const asked = mentions.filter(({ entity }) => interest.weights.has(entity.id));
  const titleWords = comparable(searchWords(paper.title));
  const worth = worthBy(interest.weights);
  const ofPaper = sum(asked.map(worth)) + 2 * wordsIn(titleWords, interest);
  const inTitle = asked.filter(({ spans }) => unpackSpans(spans).every(({ field }) => field === "title"));
  return sentences(abstract).flatMap(({ start, end }, i) => {
    const text = abstract.slice(start, end);
    const here = mentions.filter((mention) => isNamed(mention, start, end));
    const named = here.filter(({ entity }) => interest.weights.has(entity.id));
    const words = wordsIn(comparable(searchWords(text)), interest);
    // What only the title names is told by the beginning of the abstract.
    const told = named.length === 0 && i === 0 ? inTitle : named;
    const company = here.filter(({ entity }) => interest.company.has(entity.id));
    const about = best(told, worth) ?? (words > 0 ? undefined : best(company, worthBy(interest.company)));
    if (!about && words === 0) return [];
    const score =
      told.length > 0 || words > 0
        ? sum(told.map(worth)) + words + Math.floor(ofPaper / OF_PAPER)
        : sum(company.map(worthBy(interest.company)));
    const whole = about ?? best(asked, worth) ?? best(here, ({ role }) => strength(role));
    const { entity = null, role = null } = whole ?? {};
    return [{ ...{ paper, entity, role, text, start, end, place }, score }];
  });
}

type Worth = (mention: Mention) => number;

/** The weight of the entity, as often as its role is strong. */
const worthBy =
  (weights: ReadonlyMap<string, number>): Worth =>
  ({ entity, role }) =>
    (weights.get(entity.id) ?? 0) * strength(role);

const wordsIn = (words: ReadonlySet<string>, { wordWeights }: Interest): number =>
  sum([...wordWeights].map(([word, weight]) => (words.has(word) ? weight : 0)));

const isNamed = ({ spans }: Mention, from: number, to: number): boolean =>
  unpackSpans(spans).some(({ field, start, end }) => field === "abstract" && start < to && end > from);

/** The mention that is worth most. */
const best = (mentions: readonly Mention[], worth: Worth): Mention | undefined =>
  [...mentions].sort((a, b) => worth(b) - worth(a) || compareText(a.entity.id, b.entity.id))[0];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
