import { createHash } from "node:crypto";
import type { Paper } from "../paper.js";

/**
 * 32 hex digits of SHA-256 over all that a paper says of itself, collections aside: equal hashes need no write.
 * Collections are left out because putting a paper into one more does not change what it mentions.
 */
export function contentHash(paper: Paper): string {
  const known = hashes.get(paper);
  if (known !== undefined) return known;
  const hash = hashOf(paper);
  hashes.set(paper, hash);
  return hash;
}

const hashes = new WeakMap<Paper, string>();

function hashOf(paper: Paper): string {
  const { id, title, abstract, year, date, venue, authors, url, doi, arxivId, codeUrls } = paper;
  const content = JSON.stringify([id, title, abstract, year, date, venue, authors, url, doi, arxivId, codeUrls]);
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}
