import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { ChangesResolver } from "./changes.resolver.js";
import { CompareResolver } from "./compare.resolver.js";
import { CooccurrenceResolver } from "./cooccurrence.resolver.js";
import { CurationResolver } from "./curation.resolver.js";
import { EntityResolver } from "./entity.resolver.js";
import { Dataset, Method, Model } from "./entity.type.js";
import { EntityFieldsResolver } from "./entity-fields.resolver.js";
import { EntityFacetsResolver, PaperFacetsResolver } from "./facets.resolver.js";
import { MetaResolver } from "./meta.resolver.js";
import { NameResolver } from "./name.resolver.js";
import { NodeResolver } from "./node.resolver.js";
import { PaperResolver } from "./paper.resolver.js";
import { Paper } from "./paper.type.js";
import { PaperFieldsResolver } from "./paper-fields.resolver.js";
import { PathResolver } from "./path.resolver.js";
import { QuestionContextResolver } from "./question-context.resolver.js";
import { RelatedResolver } from "./related.resolver.js";
import { DatasetResultsResolver, PaperResultsResolver, ResultFieldsResolver } from "./result.resolver.js";
import { SearchResolver } from "./search.resolver.js";
import { SimilarResolver } from "./similar.resolver.js";
import { SuggestResolver } from "./suggest.resolver.js";
import { TrendResolver } from "./trend.resolver.js";

let schema: GraphQLSchema | undefined;

/** The executable schema; its resolvers need a `createContext(store)` per request. Built once per process. */
export function createSchema(): GraphQLSchema {
  schema ??= buildSchemaSync({
    resolvers: [
      PaperResolver,
      PaperFieldsResolver,
      RelatedResolver,
      EntityResolver,
      EntityFieldsResolver,
      NodeResolver,
      NameResolver,
      SearchResolver,
      PaperFacetsResolver,
      EntityFacetsResolver,
      CompareResolver,
      CooccurrenceResolver,
      SimilarResolver,
      TrendResolver,
      PathResolver,
      SuggestResolver,
      QuestionContextResolver,
      DatasetResultsResolver,
      PaperResultsResolver,
      ResultFieldsResolver,
      MetaResolver,
      ChangesResolver,
      CurationResolver,
    ],
    orphanedTypes: [Paper, Method, Model, Dataset],
    // Arguments are checked by the fields, with errors of the catalogue.
    validate: false,
  });
  return schema;
}
