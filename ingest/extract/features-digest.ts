import { createHash } from "node:crypto";
import { KINDS } from "../../src/vocabulary.js";
import { readDocument } from "./document.js";
import { findCandidates } from "./entity/candidates.js";
import { ENTITY_FEATURE_NAMES, entityFeatures, listedFlags } from "./entity/entity-features.js";
import type { NamePrior } from "./entity/name-prior.js";
import { roleFeatures } from "./entity/role-features.js";
import { documentWordFeatures, wordFeatures } from "./entity/word-features.js";
import type { PaperText } from "./extractor.js";
import type { Statistics } from "./statistics/statistics.js";
import { LABEL_COUNT } from "./tagger/labels.js";
import { tokenFeatures } from "./tagger/token-features.js";
import { WordBook } from "./word-facts.js";

/** Texts that have something of all that features look at. */
const PROBES: readonly PaperText[] = [
  {
    id: "probe-1",
    title: "ShoalNet: A Benchmark and a Model for Counting Fish with Contrastive Learning",
    abstract:
      "Counting fish is hard. We introduce ShoalNet-1k, a dataset of 1,000 videos, and Shoal Counting Transformer " +
      "(SCT), a model that is trained with gradient descent and LoRA. On ShoalNet-1k and ImageNet, SCT-7B outperforms " +
      "GPT-4, ResNet-50 and $k$-nearest neighbours by 12\\%. SCTs need no labels; the SCT's code is public.",
  },
  {
    id: "probe-2",
    title: "On the sleep of nurses",
    abstract:
      "We asked nurses about nights, rather than days. A logistic regression, called NightScore, was fitted, and " +
      "M$^2$OE$^2$-GL (a mixture of experts) was \\textbf{compared} with random forests on the NHANES dataset.",
  },
];

const NO_PRIOR: NamePrior = {
  name: () => false,
  head: () => false,
  base: new Float64Array(KINDS.length + 2).fill(0.2),
};

/** Any marginals do, as long as they are always the same: each label of token i gets a share by its place. */
const anyMarginals = (tokens: number): Float64Array =>
  Float64Array.from({ length: tokens * LABEL_COUNT }, (_, at) => ((at * 7 + Math.floor(at / 5)) % 11) / 30);

/**
 * A short text that changes whenever the features do that weights stand for: names, order, hashes or values. Weights keep
 * it, so that a program whose features are others refuses them instead of reading nonsense.
 */
export const featuresDigest = (statistics: Statistics): string => {
  const digest = createHash("sha256").update(ENTITY_FEATURE_NAMES.join("\n"));
  const book = new WordBook(statistics.words);
  const sources = { nameList: statistics.list, nameStatistics: statistics.names };
  for (const paper of PROBES) {
    const document = readDocument(paper, book);
    const { values, start } = tokenFeatures(document, sources);
    const marginals = anyMarginals(document.words.length);
    const candidates = findCandidates(document, marginals, sources);
    const rows = entityFeatures(document, marginals, candidates, NO_PRIOR, sources);
    const ofDocument = documentWordFeatures(document);
    digest.update(JSON.stringify(candidates.map(({ surfaces, mentions }) => [surfaces, mentions])));
    for (const numbers of [values, start, ...rows]) digest.update(JSON.stringify(Array.from(numbers)));
    for (const candidate of candidates) {
      const words = wordFeatures(document, candidate, listedFlags(candidate, statistics.list), ofDocument);
      digest.update(JSON.stringify([Array.from(words), Array.from(roleFeatures(document, candidate, 0, words))]));
    }
  }
  return digest.digest("hex").slice(0, 16);
};
