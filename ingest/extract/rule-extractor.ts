import { KINDS, type Kind, ROLES, type Role, type Span } from "../../src/vocabulary.js";
import { evidenceOf, type Known } from "./evidence.js";
import { type ExtractedEntity, type Extractor, KEEP_CONFIDENCE, type PaperText } from "./extractor.js";
import { findMentions, type Proposal } from "./find-mentions.js";
import { type Group, groupMentions } from "./group-mentions.js";
import { headOf } from "./heads.js";
import { type NameList, shippedNames } from "./names.js";
import { type Mention, readSentences, type Sentence, surfaceOf } from "./reading.js";
import { WEIGHTS } from "./rule-weights.js";
import { unmarked } from "./unmarked.js";

/** Changes whenever the same text may get another answer. */
const VERSION = "rules-1";

interface Judged {
  readonly group: Group;
  readonly kind: Kind;
  readonly role: Role;
  readonly confidence: number;
}

/**
 * The extractor by rules: names of a list, words written like names, names that a cue marks, and acronyms are gathered,
 * joined to groups, and each group is judged by the facts that speak for and against it.
 */
export class RuleExtractor implements Extractor {
  readonly version = VERSION;
  readonly #names: NameList;

  constructor(names: NameList = shippedNames()) {
    this.#names = names;
  }

  extract(paper: PaperText): ExtractedEntity[] {
    return settleOverlaps(readGroups(paper, this.#names).map(judge)).sort(
      (a, b) => place(a.spans[0]!) - place(b.spans[0]!),
    );
  }
}

/** A group with what speaks for and against it. */
export interface GroupFacts {
  readonly group: Group;
  readonly facts: ReadonlySet<string>;
}

/** Everything in a paper that may be an entity. */
export function readGroups(paper: PaperText, names: NameList): GroupFacts[] {
  const sentences = readSentences(paper);
  const { proposals, pairs } = findMentions(sentences, names);
  const known = knownOf(sentences, proposals, names);
  return groupMentions(sentences, proposals, pairs).map((group) => ({ group, facts: evidenceOf(group, known) }));
}

/** What the name list says of other names. */
function knownOf(sentences: readonly Sentence[], proposals: readonly Proposal[], names: NameList): Known {
  const kinds = new Map<Sentence, Map<number, Kind>>();
  for (const { sentence, from, kinds: listed } of proposals) {
    if (!listed[0]) continue;
    const own = kinds.get(sentence) ?? new Map<number, Kind>();
    kinds.set(sentence, own.set(from, listed[0]));
  }
  const title = sentences.filter(({ field }) => field === "title").flatMap(({ lower }) => lower);
  return {
    titleHeads: new Set(title.flatMap((word) => headOf(word) ?? (/^benchmark/.test(word) ? "DATASET" : []))),
    isGeneral: (name) => names.isGeneral(name),
    kindAt: (sentence, at) => kinds.get(sentence)?.get(at),
  };
}

function judge({ group, facts }: GroupFacts): Judged {
  const kindScores = KINDS.map((_, at) => sum(facts, 1 + at));
  const kind = KINDS[kindScores.indexOf(Math.max(...kindScores))]!;
  const withKind = new Set(facts).add(`kind ${kind}`);
  const roleScores = ROLES.map((_, at) => sum(withKind, 4 + at));
  const role = ROLES[roleScores.indexOf(Math.max(...roleScores))]!;
  const exists = 1 / (1 + Math.exp(-sum(facts, 0)));
  return { group, kind, role, confidence: Math.round(exists * share(kindScores) * 1000) / 1000 };
}

const sum = (facts: ReadonlySet<string>, column: number): number => {
  let total = WEIGHTS.start![column]!;
  for (const fact of facts) total += WEIGHTS[fact]?.[column] ?? 0;
  return total;
};

/** The probability of the best of some scores. */
const share = (scores: readonly number[]): number => {
  const most = Math.max(...scores);
  return 1 / scores.reduce((total, score) => total + Math.exp(score - most), 0);
};

const place = ({ field, start, end }: Span): number => (field === "title" ? 0 : 1e9) + start - end * 1e-9;

/**
 * Where names lie in each other, the longer one has the place if it stands; of those that do not stand, the surer one.
 * What has no place left is dropped.
 */
function settleOverlaps(judged: readonly Judged[]): ExtractedEntity[] {
  const places = judged.flatMap((one) =>
    one.group.mentions.map((mention) => ({ one, mention, stands: one.confidence >= KEEP_CONFIDENCE })),
  );
  places.sort(
    (a, b) =>
      Number(b.stands) - Number(a.stands) ||
      b.mention.to - b.mention.from - (a.mention.to - a.mention.from) ||
      b.one.confidence - a.one.confidence ||
      a.mention.from - b.mention.from,
  );
  const taken = new Map<number, Set<number>>();
  const kept = new Map<Judged, Mention[]>();
  for (const { one, mention } of places) {
    const words = taken.get(mention.sentence.index) ?? new Set<number>();
    taken.set(mention.sentence.index, words);
    let free = true;
    for (let at = mention.from; at < mention.to; at++) free &&= !words.has(at);
    if (!free) continue;
    for (let at = mention.from; at < mention.to; at++) words.add(at);
    const own = kept.get(one);
    if (own) own.push(mention);
    else kept.set(one, [mention]);
  }
  return [...kept].map(([one, mentions]) => describe(one, mentions));
}

function describe({ group, kind, role, confidence }: Judged, places: readonly Mention[]): ExtractedEntity {
  const mentions = [...places].sort((a, b) => a.sentence.index - b.sentence.index || a.from - b.from);
  const surfaces = [...new Set(mentions.map(surfaceOf))];
  const has = (name: string | undefined): name is string => name !== undefined && surfaces.includes(name);
  const longest = surfaces.reduce((a, b) => (b.length > a.length ? b : a));
  return {
    name: unmarked(has(group.long) ? group.long : longest).plain,
    type: kind,
    ...(has(group.short) && has(group.long) ? { acronym: group.short } : {}),
    surfaces,
    role,
    confidence,
    spans: mentions.map(({ sentence, from, to }) => ({
      field: sentence.field,
      start: sentence.words[from]!.start,
      end: sentence.words[to - 1]!.end,
    })),
  };
}
