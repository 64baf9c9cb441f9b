import { readDocument } from "../extract/document.js";
import { findCandidates } from "../extract/entity/candidates.js";
import { entityFeatures, listedFlags } from "../extract/entity/entity-features.js";
import type { NamePrior } from "../extract/entity/name-prior.js";
import { roleFeatures } from "../extract/entity/role-features.js";
import { documentWordFeatures, nameFeatures, wordFeatures } from "../extract/entity/word-features.js";
import type { Statistics } from "../extract/statistics/statistics.js";
import { LABEL_STRIDE } from "../extract/tagger/labels.js";
import { Tagger } from "../extract/tagger/tagger.js";
import { type TokenFeatureGroup, tokenFeatures } from "../extract/tagger/token-features.js";
import { WordBook } from "../extract/word-facts.js";
import { type Example, outcomesOf } from "./examples.js";
import { foldOf } from "./folds.js";
import type { GoldPaper } from "./gold.js";
import type { TaggedPaper } from "./tagger-data.js";
import type { TaggerWeights } from "./tagger-trainer.js";

/** The papers of the gold, read and with the features of their tokens. */
export const readTrainingPapers = (
  gold: readonly GoldPaper[],
  statistics: Statistics,
  without: readonly TokenFeatureGroup[] = [],
): TaggedPaper[] => {
  const book = new WordBook(statistics.words);
  return gold.map(({ paper, entities }) => {
    const document = readDocument(paper, book);
    const features = tokenFeatures(document, { nameList: statistics.list, nameStatistics: statistics.names, without });
    return { document, features, entities, fold: foldOf(paper.id) };
  });
};

export const taggerOf = ({ emissions, transitions, starts }: TaggerWeights): Tagger =>
  new Tagger({
    emissions,
    slotMask: emissions.length / LABEL_STRIDE - 1,
    transitions: transitions.map(Math.exp),
    starts: starts.map(Math.exp),
  });

const NO_PRIOR: NamePrior = { name: () => false, head: () => false, base: new Float64Array(5).fill(0.2) };

/** The candidates of all papers with what is true of them; each paper by the tagger that `taggerFor` gives for its fold. */
export const makeExamples = (
  papers: readonly TaggedPaper[],
  statistics: Statistics,
  taggerFor: (fold: number) => Tagger,
): Example[] => {
  const sources = { nameList: statistics.list, nameStatistics: statistics.names };
  return papers.flatMap(({ document, features, entities, fold }, paper) => {
    const marginals = taggerFor(fold).marginals(document, features);
    const candidates = findCandidates(document, marginals, sources);
    const rows = entityFeatures(document, marginals, candidates, NO_PRIOR, sources);
    const outcomes = outcomesOf(candidates, entities);
    const ofDocument = documentWordFeatures(document);
    return candidates.map((candidate, c): Example => {
      const listed = listedFlags(candidate, statistics.list);
      const words = wordFeatures(document, candidate, listed, ofDocument);
      const { outcome, role } = outcomes[c]!;
      const roleWords =
        role >= 0
          ? {
              roleWords: roleFeatures(document, candidate, outcome, words),
              nameWords: nameFeatures(document, candidate, listed),
            }
          : {};
      return { paper, fold, candidate, outcome, role, row: rows[c]!, words, ...roleWords };
    });
  });
};
