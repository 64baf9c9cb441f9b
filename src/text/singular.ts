/** Words that look like plurals and are none. */
const SINGULAR =
  /(?:ss|us|is|as|os|(?:dynam|phys|mathemat|statist|mechan|robot|kinet|genom|proteom|linguist|semant|analyt|econom)ics|news|bayes|gibbs|stokes|hastings|adams|series|species|lens|means|scapes|scenes|always)$/;
const IRREGULAR = new Map(
  Object.entries({
    matrices: "matrix",
    vertices: "vertex",
    vertexes: "vertex",
    indices: "index",
    simplices: "simplex",
    analyses: "analysis",
    hypotheses: "hypothesis",
    bases: "base",
    corpora: "corpus",
    automata: "automaton",
  }),
);

/**
 * The singular of a lower-case word, as far as names need it. `written` is the word as it stood: a capital S at its end
 * belongs to the name (DARTS), a small one behind a capital is a plural (LoRAs, RNNs).
 */
export function singular(word: string, written = word): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (!word.endsWith("s") || /(?<!\p{Ll})S$/u.test(written)) return word;
  if (word.length > 2 && /\p{Lu}s$/u.test(written)) return word.slice(0, -1);
  if (word.length < 4 || /\d/.test(word) || SINGULAR.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
