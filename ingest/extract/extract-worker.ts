import { workerData } from "node:worker_threads";
import { createExtractor, type ExtractorOptions } from "./create-extractor.js";
import type { ExtractedEntity, PaperText } from "./extractor.js";

/** A thread of pool.ts: it loads the extractor once, when it starts. */
const extractor = createExtractor(workerData as ExtractorOptions);

/** What each of the papers mentions, in their order. */
export default (papers: readonly PaperText[]): ExtractedEntity[][] => papers.map((paper) => extractor.extract(paper));
