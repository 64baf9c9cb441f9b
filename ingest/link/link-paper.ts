import { normalForm } from "../../src/text/normal-form.js";
import { joinSpans } from "../../src/text/spans.js";
import { type Kind, type Role, roleStrength, type Span } from "../../src/vocabulary.js";
import type { ExtractedEntity } from "../extract/extractor.js";

/** What a name list knows of a normal form. */
export interface ListedName {
  /** The canonical name as it is usually written. */
  readonly name: string;
  readonly kind: Kind;
  /** True when the form is an alias of more than one entry: then only the corpus can tell. */
  readonly ambiguous: boolean;
}

export type LookUpName = (key: string) => ListedName | undefined;

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

export const entityId = (key: string): string => `entity:${key}`;

/** The key in an entity's id. */
export const keyOf = (id: string): string => id.slice("entity:".length);

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
    const key = normalForm(entity.name);
    if (!key) continue;
    const owner = entity.acronym ? undefined : acronyms.get(key);
    const link = toLink(entity, owner ?? entity, lookUp);
    if (!link) continue;
    const same = links.get(link.readAs);
    links.set(link.readAs, same ? joined(same, link) : link);
  }
  return [...links.values()].sort((a, b) => (a.readAs < b.readAs ? -1 : 1));
}

function toLink(entity: ExtractedEntity, named: ExtractedEntity, lookUp: LookUpName): Link | undefined {
  const key = normalForm(named.name);
  if (!key) return undefined;
  const listed = lookUp(key);
  const known = listed && !listed.ambiguous ? listed : undefined;
  const canonical = known ? normalForm(known.name) : key;
  const acronym = named.acronym && normalForm(named.acronym) !== canonical ? named.acronym : "";
  return {
    readAs: entityId(canonical || key),
    readName: named.name,
    readKind: named.type,
    readAcronym: acronym,
    role: entity.role,
    confidence: entity.confidence,
    spans: entity.spans,
  };
}

function joined(a: Link, b: Link): Link {
  const sure = b.confidence > a.confidence ? b : a;
  return {
    ...sure,
    readAcronym: a.readAcronym || b.readAcronym,
    role: roleStrength(a.role) <= roleStrength(b.role) ? a.role : b.role,
    spans: joinSpans(a.spans, b.spans),
  };
}
