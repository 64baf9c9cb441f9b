import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";

/** A paper with an ambiguous acronym. */
export interface AcronymPaper {
  readonly id: string;
  readonly acronym: string;
  /** True where the paper spells the long form out, false where the reader must know. */
  readonly spelled: boolean;
  readonly longForm: string;
  readonly kind: string;
  readonly title: string;
  readonly abstract: string;
  /** What it reads besides, each `name` or `name/KIND`. */
  readonly company: readonly string[];
}

/** The papers of a half of the gold. The file says in its first line how it is written. */
export function readAcronymPapers(half: "developed" | "held-back"): AcronymPaper[] {
  const papers: AcronymPaper[] = [];
  let acronym = "";
  for (const line of readFileSync(join(packageRoot, "test", "link", `acronyms-${half}.txt`), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [longForm = "", kind = "", text = "", company = ""] = line.slice(2).split(" | ");
    if (!/^[=?] /.test(line)) acronym = line;
    else {
      const [title = "", ...abstract] = text.split(/(?<=[.?]) /);
      papers.push({
        ...{ id: `p${papers.length}`, acronym, spelled: line.startsWith("="), longForm, kind },
        ...{ title, abstract: abstract.join(" "), company: company.split(", ").filter(Boolean) },
      });
    }
  }
  return papers;
}
