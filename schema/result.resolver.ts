import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { LIMITS } from "../src/limits.js";
import { checkBounds } from "../src/store/filter/bounds.js";
import { metricOf, splitOf } from "../src/text/metric.js";
import { checkTextLength } from "./check.js";
import { AFTER, FIRST } from "./connection/page-args.js";
import type { Context } from "./context.js";
import { Dataset, Entity } from "./entity.type.js";
import { loadNamed } from "./load/names.js";
import { PaperWhere } from "./paper.input.js";
import { Paper } from "./paper.type.js";
import {
  type Better,
  BetterEnum,
  LeaderboardConnection,
  Result,
  ResultConnection,
  ResultMetricConnection,
} from "./result.type.js";
import { leaderboardOf, metricsOf, resultsOfPaper } from "./result-lists.js";

const METRIC = "Only by this metric, in any spelling: Top-1 Accuracy, top 1 acc.";
const SPLIT = "Only on this part of the dataset: test, validation (or dev, val), train, or as the source names it.";
const WHERE = "Only what papers like these report; without it, all.";

@Resolver(() => Dataset)
export class DatasetResultsResolver {
  @FieldResolver(() => LeaderboardConnection, {
    description:
      "What papers report on it, the best first: see `papergraph results`. Without `metric`, metric by metric.",
  })
  results(
    @Ctx() context: Context,
    @Root() dataset: Dataset,
    @Arg("metric", () => String, { nullable: true, description: METRIC }) metric: string | null,
    @Arg("split", () => String, { nullable: true, description: SPLIT }) split: string | null,
    @Arg("better", () => BetterEnum, {
      nullable: true,
      description: "Which values are better, where it is not as usual for the metric.",
    })
    better: Better | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: WHERE }) where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    const filter = filterOf(metric, split, where);
    return leaderboardOf(context, dataset, filter, better ?? undefined, { first, after });
  }

  @FieldResolver(() => ResultMetricConnection, {
    description: "By which metrics papers report results on it, those of most results first.",
  })
  metrics(
    @Ctx() context: Context,
    @Root() dataset: Dataset,
    @Arg("split", () => String, { nullable: true, description: SPLIT }) split: string | null,
    @Arg("where", () => PaperWhere, { nullable: true, description: WHERE }) where: PaperWhere | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    return metricsOf(context, dataset, filterOf(null, split, where), { first, after });
  }
}

@Resolver(() => Paper)
export class PaperResultsResolver {
  @FieldResolver(() => ResultConnection, {
    description: "What it reports, by dataset and metric: see `papergraph results`.",
  })
  results(
    @Ctx() context: Context,
    @Root() paper: Paper,
    @Arg("metric", () => String, { nullable: true, description: METRIC }) metric: string | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: LIMITS.defaultPageSize, description: FIRST }) first:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) after: string | null,
  ) {
    return resultsOfPaper(context, paper, filterOf(metric, null, null).metric, { first, after });
  }
}

@Resolver(() => Result)
export class ResultFieldsResolver {
  @FieldResolver(() => Dataset, {
    nullable: true,
    description: "The dataset of that name, of several the one in most papers; null where the graph has none.",
  })
  async dataset(@Ctx() context: Context, @Root() { datasetName }: Result): Promise<Entity | null> {
    return (await loadNamed(context, datasetName, ["DATASET"]))[0] ?? null;
  }

  @FieldResolver(() => Entity, {
    nullable: true,
    description:
      "The model or method of that name, also without what stands in brackets after it; of several the one in most " +
      "papers. Null where the graph has none.",
  })
  async modelEntity(@Ctx() context: Context, @Root() { model }: Result): Promise<Entity | null> {
    if (model === null) return null;
    for (const name of [model, model.replace(/\s*\([^()]*\)$/, "")]) {
      const [entity] = await loadNamed(context, name, ["MODEL", "METHOD"]);
      if (entity) return entity;
    }
    return null;
  }
}

/** A metric's name may say the split: test accuracy. */
function filterOf(metric: string | null, split: string | null, where: PaperWhere | null) {
  checkTextLength("metric", metric ?? "");
  checkTextLength("split", split ?? "");
  checkBounds(where ?? {});
  const named = metric == null ? undefined : metricOf(metric);
  const asked = split == null ? named?.split : splitOf(split);
  return { papers: where ?? {}, metric: named?.metric, split: asked === "" ? undefined : asked };
}
