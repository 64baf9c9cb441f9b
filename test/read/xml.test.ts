import { describe, expect, it } from "@jest/globals";
import { ElementCutter } from "../../ingest/read/xml/cut-elements.js";
import { places, titles, useFiles } from "./reading.js";

const files = useFiles();
const entry = (title: string) => `<entry><id>http://arxiv.org/abs/2401.00001v1</id><title>${title}</title></entry>`;
const feed = (...entries: string[]) => `<?xml version="1.0"?>\n<feed>\n${entries.join("\n")}\n</feed>\n`;

describe("XML", () => {
  it.each([
    ["with an external entity", '<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n', "&x;"],
    ["with entities of entities", '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;">]>\n', "&x;"],
  ])("%s has it rejected, not expanded", async (_, doctype, text) => {
    const outcome = await files.read(`<?xml version="1.0"?>\n${doctype}<feed>\n${entry("A")}\n${entry(text)}\n</feed>`);
    expect([titles(outcome), places(outcome)]).toEqual([["A"], [[5, "RECORD_MALFORMED"]]]);
  });

  it("nested too deep is rejected", async () => {
    const outcome = await files.read(feed(entry("<i>".repeat(200) + "x" + "</i>".repeat(200)), entry("B")));
    expect([titles(outcome), places(outcome)]).toEqual([["B"], [[3, "RECORD_MALFORMED"]]]);
  });

  it.each([
    ["is not closed", entry("B").replace("</entry>", ""), "<entry> is not closed"],
    ["is not opened", entry("B").replace("<entry>", ""), "</entry> closes"],
    ["has a tag that is not closed", entry("B").replace("</title>", ""), "not valid XML"],
    ["has a stray sign", entry("B & <"), "not valid XML"],
    ["has a comment without end", entry("B <!-- x"), ""],
  ])("whose record %s loses that record only", async (_, broken, reason) => {
    const outcome = await files.read(feed(entry("A"), broken, entry("C")));
    expect(titles(outcome)).toEqual(["A", "C"]);
    expect(outcome.rejects).toMatchObject([{ line: 4, reason: expect.stringContaining(reason) }]);
  });

  it("in comments and CDATA is text", async () => {
    const outcome = await files.read(
      feed("<!-- <entry> -->", entry("<![CDATA[A </entry> b]]>"), entry("B<!-- </entry> -->")),
    );
    expect(titles(outcome)).toEqual(["A </entry> b", "B"]);
  });

  it("that is cut gives the records before that", async () => {
    const whole = feed(entry("A"), entry("B"));
    expect(places(await files.read(whole.slice(0, whole.indexOf("B</title>"))))).toEqual([[4, "RECORD_MALFORMED"]]);
    expect((await files.read(whole.replace("</feed>", ""))).error).toMatchObject({ code: "FILE_TRUNCATED" });
  });

  it("is cut into the same records in whatever pieces it comes", () => {
    const bytes = Buffer.from(feed("<!-- x -->", entry("A"), '<volume id="1">', entry("B>b")));
    const cut = (size: number) => {
      const cutter = new ElementCutter(["entry"], ["volume"]);
      const cuts = [];
      for (let at = 0; at < bytes.length; at += size) cuts.push(...cutter.push(bytes.subarray(at, at + size)));
      return [...cuts, ...cutter.end().elements].map(({ line, bytes }) => [line, bytes.toString()]);
    };
    const whole = cut(bytes.length);
    expect(whole.map(([line]) => line)).toEqual([4, 5, 6]);
    for (const size of [1, 2, 3, 7, 50]) expect(cut(size)).toEqual(whole);
  });
});
