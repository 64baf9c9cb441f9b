import { describe, expect, it } from "@jest/globals";
import { parametersOf, statement } from "../../src/store/statements.js";
import { cypher } from "../support/cypher.js";

describe("statement", () => {
  it("gives the text of its file without comments", () => {
    expect(statement("meta/sync.embedded")).toEqual({
      name: "meta/sync.embedded",
      text: "MERGE (m:Meta {id: 'sync'}) SET m.at = $at",
    });
  });

  it("gives the same statement each time", () => {
    expect(statement("meta/sync.embedded")).toBe(statement("meta/sync.embedded"));
  });

  it("throws when there is no such file", () => {
    expect(() => statement("meta/absent")).toThrow("ENOENT");
  });
});

describe("parametersOf", () => {
  it.each([
    ["RETURN 1 AS one", []],
    ["MATCH (p:Paper {id: $id}) RETURN p.id AS id LIMIT $limit", ["id", "limit"]],
    ["RETURN $a + $a AS twice, $b_2 AS b", ["a", "b_2"]],
    [`RETURN '$no' AS a, "$no" AS b, $yes AS \`$no\``, ["yes"]],
    [`RETURN 'it\\'s // $no' AS a, $yes AS b`, ["yes"]],
  ])("of %j", (text, names) => {
    expect([...parametersOf(cypher(text))]).toEqual(names);
  });
});
