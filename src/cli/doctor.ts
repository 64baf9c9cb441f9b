import type { Command } from "commander";
import type { CheckReport } from "../../ingest/check/check-graph.js";
import { version } from "../package-root.js";
import { type Diagnosis, diagnose, type StoreReport } from "./diagnose.js";
import { EXIT } from "./exit-codes.js";
import { write, writeJson } from "./output.js";
import { ProgressLine } from "./progress.js";

/** Rows with their columns aligned, two spaces in. */
const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
};

const number = (n: number): string => n.toLocaleString("en");

const storeRows = (store: StoreReport): string[][] => {
  const years = store.firstYear === null ? "" : ` (${store.firstYear} to ${store.lastYear})`;
  const entities = store.kinds.map(({ kind, entities }) => `${number(entities)} ${kind.toLowerCase()}`).join(", ");
  const links = store.kinds.reduce((sum, kind) => sum + kind.links, 0);
  return [
    ["engine", `${store.engine} ${store.version}`],
    ["place", store.place],
    ["papers", `${number(store.papers)}${years}`],
    ["entities", entities || "0"],
    ["links", number(links)],
    ...store.extractors.map(({ version, papers }) => ["extractor", `${version} (${number(papers)} papers)`]),
  ];
};

const checkLines = ({ papers, links, results, entities, findings }: CheckReport, isRepaired: boolean): string[] => [
  `checked: ${number(papers)} papers, ${number(links)} links and ${number(entities)} entities against a recount` +
    (results > 0 ? `, and ${number(results)} results` : ""),
  ...(isRepaired ? findings.map(({ fault, count, examples }) => `mended: ${count} x ${fault}: ${examples[0]}`) : []),
];

const render = ({ settings, store, problems, notes, check }: Diagnosis, isRepaired: boolean): string =>
  [
    `papergraph ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    "",
    "Settings",
    ...table(settings.map(({ name, value, source, about }) => [name, value || "-", source, about])),
    "",
    "Store",
    ...(store ? table(storeRows(store)) : ["  not open"]),
    "",
    ...(check ? checkLines(check, isRepaired) : []),
    ...notes.map((note) => `note: ${note}`),
    ...problems.map(({ code, message }) => `wrong: ${code}: ${message}`),
    ...(problems.length === 0 ? ["Nothing is wrong."] : []),
    "",
  ].join("\n");

/** `papergraph doctor` */
export const addDoctor = (program: Command): void => {
  program
    .command("doctor")
    .description("show settings, store, versions and counts, what is wrong and how to mend it")
    .option("--deep", "also compare the graph with a recount of all that it keeps")
    .option("--repair", "as --deep, and mend what is wrong")
    .option("--json", "as JSON")
    .action(async ({ json, deep, repair }: { json?: boolean; deep?: boolean; repair?: boolean }) => {
      const progress = new ProgressLine();
      const onProgress = (unit: string, done: number) =>
        progress.update({ phase: `checking ${unit}`, done, unit, rejected: 0 });
      const diagnosis = await diagnose({ deep, repair, onProgress });
      progress.end();
      if (json) await writeJson({ version, node: process.versions.node, ...diagnosis });
      else await write(render(diagnosis, repair ?? false));
      if (diagnosis.problems.length > 0) process.exitCode = EXIT.failed;
    });
};
