import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
} from "graphql";
import type { PaperExtras } from "../src/store/filter/paper-queries.js";

/** Whether the client selects the field at the end of `path`, below the field being resolved. */
export function selects(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) {
    nodes = nodes.flatMap(({ selectionSet }) => fieldsOf(info, selectionSet?.selections ?? [], name));
    if (nodes.length === 0) return false;
  }
  return true;
}

/** The fields of that name in a selection, those of fragments included, whatever type these are on. */
function fieldsOf(info: GraphQLResolveInfo, selections: readonly SelectionNode[], name: string): FieldNode[] {
  return selections.flatMap((selection) => {
    if (!isIncluded(info, selection)) return [];
    if (selection.kind === "Field") return selection.name.value === name ? [selection] : [];
    const fragment = selection.kind === "InlineFragment" ? selection : info.fragments[selection.name.value];
    return fragment ? fieldsOf(info, fragment.selectionSet.selections, name) : [];
  });
}

const isIncluded = (info: GraphQLResolveInfo, node: SelectionNode): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.if !== false;

const MENTIONING = ["mentions", "methods", "models", "datasets"];
const DETAILS = ["venue", "authors", "url", "doi", "arxivId", "codeUrls", "collections"];

/** What names, roles and confidences answer of a list of mentions. */
const NAMED: Selection = {
  ...{ __typename: {}, totalCount: {}, pageInfo: "ANY" },
  nodes: { __typename: {}, id: {}, kind: {}, name: {} },
  edges: { __typename: {}, cursor: {}, role: {}, confidence: {}, node: { __typename: {}, id: {}, kind: {}, name: {} } },
};

/** Fields that may be selected, with those below each. */
type Selection = { readonly [field: string]: Selection | "ANY" };

/** Whether what is selected below the fields at the end of `path` is nothing but what may be. */
function selectsOnly(info: GraphQLResolveInfo, path: readonly string[], allowed: Selection): boolean {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) {
    nodes = nodes.flatMap(({ selectionSet }) => fieldsOf(info, selectionSet?.selections ?? [], name));
  }
  return nodes.every((node) => isWithin(info, node.selectionSet?.selections ?? [], allowed));
}

function isWithin(info: GraphQLResolveInfo, selections: readonly SelectionNode[], allowed: Selection): boolean {
  return selections.every((selection) => {
    if (selection.kind !== "Field") {
      const fragment = selection.kind === "InlineFragment" ? selection : info.fragments[selection.name.value];
      return !fragment || isWithin(info, fragment.selectionSet.selections, allowed);
    }
    const below = Object.hasOwn(allowed, selection.name.value) ? allowed[selection.name.value] : undefined;
    if (below === undefined) return false;
    return below === "ANY" || isWithin(info, selection.selectionSet?.selections ?? [], below);
  });
}

/** What to fetch along with papers that the client reaches by any of these paths. */
export function paperExtras(info: GraphQLResolveInfo, ...paths: readonly (readonly string[])[]): PaperExtras {
  const selected = (...rest: string[]): boolean => paths.some((path) => selects(info, [...path, ...rest]));
  const mentioning = MENTIONING.filter((field) => selected(field));
  const isNamed = paths.every((path) => mentioning.every((field) => selectsOnly(info, [...path, field], NAMED)));
  return {
    mentions: mentioning.length === 0 ? "NONE" : isNamed ? "NAMED" : "WHOLE",
    details: DETAILS.some((field) => selected(field)),
    abstract: selected("abstract") || mentioning.some((field) => selected(field, "edges", "evidence")),
  };
}

/** The two ways from a connection to its nodes. */
export const TO_NODES = [["nodes"], ["edges", "node"]] as const;
