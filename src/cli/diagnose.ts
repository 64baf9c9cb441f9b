import { existsSync } from "node:fs";
import { type CheckOptions, type CheckReport, checkGraph, type Finding } from "../../ingest/check/check-graph.js";
import { createIngestTools } from "../../ingest/create-ingest-tools.js";
import { createExtractor, type ExtractorOptions } from "../../ingest/extract/create-extractor.js";
import { extractionVersion } from "../../ingest/extraction-version.js";
import { listSettings, readSettings, type SettingLine, type StoreSettings } from "../config.js";
import { PapergraphError } from "../errors.js";
import { openStore } from "../store/open-store.js";
import { statement } from "../store/statements.js";
import type { Store } from "../store/store.js";

interface KindCount {
  readonly kind: string;
  readonly entities: number;
  readonly links: number;
}

/** What the store holds. */
export interface StoreReport {
  readonly engine: string;
  readonly version: string;
  /** Folder or address. */
  readonly place: string;
  readonly papers: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly kinds: readonly KindCount[];
  readonly extractors: readonly { readonly version: string; readonly papers: number }[];
  /** Entities that an interrupted command left undecided. */
  readonly unsettled: number;
}

export interface Problem {
  readonly code: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

export interface Diagnosis {
  readonly settings: readonly SettingLine[];
  readonly store: StoreReport | null;
  /** What keeps papergraph from working. */
  readonly problems: readonly Problem[];
  /** What could be better. */
  readonly notes: readonly string[];
  /** The graph against a recount, where that was asked for. */
  readonly check?: CheckReport | undefined;
}

export interface DiagnoseOptions {
  /** Recounts the whole graph. */
  readonly deep?: boolean | undefined;
  /** And mends what is wrong. */
  readonly repair?: boolean | undefined;
  readonly onProgress?: CheckOptions["onProgress"];
}

const placeOf = (settings: StoreSettings): string => (settings.engine === "neo4j" ? settings.uri : settings.path);

const reportOf = async (store: Store, place: string): Promise<StoreReport> => {
  const { engine, version } = await store.info();
  const [papers] = await store.read<Pick<StoreReport, "papers" | "firstYear" | "lastYear">>(
    statement("meta/count-papers"),
  );
  const kinds = await store.read<KindCount>(statement("meta/count-entities"));
  const extractors = await store.read<{ version: string; papers: number }>(statement("meta/list-extractors"));
  const [unsettled] = await store.read<{ entities: number }>(statement("check/count-unsettled"));
  return {
    engine,
    version,
    place,
    papers: papers?.papers ?? 0,
    firstYear: papers?.firstYear ?? null,
    lastYear: papers?.lastYear ?? null,
    kinds: [...kinds].sort((a, b) => a.kind.localeCompare(b.kind, "en")),
    extractors,
    unsettled: unsettled?.entities ?? 0,
  };
};

const notesOn = (store: StoreReport, extractor: ExtractorOptions): string[] => {
  const notes: string[] = [];
  if (store.papers === 0) notes.push("The graph is empty: load papers with `papergraph ingest FILE`.");
  const current = extractionVersion(createExtractor(extractor).version);
  for (const { version, papers } of store.extractors) {
    if (version === current) continue;
    notes.push(`${papers} papers were read by ${version}, not by ${current}: run \`papergraph re-extract\`.`);
  }
  if (store.unsettled > 0) {
    const what = `${store.unsettled} entities wait to be counted and named, for a command was interrupted`;
    notes.push(`${what}: run it again, or \`papergraph doctor --repair\`.`);
  }
  return notes;
};

const noteOnUnusedPassword = (settings: readonly SettingLine[]): string[] => {
  const source = (name: string) => settings.find((line) => line.name === name)?.source;
  const unused = source("NEO4J_PASSWORD") !== "default" && source("NEO4J_URI") === "default";
  return unused ? ["NEO4J_PASSWORD is set, but NEO4J_URI is not: the embedded store is used."] : [];
};

const checked = async (
  store: Store,
  { repair, onProgress }: DiagnoseOptions,
  extractor: ExtractorOptions,
): Promise<CheckReport> => {
  if (!repair) return checkGraph(store, { onProgress });
  const tools = createIngestTools(1, extractor);
  return checkGraph(store, { repair: tools, onProgress }).finally(() => tools.extractor.close());
};

const problemOfFinding = ({ fault, count, examples }: Finding): Problem => {
  const message = `${count} x ${fault}: ${examples.join("; ")}${count > examples.length ? "; ..." : ""}.`;
  return { code: "GRAPH_WRONG", message: `${message} Mend it with \`papergraph doctor --repair\`.` };
};

const problemOf = (error: unknown): Problem =>
  error instanceof PapergraphError
    ? { code: error.code, message: error.message }
    : { code: "INTERNAL", message: error instanceof Error ? error.message : String(error) };

/**
 * Looks at everything that papergraph needs. Changes nothing, unless it is to repair: an embedded store that is not there
 * yet is not made.
 */
export const diagnose = async (options: DiagnoseOptions = {}): Promise<Diagnosis> => {
  const { deep, repair } = options;
  const settings = listSettings();
  const notes = noteOnUnusedPassword(settings);
  try {
    const { store: storeSettings, extractor } = readSettings();
    const place = placeOf(storeSettings);
    if (storeSettings.engine === "embedded" && !existsSync(place)) {
      notes.push(`There is no graph in ${place} yet: load papers with \`papergraph ingest FILE\`.`);
      return { settings, store: null, problems: [], notes };
    }
    const store = await openStore(storeSettings);
    try {
      const check = deep || repair ? await checked(store, options, extractor) : undefined;
      const report = await reportOf(store, place);
      const problems = check && !repair ? check.findings.map(problemOfFinding) : [];
      return { settings, store: report, problems, notes: [...notes, ...notesOn(report, extractor)], check };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { settings, store: null, problems: [problemOf(error)], notes };
  }
};
