import { keyOfForm, normalForm } from "../../src/text/normal-form.js";
import { joinSpans } from "../../src/text/spans.js";
import { type Kind, type Role, roleStrength, type Span } from "../../src/vocabulary.js";
import type { ExtractedEntity } from "../extract/extractor.js";
import { type LookUpName, resolveName } from "./resolve-name.js";
import { holds } from "./same-thing.js";

export type { ListedName, LookUpName } from "./resolve-name.js";

/** One relationship to be, of a paper to what it reads. The corpus may later move it to another entity (settle). */
export interface Link {
  /** The entity's id as this paper alone has it. */
  readonly readAs: string;
  readonly readName: string;
  readonly readKind: Kind;
  /** The short form that this paper joins to the name; empty when none. */
  readonly readAcronym: string;
  readonly role: Role;
  readonly confidence: number;
  readonly spans: readonly Span[];
}

/** The id of an entity, from the readable form of its canonical name. */
export const entityId = (form: string): string => `entity:${form}`;

/** The readable form in an entity's id. */
export const formOf = (id: string): string => id.slice("entity:".length);

/** The normal form of the name in an entity's id. */
export const keyOf = (id: string): string => keyOfForm(formOf(id));

/**
 * The links of one paper, one per entity, sorted by id. Pure: what other papers say is settled later.
 * Two extracted entities that turn out to be one (a listed alias, or an acronym that another one carries) are joined:
 * the strongest role, the highest confidence, all spans.
 */
export function linkPaper(extracted: readonly ExtractedEntity[], lookUp: LookUpName): Link[] {
  const acronyms = new Map<string, ExtractedEntity>();
  for (const entity of extracted) {
    if (!entity.acronym) continue;
    const key = normalForm(entity.acronym);
    const other = acronyms.get(key);
    if (!other || other.confidence < entity.confidence) acronyms.set(key, entity);
  }
  const links = new Map<string, Link>();
  for (const entity of extracted) {
    const owner = entity.acronym ? undefined : acronyms.get(normalForm(entity.name));
    const link = toLink(entity, owner ?? entity, lookUp);
    if (!link) continue;
    // Spellings that differ in a hyphen inside a word have two ids, but in one paper they are one.
    const key = keyOf(link.readAs);
    const same = links.get(key);
    links.set(key, same ? joined(same, link) : link);
  }
  return [...links.values()].sort((a, b) => (a.readAs < b.readAs ? -1 : 1));
}

function toLink(entity: ExtractedEntity, named: ExtractedEntity, lookUp: LookUpName): Link | undefined {
  const form = resolveName(named.name, lookUp);
  if (!form) return undefined;
  const stands = named.acronym && normalForm(named.acronym) !== keyOfForm(form) && isShortFor(named, form, lookUp);
  return {
    readAs: entityId(form),
    readName: named.name,
    readKind: named.type,
    readAcronym: stands ? (named.acronym as string) : "",
    role: entity.role,
    confidence: entity.confidence,
    spans: entity.spans,
  };
}

function joined(a: Link, b: Link): Link {
  // What a paper spells out says more of it than a bare acronym; the order of the two must not matter.
  const [best] = [a, b].sort(
    (x, y) => spelledOut(y) - spelledOut(x) || y.confidence - x.confidence || (x.readName < y.readName ? -1 : 1),
  ) as [Link, Link];
  return {
    ...best,
    readAcronym: best.readAcronym || a.readAcronym || b.readAcronym,
    role: roleStrength(a.role) <= roleStrength(b.role) ? a.role : b.role,
    confidence: Math.max(a.confidence, b.confidence),
    spans: joinSpans(a.spans, b.spans),
  };
}

const spelledOut = (link: Link): number =>
  (link.readAcronym ? 2 : 0) + (normalForm(link.readName) === keyOf(link.readAs) ? 1 : 0);

/** Whether what the extractor joins to a name can be a short form of it. */
function isShortFor({ acronym = "", name }: ExtractedEntity, form: string, lookUp: LookUpName): boolean {
  // What has the short form within it is more than that: kNN retrieval, GLM analysis. Q-learning is no short form.
  if (holds(acronym, name) || /\p{Ll}{6}/u.test(acronym)) return false;
  // Two things that the list has are two: GPT-4 Turbo and GPT-4o.
  const [short, long] = [lookUp(normalForm(acronym)), lookUp(keyOfForm(form))];
  return !short || !long || short.ambiguous || long.ambiguous || short.name === long.name || !/\d/.test(acronym);
}
