/** What one record may be. A record above a limit is rejected with its reason; the others go on. */
export const LIMITS = {
  /** Bytes of one line, JSON value or table row. An abstract at its limit fits, also when every character is escaped. */
  recordBytes: 8 * 1024 * 1024,
  /** Lines of one table row with quoted line breaks. Bounds how far a quote that is never closed can reach. */
  rowLines: 2_000,
  title: 2_000,
  abstract: 1_000_000,
  authors: 10_000,
  author: 1_000,
  venue: 2_000,
  url: 4_000,
  codeUrls: 1_000,
  id: 200,
  /** Of a paper that was exported. */
  mentions: 10_000,
  mentionName: 1_000,
  results: 100_000,
} as const;

/** Bytes that are looked at to recognise a format. */
export const HEAD_BYTES = 64 * 1024;
