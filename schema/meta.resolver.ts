import { Ctx, Query, Resolver } from "type-graphql";
import { version } from "../src/package-root.js";
import { KINDS, type Kind } from "../src/vocabulary.js";
import { type Context, query } from "./context.js";
import { Meta } from "./meta.type.js";
import { once } from "./once.js";

interface PaperCounts {
  readonly papers: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

interface EntityCounts {
  readonly kind: Kind;
  readonly entities: number;
  readonly links: number;
}

@Resolver(() => Meta)
export class MetaResolver {
  @Query(() => Meta, { description: "What this server holds and what it allows." })
  meta(@Ctx() context: Context) {
    const info = once(() => context.store.info());
    const papers = once(async () => (await context.read<PaperCounts>(query("meta/count-papers")))[0]);
    const entities = once(() => context.read<EntityCounts>(query("meta/count-entities")));
    return {
      version,
      engine: context.store.engine,
      engineVersion: async () => (await info()).version,
      extractors: () => context.read(query("meta/list-extractors")),
      papers: async () => (await papers())?.papers ?? 0,
      firstYear: async () => (await papers())?.firstYear ?? null,
      lastYear: async () => (await papers())?.lastYear ?? null,
      entities: async () => {
        const counts = await entities();
        return KINDS.map((kind) => ({ kind, count: counts.find((row) => row.kind === kind)?.entities ?? 0 }));
      },
      links: async () => (await entities()).reduce((sum, { links }) => sum + links, 0),
      limits: context.limits,
    };
  }
}
