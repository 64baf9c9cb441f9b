import type { Kind } from "../../src/vocabulary.js";
import { headOf } from "./heads.js";
import type { Mention } from "./reading.js";

/** What the words around one mention of a name say of it. */
export interface Cues {
  /** "we propose X", "called X", "X: ..." as title, "X is introduced". */
  presented: boolean;
  /** "our X", "the proposed X", "X, a novel ...". */
  own: boolean;
  /** The kinds that the words beside it name: "X dataset", "the model X", "X, a framework for". */
  kinds: Kind[];
  /** A noun beside it says that it is a task, a metric, a place. */
  foreign: boolean;
  /** "on X", "trained on X". */
  on: boolean;
  evaluated: boolean;
  used: boolean;
  compared: boolean;
  /** "such as X", "like X", "existing X". */
  background: boolean;
}

const PRESENT =
  /^(?:propos(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|presents?|presenting|develop(?:s|ed|ing)?|releas(?:e|es|ed|ing)|contribut(?:e|es|ed)|curat(?:e|es|ed|ing)|construct(?:s|ed|ing)?|buil[dt]s?|building|creat(?:e|es|ed|ing)|design(?:s|ed|ing)?|describ(?:e|es)|offers?|devis(?:e|es|ed)|unveil|launch|collect(?:ed)?|formulat(?:e|es)|provid(?:e|es)|establish(?:es)?|open-source|open-sourced|propounds?)$/;
const NAMED =
  /^(?:called|named|dubbed|termed|namely|coined|titled|entitled|denoted|nicknamed|christened|abbreviated|viz)$/;
const PASSIVE = /^(?:proposed|introduced|presented|developed|released|designed|constructed)$/;
const OWN = /^(?:our|proposed|novel|new|this)$/;
const BREAK =
  /^(?:[;.]|that|which|where|because|while|whereas|than|outperform(?:s|ed|ing)?|over|against|using|via|based|by|from|unlike|like)$/;
const MODIFIES = /^(?:to|for|of|in|with|on|through|into|towards?|under)$/;
const STOPS =
  /^(?:[,.;:()]|that|which|to|for|of|with|in|on|and|where|designed|based|built|using|consisting|containing|comprising|covering|by|from|it|we|trained|tailored|aimed|capable)$/;
const EVALUATE =
  /^(?:evaluat|experiment|test(?:ed|s|ing)?$|validat|benchmark|assess|results?$|achiev|state-of-the-art$|performance$|demonstrat|conduct|report|show)/;
const STUDY =
  /^(?:stud(?:y|ies|ied|ying)|analy[sz]|investigat|examin|explor|probe|understand|revisit|characteri[sz]|evaluat|compar|assess|test|audit)/;
const USE =
  /^(?:us(?:e|es|ed|ing)|via|through|leverag(?:e|es|ed|ing)|employ(?:s|ed|ing)?|adopt(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|utili[sz](?:e|es|ed|ing)|combin(?:e|es|ed|ing)|integrat(?:e|es|ed|ing)|incorporat(?:e|es|ed|ing)|extend(?:s|ed|ing)?|fine-tun(?:e|es|ed|ing)|finetun(?:e|es|ed|ing)|pretrain(?:ed|ing)?|pre-train(?:ed|ing)?|initiali[sz]ed|based|built|atop|upon|with|by)$/;
const COMPARE =
  /^(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beat(?:s|ing)?|than|over|versus|vs|against|baselines?|compared|rival(?:s|ing)?|match(?:es|ing)|comparable|competitive)$/;
const BACKGROUND =
  /^(?:existing|previous|prior|conventional|traditional|recent|popular|like|inspired|unlike|classical|standard|current|widely|many|most|often|typical(?:ly)?)$/;
const FILLER =
  /^(?:an?|the|our|its|both|and|or|,|new|novel|proposed|simple|efficient|effective|\\[a-z]+|[{"'`*\u201c\u2018(]|two|three|as|it|them|this|public|popular|standard|challenging|large|benchmarks?|datasets?|corpus|well-known|widely-used|models?|methods?)$/;

/** Reads the words around a mention, within its sentence. Looks at some 20 words at most. */
export function readCues({ sentence, from, to }: Mention): Cues {
  const { lower } = sentence;
  const inTitle = sentence.field === "title";
  const word = (at: number): string => lower[at] ?? "";
  const before = lower.slice(Math.max(0, from - 16), from);
  const cues: Cues = {
    presented: false,
    own: false,
    kinds: [],
    foreign: false,
    on: false,
    evaluated: false,
    used: false,
    compared: false,
    background: false,
  };
  let end = to;
  if (/^['"\u201d\u2019`*}]$/.test(word(end))) end++;
  if (word(end) === "(") {
    const close = lower.slice(end, end + 8).indexOf(")");
    if (close > 0) end += close + 1;
  }

  // The words before it.
  const near = [...before].reverse().find((one) => !FILLER.test(one)) ?? "";
  if (NAMED.test(near) && !inTitle) cues.presented = true;
  if (inTitle && from <= 1 && /^(?::|-|--|\u2013|\u2014)$/.test(word(end))) cues.presented = true;
  const verb = before.findLastIndex((one) => PRESENT.test(one) && !BREAK.test(one));
  if (verb >= 0 && !inTitle) {
    const between = before.slice(verb + 1);
    const isOurs =
      before
        .slice(0, verb)
        .some((one) => /^(?:we|i|paper|work|article|study|authors?|report|and|also|,|to)$/.test(one)) || verb === 0;
    const apart = between.filter((one) => !FILLER.test(one));
    const crossed =
      between.some((one) => BREAK.test(one)) ||
      (between.some((one) => MODIFIES.test(one)) && !/[,:(\u2014]|--/.test(before.at(-1) ?? ""));
    if (isOurs && !crossed && apart.length <= 12) cues.presented = true;
  }
  if (/^(?:is|are|was|were)$/.test(word(end)) && PASSIVE.test(word(end + 1))) cues.presented = true;
  const p1 = word(from - 1);
  if (OWN.test(p1) || (p1 === "-" && OWN.test(word(from - 2)))) cues.own = true;

  // The noun beside it, and what it is said to be.
  const next = headOf(word(end)) ?? (/^[a-z-]+$/.test(word(end)) ? headOf(word(end + 1)) : undefined);
  const isBehind = end === to;
  if (next && isBehind) addHead(cues, next);
  const previous = headOf(p1);
  if (previous && previous !== "TASK" && previous !== "PLACE") cues.kinds.push(previous);
  const said = appositive(lower, end);
  if (said) {
    addHead(cues, said);
    if (inTitle || cues.presented || said === "METHOD" || said === "MODEL" || said === "DATASET")
      cues.own ||= isIndefinite(lower, end);
  }

  // The verb or preposition that governs it.
  const window = before.slice(-7);
  cues.on = /^(?:on|across)$/.test(near) || (/^(?:,|and)$/.test(p1) && window.includes("on"));
  cues.evaluated = before.some((one) => EVALUATE.test(one)) || STUDY.test(near);
  cues.used =
    USE.test(near) ||
    (/^(?:to|of)$/.test(near) && /^appl/.test(word(from - 2))) ||
    (word(to) === "-" && /^(?:based|driven|powered|enhanced|inspired|guided|style)$/.test(word(to + 1)));
  cues.compared = window.some((one) => COMPARE.test(one)) || /^(?:baselines?)$/.test(word(end));
  cues.background =
    BACKGROUND.test(near) || (word(from - 1) === "as" && word(from - 2) === "such") || window.includes("such");
  return cues;
}

function addHead(cues: Cues, head: ReturnType<typeof headOf>): void {
  if (head === "TASK" || head === "PLACE") cues.foreign = true;
  else if (head) cues.kinds.push(head);
}

/** Where "X, a ..." or "X is a ..." begins to say what X is; -1 if it does not. */
function definitionStart(lower: readonly string[], end: number): number {
  const joins = /^(?:,|:|--?|\u2013|\u2014|is|are|as|,is)$/;
  let at = end;
  while (at < end + 3 && joins.test(lower[at] ?? "")) at++;
  return at > end && /^(?:an?|the|our|one|two|new|novel)$/.test(lower[at] ?? "") ? at : -1;
}

const isIndefinite = (lower: readonly string[], end: number): boolean =>
  /^(?:an?|our|new|novel|the)$/.test(lower[definitionStart(lower, end)] ?? "");

/** The head noun of "X, a novel framework for ..." or "X is a large benchmark that ...". */
function appositive(lower: readonly string[], end: number): ReturnType<typeof headOf> {
  const start = definitionStart(lower, end);
  if (start < 0) return undefined;
  let head: ReturnType<typeof headOf>;
  for (let at = start + 1; at < start + 12; at++) {
    const word = lower[at];
    if (word === undefined || (STOPS.test(word) && head)) break;
    if (/^[.;:]$/.test(word)) break;
    head = headOf(word) ?? head;
  }
  return head;
}
