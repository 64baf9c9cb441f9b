/** Words at the end of a key that name a size, a release form or a part of the same thing. */
const SUFFIX =
  /-(?:\d+(?:\.\d+)?(?:x\d+)?[bmkt]|\d+(?:\.\d+)?-(?:[bm])|tiny|mini|small|base|medium|large|huge|giant|xl|xxl|turbo|chat|instruct|hf|it|preview|lite|pro|uncased|cased|dev|test|val|hard|full)$/;
/** A number at the end that counts layers, classes or languages rather than releases. */
const COUNTED = /^(?:resnet|resnext|densenet|vgg|vit|cifar|imagenet|flores|vtab|wikitext|efficientnet)$/;

/**
 * The keys of the things that a name may be a variant of, nearest first: `llama-2-13b-chat-hf` gives
 * `llama-2-13b-chat`, `llama-2-13b`, `llama-2`. Which of them exists is for the corpus to say. A release is no variant:
 * `gpt-4` gives nothing.
 */
export function variantBases(key: string): string[] {
  const bases: string[] = [];
  let rest = key;
  for (;;) {
    const cut = rest.replace(SUFFIX, "");
    if (cut !== rest && cut !== "") {
      rest = cut;
      bases.push(rest);
      continue;
    }
    const numbered = /^(.+)-\d+$/.exec(rest);
    if (numbered?.[1] !== undefined && COUNTED.test(numbered[1])) bases.push(numbered[1]);
    return bases;
  }
}
