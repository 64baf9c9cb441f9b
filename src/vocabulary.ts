/** The closed vocabularies of the graph. Every layer uses these, so they live below all of them. */

/** What an entity is. `kind` on an entity repeats its label (Method, Model, Dataset). */
export const KINDS = ["METHOD", "MODEL", "DATASET"] as const;
export type Kind = (typeof KINDS)[number];

/** What a paper does with an entity, strongest first. One relationship per paper and entity carries the strongest role. */
export const ROLES = ["INTRODUCES", "EVALUATES", "USES", "COMPARES", "MENTIONS"] as const;
export type Role = (typeof ROLES)[number];

/** A place in a paper's stored text: UTF-16 code units, end exclusive. */
export interface Span {
  readonly field: "title" | "abstract";
  readonly start: number;
  readonly end: number;
}

/** 0 for the strongest role. */
export const roleStrength = (role: Role): number => ROLES.indexOf(role);
