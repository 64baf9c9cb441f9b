import { KINDS, type Kind, type Role } from "../../src/vocabulary.js";
import { foldName } from "../extract/name-key.js";
import type { GoldEntity } from "./gold.js";
import { seededRandom } from "./random.js";

/** What is scored of a prediction. */
export interface Prediction {
  readonly name: string;
  readonly type: Kind;
  readonly surfaces?: readonly string[];
  readonly role?: Role;
}

export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

export interface Figures extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** One mistake: `missed`, `wrong`, `repeat`, or `type` with the kind that was right. */
export interface Mistake {
  readonly id: string;
  readonly what: "missed" | "wrong" | "repeat" | "type";
  readonly kind: Kind;
  readonly right?: Kind;
  readonly name: string;
}

export interface Score {
  readonly papers: number;
  readonly overall: Figures;
  /** 95 % interval of the overall F1 by resampling papers. */
  readonly interval: readonly [number, number];
  readonly untyped: Figures;
  readonly kinds: Readonly<Record<Kind, Figures>>;
  readonly introduces: Figures;
  /** Of matched entities, how many have the right role; and the same by role of the gold. */
  readonly roleAccuracy: number | null;
  readonly roles: Readonly<Record<string, Figures>>;
  /** Of matched required entities, the share of the right kind. */
  readonly kindAccuracy: number;
  readonly mistakes: readonly Mistake[];
}

const keysOf = (entity: { name: string; surfaces?: readonly string[] }): Set<string> =>
  new Set([entity.name, ...(entity.surfaces ?? [])].map(foldName).filter((key) => key !== ""));
const overlap = (a: Set<string>, b: Set<string>): boolean => {
  for (const key of a) if (b.has(key)) return true;
  return false;
};
const isOfKind = (gold: GoldEntity, kind: Kind): boolean => gold.type === kind || gold.alt_type === kind;
const tally = (): Tally => ({ tp: 0, fp: 0, fn: 0 });

/** For each prediction the gold entity it matches: one of its own kind first; no gold entity is matched twice. */
export const matchPredictions = (
  golds: readonly GoldEntity[],
  predictions: readonly Prediction[],
): (GoldEntity | undefined)[] => {
  const keys = golds.map(keysOf);
  const taken = new Set<number>();
  const matches: (GoldEntity | undefined)[] = predictions.map(() => undefined);
  const predicted = predictions.map(keysOf);
  for (const typed of [true, false])
    predictions.forEach((prediction, p) => {
      if (matches[p]) return;
      const g = golds.findIndex(
        (gold, at) =>
          !taken.has(at) && overlap(predicted[p]!, keys[at]!) && (!typed || isOfKind(gold, prediction.type)),
      );
      if (g < 0) return;
      taken.add(g);
      matches[p] = golds[g];
    });
  return matches;
};

/** Scores predictions paper by paper: an entity counts once a paper; a second prediction of it is wrong. */
export const score = (
  gold: ReadonlyMap<string, readonly GoldEntity[]>,
  predicted: ReadonlyMap<string, readonly Prediction[]>,
): Score => {
  const byKind: Record<Kind, Tally> = { METHOD: tally(), MODEL: tally(), DATASET: tally() };
  const untyped = tally();
  const introduces = tally();
  const roles: Record<string, Tally> = {};
  const roleSum = { right: 0, total: 0 };
  const perPaper: Tally[] = [];
  const mistakes: Mistake[] = [];
  for (const [id, golds] of gold) {
    const paper = tally();
    const predictions = predicted.get(id) ?? [];
    const matches = matchPredictions(golds, predictions);
    const hits = new Set<GoldEntity>();
    predictions.forEach((prediction, p) => {
      const match = matches[p];
      if (!match) {
        const repeat = golds.find((g) => overlap(keysOf(prediction), keysOf(g)));
        if (repeat?.optional) return;
        byKind[prediction.type].fp += 1;
        untyped.fp += 1;
        paper.fp += 1;
        mistakes.push({ id, what: repeat ? "repeat" : "wrong", kind: prediction.type, name: prediction.name });
        return;
      }
      if (match.optional) return;
      untyped.tp += 1;
      if (isOfKind(match, prediction.type)) {
        byKind[match.type].tp += 1;
        paper.tp += 1;
        hits.add(match);
      } else {
        byKind[prediction.type].fp += 1;
        paper.fp += 1;
        mistakes.push({ id, what: "type", kind: prediction.type, right: match.type, name: prediction.name });
      }
      const introduced = match.role ? match.role === "INTRODUCES" : match.introduced;
      if (introduced === null || introduced === undefined || !prediction.role) return;
      const said = prediction.role === "INTRODUCES";
      if (said && introduced) introduces.tp += 1;
      else if (said) introduces.fp += 1;
      else if (introduced) introduces.fn += 1;
      if (!match.role) return;
      roleSum.total += 1;
      if (prediction.role === match.role) roleSum.right += 1;
      roles[match.role] ??= tally();
      roles[prediction.role] ??= tally();
      const right = roles[match.role]!;
      const given = roles[prediction.role]!;
      if (right === given) right.tp += 1;
      else {
        right.fn += 1;
        given.fp += 1;
      }
    });
    for (const g of golds) {
      if (g.optional) continue;
      if (!matches.includes(g)) {
        untyped.fn += 1;
        mistakes.push({ id, what: "missed", kind: g.type, name: g.name });
      }
      if (!hits.has(g)) {
        byKind[g.type].fn += 1;
        paper.fn += 1;
      }
    }
    perPaper.push(paper);
  }
  const kindFigures = Object.fromEntries(KINDS.map((kind) => [kind, figures(byKind[kind])])) as Record<Kind, Figures>;
  const typed = sum(KINDS.map((kind) => byKind[kind]));
  return {
    papers: gold.size,
    overall: figures(typed),
    interval: interval(perPaper),
    untyped: figures(untyped),
    kinds: kindFigures,
    introduces: figures(introduces),
    roleAccuracy: roleSum.total ? roleSum.right / roleSum.total : null,
    roles: Object.fromEntries(Object.entries(roles).map(([role, counts]) => [role, figures(counts)])),
    kindAccuracy: typed.tp / (untyped.tp || 1),
    mistakes,
  };
};

const sum = (tallies: readonly Tally[]): Tally => {
  const total = tally();
  for (const { tp, fp, fn } of tallies) {
    total.tp += tp;
    total.fp += fp;
    total.fn += fn;
  }
  return total;
};

export const figures = ({ tp, fp, fn }: Tally): Figures => {
  const precision = tp / (tp + fp || 1);
  const recall = tp / (tp + fn || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), tp, fp, fn };
};

const interval = (perPaper: readonly Tally[]): [number, number] => {
  const random = seededRandom(12345);
  const resampled = Float64Array.from(
    { length: 1000 },
    () => figures(sum(perPaper.map(() => perPaper[Math.floor(random() * perPaper.length)]!))).f1,
  ).sort();
  return [resampled[25]!, resampled[974]!];
};
