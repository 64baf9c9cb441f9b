import { answered, type Hostile, refused } from "./hostile.js";

const INPUT = "BAD_USER_INPUT";
const LIMIT = "LIMIT_EXCEEDED";

const PAPER = "query Q($id: ID!) { paper(id: $id) { id } }";
const METHOD = "query Q($name: String) { method(name: $name) { id } }";
const SEARCH = "query Q($text: String!) { search(text: $text) { papers { id } } }";
const NAMES = "query Q($names: [String!]!) { resolveNames(names: $names) { name } }";
const WHERE = "query Q($w: PaperWhere) { papers(where: $w) { totalCount } }";

const nowhere = { paper: null };
const nothing = { method: null };
const unfound = { search: { papers: [] } };

const nested = (levels: number): unknown => (levels === 0 ? {} : { NOT: nested(levels - 1) });

/** Values that mean something to a database, a search engine, a file system or a program. */
export const VALUES: Readonly<Record<string, Hostile>> = {
  // Injection in ids and names: each is a name that nothing has
  "Cypher in an id": answered(nowhere, PAPER, { id: "x'}) DETACH DELETE p //" }),
  "Cypher with quotes of the other kind": answered(nowhere, PAPER, { id: 'x"}) MATCH (n) DETACH DELETE n //' }),
  "Cypher in a name": answered(nothing, METHOD, { name: "Robby' WITH true AS ignored MATCH (s) DETACH DELETE s; //" }),
  "a parameter's name as a name": answered(nothing, METHOD, { name: "$names" }),
  backticks: answered(nothing, METHOD, { name: "`) DETACH DELETE (n) `" }),
  "a call in a name": answered(nothing, METHOD, { name: "') CALL dbms.shutdown() //" }),
  "a file to load": answered(nothing, METHOD, { name: "x' LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l //" }),
  "an escaped quote": answered(nowhere, PAPER, { id: "\\u0027 OR 1=1" }),
  "a path": answered(nowhere, PAPER, { id: "../../etc/passwd" }),
  "a template": answered(nowhere, PAPER, { id: "#{1} {{7*7}} <%= 1 %>" }),
  "the name of a prototype": answered(nowhere, PAPER, { id: "__proto__" }),
  "the name of a constructor": answered(nothing, METHOD, { name: "constructor" }),
  "Cypher in a venue": answered({ papers: { totalCount: 0 } }, WHERE, { w: { venues: ["x' OR true //"] } }),
  "Cypher in a collection": answered({ papers: { totalCount: 0 } }, WHERE, { w: { collections: ["'] OR true //"] } }),
  // Injection in texts to search for: words, and no query language
  "a query of Lucene": answered(unfound, SEARCH, { text: "words:* OR id:[* TO *]" }),
  "unbalanced brackets of Lucene": answered(unfound, SEARCH, { text: '((( "unclosed ~ ^ AND NOT' }),
  "regular expressions that take long": answered(unfound, SEARCH, { text: "/(a+)+$/ (x+x+)+y" }),
  "only signs": answered(unfound, SEARCH, { text: '+-&|!(){}[]^"~*?:\\/' }),
  "only spaces": answered(unfound, SEARCH, { text: " \t\n " }),
  "control characters in a search": answered(unfound, SEARCH, { text: "\u0000\u0001\u001b[2J zzz\u007f" }),
  "half a character": answered(unfound, SEARCH, { text: "zzz\ud800" }),
  "300 marks on one letter": answered(unfound, SEARCH, { text: `z${"\u0301".repeat(300)}zz` }),
  // Control characters in names
  "a null character in an id": answered(nowhere, PAPER, { id: "hash:1\u0000" }),
  "a line break in an id": answered(nowhere, PAPER, { id: "hash:1\r\nx: y" }),
  "half a character in a name": answered(nothing, METHOD, { name: "\udc00" }),
  // Sizes
  "a name of 1,001 characters": refused(LIMIT, METHOD, { name: "x".repeat(1_001) }),
  "a text of 100 KB": refused(LIMIT, SEARCH, { text: "x ".repeat(50_000) }),
  "201 names": refused(LIMIT, NAMES, { names: Array(201).fill("x") }),
  "one name of 1,001 among others": refused(LIMIT, NAMES, { names: ["x", "y".repeat(1_001)] }),
  "variables 500 levels deep": refused(LIMIT, WHERE, { w: nested(500) }),
  "10,000 variables that nothing declares": answered(nowhere, PAPER, {
    id: "hash:none",
    ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`v${i}`, i])),
  }),
  // Types and shapes
  "a number for a list": refused(INPUT, NAMES, { names: 1 }),
  "an object for an id": refused(INPUT, PAPER, { id: { $ne: null } }),
  "a list for an id": refused(INPUT, PAPER, { id: ["hash:1"] }),
  "a truth value for an id": refused(INPUT, PAPER, { id: true }),
  "null for an id": refused(INPUT, PAPER, { id: null }),
  "no id": refused(INPUT, PAPER, {}),
  "a fraction for a page": refused(INPUT, "query Q($n: Int) { papers(first: $n) { totalCount } }", { n: 1.5 }),
  "a text for a page": refused(INPUT, "query Q($n: Int) { papers(first: $n) { totalCount } }", { n: "10" }),
  "a page beyond 32 bits in a variable": refused(INPUT, "query Q($n: Int) { papers(first: $n) { totalCount } }", {
    n: 1e12,
  }),
  "an unknown key in a where": refused(INPUT, WHERE, { w: { $where: "sleep(1000)" } }),
  "a list for a where": refused(INPUT, WHERE, { w: [] }),
  "an unknown kind": refused(INPUT, WHERE, { w: { kinds: ["SECRET"] } }),
  "null in a list": refused(INPUT, NAMES, { names: ["x", null] }),
  "variables that are a list": refused("BAD_REQUEST", PAPER, []),
  "variables that are a text": refused("BAD_REQUEST", PAPER, "id"),
};
