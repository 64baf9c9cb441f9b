import { KINDS, ROLES } from "../../src/vocabulary.js";
import { reliabilityTable } from "./calibration-trainer.js";
import type { Evaluation } from "./cross-validate.js";
import type { Figures } from "./score.js";

/** An evaluation as lines of text: by kind and role, with its interval, and how far the confidence can be believed. */
export const reportEvaluation = ({ score, outcomes, calibrationError }: Evaluation): string => {
  const lines = [
    ...KINDS.map((kind) => row(kind, score.kinds[kind])),
    row("all kinds", score.overall),
    row("kind aside", score.untyped),
    `F1 95 % interval ${share(score.interval[0])} to ${share(score.interval[1])} over ${score.papers} papers; ` +
      `right kind in ${share(score.kindAccuracy)} of matched entities`,
    "",
    ...ROLES.flatMap((role) => (score.roles[role] ? [row(role, score.roles[role])] : [])),
    row("introduced", score.introduces),
    `right role in ${score.roleAccuracy === null ? "none known" : share(score.roleAccuracy)} of matched entities`,
    "",
    "confidence  said   right  candidates",
    ...reliabilityTable(outcomes).map(
      ({ from, to, said, right, count }) =>
        `${from.toFixed(1)} to ${to.toFixed(1)}  ${share(said)}  ${share(right)}  ${count}`,
    ),
    `expected calibration error ${share(calibrationError)}`,
  ];
  return lines.join("\n");
};

const share = (value: number): string => value.toFixed(3);

const row = (name: string, { precision, recall, f1, tp, fp, fn }: Figures): string =>
  `${name.padEnd(11)} P ${share(precision)}  R ${share(recall)}  F1 ${share(f1)}   right ${tp} wrong ${fp} missed ${fn}`;

const WHAT = { missed: "missed", wrong: "wrong", repeat: "told twice", type: "wrong kind" } as const;

/** The first mistakes, a line each: paper, what is wrong, kind, name. */
export const reportMistakes = ({ score }: Evaluation, most: number): string => {
  if (most === 0) return "";
  const shown = score.mistakes.slice(0, most).map(({ id, what, kind, right, name }) => {
    const kinds = right ? `${kind}, right ${right}` : kind;
    return `${id}  ${WHAT[what]}  ${kinds}  ${JSON.stringify(name)}`;
  });
  return `\n${shown.length} of ${score.mistakes.length} mistakes\n${shown.map((line) => `${line}\n`).join("")}`;
};
