/** A question that the sample corpus answers: shown by `npm start`, on the landing page and in the README. */
export const FIRST_QUESTION =
  '{ model(name: "BERT") { name paperCount papers(first: 3) { edges { role node { title year } evidence { text } } } } }';

/** The question as a command to paste, for a server at `url`. */
export const asCurl = (url: string, question: string): string =>
  `curl -s ${url}/graphql -H 'content-type: application/json' \\\n  -d '${JSON.stringify({ query: question })}'`;
