import { YEARLY } from "../../src/text/name-words.js";
import { keyOfForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";

/** Something that a name may be a variant of. */
export interface Base {
  readonly key: string;
  /** The kinds that it must be of for that; any, when absent. */
  readonly kinds?: readonly Kind[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Sizes and forms in which one release comes. */
const FORM = set(
  "tiny small base medium large big huge giant gigantic xxl xxxl xlarge xxlarge opus sonnet haiku high low xhigh preview " +
    "latest exp chat instruct hf it sft rlhf dpo thinking vision online awq gptq gguf int4 int8 fp8 fp16 bf16 cased " +
    "uncased finetuned pretrained distilled distill",
);
/** The same of models and datasets; of methods they make new ones: Adam-mini, Transformer-XL. */
const TIER = set("nano micro mini xs xl pro flash ultra lite turbo plus max");
/** Parts and editions of a dataset. */
const PART = set(
  "train dev test val valid validation minival testmini std clean other easy hard challenge full verified subset " +
    "distractor passage passages document documents matched mismatched unfiltered filtered open",
);
const LANGUAGE = set(
  "arabic chinese czech dutch english estonian finnish french german gujarati hindi icelandic italian japanese kazakh " +
    "korean latvian lithuanian portuguese romanian russian spanish turkish vietnamese",
);
const LANGUAGE_CODE =
  /^(?:ar|cs|da|de|el|en|es|et|fa|fi|fr|gu|he|hi|hu|id|is|it|ja|kk|ko|lt|lv|nl|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)$/;
const LANGUAGE_PAIR = /^([a-z]{2})(?:2|to)([a-z]{2})$/;
const BACKBONE = /^(?:vit|resnet|rn|swin|convnext|r\d{2,}|rn\d+)$/;

const SIZE =
  /^(?:\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)?[bmkt]|[ae]\d+(?:\.\d+)?b|\d+x\d+|\d+bit|patch\d+|\d+px|[bslhgm]\d+)$/;
const SIZE_LETTER = /^(?:[sblh]|ti)$/;
const MODEL_LETTER = /^[tmngx]$/;
const NUMBER = /^\d+$/;
const VERSION = /^v?\d+(?:\.\d+)*$/;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * What a name may be a variant of, nearest first: `llama-2-13b-chat-hf` gives `llama-2-13b-chat`, `llama-2-13b`,
 * `llama-2` (as normal forms). Which of them exists is for the corpus to say. Sizes, forms, parts, dates and counts of
 * layers or classes make variants; a release (GPT-4, DINOv2) is a thing of its own, but a version of a dataset is not.
 */
export function variantBases(form: string): Base[] {
  const bases = new Map<string, Base>();
  let words = form.split("-");
  let kinds: readonly Kind[] | undefined;
  for (;;) {
    const cut = shorter(words);
    if (!cut) break;
    words = cut.words;
    // What is cut later must hold too: a part of SQuAD 2.0 is a variant of SQuAD only where that is a dataset.
    kinds = cut.kinds && kinds ? kinds.filter((kind) => cut.kinds?.includes(kind)) : (cut.kinds ?? kinds);
    if (kinds?.length === 0) break;
    const key = keyOfForm(words.join("-"));
    if (key && !bases.has(key)) bases.set(key, kinds ? { key, kinds } : { key });
  }
  const part = /^(?:tiny|mini)-?(?=.{4})(.+)$/.exec(form)?.[1];
  if (part !== undefined) {
    const key = keyOfForm(part);
    if (!bases.has(key)) bases.set(key, { key, kinds: ["DATASET"] });
  }
  bases.delete(keyOfForm(form));
  return [...bases.values()];
}

interface Cut {
  readonly words: string[];
  readonly kinds?: readonly Kind[];
}

const DATASET: readonly Kind[] = ["DATASET"];
const NETWORK: readonly Kind[] = ["MODEL", "METHOD"];

/** The words without what makes them a variant at their end, once. */
function shorter(words: readonly string[]): Cut | undefined {
  const n = words.length;
  if (n < 2) return undefined;
  const [third, second, last] = [words[n - 3] ?? "", words[n - 2] as string, words[n - 1] as string];
  const without = (count: number): string[] => words.slice(0, n - count);
  const distilled = words.indexOf("distill");
  if (distilled > 0 && distilled < n - 1 && !isMark(last)) return { words: words.slice(0, distilled + 1) };
  if (n > 3 && YEAR.test(third) && /^\d\d$/.test(second) && /^\d\d$/.test(last)) return { words: without(3) };
  if (n > 2 && /^(?:task|track|subtask)$/.test(second) && /^(?:\d+|[a-c])$/.test(last)) return { words: without(2) };
  if (n > 2 && isLanguage(second) && isLanguage(last)) return { words: without(2), kinds: DATASET };
  if (n > 3 && isLanguage(third) && second === "to" && isLanguage(last)) return { words: without(3), kinds: DATASET };
  if (isLanguagePair(last)) return { words: without(1), kinds: DATASET };
  if (n > 2 && /^\d+(?:\.\d+)?$/.test(second) && /^[bmk]$/.test(last)) return { words: without(2) };
  if (n > 2 && /^(?:[sblhgm]|ti)$/.test(second) && NUMBER.test(last)) return { words: without(2) };
  const base = without(1).join("");
  // ADE20K and GSM8K are names; there is no ADE and no GSM that they were a part of.
  if (/^\d+k$/.test(last) && base.length < 4) return { words: without(1), kinds: ["MODEL"] };
  if (SIZE.test(last) || FORM.has(last)) return { words: without(1) };
  if (PART.has(last)) return { words: without(1), kinds: DATASET };
  if (BACKBONE.test(last)) return { words: without(1), kinds: ["MODEL"] };
  if (TIER.has(last)) return { words: without(1), kinds: ["MODEL", "DATASET"] };
  if (SIZE_LETTER.test(last) || MODEL_LETTER.test(last)) {
    const kinds: readonly Kind[] = MODEL_LETTER.test(last) ? ["MODEL"] : NETWORK;
    return base.length > 2 ? { words: without(1), kinds } : undefined;
  }
  const lettered = /^(v?\d+(?:\.\d+)*)[nsmlx]$/.exec(last);
  if (lettered) return { words: [...without(1), lettered[1] as string], kinds: NETWORK };
  if (VERSION.test(last)) return versionCut(words, base, second, last);
  return undefined;
}

/** A number at the end: a release only of a dataset; else a revision behind a size or form, a date, or a count. */
function versionCut(words: readonly string[], base: string, before: string, number: string): Cut | undefined {
  const cut = { words: words.slice(0, -1) };
  if (number.startsWith("v") && isMark(before)) return cut;
  if (YEAR.test(number) && YEARLY.test(before)) return cut;
  if (YEAR.test(number) || !/^(?:\d{2,4}|\d{8})$/.test(number)) return { ...cut, kinds: DATASET };
  return base.length > 2 ? cut : { ...cut, kinds: ["MODEL", "DATASET"] };
}

function isLanguagePair(word: string): boolean {
  const [, from = "", to = ""] = LANGUAGE_PAIR.exec(word) ?? [];
  return LANGUAGE_CODE.test(from) && LANGUAGE_CODE.test(to);
}

const isLanguage = (word: string): boolean => LANGUAGE.has(word) || LANGUAGE_CODE.test(word);
const isMark = (word: string): boolean => SIZE.test(word) || FORM.has(word) || TIER.has(word) || SIZE_LETTER.test(word);
