import type { After } from "../../src/store/filter/order.js";
import { type Kind, type Role, roleStrength } from "../../src/vocabulary.js";
import type { Entity } from "../entity.type.js";
import { type EntityRow, entityOf } from "./entity-row.js";

/** What a paper says of an entity. */
export interface Mention {
  readonly entity: Entity;
  readonly role: Role;
  readonly confidence: number;
  /** Packed, as the graph stores them. */
  readonly spans: readonly number[];
}

export interface MentionRow extends EntityRow {
  readonly role: Role;
  readonly confidence: number;
  readonly spans: readonly number[];
}

/** A mention as it comes along with its paper; what is behind the name only where the whole was asked for. */
export type MentionItem = readonly [
  role: Role,
  confidence: number,
  id: string,
  kind: Kind,
  name: string,
  spans?: readonly number[],
  aliases?: readonly string[] | null,
  paperCount?: number | null,
  firstYear?: number | null,
];

/** The mentions of one paper, in the order in which they are shown: strongest role, then surest, then id. */
export const mentionsOf = (rows: readonly MentionRow[]): Mention[] =>
  rows
    .map((row) => ({ entity: entityOf(row), role: row.role, confidence: row.confidence, spans: row.spans }))
    .sort(compareMentions);

/** The same of mentions that came along with their paper. */
export const itemsOf = (items: readonly MentionItem[]): Mention[] =>
  items
    .map(([role, confidence, id, kind, name, spans = [], aliases = [], paperCount = 0, firstYear = null]) => ({
      ...{ role, confidence, spans },
      entity: entityOf({ id, kind, name, aliases, paperCount, firstYear }),
    }))
    .sort(compareMentions);

/** Where a mention stands in that order: the role's rank, less a confidence of at most 1, and the entity's id. */
export const placeOf = ({ role, confidence, entity }: Mention): { key: number; id: string } => ({
  key: (roleStrength(role) + 1) * 2 - confidence,
  id: entity.id,
});

const compareMentions = (a: Mention, b: Mention): number => comparePlaces(placeOf(a), placeOf(b));

export const comparePlaces = (a: After, b: After): number =>
  a.key === b.key ? compareText(a.id, b.id) : a.key < b.key ? -1 : 1;

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
