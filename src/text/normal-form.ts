import { nameWords } from "./name-words.js";
import { remembered } from "./remembered.js";
import { singular } from "./singular.js";

/** The longest, in code units; longer names are cut, so that a runaway span cannot make a huge index entry. */
const LONGEST = 120;

/**
 * What all spellings of one name have in common: the key under which names are looked up, (:Name {key}).
 *
 *     In-Context Learning, in context learning      incontextlearning
 *     Llama 2, Llama-2, LLaMA2                      llama2
 *     Bi-LSTMs, BiLSTM                              bilstm
 *     SQuAD 2.0, SQuADv2                            squad2
 *
 * Nothing but the name counts. Beyond what `readableForm` folds, separators go (between two digits they stay), and
 * British spelling, plurals inside, the `v` of versions, `.0` and Roman numerals. Empty when the name has no letter or digit.
 */
export const normalForm: (name: string) => string = remembered((name) => keyOfForm(readableForm(name)));

/**
 * The form of a name that stands in an entity's id: `in-context-learning`, `llama-2`, `beta-vae`. Spellings that differ
 * in a hyphen inside a word (bi-lstm, bilstm) have two of it, but one normal form.
 */
export const readableForm: (name: string) => string = remembered((name) =>
  nameWords(name)
    .join("-")
    .slice(0, LONGEST)
    .replace(/[-.]+$/, ""),
);

/** The normal form that belongs to a readable form. */
export const keyOfForm: (form: string) => string = remembered((form) => {
  const words = form.split("-");
  let key = "";
  words.forEach((word, i) => {
    const part = keyWord(word, i, words);
    key += /\d$/.test(key) && /^\d/.test(part) ? `-${part}` : part;
  });
  return key;
});

function keyWord(word: string, i: number, words: readonly string[]): string {
  if (i === 0 && word === "the" && words.length > 1) return "";
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return withoutZero(word);
  if (i > 0 && first === 0x76 && /^v\d/.test(word)) return withoutZero(word.slice(1));
  if (i > 0 && (word === "ii" || word === "iii")) return String(word.length);
  if (word === "version" && /^\d/.test(words[i + 1] ?? "")) return "";
  return american(i < words.length - 1 ? singular(word) : word);
}

const withoutZero = (number: string): string =>
  number.length < 2 ? number : number.replace(/^0+(?=\d)/, "").replace(/^(\d+)(?:\.0)+$/, "$1");

const BRITISH = /is(?:e|ed|er|ing|ation|ability)$|ll(?:ed|er|ing)$|our(?:al|ed|ing|hood|ful)?$|tre$|ogue$/;

/** One spelling of what is written in two ways; it need not be a right one. */
const american = (word: string): string =>
  word.length < 6 || !BRITISH.test(word)
    ? word
    : word
        .replace(/(?<=\p{L}{4}[dlmnrst])(?<!comprom)is(e|ed|er|ing|ation|ability)$/u, "iz$1")
        .replace(/ll(?=(?:ed|er|ing)$)/, "l")
        .replace(/our(?=$|al$|ed$|ing$|hood$|ful$)/, "or")
        .replace(/tre$/, "ter")
        .replace(/ogue$/, "og");
