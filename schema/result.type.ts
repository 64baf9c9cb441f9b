import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import type { Cursor } from "./connection/connection.js";
import { CURSOR, connectionFields } from "./connection/connection.type.js";
import { Paper } from "./paper.type.js";

export const BetterEnum = { HIGHER: "HIGHER", LOWER: "LOWER" } as const;
export type Better = keyof typeof BetterEnum;
registerEnumType(BetterEnum, {
  name: "Better",
  description: "Which values of a metric are better.",
  valuesConfig: {
    HIGHER: { description: "Higher ones: accuracy, F1, BLEU." },
    LOWER: { description: "Lower ones: errors, losses, perplexity, FID, times, sizes." },
  },
});

@ObjectType("Result", {
  simpleResolvers: true,
  description: "What a paper reports on a dataset by a metric, as a table of results or a model card says.",
})
export class Result {
  @Field(() => String, { description: "The metric by one name for all its spellings: top 1 accuracy." })
  metric!: string;

  @Field(() => String, { description: "The metric as the source writes it: Top-1 Acc. (%)." })
  metricName!: string;

  @Field(() => Float, {
    description: "The value. Shares that the source gives as fractions of one are in percent, so that they compare.",
  })
  value!: number;

  @Field(() => String, { description: "The value as the source writes it: 88.5%, 0.885, 12.3 \u00b1 0.4." })
  written!: string;

  @Field(() => BetterEnum, { description: "Which values of this metric are better." })
  better!: Better;

  @Field(() => String, { nullable: true, description: "The part of the dataset it was measured on: test, validation." })
  split!: string | null;

  @Field(() => String, { nullable: true, description: "The task that the source lists it under: Question Answering." })
  task!: string | null;

  @Field(() => String, { nullable: true, description: "The model as the source names it: BERT-large (ensemble)." })
  model!: string | null;

  @Field(() => String, { description: "The dataset as the source names it: SQuAD1.1." })
  datasetName!: string;

  @Field(() => Paper, { description: "The paper that reports it." })
  paper!: Paper;

  @Field(() => String, { description: "Where it was read: papers-with-code, model-card, eval-results, rows." })
  source!: string;

  @Field(() => String, { nullable: true, description: "An address that the source gives for it." })
  url!: string | null;
}

@ObjectType("ResultEdge", { simpleResolvers: true, description: "A result and its place in the list." })
export class ResultEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => Result, { description: "The result." })
  node!: Result;
}

@ObjectType("ResultConnection", { simpleResolvers: true, description: "Results of a paper." })
export class ResultConnection extends connectionFields(
  () => ResultEdge,
  () => Result,
) {}

@ObjectType("LeaderboardConnection", {
  simpleResolvers: true,
  description: "Results on a dataset, by metric, the best first; of equal ones that of the earlier paper.",
})
export class LeaderboardConnection extends connectionFields(
  () => ResultEdge,
  () => Result,
) {
  @Field(() => Boolean, {
    description:
      `Whether results are left out: the worst beyond ${LIMITS.results} by one metric; any beyond so many where no ` +
      "metric is given.",
  })
  truncated!: boolean;
}

@ObjectType("ResultMetric", { simpleResolvers: true, description: "A metric by which results on a dataset are given." })
export class ResultMetric {
  @Field(() => String, { description: "Its name: top 1 accuracy." })
  metric!: string;

  @Field(() => Int, { description: "How many results there are by it." })
  results!: number;

  @Field(() => Int, { description: "How many papers report any." })
  papers!: number;

  @Field(() => BetterEnum, { description: "Which values are better, unless `results` is asked otherwise." })
  better!: Better;

  @Field(() => Float, { description: "The best value." })
  best!: number;
}

@ObjectType("ResultMetricEdge", { simpleResolvers: true, description: "A metric and its place in the list." })
export class ResultMetricEdge {
  @Field(() => String, { description: CURSOR })
  cursor!: Cursor;

  @Field(() => ResultMetric, { description: "The metric." })
  node!: ResultMetric;
}

@ObjectType("ResultMetricConnection", {
  simpleResolvers: true,
  description: "The metrics of results on a dataset, those of most results first.",
})
export class ResultMetricConnection extends connectionFields(
  () => ResultMetricEdge,
  () => ResultMetric,
) {}
