import { KINDS, type Kind } from "../../../src/vocabulary.js";
import { foldName } from "../name-key.js";
import type { ListedSurface, NameEntry } from "../names.js";
import type { Uses, UsesTable } from "./count-uses.js";
import type { RawName, Trust } from "./raw-names.js";
import { recognition } from "./recognition.js";

interface Group {
  name: string;
  kind: Kind;
  trust: Trust;
  general: boolean;
  /** Surfaces by folded name; the canonical name's own is among them. */
  readonly surfaces: Map<string, string>;
}

/** Papers of the gold that must agree before its kind is taken over a list's. */
const ENOUGH = 2;

/**
 * The entries of the name list: lines of one thing joined, kinds as the gold has them, aliases that are things of their
 * own (variants, other kinds, narrower terms) set apart, and for each surface how it is recognised. Sorted by name.
 */
export function buildEntries(raw: readonly RawName[], uses: UsesTable, tasks: ReadonlySet<string>): NameEntry[] {
  const groups = new Map<string, Group>();
  const covered = new Set<string>();
  for (const trust of ["written", "curated", "seen", "mined"] as const)
    for (const line of raw) if (line.trust === trust) addLine(line, groups, covered, uses);
  const entries: NameEntry[] = [];
  for (const group of [...groups.values()]) entries.push(...split(group, groups, uses, tasks));
  return joinSame(entries).sort((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function addLine(line: RawName, groups: Map<string, Group>, covered: Set<string>, uses: UsesTable): void {
  const key = foldName(line.name);
  const kind = kindOf(uses.get(line.name), line.kind);
  const id = `${key} ${kind}`;
  if (key === "") return;
  if (
    line.trust === "mined" &&
    ([...KINDS].some((one) => covered.has(`${key} ${one}`)) || !isMinedName(line.name, uses.get(line.name)))
  )
    return;
  // "low-rank adaptation (LoRA)" and "LoRA (low-rank adaptation)" are one.
  const mutual = line.aliases
    .map((alias) => groups.get(`${foldName(alias)} ${kindOf(uses.get(alias), line.kind)}`))
    .find((group) => group?.surfaces.has(key) && group.trust === line.trust);
  let group = groups.get(id) ?? mutual;
  if (!group && line.trust !== "written" && covered.has(id)) return;
  if (!group) {
    group = { name: line.name, kind, trust: line.trust, general: line.general, surfaces: new Map() };
    groups.set(id, group);
  }
  for (const surface of line.trust === "mined" ? [line.name] : [line.name, ...line.aliases]) {
    const form = foldName(surface);
    if (form === "") continue;
    if (!group.surfaces.has(form)) group.surfaces.set(form, surface);
    covered.add(`${form} ${kind}`);
  }
}

/** The kind that gold papers mostly give a name, where enough of them do; else the list's. */
function kindOf(uses: Uses | undefined, listed: Kind): Kind {
  const counts = KINDS.map((kind) => uses?.kinds.get(kind) ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  return total >= ENOUGH && most > total * 0.6 ? KINDS[counts.indexOf(most)]! : listed;
}

/** A name found in titles counts when it cannot be a word and others use it too. */
const isMinedName = (name: string, uses: Uses | undefined): boolean =>
  uses !== undefined &&
  uses.corpus.exact >= 3 &&
  uses.corpus.small <= uses.corpus.exact / 20 &&
  !/ /.test(name) &&
  /\p{Lu}.*\p{Lu}|\p{L}.*\p{N}/u.test(name) &&
  name.replace(/[^\p{L}]/gu, "").length >= 3;

/** The entry of a group, and one each for aliases that are things of their own. */
function split(
  group: Group,
  groups: ReadonlyMap<string, Group>,
  uses: UsesTable,
  tasks: ReadonlySet<string>,
): NameEntry[] {
  const own: ListedSurface[] = [];
  const apart: NameEntry[] = [];
  const key = foldName(group.name);
  for (const [form, surface] of group.surfaces) {
    const use = uses.get(surface);
    const mode = use ? recognition(surface, use, group.trust, group.general, tasks.has(form)) : "link";
    const kind = kindOf(use, group.kind);
    if (form !== key && groups.has(`${form} ${kind}`)) continue; // the name of a thing is no alias of another
    if (form === key || (kind === group.kind && isAlias(surface, group)))
      own.push({ surface, mode, seen: isSeen(use) });
    else if (mode !== "link") apart.push({ name: surface, kind, surfaces: [{ surface, mode, seen: isSeen(use) }] });
  }
  const worth = group.trust === "written" ? own.length > 0 : own.some(({ mode }) => mode !== "link");
  const name = group.trust === "written" ? group.name : usualWriting(group.name, uses.get(group.name));
  return worth ? [{ name, kind: group.kind, surfaces: own }, ...apart] : apart;
}

/** Gold papers that count the name outnumber those that leave it out by far. */
function isSeen(uses: Uses | undefined): boolean {
  const verdicts = Object.values(uses?.gold ?? {});
  const [required, none] = [
    verdicts.reduce((sum, one) => sum + one.required, 0),
    verdicts.reduce((sum, one) => sum + one.none, 0),
  ];
  return required > 2 * none;
}

/** How the corpus mostly writes a name with capitals: GPT-4, where a list has "GPT 4". */
function usualWriting(name: string, uses: Uses | undefined): string {
  let best = name;
  let most = Math.max(2, uses?.written.get(name) ?? 0);
  for (const [writing, times] of uses?.written ?? [])
    if (times > most && /\p{Lu}/u.test(writing) && !/s$/.test(writing) && !/[(){}"]/.test(writing))
      [best, most] = [writing, times];
  return best;
}

/**
 * Whether a surface is but another name of the thing. Not so are versions ("Mamba 2" beside "Mamba"), narrower terms
 * ("unsupervised domain adaptation"), and, of lists that are not written for this, what goes on behind the name
 * ("llama-2-7b" beside "Llama 2") or stops before its end ("SQuAD" beside "SQuAD-it").
 */
function isAlias(surface: string, group: Group): boolean {
  const [form, key] = [foldName(surface), foldName(group.name)];
  const stem = /^(.+?)v?\d+[a-z]?$/.exec(form)?.[1];
  if (stem !== undefined && group.surfaces.has(stem)) return false;
  if (/ /.test(group.name) && surface.toLowerCase().endsWith(` ${group.name.toLowerCase()}`)) return false;
  if (group.trust === "written") return true;
  const [longer, shorter] = form.length > key.length ? [form, key] : [key, form];
  return digitsOf(form) === digitsOf(key) && !longer.startsWith(shorter) && !longer.endsWith(shorter);
}

const digitsOf = (form: string): string => form.replace(/\D+/g, "-").replace(/^-|-$/g, "");

function joinSame(entries: readonly NameEntry[]): NameEntry[] {
  const joined = new Map<string, NameEntry>();
  for (const entry of entries) {
    const id = `${foldName(entry.name)} ${entry.kind}`;
    const same = joined.get(id);
    const known = new Set(same?.surfaces.map(({ surface }) => foldName(surface)));
    joined.set(
      id,
      same
        ? {
            ...same,
            surfaces: [...same.surfaces, ...entry.surfaces.filter(({ surface }) => !known.has(foldName(surface)))],
          }
        : entry,
    );
  }
  return [...joined.values()];
}
