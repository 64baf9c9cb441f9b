/** A word, a name, a mark or a piece of markup; UTF-16 offsets into the text it was read from, end exclusive. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/*
 * Not compromise's terms: those cut names at hyphens (GPT | 3.5 | Turbo) and keep brackets as padding of words.
 * Here a name stays whole, and what is no part of it stands apart.
 */
const HAN = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}";
const LETTERS = `(?:(?![${HAN}])[\\p{L}\\p{N}\\p{M}_])+`;
const OPEN = "\\$(?!\\\\(?:text|math)[a-z]{2}\\{[^$\\s]{3})"; // names set as $\texttt{Name}$ are to be seen
const MATH = `${OPEN}[^$\\s]{1,24}\\$`; // $k$, $^2$; no white space inside, so that prices are none
const RAISED = "\\^(?:[\\p{L}\\p{N}]{1,8}|\\{[\\p{L}\\p{N}+*-]{1,8}\\})|<su([bp])>[^<>\\s]{1,8}<\\/su\\1>";
const JOIN = "[-.\u2010\u2011\u2013'\u2019&@/]?";
const TAIL = "(?:\\+{1,2}|[#*])(?![\\p{L}\\p{N}+#*])"; // C++, UNet++, C#, A*
const WORD = `(?:${LETTERS}|${MATH})(?:${JOIN}(?:${LETTERS}|${MATH}|${RAISED}))*(?:${TAIL})?`;
const SCAN = new RegExp(
  [
    "https?:\\/\\/[^\\s<>()]+", // an address is one token: there are no names inside
    "<\\/?[a-zA-Z][^<>]{0,200}>", // HTML tag
    "\\\\(?:[a-zA-Z]+\\*?|.)", // LaTeX command
    WORD,
    `${OPEN}[^$\\s](?:[^$\\n]{0,200}[^$\\s])?\\$(?!\\d)`, // formula with spaces
    `[${HAN}]+`,
    "\\s+",
    "[\\s\\S]",
  ].join("|"),
  "uy",
);

/** What stands behind a hyphen without being part of a name: BERT-based, GPT-style. */
const APART =
  /^(?:based|style|styled|like|driven|powered|only|related|specific|inspired|type|generated|derived|equipped|enabled|compatible|wise|centric|friendly|agnostic|level|series)$/i;
/** Behind what has the shape of a name, any participle or adjective too: LLM-assisted, SAM-guided. */
const APART_FROM_NAME = /^(?:[a-z]{2,}(?:ed|ing|able|ible|ware|ally|ary)|free|to|and|or|as|in|for|vs)$/i;
const CASED = /^(?:un)?cased$/i;
const NAME_SHAPE = /\p{Lu}.*\p{Lu}|\p{L}.*\p{N}|^\p{Lu}$/u;
const HYPHEN = /[-\u2010\u2011\u2013]/;
const SIZE = /^\d+(?:\.\d+)?[BMKTbmkt]?$/;

/** The places in a word where it is cut, as [from, to] of the connector; an empty connector cuts before a clitic. */
function cuts(word: string): [number, number][] {
  const found: [number, number][] = [];
  for (const match of word.matchAll(/['\u2019]s(?![\p{L}\p{N}])|(?<!<)[./@]/gu)) {
    const at = match.index;
    const before = word.slice(found.at(-1)?.[1] ?? 0, at);
    const left = before.split(/[-/]/).at(-1) ?? "";
    const right = /^[^./@'-]*/.exec(word.slice(at + 1))?.[0] ?? "";
    if (match[0] === "/") {
      if ((SIZE.test(left) && SIZE.test(right)) || (left.length <= 1 && right.length <= 1)) continue;
      found.push([at, at + 1]);
    } else if (match[0] === "@") {
      if (right.length > 3 && /^\p{L}/u.test(right)) found.push([at, at + 1]); // team@task, not Recall@10
    } else if (match[0] === ".") {
      if (/^\p{Ll}{2,}$/u.test(left) && /^\p{Lu}(?:\p{Ll}|$)/u.test(right)) found.push([at, at + 1]);
    } else found.push([at, at]);
  }
  return found;
}

/** Where the name ends inside of `piece`: the offset of the hyphen before what stands apart, else its length. */
function nameEnd(piece: string): number {
  let end = piece.length;
  for (let at = lastHyphen(piece, end); at > 0; at = lastHyphen(piece, end)) {
    const tail = piece.slice(at + 1, end);
    const apart =
      APART.test(tail) || (APART_FROM_NAME.test(tail) && !CASED.test(tail) && NAME_SHAPE.test(piece.slice(0, at)));
    if (!apart) break;
    end = at;
  }
  return end;
}

function lastHyphen(text: string, end: number): number {
  for (let at = end - 1; at > 0; at--) if (HYPHEN.test(text[at]!)) return at;
  return -1;
}

const PREFIX = /^(?:non|post|pre|anti|ex|vanilla|all)[-\u2010\u2011\u2013](?=\p{Lu}[\p{L}\p{N}]{2})/u;

function* pieces(word: string, from: number): Generator<[number, number]> {
  const prefix = PREFIX.exec(word)?.[0].length ?? 0;
  if (prefix) {
    yield [from, from + prefix - 1];
    yield [from + prefix - 1, from + prefix];
  }
  const end = nameEnd(word);
  if (end > prefix) yield [from + prefix, from + end];
  for (let at = end; at < word.length; ) {
    yield [from + at, from + at + 1];
    const next = word.slice(at + 1).search(HYPHEN);
    const to = next < 0 ? word.length : at + 1 + next;
    yield [from + at + 1, from + to];
    at = to;
  }
}

/**
 * The tokens of a text in order. Names are never cut inside (GPT-3.5-Turbo, CIFAR-10/100, M$^2$OE$^2$-GL); "-based" and
 * the like, 's, brackets and punctuation stand apart, GPT-4o/Claude-3 are two. LaTeX commands, HTML tags, formulas and
 * addresses are tokens of their own, so that offsets are those of the stored text.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const add = (start: number, end: number): void => {
    if (end > start) found.push({ text: text.slice(start, end), start, end });
  };
  SCAN.lastIndex = 0;
  while (SCAN.lastIndex < text.length) {
    const start = SCAN.lastIndex;
    const chunk = SCAN.exec(text)?.[0] ?? text[start]!;
    SCAN.lastIndex = start + chunk.length;
    if (/^\s/.test(chunk)) continue;
    if (chunk.length > LONGEST || !WORDLIKE.test(chunk)) {
      add(start, start + chunk.length);
      continue;
    }
    // A star belongs to A* and MCTS*, not to *emphasis*.
    const star = chunk.endsWith("*") && (text[start - 1] === "*" || !/\p{Lu}/u.test(chunk)) ? 1 : 0;
    const word = chunk.slice(0, chunk.length - star);
    let from = 0;
    for (const [cutFrom, cutTo] of [...cuts(word), [word.length, word.length] as [number, number]]) {
      const piece = word.slice(from, cutFrom);
      if (/^['\u2019]s$/.test(piece)) add(start + from, start + cutFrom);
      else for (const [a, b] of pieces(piece, start + from)) add(a, b);
      add(start + cutFrom, start + cutTo);
      from = cutTo;
    }
    add(start + word.length, start + chunk.length);
  }
  return found;
}

/** What is longer is no name, and is not looked into. */
const LONGEST = 200;
const WORDLIKE = /^[\p{L}\p{N}\p{M}_$](?!.*:\/\/)/u;
