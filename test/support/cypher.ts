import type { Statement } from "../../src/store/store.js";

/** A statement made by a test. The program's own come from cypher/. */
export const cypher = (text: string): Statement => ({ name: "test", text });
