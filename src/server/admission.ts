import { createHash, timingSafeEqual } from "node:crypto";
import type { Curator } from "../curation/curator.js";
import { PapergraphError } from "../errors.js";

/** Who may change the graph: whoever gives this token. */
export interface Administration {
  readonly token: string;
  readonly curator: Curator;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * The curator for a request that carries `Authorization: Bearer TOKEN` with the admin token; else throws ADMIN_ONLY. The
 * comparison takes equally long whatever is given.
 */
export function admit(administration: Administration | undefined, authorization: string | undefined): Curator {
  if (!administration) {
    const message =
      "This server takes no mutations. Set PAPERGRAPH_ADMIN_TOKEN where it starts, or use `papergraph curate`.";
    throw new PapergraphError("ADMIN_ONLY", message);
  }
  const [, given] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
  const isAdmin = timingSafeEqual(digest(given ?? ""), digest(administration.token));
  if (given !== undefined && isAdmin) return administration.curator;
  const got = given === undefined ? "none was given" : "another one was given";
  const message = `Mutations need the admin token in the header "Authorization: Bearer TOKEN"; ${got}.`;
  throw new PapergraphError("ADMIN_ONLY", message);
}
