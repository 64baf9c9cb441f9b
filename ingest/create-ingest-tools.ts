import { createExtractor, type ExtractorOptions } from "./extract/create-extractor.js";
import { createPool } from "./extract/pool.js";
import type { IngestTools } from "./ingest.js";
import { lookUpName } from "./link/look-up-name.js";

/** The extractor on `jobs` threads, and the shipped name lists. `close` it, or its threads keep the process alive. */
export function createIngestTools(jobs = 1, options: ExtractorOptions = {}): IngestTools {
  const local = createExtractor(options);
  return { extractor: createPool({ ...options, jobs, local }), version: local.version, lookUp: lookUpName };
}
