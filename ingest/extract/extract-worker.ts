import { parentPort } from "node:worker_threads";
import { createExtractor } from "./create-extractor.js";
import type { PaperText } from "./extractor.js";

/** One worker of pool.ts: papers in, what they mention out, one batch at a time. */
const extractor = createExtractor();

parentPort?.on("message", (papers: PaperText[]) => {
  parentPort?.postMessage(papers.map((paper) => extractor.extract(paper)));
});
