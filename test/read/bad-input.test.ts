import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { FORMATS } from "../../ingest/read/read-papers.js";
import { places, readAll, titles, useFiles } from "./reading.js";

const files = useFiles();
const record = (title: string) => `{"title":"${title}","abstract":"${"We study this. ".repeat(20)}"}`;

describe("a file that is no use as a whole", () => {
  it.each([
    ["is empty", "", "FILE_EMPTY", "empty"],
    ["has only white space", " \n\r\n\t\n", "FILE_EMPTY", "empty"],
    ["is an empty list", "[ ]", "FILE_EMPTY", "no record"],
    ["is an object around an empty list", '{"results":[]}', "FILE_EMPTY", "no record"],
    ["is a header without rows", "title,abstract\n", "FILE_EMPTY", "no record"],
    ["is empty within gzip", gzipSync(""), "FILE_EMPTY", "empty"],
    ["is binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), "FILE_BINARY", "control bytes"],
    ["has text with zero bytes", "hello\0world\0", "FILE_BINARY", "control bytes"],
    ["is a PDF", "%PDF-1.7\n1 0 obj", "FILE_BINARY", "a PDF"],
    ["is a ZIP archive", Buffer.from("PK\x03\x04 and more"), "FILE_BINARY", "ZIP"],
    ["is packed twice", gzipSync(gzipSync(record("A"))), "FILE_BINARY", "gzip twice"],
    ["is UTF-16, little end first", Buffer.from("\ufefftitle", "utf16le"), "ENCODING_INVALID", "UTF-16"],
    ["is UTF-16, big end first", Buffer.from("\ufefftitle", "utf16le").swap16(), "ENCODING_INVALID", "UTF-16"],
    ["is UTF-16 without a mark", Buffer.from("title,abstract\nA,b\n", "utf16le"), "FILE_BINARY", "control bytes"],
    ["has no paper", "hello\n\nSubscribe\n", "PAPERS_NONE", "no paper"],
    ["is EndNote", "%0 Journal Article\n%T X", "FORMAT_UNKNOWN", FORMATS.join(", ")],
    ["is HTML", "<!doctype html><title>X</title>", "FORMAT_UNKNOWN", FORMATS.join(", ")],
    ["is XML of another kind", "<?xml version='1.0'?><library><book/></library>", "FORMAT_UNKNOWN", "openalex"],
  ])("since it %s is told so, with file and line", async (_, content, code, says) => {
    const path = await files.write(content);
    const { papers, rejects, error } = await readAll(path);
    expect({ papers, rejects, code: error?.code, details: error?.details }).toEqual({
      papers: [],
      rejects: [],
      code,
      details: { file: path, line: 1 },
    });
    expect(error?.message).toContain(`${path}:1: `);
    expect(error?.message).toContain(says);
  });

  it("since it does not exist, or is a folder, is FILE_NOT_FOUND", async () => {
    const missing = join(files.folder(), "missing.jsonl");
    const folder = join(files.folder(), "folder");
    await mkdir(folder);
    expect((await readAll(missing)).error).toMatchObject({ code: "FILE_NOT_FOUND", details: { file: missing } });
    expect((await readAll(folder)).error).toMatchObject({
      code: "FILE_NOT_FOUND",
      message: `${folder}: this is a folder, not a file`,
    });
  });

  it("is read nevertheless when its format is named", async () => {
    expect(titles(await files.read('title\n"A"\n', { format: "csv" }))).toEqual(["A"]);
    expect(places(await files.read("hello\n", { format: "jsonl" }))).toEqual([[1, "RECORD_MALFORMED"]]);
  });
});

describe("a packed file", () => {
  const lines = Array.from({ length: 300 }, (_, at) => record(`Paper ${at} ${Math.sin(at)}`));
  const packed = gzipSync(lines.join("\n"));

  it("is read as if it were not packed, also in several parts", async () => {
    const parts = Buffer.concat([gzipSync(`${record("A")}\n`), gzipSync(`${record("B")}\n`)]);
    expect((await files.read(packed)).papers).toHaveLength(300);
    expect(titles(await files.read(parts))).toEqual(["A", "B"]);
  });

  it.each([0.02, 0.3, 0.5, 0.9, 0.999])(
    "cut at %d of its length gives the papers before the cut, then FILE_TRUNCATED",
    async (share) => {
      const { papers, rejects, error } = await files.read(packed.subarray(0, Math.floor(packed.length * share)));
      expect(papers.map((paper) => paper.title)).toEqual(
        lines.slice(0, papers.length).map((line) => JSON.parse(line).title),
      );
      expect(papers.length).toBeGreaterThanOrEqual(Math.floor(300 * share * 0.5) - 5);
      expect(rejects).toEqual([]);
      expect(error).toMatchObject({ code: "FILE_TRUNCATED", details: { line: Math.max(1, papers.length) } });
    },
  );

  it("with damage gives the papers before it, then FILE_TRUNCATED", async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length - 200, packed.length - 150);
    const { papers, error } = await files.read(damaged);
    expect(papers.length).toBeGreaterThan(200);
    expect(error).toMatchObject({ code: "FILE_TRUNCATED" });
  });

  it("that holds a page, cut, gives the papers that are whole", async () => {
    const page = Array.from(
      { length: 40 },
      (_, at) => `On the Matter of ${Math.cos(at)}\n\nWe study number ${Math.sin(at)}. It is our method.\n`,
    );
    const whole = gzipSync(page.join("\n"));
    const { papers, error } = await files.read(whole.subarray(0, whole.length / 2));
    expect(papers.length).toBeGreaterThan(10);
    expect(papers.every((paper) => paper.abstract.endsWith("It is our method."))).toBe(true);
    expect(error).toMatchObject({ code: "FILE_TRUNCATED" });
  });
});

describe("a record that is too much", () => {
  const MEGABYTE = Buffer.alloc(1 << 20, "y");

  /** Start, 200 MB, end; written and read in pieces. */
  async function huge(start: string, end: string): Promise<string> {
    const path = await files.write("");
    const pieces = function* () {
      yield Buffer.from(start);
      for (let at = 0; at < 200; at++) yield MEGABYTE;
      yield Buffer.from(end);
    };
    await pipeline(Readable.from(pieces()), createWriteStream(path));
    return path;
  }

  it.each([
    ["jsonl", `${record("A")}\n{"title":"`, `"}\n${record("B")}\n`, 2],
    ["json", `[${record("A")},\n{"title":"`, `"},\n${record("B")}]`, 2],
    ["csv", 'title,abstract\nA,b\n"', '",b\nB,b\n', 3],
    [
      "page",
      "On Matters\n\nWe study a method. It works.\n\nA Study of Big Things\n\n",
      "\n\nOn Many More Things\n\nWe study another method, and it works.\n",
      7,
    ],
  ] as const)("for its 200 MB is rejected without being held: %s", async (format, start, end, line) => {
    const path = await huge(start, end);
    const before = process.memoryUsage().rss;
    const outcome = await readAll(path, { format });
    expect(outcome.papers).toHaveLength(2);
    expect(places(outcome)).toEqual([[line, "RECORD_TOO_LONG"]]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  });

  it.each([
    ["title", { title: "x".repeat(2_001) }],
    ["abstract", { title: "T", abstract: "x".repeat(1_000_001) }],
    ["authors", { title: "T", authors: Array.from({ length: 10_001 }, (_, at) => `A ${at}`) }],
    ["author", { title: "T", authors: ["x".repeat(1_001)] }],
    ["venue", { title: "T", venue: "x".repeat(2_001) }],
    ["code", { title: "T", code: Array.from({ length: 1_001 }, (_, at) => `https://example.org/${at}`) }],
  ])("for its %s is rejected, saying how much is allowed", async (_, value) => {
    const { rejects } = await files.read(JSON.stringify(value), { format: "jsonl" });
    expect(rejects).toMatchObject([
      { line: 1, code: "RECORD_TOO_LONG", reason: expect.stringMatching(/allowed are \d+$/) },
    ]);
  });

  it("is accepted at the limit, also when every character is escaped", async () => {
    const abstract = "\\u00e9".repeat(1_000_000);
    const { papers } = await files.read(`{"title":"${"x".repeat(2_000)}","abstract":"${abstract}"}`);
    expect(papers.map(({ title, abstract }) => [title.length, abstract.length])).toEqual([[2_000, 1_000_000]]);
  });
});

describe("bytes and characters", () => {
  it("that are not UTF-8 reject their record, at its line, and no other", async () => {
    const lines = [record("A"), record("Caf\u00e9"), record("B")];
    const outcome = await files.read(Buffer.from(lines.join("\n"), "latin1"));
    expect([titles(outcome), places(outcome)]).toEqual([["A", "B"], [[2, "ENCODING_INVALID"]]]);
    const list = await files.read(Buffer.from(`[${lines.join(",\n")}]`, "latin1"));
    expect([titles(list), places(list)]).toEqual([["A", "B"], [[2, "ENCODING_INVALID"]]]);
  });

  it("that are zero amid a long text reject their record", async () => {
    const lines = [record("A"), `{"title":"B\0"}`, record("C")];
    const outcome = await files.read(lines.join("\n"));
    expect([titles(outcome), places(outcome)]).toEqual([["A", "C"], [[2, "RECORD_MALFORMED"]]]);
  });

  it("that are half a surrogate pair reject their record", async () => {
    const outcome = await files.read(`${record("A")}\n{"title":"B \\ud83d"}\n${record("\\ud83d\\ude00")}\n`);
    expect([titles(outcome), places(outcome)]).toEqual([["A", "\u{1f600}"], [[2, "ENCODING_INVALID"]]]);
  });

  it("that do not show are dropped, white space is folded, accents are composed", async () => {
    const { papers } = await files.read(
      `{"title":" A\\u0007\\u200b\\t Cafe\\u0301 \\n\\u00a0B\\u0085C ","abstract":"x\\u2028\\u202ey"}`,
    );
    expect(papers.map(({ title, abstract }) => ({ title, abstract }))).toEqual([
      { title: "A Caf\u00e9 B C", abstract: "x y" },
    ]);
  });

  it("of LaTeX and HTML stay in JSON of no known source, which is taken as it is", async () => {
    const { papers } = await files.read(JSON.stringify({ title: "$O(n)$ \\emph{fast} <i>sorting</i>" }));
    expect(papers[0]?.title).toBe("$O(n)$ \\emph{fast} <i>sorting</i>");
  });
});
