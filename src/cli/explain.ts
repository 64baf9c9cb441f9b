import type { ExplainedEntity } from "../../ingest/extract/explain.js";
import type { ExplainedLink } from "../../ingest/link/explain-link.js";
import { KINDS, type Span } from "../vocabulary.js";

export interface ExplainedPaper {
  readonly id: string;
  readonly title: string;
  readonly entities: readonly (ExplainedEntity & { readonly link?: ExplainedLink | undefined })[];
}

/** Why a paper's entities were found, for a person. */
export const explanationText = ({ id, title, entities }: ExplainedPaper): string =>
  [
    `${id}  ${title}`,
    ...(entities.length > 0 ? entities.flatMap((entity) => ["", ...entityLines(entity)]) : ["", "  nothing found"]),
    "",
    "",
  ].join("\n");

const entityLines = (entity: ExplainedPaper["entities"][number]): string[] => {
  const { surfaces, type, role, confidence, acronym, longForm, mentions, features, link } = entity;
  const joined = acronym !== undefined && longForm !== undefined ? [`    acronym   ${acronym} of "${longForm}"`] : [];
  return [
    `  ${surfaces.map((surface) => JSON.stringify(surface)).join(", ")}  ${type}  ${role}  ${confidence.toFixed(3)}`,
    ...joined,
    ...mentions.map(({ surface, span, marginals }) => {
      const shares = KINDS.map((kind) => `${kind} ${marginals[kind].toFixed(2)}`).join(", ");
      return `    mention   ${placeOf(span)} ${JSON.stringify(surface)}: the tagger says ${shares}`;
    }),
    ...features.map(
      ({ feature, value, weight }) => `    decision  ${signed(weight)}  ${feature} = ${Number(value.toFixed(3))}`,
    ),
    ...linkLines(link),
  ];
};

const linkLines = (link: ExplainedLink | undefined): string[] => {
  if (!link) return ["    link      none: the name has no letter or digit"];
  const { id, listed, mayBe, variantOf } = link;
  const why = listed ? `the list has it as ${listed.kind} ${listed.name}` : "by its own name; the list has it not";
  return [
    `    link      ${id}, ${mayBe ? `one of ${mayBe.join(", ")}: the corpus decides` : why}`,
    ...(variantOf.length > 0 ? [`    variant   of ${variantOf.join(" or ")}, if that is in the graph`] : []),
  ];
};

const placeOf = ({ field, start, end }: Span): string => `${field} ${start}-${end}`;

const signed = (weight: number): string => `${weight < 0 ? "-" : "+"}${Math.abs(weight).toFixed(2)}`;
