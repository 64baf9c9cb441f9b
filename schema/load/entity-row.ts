import type { Kind } from "../../src/vocabulary.js";
import type { Entity } from "../entity.type.js";

/** The columns by which statements give an entity. */
export interface EntityRow {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly paperCount: number | null;
  readonly firstYear: number | null;
}

export const entityOf = ({ id, kind, name, aliases, paperCount, firstYear }: EntityRow): Entity => ({
  id,
  kind,
  name,
  aliases: [...(aliases ?? [])],
  paperCount: paperCount ?? 0,
  firstYear,
});
