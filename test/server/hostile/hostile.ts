/** One request that means harm, or that a broken client could send, and what the server must make of it. */
export interface Hostile {
  readonly path?: string;
  readonly init: RequestInit;
  /** The code of the refusal. */
  readonly code?: string;
  /** The answer, for what only looks like an attack. */
  readonly data?: unknown;
}

type Body = NonNullable<RequestInit["body"]>;

const JSON_TYPE = { "content-type": "application/json" };

/** A POST with the body as it is. */
export const body = (content: Body, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
  method: "POST",
  headers,
  body: content,
});

export const refused = (code: string, query: string, variables?: unknown): Hostile => ({
  init: body(JSON.stringify({ query, variables })),
  code,
});

export const answered = (data: unknown, query: string, variables?: unknown): Hostile => ({
  init: body(JSON.stringify({ query, variables })),
  data,
});

export const refusedBody = (code: string, content: Body, headers?: Record<string, string>): Hostile => ({
  init: body(content, headers),
  code,
});

export const times = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(" ");
