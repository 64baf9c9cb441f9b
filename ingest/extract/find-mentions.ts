import type { Kind } from "../../src/vocabulary.js";
import { type AcronymPair, acronymPairs } from "./acronyms.js";
import { headOf } from "./heads.js";
import type { NameList, NameMatch } from "./names.js";
import type { Mention, Sentence } from "./reading.js";

/** Why a stretch of text may be a name. */
export type Reason = "listed" | "general" | "shape" | "capitals" | "cue" | "spelled";

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
const LINK = /^(?:of|for|and|the|in|with|to|on|by|from|via|-|a|an)$/;

/** Everything in a paper that may be a name, and the acronyms that it spells out. */
export function findMentions(
  sentences: readonly Sentence[],
  names: NameList,
): { proposals: Proposal[]; pairs: JoinedPair[] } {
  const proposals: Proposal[] = [];
  for (const sentence of sentences) {
    const known = listed(sentence, names);
    proposals.push(...known.proposals, ...shaped(sentence, known.taken), ...runs(sentence));
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
    proposals.push({ sentence, from: match.from, to, reason: match.status === "named" ? "listed" : "general", kinds });
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

/** Runs of capitalised words inside a sentence that a noun, a bracket or a cue beside them marks as a name. */
function runs(sentence: Sentence): Proposal[] {
  const { words, lower } = sentence;
  const proposals: Proposal[] = [];
  if (sentence.field === "title") return titleName(sentence);
  for (let from = 0; from < words.length; from++) {
    if (!CAPITALISED.test(words[from]!.text)) continue;
    let to = from + 1;
    while (to < words.length && to < from + 12) {
      if (CAPITALISED.test(words[to]!.text) || VERSION.test(words[to]!.text)) to++;
      else if (LINK.test(words[to]!.text) && CAPITALISED.test(words[to + 1]?.text ?? "") && to > from) to += 2;
      else if (words[to]!.text === "-" && CAPITALISED.test(words[to + 1]?.text ?? "")) to += 2;
      else break;
    }
    const first =
      from === 0
        ? from +
          (/^(?:The|This|Our|In|We|A|An|To|On|For|By|With|And|But|As|It|These|Using)$/.test(words[0]!.text) ? 1 : 0)
        : from;
    const marked =
      /^(?:called|named|dubbed|termed|namely|coined)$/.test(lower[first - 1] ?? "") ||
      (/^["\u201c'`{]$/.test(lower[first - 1] ?? "") &&
        /^(?:called|named|dubbed|termed|namely|as|coined|\\[a-z]+)$/.test(lower[first - 2] ?? ""));
    const head = headOf(lower[to] ?? "");
    const isMany = to - first >= 2 && first > 0;
    if (to > first && (marked || (isMany && (head === "DATASET" || head === "METHOD" || head === "MODEL"))))
      proposals.push({ sentence, from: first, to, reason: marked ? "cue" : "capitals", kinds: [] });
    from = to - 1;
  }
  return proposals;
}

/** The name before the colon of a title. */
function titleName(sentence: Sentence): Proposal[] {
  const { words } = sentence;
  const colon = words.findIndex(({ text }) => /^(?::|--|\u2014|\u2013)$/.test(text));
  if (colon < 1 || colon > 5) return [];
  const isName = words
    .slice(0, colon)
    .every(({ text }) => CAPITALISED.test(text) || NAME_LIKE.test(text) || VERSION.test(text) || /^[+&.-]$/.test(text));
  const known = colon === 1 || words.slice(0, colon).some(({ text }) => NAME_LIKE.test(text));
  return isName && known ? [{ sentence, from: 0, to: colon, reason: "cue", kinds: [] }] : [];
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
