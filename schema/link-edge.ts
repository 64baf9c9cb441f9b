import { unpackSpans } from "../src/text/spans.js";
import type { Role, Span } from "../src/vocabulary.js";
import type { Cursor } from "./connection/connection.js";
import type { Context } from "./context.js";
import { evidenceOf } from "./evidence.js";
import type { Evidence } from "./evidence.type.js";
import { loadAbstract } from "./load/papers.js";
import type { Paper } from "./paper.type.js";

interface Link {
  readonly role: Role;
  readonly confidence: number;
  readonly spans: readonly number[];
}

/** What the edges between papers and entities answer; evidence is made only when it is selected. */
export interface LinkEdge<Node> {
  readonly cursor: Cursor;
  readonly node: Node;
  readonly role: Role;
  readonly confidence: number;
  spans(): Span[];
  evidence(): Promise<Evidence[]>;
}

export function linkEdge<Node>(context: Context, paper: Paper, link: Link, cursor: Cursor, node: Node): LinkEdge<Node> {
  const spans = (): Span[] => unpackSpans(link.spans);
  return {
    ...{ cursor, node, role: link.role, confidence: link.confidence, spans },
    evidence: async () => evidenceOf(paper.title, await loadAbstract(context, paper), spans()),
  };
}
