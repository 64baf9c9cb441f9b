import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { KINDS, type Kind, ROLES, type Role } from "../../src/vocabulary.js";
import { namesFrom } from "../extract/lists/names-from.js";
import { foldName } from "../extract/name-key.js";
import { formatEntry, NameList } from "../extract/names.js";
import { surfaceOf } from "../extract/reading.js";
import { type GroupFacts, readGroups } from "../extract/rule-extractor.js";
import { fitFacts } from "./fit-facts.js";
import { type GoldEntity, type GoldPaper, readGold } from "./gold.js";

/*
 * Makes ingest/extract/rule-weights.ts, the weights of the rules. Each half of the annotated papers is read with a name
 * list that only the other half went into: a list that had seen them would seem surer than it is.
 *
 *     npm run build && node dist/ingest/train/fit-rule-weights.js --lists FOLDER --gold FOLDER --corpus abstracts.jsonl.gz
 */
const { values } = parseArgs({
  options: {
    lists: { type: "string" },
    gold: { type: "string" },
    corpus: { type: "string" },
    out: { type: "string", default: "ingest/extract/rule-weights.ts" },
  },
});
if (!values.lists || !values.gold || !values.corpus) {
  console.error("usage: fit-rule-weights --lists FOLDER --gold FOLDER --corpus FILE [--out FILE]");
  process.exit(2);
}

interface Example {
  readonly facts: string[];
  readonly kind: Kind | undefined;
  readonly role: Role | undefined;
}

/** Facts that fewer groups have say nothing sure. */
const ENOUGH = 25;

const gold = readGold([join(values.gold, "train_papers.jsonl")], [join(values.gold, "train_gold.jsonl")]);
const halves = [0, 1].map((half) => gold.filter((_, at) => at % 2 === half));
const examples: Example[] = [];
for (const [half, other] of [halves, [...halves].reverse()] as [GoldPaper[], GoldPaper[]][]) {
  const entries = await namesFrom(
    values.lists,
    other.map(({ paper, entities }) => ({ ...paper, entities })),
    values.corpus,
  );
  const names = new NameList(entries.map(formatEntry));
  for (const { paper, entities } of half)
    for (const read of readGroups(paper, names)) {
      const entity = entityOf(read, entities);
      if (!entity?.optional) examples.push({ facts: [...read.facts], kind: entity?.type, role: entity?.role });
    }
}

const counts = new Map<string, number>();
for (const { facts } of examples) for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1);
const frequent = examples.map((example) => ({
  ...example,
  facts: example.facts.filter((fact) => counts.get(fact)! >= ENOUGH),
}));
const real = frequent.filter(({ kind }) => kind !== undefined);
const exists = fitFacts(
  frequent.map(({ facts, kind }) => ({ facts, label: kind ? 1 : 0 })),
  2,
);
const kinds = fitFacts(
  real.map(({ facts, kind }) => ({ facts, label: KINDS.indexOf(kind!) })),
  KINDS.length,
);
const roles = fitFacts(
  real
    .filter(({ role }) => role)
    .map(({ facts, kind, role }) => ({ facts: [...facts, `kind ${kind}`], label: ROLES.indexOf(role!) })),
  ROLES.length,
);

const facts = [...new Set([...exists.keys(), ...roles.keys()])].filter((fact) => fact !== "start").sort();
const row = (fact: string): string => {
  const [no = 0, yes = 0] = exists.get(fact) ?? [];
  const all = [yes - no, ...(kinds.get(fact) ?? KINDS.map(() => 0)), ...(roles.get(fact) ?? ROLES.map(() => 0))];
  return `  ${JSON.stringify(fact)}: [${all.map((weight) => Math.round(weight * 10) / 10 || 0).join(", ")}],\n`;
};
writeFileSync(
  values.out,
  `/**
 * How much each fact of evidence.ts counts: for being an entity at all; for ${KINDS.join(", ")}; for ${ROLES[0]},
 * ${ROLES.slice(1).join(", ")}. Logits, rounded to a tenth. Made by ingest/train/fit-rule-weights.ts.
 */
export const WEIGHTS: Readonly<Record<string, readonly number[]>> = {
${["start", ...facts].map(row).join("")}};
`,
);
console.error(
  `${examples.length} examples, ${facts.length} facts. Format the file: npx biome check --write ${values.out}`,
);

function entityOf({ group }: GroupFacts, entities: readonly GoldEntity[]): GoldEntity | undefined {
  const keys = new Set(group.mentions.map((mention) => foldName(surfaceOf(mention))));
  return entities.find((entity) => [entity.name, ...entity.surfaces].some((surface) => keys.has(foldName(surface))));
}
