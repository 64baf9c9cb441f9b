import type { Params, Row } from "./store.js";

/** What the parent asks of the engine's process, and what comes back. Sent by Node's IPC with structured clone. */
export interface Job {
  readonly text: string;
  readonly params: Params;
}

export type Request =
  | { readonly kind: "open"; readonly file: string }
  | { readonly kind: "read"; readonly job: Job }
  | { readonly kind: "write"; readonly jobs: readonly Job[] }
  | { readonly kind: "define"; readonly texts: readonly string[] }
  | { readonly kind: "close" };

export type Answer = Row[] | Row[][] | string | null;

/** The engine's own words about a failure: never shown to a client, kept as the cause. */
export interface Failure {
  readonly message: string;
  /** GQLSTATUS, or `wrote` when a reading statement changed the graph. */
  readonly status: string;
}

export interface Numbered {
  readonly id: number;
  readonly request: Request;
}

export type Reply =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: Failure };
