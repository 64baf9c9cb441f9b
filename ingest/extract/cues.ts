import type { Kind } from "../../src/vocabulary.js";
import { coordination } from "./coordination.js";
import { type Head, headOf } from "./heads.js";
import type { Mention } from "./reading.js";

/** What the words around one mention of a name say of it. */
export interface Cues {
  /** "we propose X", "X: ..." as title, "X is introduced". */
  presented: boolean;
  /** "we propose X" with nothing between. */
  introduced: boolean;
  /** "called X", "which we name X". */
  named: boolean;
  /** "(1) X": one of the parts of something. */
  enumerated: boolean;
  /** "our X", "the proposed X", "X, a novel ...". */
  own: boolean;
  /** The kinds that the words beside it name: "X dataset"; "the model X"; "X, a framework for". */
  behind?: Kind;
  before?: Kind;
  defined?: Kind;
  /** A noun beside it says that it is a task, a metric, a place. */
  foreign: boolean;
  /** "on X", "trained on X". */
  on: boolean;
  evaluated: boolean;
  used: boolean;
  compared: boolean;
  /** "such as X", "like X", "existing X". */
  background: boolean;
  /** It is the subject of a verb: "X outperforms". */
  acts: boolean;
  /** It only modifies a noun: "X methods", "X-based". */
  modifies: boolean;
  /** The kinds that the words beside a list of names give to all of them: "datasets such as X, Y and Z". */
  listKinds: Kind[];
}

const ACTS =
  /^(?:is|are|was|can|achieves?|outperforms?|improves?|consists?|uses?|enables?|leverages?|consistently|significantly|substantially|effectively|also|demonstrates?|shows?|employs?|introduces?|provides?|combines?|reduces?|learns?|exhibits?|surpasses|exceeds|generates?|produces?|offers?|allows?|has|supports?|integrates?|operates?|yields?|attains?|reaches|delivers?|contains?|covers?|comprises|builds?|adapts?|treats?|addresses|first|then|only|not|further|does|requires?|works?|performs?|obtains?|maintains?|matches|remains?|obtained|trained|models|selects?|extracts?|predicts?|captures?|incorporates?|optimizes|encodes?|aims?|relies|extends|decomposes|formulates|dynamically|automatically|adaptively|explicitly|jointly|outputs|successfully|explores|utilizes|constructs|aligns|transforms|converts|represents|applies|adopts|will|may|could|must|should|would|serves|facilitates|ensures|identifies|detects|evaluates|features|includes|spans|scores|ranks|fails|struggles|itself|,which|which|that|where|whose)$/;

const PRESENT =
  /^(?:propos(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|presents?|presenting|develop(?:s|ed|ing)?|releas(?:e|es|ed|ing)|contribut(?:e|es|ed)|curat(?:e|es|ed|ing)|construct(?:s|ed|ing)?|buil[dt]s?|building|creat(?:e|es|ed|ing)|design(?:s|ed|ing)?|describ(?:e|es)|offers?|devis(?:e|es|ed)|unveil|launch|collect(?:ed)?|formulat(?:e|es)|provid(?:e|es)|establish(?:es)?|open-source|open-sourced|propounds?)$/;
const NAMED =
  /^(?:called|named|dubbed|termed|namely|coined|titled|entitled|denoted|nicknamed|christened|abbreviated|viz)$/;
const NAMES = /^(?:names?|calls?|dub|dubs|terms?|coin|christen)$/;
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
    introduced: false,
    named: false,
    enumerated: false,
    own: false,
    foreign: false,
    on: false,
    evaluated: false,
    used: false,
    compared: false,
    background: false,
    acts: false,
    modifies: false,
    listKinds: [],
  };
  let end = to;
  if (/^['"\u201d\u2019`*}]$/.test(word(end))) end++;
  if (word(end) === "(") {
    const close = lower.slice(end, end + 8).indexOf(")");
    if (close > 0) end += close + 1;
  } else if (word(end) === ")" && word(from - 1) === "(") end++;

  cues.enumerated =
    /^(?:\d|[a-z]|i{1,3}|iv)$/.test(word(from - 2)) &&
    word(from - 1) === ")" &&
    /^[([{]$/.test(word(from - 3)) &&
    /^(?:[,;(}]|that|which)$/.test(word(to));
  const list = coordination({ sentence, from, to });
  cues.acts = ACTS.test(word(end));
  cues.modifies =
    end === to &&
    /^\p{Ll}{3,}/u.test(word(to)) &&
    sentence.words[to]!.text === word(to) &&
    !SMALL.test(word(to)) &&
    !cues.acts &&
    !headOf(word(to));
  if (list.to > to) addList(cues, headOf(word(list.to)));
  for (let at = list.from - 1, steps = 0; at >= 0 && steps < 4; at--, steps++) {
    if (/^(?:such|as|including|like|namely|:|\(|,|e\.g|e\.g\.|i\.e|the|\.|both|of|on|-|--)$/.test(word(at))) continue;
    if (list.from < from || steps > 0) addList(cues, headOf(word(at)));
    break;
  }

  // The words before it.
  const near =
    lower
      .slice(Math.max(0, list.from - 16), list.from)
      .reverse()
      .find((one) => !FILLER.test(one)) ?? "";
  if (!inTitle && (NAMED.test(near) || (NAMES.test(near) && before.some((one) => /^(?:we|i|is|are)$/.test(one)))))
    cues.named = true;
  if (!inTitle && namesIt(before)) cues.named = true;
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
    cues.introduced = cues.presented && apart.length === 0;
  }
  if (/^(?:is|are|was|were)$/.test(word(end)) && PASSIVE.test(word(end + 1))) cues.presented = true;
  const p1 = word(from - 1);
  if (OWN.test(p1) || (p1 === "-" && OWN.test(word(from - 2)))) cues.own = true;

  // The noun beside it, and what it is said to be.
  const next = headOf(word(end)) ?? (/^[a-z-]+$/.test(word(end)) ? headOf(word(end + 1)) : undefined);
  if (isKind(next)) cues.behind = next;
  const previous = headOf(p1);
  if (isKind(previous)) cues.before = previous;
  const said = appositive(lower, end);
  if (isKind(said)) {
    cues.defined = said;
    cues.own = true;
  }
  cues.foreign = (next !== undefined && !isKind(next)) || (said !== undefined && !isKind(said));

  // The verb or preposition that governs it.
  const window = before.slice(-7);
  cues.on = /^(?:on|across)$/.test(near) || (/^(?:,|and)$/.test(p1) && window.includes("on"));
  cues.evaluated = !cues.introduced && !cues.named && (before.some((one) => EVALUATE.test(one)) || STUDY.test(near));
  cues.used =
    USE.test(near) ||
    (/^(?:to|of)$/.test(near) && /^appl/.test(word(from - 2))) ||
    (word(to) === "-" && /^(?:based|driven|powered|enhanced|inspired|guided|style)$/.test(word(to + 1)));
  cues.compared = window.some((one) => COMPARE.test(one)) || /^(?:baselines?)$/.test(word(end));
  cues.background =
    BACKGROUND.test(near) || (word(from - 1) === "as" && word(from - 2) === "such") || window.includes("such");
  return cues;
}

/** "which we name the algorithm X", "referred to as X". */
function namesIt(before: readonly string[]): boolean {
  const at = before.findLastIndex((one) => NAMES.test(one) || one === "refer" || one === "referred");
  if (at < 0) return false;
  const rest = before.slice(at + 1);
  return (
    (rest.length <= 4 &&
      /^(?:the|it|this|our|them|these|our)$/.test(rest[0] ?? "") &&
      /^(?:we|i|,|and)$/.test(before[at - 1] ?? "")) ||
    (/^refer/.test(before[at]!) && rest.length <= 5 && rest.at(-1) === "as")
  );
}

const SMALL =
  /^(?:and|or|for|of|in|on|to|with|by|from|as|at|that|which|than|over|via|using|under|into|the|but|while|when|where|based|without|across|between|against|through|during|after|before|because|if|then|so|due|within|towards?|our|we|it|both|trained|given|e\.g)$/;

function addList(cues: Cues, head: ReturnType<typeof headOf>): void {
  if (head === "DATASET" || head === "MODEL" || head === "METHOD") cues.listKinds.push(head);
}

const isKind = (head: Head | undefined): head is Kind => head !== undefined && head !== "TASK" && head !== "PLACE";

/** Where "X, a ..." or "X is a ..." begins to say what X is; -1 if it does not. */
function definitionStart(lower: readonly string[], end: number): number {
  const joins = /^(?:,|:|--?|\u2013|\u2014|is|are|as|,is)$/;
  let at = end;
  while (at < end + 3 && joins.test(lower[at] ?? "")) at++;
  return at > end && /^(?:an?|the|our|one|two|new|novel)$/.test(lower[at] ?? "") ? at : -1;
}

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
