import { describe, expect, it } from "@jest/globals";
import { readDecisionFile } from "../../ingest/curate/read-file.js";
import { parseDecision } from "../../src/curation/decision.js";
import { fileOf, jsonLines } from "../support/papers.js";

const SIGNED = { author: "Ada Berg", reason: "It is one.", at: "2026-01-05T10:00:00Z" };
const NOTHING = { op: "rejectName", name: "Nothing", ...SIGNED };

describe("a file of decisions", () => {
  it("is JSON Lines, JSON or YAML, and says the same in each", async () => {
    const decisions = [
      { op: "merge", entity: "entity:a", into: "entity:b", ...SIGNED },
      { op: "split", entity: "entity:a", names: ["B", "A"], papers: ["arxiv:1810.04805v2"], into: "C", ...SIGNED },
    ];
    const expected = decisions.map(parseDecision);
    expect(expected[1]).toMatchObject({
      names: ["A", "B"],
      papers: ["arxiv:1810.04805"],
      at: "2026-01-05T10:00:00.000Z",
    });
    const yaml = decisions
      .map((each) => Object.entries(each).map(([key, value]) => `${key}: ${JSON.stringify(value)}`))
      .map((lines) => `- ${lines.join("\n  ")}\n`)
      .join("# and\n");
    for (const text of [jsonLines(decisions), `\uFEFF\n${jsonLines(decisions)}`, JSON.stringify(decisions), yaml])
      expect(await readDecisionFile(fileOf(text))).toEqual(expected);
  });

  it("gives a decision one id, whatever the order of its fields and lists", () => {
    const { at, ...rest } = { op: "rejectMention", paper: "doi:10.5555/x", names: ["A", "B"], ...SIGNED };
    const { id } = parseDecision({ at, ...rest });
    expect(parseDecision({ ...rest, names: ["B", "A", "B"], at: "2026-01-05T11:00:00+01:00" }).id).toBe(id);
    expect(parseDecision({ ...rest, at, id }).id).toBe(id);
    expect(() => parseDecision({ ...rest, at, id, reason: "Another." })).toThrow(/Leave id out/);
  });

  it.each<[string, unknown, RegExp]>([
    ["an op that is none", { op: "join", ...SIGNED }, /^\S*:1: Not a decision: op is "join"; allowed are merge, split/],
    ["no author", { ...NOTHING, author: undefined }, /:1: Not a decision: author: /],
    ["a field too many", { ...NOTHING, names: [] }, /names/],
    ["a time without its zone", { ...NOTHING, at: "2026-01-05T10:00:00" }, /at: must be a date/],
    ["a name without letters", { ...NOTHING, name: "--" }, /name: must be a name/],
    ["the id of a paper", { op: "rename", entity: "doi:x", name: "X", ...SIGNED }, /entity: must be the id/],
    ["a split without a part", { op: "split", entity: "entity:a", into: "B", ...SIGNED }, /by names, papers or both/],
  ])("is refused whole for %s", async (_, record, message) => {
    const reading = readDecisionFile(fileOf(jsonLines([JSON.stringify(record), NOTHING]), "decisions.jsonl"));
    await expect(reading).rejects.toMatchObject({
      code: "DECISION_MALFORMED",
      message: expect.stringMatching(message),
    });
    await expect(reading).rejects.toThrow("Nothing was applied.");
  });

  it.each([
    ["nothing in it", "", /:1: the file has no decision/],
    ["JSON that is cut", '{"op": "merge"', /:1: not JSON: /],
    ["YAML that is none", "- op: rename\n- [", /:2: not YAML: /],
  ])("is refused with %s", async (_, content, message) => {
    const reading = readDecisionFile(fileOf(content, "decisions.yaml"));
    await expect(reading).rejects.toMatchObject({
      code: "DECISION_MALFORMED",
      message: expect.stringMatching(message),
    });
  });
});
