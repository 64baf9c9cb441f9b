import sax from "sax";
import { malformed, type Problem } from "../reader.js";

/** An XML element. Names are local: `mml:math` is `math`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const MAX_DEPTH = 100;
const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * The element that an XML text holds, or why it is none. Entities are those of XML and HTML only, never what a document
 * declares: nothing is fetched, nothing multiplies.
 */
export function parseElement(xml: string): Element | Problem {
  const root: (Element | string)[] = [];
  const lists = [root];
  let problem: Problem | undefined;
  const parser = sax.parser(true, { position: false });
  parser.onopentag = ({ name, attributes }) => {
    if (lists.length > MAX_DEPTH) problem ??= malformed(`elements more than ${MAX_DEPTH} deep`);
    if (problem) return;
    const children: (Element | string)[] = [];
    const named = Object.entries(attributes as Record<string, string>).map(([key, value]) => [localName(key), value]);
    lists.at(-1)!.push({ name: localName(name), attributes: Object.fromEntries(named), children });
    lists.push(children);
  };
  parser.onclosetag = () => void lists.pop();
  parser.ontext = (text) => void lists.at(-1)?.push(text);
  parser.oncdata = parser.ontext;
  parser.onerror = (error) => {
    problem ??= malformed(`not valid XML: ${error.message.split("\n", 1)[0]?.toLowerCase()}`);
  };
  try {
    parser.write(xml).close();
  } catch {
    // The fault was given to onerror already.
  }
  if (problem) return problem;
  const found = root.find((child) => typeof child !== "string");
  return found ?? malformed("not valid XML: no element");
}

export const elementsOf = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== "string");

/** The children with this name. */
export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element === undefined ? [] : elementsOf(element).filter((child) => child.name === name);

/** The first element on a path of names, first children first: `Article/Journal/Title`. */
export function find(element: Element, path: string): Element | undefined {
  const [name, ...rest] = path.split("/");
  for (const child of childrenOf(element, name!)) {
    const found = rest.length === 0 ? child : find(child, rest.join("/"));
    if (found) return found;
  }
  return undefined;
}

/** All elements with this name, however deep. */
export const findAll = (element: Element, name: string): Element[] =>
  elementsOf(element).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
