import type { Kind } from "../../src/vocabulary.js";
import { type AcronymPair, acronymPairs } from "./acronyms.js";
import { headOf } from "./heads.js";
import type { NameList, NameMatch } from "./names.js";
import type { Mention, Sentence } from "./reading.js";

/** Why a stretch of text may be a name. */
export type Reason =
  | "listed"
  | "seen"
  | "general"
  | "shape"
  | "capitals"
  | "headed"
  | "called"
  | "set"
  | "title"
  | "title words"
  | "spelled"
  | "small";

export interface Proposal extends Mention {
  readonly reason: Reason;
  /** What the list says it is, the likeliest first. */
  readonly kinds: readonly Kind[];
}

/** A short form and its long form, both as mentions. */
export interface JoinedPair {
  readonly short: Mention;
  readonly long: Mention;
}

/** Capitals beyond the first letter, or letters with digits: GPT-4, mBERT, DPO. */
const NAME_LIKE = /\p{Lu}.*\p{Lu}|\p{Ll}.*\p{Lu}|\p{Lu}.*\d|\p{L}{2,}-?\d/u;
const CAPITALISED = /^\p{Lu}[\p{L}\p{N}'\u2019-]*$/u;
const NO_NAME =
  /^(?:https?:|\\|<|\$[^$]*\$$|\d+(?:[KMBGT]|th|st|nd|rd|D|x|X|%|ms|s)?$|\d+[-\u2013]|[A-Z]\d?$|Fig|Eq|Tab|Sec|GitHub|github)/;
const VERSION =
  /^(?:v?\d+(?:\.\d+)*(?:[BMK]|-\d+[BM])?|[IVX]{1,4}|Turbo|Pro|Flash|Opus|Sonnet|Haiku|Mini|Large|Base|XL|Instruct|Chat)$/;
const LINK = /^(?:of|for|and|the|in|with|to|-)$/;

/** Everything in a paper that may be a name, and the acronyms that it spells out. */
export function findMentions(
  sentences: readonly Sentence[],
  names: NameList,
): { proposals: Proposal[]; pairs: JoinedPair[] } {
  const proposals: Proposal[] = [];
  for (const sentence of sentences) {
    const known = listed(sentence, names);
    proposals.push(...known.proposals, ...shaped(sentence, known.taken), ...runs(sentence), ...smallNames(sentence));
  }
  const pairs = joinPairs(sentences);
  for (const { short, long } of pairs) {
    proposals.push({ ...short, reason: "spelled", kinds: [] }, { ...long, reason: "spelled", kinds: [] });
  }
  return { proposals, pairs };
}

function listed(sentence: Sentence, names: NameList): { proposals: Proposal[]; taken: Set<number> } {
  const taken = new Set<number>();
  const proposals: Proposal[] = [];
  for (const match of names.find(sentence.text, sentence.words, sentence.field === "title")) {
    const to = match.status === "named" ? withVersion(sentence, match) : match.to;
    for (let at = match.from; at < to; at++) taken.add(at);
    if (match.status === "none") continue;
    const kinds = [...new Set(match.entries.map(({ kind }) => kind))];
    proposals.push({
      sentence,
      from: match.from,
      to,
      reason: match.status === "general" ? "general" : match.seen ? "seen" : "listed",
      kinds,
    });
  }
  return { proposals, taken };
}

/** "Llama" of "Llama 3 8B" goes on to its version. */
function withVersion({ words }: Sentence, { from, to, entries }: NameMatch): number {
  if (entries.every(({ kind }) => kind === "METHOD") || !/\p{Lu}/u.test(words[from]!.text)) return to;
  let end = to;
  while (
    end < words.length &&
    end < to + 3 &&
    VERSION.test(words[end]!.text) &&
    !/^(?:%|datasets?|models?|images|of)$/.test(words[end + 1]?.text ?? "")
  )
    end++;
  return end;
}

/** Words that are written like names. */
function shaped(sentence: Sentence, taken: ReadonlySet<number>): Proposal[] {
  const proposals: Proposal[] = [];
  const { words } = sentence;
  const shouting = words.filter(({ text }) => /^[\p{Lu}\P{L}]+$/u.test(text)).length > words.length * 0.7;
  words.forEach(({ text }, at) => {
    if (taken.has(at) || shouting || text.length < 2 || text.length > 40 || NO_NAME.test(text) || !NAME_LIKE.test(text))
      return;
    // Title Case and compounds of small words: Multi-Agent, Low-Rank, Trade-Off.
    if (/^\p{Lu}?\p{Ll}+(?:[-\u2010-\u2013/]\p{Lu}?\p{Ll}+)+$/u.test(text)) return;
    const to =
      VERSION.test(words[at + 1]?.text ?? "") && /^\p{Lu}/u.test(text) && !/^\d+$/.test(words[at + 1]!.text)
        ? at + 2
        : at + 1;
    proposals.push({ sentence, from: at, to, reason: "shape", kinds: [] });
  });
  return proposals;
}

/** Runs of capitalised words inside a sentence, and single ones that are called or set as a name. */
function runs(sentence: Sentence): Proposal[] {
  if (sentence.field === "title") return titleName(sentence);
  const { words, lower } = sentence;
  const proposals: Proposal[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!CAPITALISED.test(words[at]!.text)) continue;
    const to = runEnd(sentence, at);
    const from = at + (OPENERS.test(words[at]!.text) && /^(?:[.:)]|)$/.test(lower[at - 1] ?? "") ? 1 : 0);
    const opened = /^["\u201c'`{]$/.test(lower[from - 1] ?? "") ? from - 1 : from;
    const isCalled =
      CALLED.test(lower[opened - 1] ?? "") ||
      (SET.test(lower[opened - 1] ?? "") && CALLED.test(lower[opened - 2] ?? ""));
    const isSet = opened < from && lower[to] === "}" && SET.test(lower[opened - 1] ?? "");
    const isWhole = ENDS.test(lower[to] ?? ".");
    const isMany = to - from >= 2 && from > 0;
    const head = headOf(lower[to] ?? "");
    const isHeaded = head === "DATASET" || head === "METHOD" || head === "MODEL";
    const reason =
      isCalled && isWhole ? "called" : isSet ? "set" : isMany ? (isHeaded ? "headed" : "capitals") : undefined;
    if (reason && to > from && words[to - 1]!.end - words[from]!.start > 1)
      proposals.push({ sentence, from, to, reason, kinds: [] });
    at = to - 1;
  }
  return proposals;
}

const OPENERS = /^(?:The|This|Our|In|We|A|An|To|On|For|By|With|And|But|As|It|These|Using)$/;
const CALLED = /^(?:called|named|dubbed|termed|namely|coined)$/;
const ENDS = /^(?:[.,;:()'"\u201d}]|that|which|to|is|and|where|a|an|by|with)$/;
/** LaTeX that sets a name apart. */
const SET = /^\\(?:text(?:bf|it|sc|tt|sf)|emph|bf|it)$/;

/** Where a run of capitalised words ends: small words may stand inside of it, "and" not between whole names. */
function runEnd({ words }: Sentence, from: number): number {
  const text = (at: number): string => words[at]?.text ?? "";
  let to = from + 1;
  while (to < from + 12) {
    const joins = LINK.test(text(to)) && CAPITALISED.test(text(to + 1));
    const isBetweenNames = text(to) === "and" && (NAME_LIKE.test(text(to - 1)) || NAME_LIKE.test(text(to + 1)));
    if (CAPITALISED.test(text(to)) || VERSION.test(text(to))) to++;
    else if (joins && !isBetweenNames) to += 2;
    else break;
  }
  return to;
}

/** "we introduce temporary forgetting, a ...": a name in small letters. */
function smallNames({ field, words, lower, ...rest }: Sentence): Proposal[] {
  if (field === "title") return [];
  const sentence = { field, words, lower, ...rest };
  const proposals: Proposal[] = [];
  lower.forEach((word, at) => {
    if (
      !/^(?:propose|introduce|present|develop|design)$/.test(word) ||
      !/^(?:we|also|further)$/.test(lower[at - 1] ?? "")
    )
      return;
    const from = at + 1;
    let to = from;
    while (to < from + 5 && /^\p{Ll}[\p{Ll}-]+$/u.test(words[to]?.text ?? "") && !NO_PART.test(lower[to]!)) to++;
    if (to - from >= 2 && /^(?:,|\()$/.test(lower[to] ?? ""))
      proposals.push({ sentence, from, to, reason: "small", kinds: [] });
  });
  return proposals;
}

const NO_PART =
  /^(?:an?|the|our|two|three|four|several|new|novel|for|to|of|and|with|that|which|in|on|by|from|as|some|both|how|several|various)$/;

/** The name before the colon of a title. */
function titleName(sentence: Sentence): Proposal[] {
  const { words } = sentence;
  const colon = words.findIndex(({ text }) => /^(?::|--|\u2014|\u2013)$/.test(text));
  // "Prompt Optimization (PO): ..."
  if (colon > 3 && words[colon - 1]!.text === ")" && words[colon - 3]!.text === "(")
    return [{ sentence, from: colon - 2, to: colon - 1, reason: "title", kinds: [] }];
  if (colon < 1 || colon > 5) return [];
  const isName = words
    .slice(0, colon)
    .every(({ text }) => CAPITALISED.test(text) || NAME_LIKE.test(text) || VERSION.test(text) || /^[+&.-]$/.test(text));
  const known = colon === 1 || words.slice(0, colon).some(({ text }) => NAME_LIKE.test(text));
  return isName ? [{ sentence, from: 0, to: colon, reason: known ? "title" : "title words", kinds: [] }] : [];
}

/** Acronyms of each field, as tokens. */
function joinPairs(sentences: readonly Sentence[]): JoinedPair[] {
  const joined: JoinedPair[] = [];
  for (const field of ["title", "abstract"] as const) {
    const own = sentences.filter((sentence) => sentence.field === field);
    const pairs = own[0] ? acronymPairs(own[0].text) : [];
    if (pairs.length === 0) continue;
    const starts = new Map<number, { sentence: Sentence; at: number }>();
    const ends = new Map<number, { sentence: Sentence; at: number }>();
    for (const sentence of own)
      sentence.words.forEach(({ start, end }, at) => {
        starts.set(start, { sentence, at });
        ends.set(end, { sentence, at: at + 1 });
      });
    const asMention = ({ start, end }: AcronymPair["short"]): Mention | undefined => {
      const [first, last] = [starts.get(start), ends.get(end)];
      if (!first || !last || first.sentence !== last.sentence || last.at <= first.at) return undefined;
      return { sentence: first.sentence, from: first.at, to: last.at };
    };
    for (const pair of pairs) {
      const [short, long] = [asMention(pair.short), asMention(pair.long)];
      if (short && long) joined.push({ short, long });
    }
  }
  return joined;
}
