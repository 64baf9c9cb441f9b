import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { listFiles } from "../../ingest/read/read-papers.js";
import { useFiles } from "./reading.js";

const files = useFiles();

describe("the files that a command means", () => {
  it("are those of a folder and all below, sorted, hidden ones and loops of links left out", async () => {
    const folder = join(files.folder(), "library");
    await mkdir(join(folder, "b/deep"), { recursive: true });
    await mkdir(join(folder, ".git"));
    for (const name of ["z.jsonl", "a.txt", "b/c.csv", "b/deep/d.json", ".hidden", ".git/config", "B.txt"]) {
      await writeFile(join(folder, name), "x");
    }
    await symlink(folder, join(folder, "b/loop"));
    await symlink(join(folder, "z.jsonl"), join(folder, "link.jsonl"));
    await symlink(join(folder, "nowhere"), join(folder, "broken.jsonl"));
    expect(await listFiles([folder])).toEqual(
      ["B.txt", "a.txt", "b/c.csv", "b/deep/d.json", "link.jsonl", "z.jsonl"].map((name) => join(folder, name)),
    );
  });

  it("stay in the order given, each once, with - for standard input", async () => {
    const [one, two] = [await files.write("x"), await files.write("x")];
    expect(await listFiles([two, "-", one, two])).toEqual([two, "-", one]);
  });

  it("must be there", async () => {
    const missing = join(files.folder(), "missing");
    const empty = join(files.folder(), "empty");
    await mkdir(empty);
    await expect(listFiles([missing])).rejects.toMatchObject({ code: "FILE_NOT_FOUND", details: { file: missing } });
    await expect(listFiles([empty])).rejects.toMatchObject({ code: "FILE_NOT_FOUND", details: { file: empty } });
  });
});
