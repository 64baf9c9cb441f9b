import type { Store } from "../../../src/store/store.js";
import { ask } from "./ask.js";

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** To select on a connection that is walked. */
export const PAGE = "nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

/** The ids of every page of a connection. The operation takes `$after`; `at` finds the connection in its answer. */
export async function walk(
  store: Store,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is the test's own.
  at: (answer: any) => Page,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const page = at(await ask(store, document, { ...variables, after }));
    const cursors = page.edges.map(({ cursor }) => cursor);
    const ends = { startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
    const { hasNextPage } = page.pageInfo;
    const said = JSON.stringify({ ...page.pageInfo });
    if (said !== JSON.stringify({ hasNextPage, hasPreviousPage: after !== null, ...ends })) {
      throw new Error(`pageInfo ${said} does not fit the edges of page ${pages.length}`);
    }
    pages.push(page.nodes.map(({ id }) => id));
    if (!hasNextPage) return pages;
    after = page.pageInfo.endCursor;
  }
}
