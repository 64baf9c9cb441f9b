import { join } from "node:path";
import type { Command } from "commander";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import type { ExtractorOptions } from "../../ingest/extract/create-extractor.js";
import { ingest } from "../../ingest/ingest.js";
import { importResults } from "../../ingest/results/import-results.js";
import { packageRoot } from "../package-root.js";
import { asCurl, FIRST_QUESTION } from "../server/first-question.js";
import { openStore } from "../store/open-store.js";
import { statement } from "../store/statements.js";
import type { Store } from "../store/store.js";
import { say } from "./output.js";
import { serveSettings, serveUntilInterrupted } from "./serve.js";

const SAMPLE = join(packageRoot, "ingest", "sample", "papers.jsonl");
const SAMPLE_RESULTS = join(packageRoot, "ingest", "sample", "results.json");

/** Loads the sample corpus where the graph holds no paper yet. */
const loadSampleIfEmpty = async (store: Store, extractor: ExtractorOptions): Promise<void> => {
  const [held] = await store.read<{ papers: number }>(statement("meta/count-papers"));
  if (held && held.papers > 0) {
    say(`The graph holds ${held.papers} papers; the sample corpus is not loaded.`);
    return;
  }
  say("The graph is empty: loading the sample corpus.");
  const tools = createIngestTools(1, extractor);
  const { added, links } = await ingest(store, tools, { files: [SAMPLE], collection: "sample" }).finally(() =>
    tools.extractor.close(),
  );
  const results = await importResults(store, { files: [SAMPLE_RESULTS] });
  say(`${added} papers loaded, with ${links} links to what they mention and ${results.added} results.`);
};

const greet = (url: string): void => {
  say(`\npapergraph serves on ${url}/graphql\n\nA first question:\n\n${asCurl(url, FIRST_QUESTION)}\n`);
};

/** `npm start`: the sample corpus served, to see what there is before loading papers of one's own. */
export const addStart = (program: Command): void => {
  program
    .command("start", { hidden: true })
    .description("load the sample corpus where the graph is empty, and serve")
    .option("--port <number>", "port to serve on")
    .option("--host <address>", "address to serve on")
    .action(async (options: { port?: string; host?: string }) => {
      const settings = serveSettings(options);
      const store = await openStore(settings.store);
      try {
        await loadSampleIfEmpty(store, settings.extractor);
        await serveUntilInterrupted(store, settings, greet);
      } finally {
        await store.close();
      }
    });
};
