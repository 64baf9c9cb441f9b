import { createExtractor } from "./extract/create-extractor.js";
import { createPool } from "./extract/pool.js";
import type { IngestTools } from "./ingest.js";
import { lookUpName } from "./link/look-up-name.js";

/** The extractor on `jobs` cores, and the shipped name lists. `close` it, or its threads keep the process alive. */
export function createIngestTools(jobs = 1): IngestTools {
  return { extractor: createPool(jobs), version: createExtractor().version, jobs, lookUp: lookUpName };
}
