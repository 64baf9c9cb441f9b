import { storedWords } from "../../src/text/search-words.js";
import { unpackSpans } from "../../src/text/spans.js";

/** A paper as it is stored, as far as it is checked. */
export interface StoredPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly words: string | null;
}

export interface StoredLink {
  readonly paper: string;
  readonly entity: string;
  readonly spans: readonly number[];
}

export type PaperFault = "doubled relationship" | "span" | "words";

/** What is wrong with a paper and its relationships. */
export function paperFaultsOf(
  paper: StoredPaper,
  links: readonly StoredLink[],
): { fault: PaperFault; detail: string }[] {
  const { id, title, abstract, words } = paper;
  const faults: { fault: PaperFault; detail: string }[] = [];
  const entities = new Set<string>();
  for (const { entity, spans } of links) {
    if (entities.has(entity)) {
      faults.push({ fault: "doubled relationship", detail: `${id} has several relationships with ${entity}` });
    }
    entities.add(entity);
    const outside = unpackSpans(spans).some(
      ({ field, start, end }) => start < 0 || start >= end || end > (field === "title" ? title : abstract).length,
    );
    if (outside) faults.push({ fault: "span", detail: `${id} mentions ${entity} outside its text` });
  }
  if (words !== storedWords(title, abstract)) {
    faults.push({ fault: "words", detail: `${id} has words for text search that are not those of its text` });
  }
  return faults;
}
