/** A node next to another, with the papers that lead from one to the other. */
export interface Step {
  readonly id: string;
  /** How many papers mention the node in the whole corpus. */
  readonly paperCount: number;
  /** How many papers are on the hop. */
  readonly papers: number;
}

/** A step back towards the end that a side began at. */
export interface Back {
  readonly id: string;
  readonly papers: number;
}

/** What a search has reached from one of its ends, level by level. */
export class Side {
  /** Every node reached, with all the steps by which a shortest way leads to it. The end itself has none. */
  readonly backs = new Map<string, Back[]>();
  depth = 0;
  /** The nodes of the last level, with their paper counts. */
  level: ReadonlyMap<string, number>;

  constructor(
    readonly end: string,
    paperCount: number,
  ) {
    this.backs.set(end, []);
    this.level = new Map([[end, paperCount]]);
  }

  /** How many papers the next level costs to read. */
  get cost(): number {
    return [...this.level.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Goes one level further: to all that the steps lead to and that was not reached before. */
  advance(steps: ReadonlyMap<string, readonly Step[]>): void {
    const next = new Map<string, number>();
    for (const [from, list] of steps) {
      for (const { id, paperCount, papers } of list) {
        const known = this.backs.get(id);
        if (!known) {
          next.set(id, paperCount);
          this.backs.set(id, [{ id: from, papers }]);
        } else if (next.has(id)) known.push({ id: from, papers });
      }
    }
    this.level = next;
    this.depth += 1;
  }
}
