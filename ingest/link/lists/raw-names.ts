import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { KINDS, type Kind } from "../../../src/vocabulary.js";

/** How far a list is to be trusted, best first: written for this purpose, curated elsewhere, mined from titles. */
export type Trust = "written" | "curated" | "mined";

/** One line of a list. */
export interface RawName {
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly string[];
  readonly trust: Trust;
  /** Too general to be an entity of a paper ("fine-tuning"). */
  readonly general: boolean;
}

const readTable = (path: string): string[][] =>
  existsSync(path)
    ? gunzipSync(readFileSync(path))
        .toString("utf8")
        .split("\n")
        .slice(1)
        .filter(Boolean)
        .map((line) => line.split("\t"))
    : [];

/** Lists of tags, tasks, metrics and bare words among the merged ones: their names alone say nothing. */
const UNUSABLE =
  /^(?:nlp_progress_models_noisy|sota_extractor_noisy|vlmevalkit_datasets|lm_eval_harness|helm_scenarios|nlp_tdms_datasets|peft_trl|labml|llama_factory|parlai_tasks|art_attacks|pyg|recbole|mteb_tasks|pytorch_optimizer)$/;
const NOT_A_NAME = /[/|"#@=<>]|^\W|^\d+$|^.$|^.{61}|\((?!\d\+)|[:;] |\b(?:for|from|with|of) (?:the|a)\b/;

/** Metrics, which lists of datasets have too. */
const METRICS =
  /^(?:BLEU|SacreBLEU|ROUGE|METEOR|CIDEr|SPICE|chrF|TER|FID|IoU|mIoU|mAP|PSNR|SSIM|LPIPS|WER|CER|AUC|AUROC|AUPRC|MRR|NDCG|MSE|RMSE|MAE|PPL|MOS|PESQ|EER|ACC|Dice)(?:[-@]?\d+)?$/i;

const usable = (name: string): boolean => name.length > 1 && !NOT_A_NAME.test(name) && !METRICS.test(name);

/** "ISEKAI dataset" is called ISEKAI. */
const withoutHead = (name: string): string => {
  const head = / (?:datasets?|data ?set|corpus|benchmark|database|models?|challenge|leaderboard)$/i.exec(name);
  const rest = name.slice(0, head?.index);
  return head && / ?\p{Lu}[^ ]*[\p{Lu}\d]|\p{L}\d/u.test(rest) && !/^\d/.test(rest) ? rest : name;
};

/** The names of a folder of lists: `_merged` (a vote over many lists) and `techniques` (decided one by one). */
export function readRawNames(folder: string): RawName[] {
  const names: RawName[] = [];
  for (const [name = "", kind, aliases = "", decision] of readTable(join(folder, "techniques.tsv.gz"))) {
    if (!isKind(kind) || !usable(name)) continue;
    const raw = { name, kind, aliases: aliases.split("|").filter(usable) };
    names.push({ ...raw, trust: "written", general: decision !== "R" });
  }
  for (const [name = "", kind, aliases = "", source = ""] of readTable(join(folder, "_merged.tsv.gz"))) {
    if (!isKind(kind) || !usable(name)) continue;
    const lists = source
      .split(" ")[0]!
      .split(",")
      .filter((list) => !UNUSABLE.test(list));
    if (lists.length === 0) continue;
    const own = [name, ...aliases.split("|").filter(usable)].map(withoutHead);
    const trust = lists.every((list) => list === "mined_titles") ? "mined" : "curated";
    names.push({ name: own[0]!, kind, aliases: own.slice(1), trust, general: false });
  }
  return names;
}

const isKind = (text: string | undefined): text is Kind => (KINDS as readonly string[]).includes(text ?? "");
