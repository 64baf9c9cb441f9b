import { describe, expect, it } from "@jest/globals";
import { useFiles } from "./reading.js";

const files = useFiles();

describe("a title of a JSON record", () => {
  it.each([
    [{ id: "arxiv:2401.00123" }, "\\textsc{Lantern}: \\emph{Sparse} Routing", "Lantern: Sparse Routing"],
    [{ id: "acl:2024.routes-1.1" }, "\\textbf{Lantern} for All", "Lantern for All"],
    [{ url: "https://arxiv.org/abs/2401.00123" }, "The \\text{Lantern} Router", "The Lantern Router"],
    [{ id: "arxiv:2401.00123" }, "$\\texttt{Lantern}$: Routing", "$\\texttt{Lantern}$: Routing"],
    [{ id: "my-17" }, "The command \\textsc{x} in LaTeX", "The command \\textsc{x} in LaTeX"],
    [{ id: "arxiv:2401.00123" }, "Paths like C:\\text and \\d+ stay", "Paths like C:\\text and \\d+ stay"],
  ])("%j: %s is read as %s", async (fields, title, read) => {
    const { papers } = await files.read(JSON.stringify({ ...fields, title, abstract: "We route." }));
    expect(papers.map((paper) => paper.title)).toEqual([read]);
  });
});
