/**
 * Every limit of the service, in one place, so that `meta.limits` and the README can show them. Whoever refuses
 * something because of one throws LIMIT_EXCEEDED (or TIMEOUT) with what was got and what is allowed.
 */
export const LIMITS = {
  /** Bytes of a request's body. */
  bodyBytes: 262_144,
  /** Lexical tokens of a GraphQL document. */
  tokens: 2_000,
  /** Levels of fields in a document, fragments followed. */
  depth: 12,
  /** Aliased fields in a document. */
  aliases: 30,
  /** Fields at the root of an operation, fragments followed. */
  rootFields: 20,
  /** Directives in a document. */
  directives: 50,
  /** Fields that an operation selects, every spread of a fragment counted. */
  selections: 10_000,
  /** Levels of lists and objects in the variables. */
  variableDepth: 20,
  /** Objects that an operation may make, by its page sizes: they multiply down the document. */
  cost: 50_000,
  /** `first` or `last` of a connection when none is given. */
  defaultPageSize: 20,
  /** `first` or `last` of a connection. */
  maxPageSize: 100,
  /** Items in a list argument: ids, names. */
  listLength: 200,
  /** Characters of a name or a text to search for. */
  textLength: 1_000,
  /** Levels of AND, OR and NOT in a `where`. */
  whereDepth: 5,
  /** Conditions in a `where`, those of nested ones included. */
  whereConditions: 50,
  /** Papers and entities that a text search finds. */
  searchHits: 1_000,
  /** Papers of an entity through which `related` still finds papers; entities in more are left out. */
  relatedPapersPerEntity: 1_000,
  /** Papers that `related` reads through all entities of one paper; the most frequent entities are left out. */
  relatedPapers: 20_000,
  /** Papers of an entity that `coOccurring` reads; of entities in more, the newest. */
  coOccurringPapers: 20_000,
  /** Entities that `coOccurring` scores by LIFT or JACCARD; of more, those in most papers together. */
  coOccurringScored: 2_000,
  /** Years of a trend; of more, the newest. */
  trendYears: 100,
  /** Entities that `similar` takes as the company of one; of more, those that it is most with. */
  similarCompany: 200,
  /** Papers that `similar` reads through this company, and again through the entities that it compares. */
  similarPapers: 20_000,
  /** Entities that `similar` compares; of more, those that share most company for their number of papers. */
  similarEntities: 100,
  /** Entities whose names `suggest` knows: of more, those in the most papers. */
  suggestEntities: 200_000,
  /** Entities that `suggest` counts in a part of the corpus: of more, those in the most papers of the whole. */
  suggestCandidates: 2_000,
  /** Results on a dataset that `results` reads by one metric, or by all; of more by one, the best. */
  results: 10_000,
  /** Hops of a path that `paths` looks for. */
  pathHops: 6,
  /** Papers of an entity through which `paths` still leads; entities in more are left out, the ends aside. */
  pathPapersPerEntity: 1_000,
  /** Papers that `paths` reads in one search; of a level that is beyond them, the most frequent entities are left out. */
  pathPapers: 20_000,
  /** Tokens that `context` may be asked for. */
  contextTokens: 16_000,
  /** Papers whose sentences `context` weighs. */
  contextPapers: 300,
  /** Papers of an entity that `context` chooses from; of entities in more, the newest. */
  contextPapersPerEntity: 20_000,
  /** Papers that `context` chooses from in all; the most frequent entities of a question are left out. */
  contextPapersRead: 60_000,
  /** Words that `context` searches for where a question names no entity: the first ones. */
  contextWords: 16,
  /** Milliseconds that a request may take; then its work in the store is stopped. */
  requestMs: 10_000,
  /** GraphQL requests under way at once; more are refused with OVERLOADED until one has ended. */
  concurrentRequests: 64,
} as const satisfies Record<string, number>;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };
