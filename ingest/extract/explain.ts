import type { Kind, Span } from "../../src/vocabulary.js";
import { KINDS } from "../../src/vocabulary.js";
import { spanOf } from "./document.js";
import { ENTITY_FEATURE_NAMES } from "./entity/entity-features.js";
import { forestContributions } from "./entity/trees.js";
import type { ExtractedEntity, PaperText } from "./extractor.js";
import { LABEL_COUNT as L } from "./tagger/labels.js";
import { byPlace, describe, type TrainedExtractor } from "./trained-extractor.js";

export interface ExplainedMention {
  readonly surface: string;
  readonly span: Span;
  /** What the tagger gives its tokens, on the average: the probability to lie in a name of each kind. */
  readonly marginals: Readonly<Record<Kind, number>>;
}

/** What a feature did to the score of the kind that was chosen, in logits: above 0 it spoke for it. */
export interface Contribution {
  readonly feature: string;
  readonly value: number;
  readonly weight: number;
}

export interface ExplainedEntity extends ExtractedEntity {
  readonly longForm?: string;
  readonly mentions: readonly ExplainedMention[];
  /** The strongest first. */
  readonly features: readonly Contribution[];
}

/** Why each candidate of a paper was taken or not, in the order of the text; `strongest` features of each. */
export const explain = (extractor: TrainedExtractor, paper: PaperText, strongest = 8): ExplainedEntity[] => {
  const { document, marginals, entities } = extractor.read(paper);
  const { forests } = extractor.parts.entities;
  const explained = entities.map((entity): ExplainedEntity => {
    const { candidate, kind, mentions, row } = entity;
    const weights = new Float64Array(ENTITY_FEATURE_NAMES.length);
    for (const forest of forests)
      forestContributions(forest, row, kind, weights.length).forEach((weight, f) => {
        weights[f]! += weight / forests.length;
      });
    const features = ENTITY_FEATURE_NAMES.map((feature, f) => ({
      feature,
      value: round(row[f]!),
      weight: round(weights[f]!),
    }))
      .filter(({ weight }) => weight !== 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
      .slice(0, strongest);
    return {
      ...describe(document, entity),
      ...(candidate.longForm === undefined ? {} : { longForm: candidate.longForm }),
      mentions: mentions.map(({ from, to }) => {
        const start = document.starts[from]!;
        const end = document.ends[to - 1]!;
        const mean = (k: number): number => {
          let sum = 0;
          for (let i = from; i < to; i++) sum += marginals[i * L + 1 + 2 * k]! + marginals[i * L + 2 + 2 * k]!;
          return round(sum / (to - from));
        };
        return {
          surface: document.text.slice(start, end),
          span: spanOf(document, start, end),
          marginals: Object.fromEntries(KINDS.map((name, k) => [name, mean(k)])) as Record<Kind, number>,
        };
      }),
      features,
    };
  });
  return explained.sort(byPlace);
};

const round = (value: number): number => Math.round(value * 1000) / 1000;
