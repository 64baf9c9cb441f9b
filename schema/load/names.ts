import { normalForm } from "../../src/text/normal-form.js";
import type { Kind } from "../../src/vocabulary.js";
import { type Context, query } from "../context.js";
import type { Entity } from "../entity.type.js";
import { groupBy, idsOf } from "./batches.js";
import { type EntityRow, entityOf } from "./entity-row.js";

/** The entities of these kinds that bear a name, as name, alias or acronym; those in most papers first. */
export async function loadNamed(context: Context, name: string, kinds: readonly Kind[]): Promise<readonly Entity[]> {
  const key = normalForm(name);
  if (key === "") return [];
  const found = await context.batches.load("name/resolve", kinds, { id: key }, async (keys) => {
    type Row = EntityRow & { readonly asked: string };
    const rows = await context.read<Row>(query("name/resolve", { keys: idsOf(keys), kinds }));
    const groups = groupBy(rows, ({ asked }) => asked);
    return new Map([...groups].map(([asked, group]) => [asked, group.map(entityOf)]));
  });
  return found ?? [];
}
