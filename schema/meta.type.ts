import { Field, Int, ObjectType } from "type-graphql";
import type { Limits as LimitValues } from "../src/limits.js";
import type { Kind } from "../src/vocabulary.js";
import { KindEnum } from "./enums.js";

@ObjectType("KindCount", { simpleResolvers: true, description: "How many entities of one kind there are." })
export class KindCount {
  @Field(() => KindEnum, { description: "The kind." })
  kind!: Kind;

  @Field(() => Int, { description: "How many entities." })
  count!: number;
}

@ObjectType("ExtractorCount", {
  simpleResolvers: true,
  description: "How many papers one version of the extractor read.",
})
export class ExtractorCount {
  @Field(() => String, { description: "The version." })
  version!: string;

  @Field(() => Int, { description: "How many papers." })
  papers!: number;
}

const about = (description: string) => ({ description });

@ObjectType("Limits", {
  simpleResolvers: true,
  description:
    "What this server refuses. Above one of these the answer is LIMIT_EXCEEDED with what was got and allowed.",
})
export class Limits implements LimitValues {
  @Field(() => Int, about("Bytes of a request's body."))
  bodyBytes!: number;

  @Field(() => Int, about("Lexical tokens of a document."))
  tokens!: number;

  @Field(() => Int, about("Levels of fields in a document, fragments followed."))
  depth!: number;

  @Field(() => Int, about("Aliased fields in a document."))
  aliases!: number;

  @Field(() => Int, about("Fields at the root of an operation."))
  rootFields!: number;

  @Field(() => Int, about("Directives in a document."))
  directives!: number;

  @Field(() => Int, about("Fields that an operation selects, every spread of a fragment counted."))
  selections!: number;

  @Field(() => Int, about("Levels of lists and objects in the variables."))
  variableDepth!: number;

  @Field(() => Int, about("Objects that an operation may make: page sizes multiply down the document."))
  cost!: number;

  @Field(() => Int, about("The page size when `first` is not given."))
  defaultPageSize!: number;

  @Field(() => Int, about("The largest `first`."))
  maxPageSize!: number;

  @Field(() => Int, about("Items in a list argument."))
  listLength!: number;

  @Field(() => Int, about("Characters of a name or a text to search for."))
  textLength!: number;

  @Field(() => Int, about("Levels of AND, OR and NOT in a `where`."))
  whereDepth!: number;

  @Field(() => Int, about("Conditions in a `where`, those of nested ones included."))
  whereConditions!: number;

  @Field(() => Int, about("Papers and entities that a text search finds; `truncated` says that there are more."))
  searchHits!: number;

  @Field(() => Int, about("Papers of an entity through which `related` still finds papers; see `leftOut`."))
  relatedPapersPerEntity!: number;

  @Field(() => Int, about("Papers that `related` reads through all entities of one paper; see `leftOut`."))
  relatedPapers!: number;

  @Field(() => Int, about("Papers of an entity that `coOccurring` reads, newest first; see `truncated`."))
  coOccurringPapers!: number;

  @Field(() => Int, about("Entities that `coOccurring` scores by LIFT or JACCARD, those in most papers together."))
  coOccurringScored!: number;

  @Field(() => Int, about("Years of a trend, the newest; see `truncated`."))
  trendYears!: number;

  @Field(() => Int, about("Entities that `similar` takes as the company of one, those that it is most with."))
  similarCompany!: number;

  @Field(() => Int, about("Papers that `similar` reads through this company, and again through what it compares."))
  similarPapers!: number;

  @Field(() => Int, about("Entities that `similar` compares, those that share most company; see `truncated`."))
  similarEntities!: number;
  @Field(() => Int, about("Entities whose names `suggest` knows, those in most papers; see `truncated`."))
  suggestEntities!: number;

  @Field(() => Int, about("Entities that `suggest` counts in a part of the corpus; see `truncated`."))
  suggestCandidates!: number;

  @Field(
    () => Int,
    about("Results on a dataset that `results` reads by one metric, or by all; of more by one, the best."),
  )
  results!: number;

  @Field(() => Int, about("Hops of a path that `paths` looks for."))
  pathHops!: number;

  @Field(() => Int, about("Papers of an entity through which `paths` still leads; see `leftOut`."))
  pathPapersPerEntity!: number;

  @Field(() => Int, about("Papers that `paths` reads in one search; see `truncatedBy`."))
  pathPapers!: number;

  @Field(() => Int, about("Tokens that `context` may be asked for."))
  contextTokens!: number;

  @Field(() => Int, about("Papers whose sentences `context` weighs; see `truncatedBy`."))
  contextPapers!: number;

  @Field(() => Int, about("Papers of an entity that `context` chooses from, newest first; see `truncatedBy`."))
  contextPapersPerEntity!: number;

  @Field(() => Int, about("Papers that `context` chooses from in all; see `truncatedBy`."))
  contextPapersRead!: number;

  @Field(() => Int, about("Words that `context` searches for where a question names no entity."))
  contextWords!: number;

  @Field(() => Int, about("Milliseconds that a request may take; then it is TIMEOUT."))
  requestMs!: number;

  @Field(() => Int, about("Requests under way at once; more are OVERLOADED until one has ended."))
  concurrentRequests!: number;
}

@ObjectType("Meta", { simpleResolvers: true, description: "What this server holds and what it allows." })
export class Meta {
  @Field(() => String, { description: "The version of papergraph." })
  version!: string;

  @Field(() => String, { description: "The engine that keeps the graph: embedded or neo4j." })
  engine!: string;

  @Field(() => String, { description: "The version of that engine." })
  engineVersion!: string;

  @Field(() => [ExtractorCount], { description: "The versions of the extractor that read the papers, by version." })
  extractors!: ExtractorCount[];

  @Field(() => Int, { description: "How many papers there are." })
  papers!: number;

  @Field(() => Int, { nullable: true, description: "The year of the oldest paper; null when none is known." })
  firstYear!: number | null;

  @Field(() => Int, { nullable: true, description: "The year of the newest paper; null when none is known." })
  lastYear!: number | null;

  @Field(() => [KindCount], { description: "How many entities of each kind there are." })
  entities!: KindCount[];

  @Field(() => Int, { description: "How many links from papers to entities there are." })
  links!: number;

  @Field(() => Limits, { description: "The limits in force." })
  limits!: Limits;
}
