import type { Kind, Role } from "../vocabulary.js";

/** What a paper reads under one id. A paper reads an id once. */
export interface Reading {
  readonly role: Role;
  readonly confidence: number;
  /** Packed: see spans.ts. */
  readonly spans: readonly number[];
  readonly readAs: string;
  readonly readName: string;
  readonly readKind: Kind;
  readonly readAcronym: string;
}

/** A relationship as it is stored: it has the properties of one reading, or of several that were joined. */
export interface Joined extends Omit<Reading, "spans"> {
  readonly spans: readonly number[] | null;
  /** The readings, where there are several. */
  readonly joined?: string | null | undefined;
}

/** The readings of a relationship, each as the paper has it. */
export function readingsOf({ joined, ...own }: Joined): Reading[] {
  if (joined) return JSON.parse(joined) as Reading[];
  const { role, confidence, spans, readAs, readName, readKind, readAcronym } = own;
  return [{ role, confidence, spans: spans ?? [], readAs, readName, readKind, readAcronym }];
}

/** Readings as `joined` keeps them. */
export const packReadings = (readings: readonly Reading[]): string => JSON.stringify(readings);

/** What `joined` has of a reading under an id, as it is written there: no other reading holds it. */
export const quotedId = (readAs: string): string => `"readAs":${JSON.stringify(readAs)}`;
