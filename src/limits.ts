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
  /** Objects that an operation may make, by its page sizes: they multiply down the document. */
  cost: 50_000,
  /** `first` or `last` of a connection when none is given. */
  defaultPageSize: 20,
  /** `first` or `last` of a connection. */
  maxPageSize: 100,
  /** Items in a list argument: ids, names. */
  listLength: 200,
  /** Milliseconds that a request may take; then its work in the store is stopped. */
  requestMs: 10_000,
} as const satisfies Record<string, number>;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };
