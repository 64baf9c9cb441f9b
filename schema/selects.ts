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

/** What to fetch along with papers that the client reaches by any of these paths. */
export function paperExtras(info: GraphQLResolveInfo, ...paths: readonly (readonly string[])[]): PaperExtras {
  const selected = (...rest: string[]): boolean => paths.some((path) => selects(info, [...path, ...rest]));
  const mentions = MENTIONING.some((field) => selected(field));
  return {
    mentions,
    abstract: selected("abstract") || (mentions && MENTIONING.some((field) => selected(field, "edges", "evidence"))),
  };
}

/** The two ways from a connection to its nodes. */
export const TO_NODES = [["nodes"], ["edges", "node"]] as const;
