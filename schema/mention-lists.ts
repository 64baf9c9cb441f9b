import type { Kind, Role } from "../src/vocabulary.js";
import { Connection } from "./connection/connection.js";
import { type PageArgs, pageRequest } from "./connection/page-args.js";
import type { Context } from "./context.js";
import type { Entity } from "./entity.type.js";
import { type LinkEdge, linkEdge } from "./link-edge.js";
import { comparePlaces, type Mention, placeOf } from "./load/mention.js";
import { loadSelected } from "./load/papers.js";
import type { Paper } from "./paper.type.js";

export interface MentionFilter {
  readonly kinds: readonly Kind[];
  readonly roles: readonly Role[];
}

/** What a paper mentions, paged here: all of it is one small list, whatever part of it is asked for. */
export function mentionsOfPaper(
  context: Context,
  paper: Paper,
  { kinds, roles }: MentionFilter,
  page: PageArgs,
): Connection<Mention, LinkEdge<Entity>> {
  const request = pageRequest(page, "mentions", "number");
  const matching = async (): Promise<Mention[]> =>
    (await loadSelected(context, paper)).filter(
      ({ entity, role }) => kinds.includes(entity.kind) && roles.includes(role),
    );
  return new Connection<Mention, LinkEdge<Entity>>({
    request,
    rows: async () =>
      (await matching()).filter((mention) => !request.after || comparePlaces(placeOf(mention), request.after) > 0),
    place: placeOf,
    edge: (mention, cursor) => linkEdge(context, paper, mention, cursor, mention.entity),
    count: async () => (await matching()).length,
  });
}
