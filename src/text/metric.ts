/** A metric by what it measures, whatever its spelling, and the split that its name says it was measured on. */
export interface Metric {
  readonly metric: string;
  readonly split: string;
}

/** Words that say on what was measured, with the name that all of them get. */
const SPLITS: Readonly<Record<string, string>> = {
  test: "test",
  testing: "test",
  dev: "validation",
  development: "validation",
  val: "validation",
  valid: "validation",
  validation: "validation",
  train: "train",
  training: "train",
};

const WORDS: Readonly<Record<string, string>> = {
  acc: "accuracy",
  avg: "average",
  ppl: "perplexity",
  params: "parameters",
  param: "parameters",
  top1: "top 1",
  top5: "top 5",
  rouge1: "rouge 1",
  rouge2: "rouge 2",
  rougel: "rouge l",
};

/** Names of one metric; the last is the one that is kept. */
const SAME: readonly (readonly string[])[] = [
  ["em", "exact match"],
  ["f1 score", "f 1", "f 1 score", "f score", "f measure", "f1"],
  ["bleu score", "bleu"],
  ["accuracy top 1", "top 1", "accuracy@1", "top 1 accuracy"],
  ["accuracy top 5", "top 5", "accuracy@5", "top 5 accuracy"],
  ["error top 1", "top 1 error rate", "top 1 error"],
  ["error top 5", "top 5 error rate", "top 5 error"],
  ["mean average precision", "map"],
  ["mean iou", "mean intersection over union", "miou"],
  ["word error rate", "wer"],
  ["character error rate", "cer"],
  ["frechet inception distance", "fid"],
  ["mean absolute error", "mae"],
  ["mean squared error", "mse"],
  ["root mean square error", "root mean squared error", "rmse"],
  ["bits per character", "bit per character", "bpc"],
  ["bits per byte", "bpb"],
  ["area under the curve", "area under curve", "auc"],
  ["number of parameters", "parameters"],
];
const ONE_NAME = new Map(SAME.flatMap((names) => names.map((name) => [name, names.at(-1) as string])));

/**
 * What a metric's name means: `% Test Accuracy`, `Accuracy (%)` and `acc` are accuracy, the first on the test split. Empty
 * when the name has no letter or digit.
 */
export function metricOf(name: string): Metric {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@+.]+|\.(?!\d)/gu, " ")
    .trim()
    .split(" ")
    .flatMap((word) => (WORDS[word] ?? word).split(" "))
    .filter((word) => word !== "");
  const { split, rest } = withoutSplit(words);
  const text = withoutAcronym(rest).join(" ");
  return { metric: ONE_NAME.get(text) ?? text, split };
}

/** The split as all sources write it. */
export function splitOf(name: string): string {
  const text = name.trim().toLowerCase();
  return SPLITS[text] ?? text;
}

function withoutSplit(words: readonly string[]): { readonly split: string; readonly rest: readonly string[] } {
  const first = SPLITS[words[0] ?? ""];
  if (first !== undefined && words.length > 1) return { split: first, rest: words.slice(1) };
  const last = SPLITS[words.at(-1) ?? ""];
  if (last !== undefined && words.length > 1) return { split: last, rest: words.slice(0, -1) };
  return { split: "", rest: words };
}

/** `word error rate wer`, which was `Word Error Rate (WER)`, without the last word. */
function withoutAcronym(words: readonly string[]): readonly string[] {
  const before = words.slice(0, -1);
  const initials = before.map((word) => word[0]).join("");
  return before.length > 1 && initials === words.at(-1) ? before : words;
}

const LOWER =
  /\b(?:errors?|err|loss|perplexity|fid|kid|wer|cer|ter|mer|eer|mae|mse|rmse|rmsle|s?mape|nll|bpc|bpb|bits (?:per )?\w+|ece|brier|lpips|ade|fde|epe|hter|distance|latency|time|runtime|parameters|g?flops|g?macs|abs rel|sq rel|mpjpe|nmse|hallucination rate|false positives?|fpr|fnr|toxicity|mean rank|median rank)\b/;
/** What holds a word of those above and is better the higher it is. */
const HIGHER = /\b(?:reduction|speedup|improvement|invariance)\b/;

/** Whether less of a metric (in the form of `metricOf`) is better: errors, losses, distances, times, sizes. */
export const isLowerBetter = (metric: string): boolean => LOWER.test(metric) && !HIGHER.test(metric);

const SHARE =
  /\b(?:accuracy|f1|precision|recall|exact match|em|ap\d*|auc|auroc|auprc|map|m?iou|dice|bleu|rouge|meteor|hits|pass|sensitivity|specificity|correlation|mcc|wer|cer|error|error rate)\b/;

/** Whether a metric is a share of one, which some write as 0.885 and others as 88.5. */
export const isShare = (metric: string): boolean =>
  SHARE.test(metric) && !/\b(?:squared?|absolute|mean error)\b/.test(metric);
