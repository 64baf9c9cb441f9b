import { statement } from "../src/store/statements.js";
import type { Store } from "../src/store/store.js";
import { BatchLoader } from "./batch-loader.js";
import { extractionVersion } from "./extraction-version.js";
import { emptyReport, type IngestOptions, type IngestReport, type IngestTools, teller } from "./ingest.js";
import { writeAndSettle } from "./load/write-and-settle.js";
import type { Paper } from "./paper.js";

const LIST_PAPERS = statement("reread/list-papers");

/** Papers read from the store at a time. */
const PAGE = 2000;

export interface ReExtractOptions extends Pick<IngestOptions, "batch" | "signal" | "onProgress"> {
  /** Also the papers that this very extractor has read. */
  readonly all?: boolean | undefined;
}

/**
 * Extracts anew what the papers of the graph mention, from their stored text, without their files: those that another
 * version read, or all. Each batch is one transaction that also notes the version, so it can be stopped and taken up again.
 */
export async function reExtract(store: Store, tools: IngestTools, options: ReExtractOptions): Promise<IngestReport> {
  const started = performance.now();
  const report = emptyReport();
  const tell = teller(report, options);
  await writeAndSettle(store, tools.lookUp, { onSettled: tell.settled }, async () => {
    const loader = new BatchLoader(store, tools, { ...options, reExtract: true }, report, tell.written);
    for await (const paper of storedPapers(store, options.all ? "" : extractionVersion(tools.version))) {
      await loader.add(paper);
      if (options.signal?.aborted) report.stopped = true;
      if (report.stopped) break;
    }
    await loader.end();
  });
  report.seconds = (performance.now() - started) / 1000;
  return report;
}

async function* storedPapers(store: Store, version: string): AsyncGenerator<Paper> {
  for (let after = ""; ; ) {
    const papers = await store.read<Paper>(LIST_PAPERS, { version, after, limit: PAGE });
    yield* papers;
    if (papers.length < PAGE) return;
    after = papers.at(-1)?.id ?? "";
  }
}
