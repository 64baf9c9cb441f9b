import type { Decision } from "./decision.js";

/** A decision, and when the graph took it. */
export interface Applied {
  readonly decision: Decision;
  /** ISO, in UTC. */
  readonly appliedAt: string;
}

/** Takes decisions for the graph, one after the other, and settles what they concern before it answers. */
export interface Curator {
  /** What is decided, without id and time: it is decided now. Throws DECISION_MALFORMED. */
  decide(content: Readonly<Record<string, unknown>>): Promise<Applied>;
}
