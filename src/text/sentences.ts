import nlp from "compromise/one";

/** A stretch of a text: UTF-16 code units, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** compromise's own splitter: it loses no character, and it is far cheaper than building its terms too. */
interface Tokenizer {
  splitSentences(text: string, world: object): string[];
}
const world = nlp.world();
const { splitSentences } = (nlp.methods() as { one: { tokenize: Tokenizer } }).one.tokenize;

/** compromise looks back over what it has merged so far, so longer text is given to it in blocks: time stays linear. */
const BLOCK = 3000;

/** Abbreviations of papers that compromise does not know: the sentence always goes on after these, ... */
const GOES_ON =
  /(?:^|[\s([{"'~])(?:vs|cf|viz|resp|i\.?e|e\.?g|w\.r\.t|a\.k\.a|et al|Figs?|Eqs?|Eqns?|Refs?|Tabs?|Secs?|Thms?|Lem|Prop|Dr|Mr|Mrs|Prof)\.$/i;
/** ... and after these when a number follows. */
const GOES_ON_BEFORE_NUMBER = /(?:^|[\s([{"'~])(?:no|nos|sec|ch|vol|pp?|eq|alg|app|tbl|art|v|ver)\.$/i;
const SHORT_END = /(?:^|[\s([{"'])(?:\p{L}{1,4}\.|\S+[!?])$/u;

/** Words that begin a sentence and hardly ever follow an abbreviation: compromise's merges are undone before them. */
const STARTS =
  "We|Our|The|This|These|Those|That|Here|It|Its|In|On|To|For|As|By|With|While|When|Although|Though|However|Moreover|" +
  "Furthermore|Additionally|Finally|Thus|Therefore|Hence|Then|Specifically|Using|Based|Recently|First|Second|Third|" +
  "Lastly|If|From|At|Despite|Unlike|Existing|Current|Recent|Experiments|Results|Extensive|They|Their|There|An|A|Both|" +
  "Such|Since|Given|But|And|Yet|Also|Overall|Importantly|Instead|Code";
const INNER_END = new RegExp(`\\S[.!?\u2026]["'\u201d\u2019\u00bb)\\]]*\\s+(?=(?:${STARTS})[\\s,])`, "g");

const SPACE = /\s/;

/** Cuts where a blank line stands, and long blocks after a full stop, else at a space, else anywhere. */
function* blocks(text: string): Generator<Range> {
  const blank = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/g;
  let from = 0;
  while (from < text.length) {
    const gap = blank.exec(text);
    const to = gap ? gap.index + gap[0].length : text.length;
    while (to - from > BLOCK) {
      const cut = from + lastBreak(text.slice(from, from + BLOCK));
      yield { start: from, end: cut };
      from = cut;
    }
    if (to > from) yield { start: from, end: to };
    from = to;
  }
}

function lastBreak(block: string): number {
  for (const mark of [". ", "? ", "! ", " "]) {
    const at = block.lastIndexOf(mark);
    if (at > BLOCK / 2) return at + mark.length;
  }
  const last = block.charCodeAt(block.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? block.length - 1 : block.length; // never inside a surrogate pair
}

/** Ends inside one of compromise's sentences that are sentence ends after all, as offsets behind the white space. */
function innerEnds(sentence: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  let seen = 0;
  for (const match of sentence.matchAll(INNER_END)) {
    const end = match.index + match[0].length;
    for (; seen < end; seen++) depth += sentence[seen] === "(" ? 1 : sentence[seen] === ")" ? -1 : 0;
    if (depth > 0) continue;
    const before = sentence.slice(Math.max(0, end - match[0].length - 24), end).trimEnd();
    if (!GOES_ON.test(before)) ends.push(end);
  }
  return ends;
}

const isOneSentence = (text: string, left: Range, right: Range): boolean => {
  const end = text.slice(Math.max(left.start, left.end - 24), left.end);
  const next = text[right.start] ?? "";
  if (/[\r\n][ \t]*[\r\n]/.test(text.slice(left.end, right.start))) return false;
  if (GOES_ON.test(end)) return true;
  if (/\d/.test(next)) return GOES_ON_BEFORE_NUMBER.test(end);
  return /\p{Ll}/u.test(next) && SHORT_END.test(end);
};

/**
 * The sentences of a text, in order, without the white space around them; none of them overlap, and every character
 * that is not white space lies in one. A single line break is a space (abstracts come wrapped), a blank line ends a
 * sentence. compromise splits; what it does not know of the abbreviations of papers is mended here.
 */
export function sentences(text: string): Range[] {
  const found: Range[] = [];
  const add = (start: number, end: number): void => {
    let from = start;
    let to = end;
    while (from < to && SPACE.test(text[from]!)) from++;
    while (to > from && SPACE.test(text[to - 1]!)) to--;
    if (to === from) return;
    const last = found.at(-1);
    if (last && isOneSentence(text, last, { start: from, end: to }))
      found[found.length - 1] = { start: last.start, end: to };
    else found.push({ start: from, end: to });
  };
  for (const block of blocks(text)) {
    const flat = text.slice(block.start, block.end).replace(/[\r\n]/g, " ");
    let at = block.start;
    for (const sentence of splitSentences(flat, world)) {
      let from = 0;
      for (const end of innerEnds(sentence)) {
        add(at + from, at + end);
        from = end;
      }
      add(at + from, at + sentence.length);
      at += sentence.length;
    }
    if (at < block.end) add(at, block.end);
  }
  return found;
}
