import type { After } from "../../src/store/filter/order.js";
import { writeCursor } from "./cursor.js";
import type { PageRequest } from "./page-args.js";
import type { PageInfo } from "./page-info.type.js";

/** Where an edge stands. Written only when it is selected: to write those of 160 mentions takes as long as to resolve them. */
export type Cursor = () => string;

/** An edge of any connection. */
export interface Edge<Node> {
  readonly cursor: Cursor;
  readonly node: Node;
}

interface Page<E> {
  readonly edges: readonly E[];
  readonly hasNextPage: boolean;
}

/** How a connection gets what the client selects of it; nothing is fetched before it is selected. */
export interface ConnectionSource<Row, E extends Edge<unknown>> {
  readonly request: PageRequest;
  /** At least one row more than the page's size where there are more, so that it shows whether the list goes on. */
  rows(): Promise<readonly Row[]>;
  /** Where a row stands in the order. */
  place(row: Row): After;
  edge(row: Row, cursor: Cursor): E;
  count(): Promise<number>;
}

/** A Relay connection over rows that are fetched page by page. */
export class Connection<Row = unknown, E extends Edge<unknown> = Edge<unknown>> {
  readonly #source: ConnectionSource<Row, E>;
  #page: Promise<Page<E>> | undefined;

  constructor(source: ConnectionSource<Row, E>) {
    this.#source = source;
  }

  async edges(): Promise<readonly E[]> {
    return (await this.page()).edges;
  }

  async nodes(): Promise<readonly E["node"][]> {
    return (await this.page()).edges.map(({ node }) => node);
  }

  async pageInfo(): Promise<PageInfo> {
    const { edges, hasNextPage } = await this.page();
    return {
      hasNextPage,
      hasPreviousPage: this.#source.request.after !== undefined,
      startCursor: edges[0]?.cursor() ?? null,
      endCursor: edges.at(-1)?.cursor() ?? null,
    };
  }

  totalCount(): Promise<number> {
    return this.#source.count();
  }

  private page(): Promise<Page<E>> {
    this.#page ??= this.#fetch();
    return this.#page;
  }

  async #fetch(): Promise<Page<E>> {
    const { size, order } = this.#source.request;
    const rows = await this.#source.rows();
    const edges = rows
      .slice(0, size)
      .map((row) => this.#source.edge(row, () => writeCursor(order, this.#source.place(row))));
    return { edges, hasNextPage: rows.length > size };
  }
}
