import { describe, expect, it } from "@jest/globals";
import { arxivIdOf, arxivMonth } from "../../ingest/arxiv-id.js";
import { doiOf } from "../../ingest/doi.js";
import { identify } from "../../ingest/identify.js";
import type { Paper } from "../../ingest/paper.js";
import { dateFrom } from "../../ingest/paper-date.js";
import { splitAuthors } from "../../ingest/read/authors.js";
import type { RawRecord } from "../../ingest/read/reader.js";

const paperOf = (raw: RawRecord): Paper => {
  const paper = identify({ title: "A Title", ...raw });
  if ("code" in paper) throw new Error(paper.reason);
  return paper;
};
const idOf = (raw: RawRecord): string => paperOf(raw).id;

describe("the id of a paper", () => {
  it.each([
    [{ id: "2303.08774" }, "arxiv:2303.08774"],
    [{ id: "arXiv:2303.08774v3" }, "arxiv:2303.08774"],
    [{ id: "0704.0001" }, "arxiv:0704.0001"],
    [{ id: "hep-th/9901001v2" }, "arxiv:hep-th/9901001"],
    [{ arxivId: "math.AG/0306266" }, "arxiv:math/0306266"],
    [{ url: "https://arxiv.org/abs/2303.08774v1" }, "arxiv:2303.08774"],
    [{ url: "http://arxiv.org/pdf/2303.08774.pdf" }, "arxiv:2303.08774"],
    [{ url: "https://huggingface.co/papers/2303.08774" }, "arxiv:2303.08774"],
    [{ doi: "10.48550/arXiv.2303.08774" }, "arxiv:2303.08774"],
    [{ url: "https://doi.org/10.48550/arXiv.2303.08774" }, "arxiv:2303.08774"],
    [{ arxivId: "2303.08774", doi: "10.1000/x" }, "arxiv:2303.08774"],
    [{ doi: "10.18653/v1/P19-1007" }, "doi:10.18653/v1/p19-1007"],
    [{ doi: "https://doi.org/10.18653/v1/P19-1007" }, "doi:10.18653/v1/p19-1007"],
    [{ id: "DOI: 10.1000/ABC.", url: "https://example.org" }, "doi:10.1000/abc"],
    [{ id: "train-001", doi: "10.1000/abc" }, "doi:10.1000/abc"],
    [{ id: "train-001" }, "train-001"],
    [{ id: "pl:www2025:NAKKtyXE4R" }, "pl:www2025:NAKKtyXE4R"],
    [{ id: "https://openreview.net/forum?id=abc" }, "https://openreview.net/forum?id=abc"],
    [{ id: "hash:0123456789abcdef" }, "hash:0123456789abcdef"],
    [{ id: "m\u00fcller2020" }, "m\u00fcller2020"],
  ] as const)("of %j is %s", (raw, id) => {
    expect(idOf(raw)).toBe(id);
  });

  it.each([
    [{ id: "17" }],
    [{ id: "has spaces" }],
    [{ id: "arxiv:nonsense" }],
    [{ id: "entity:in-context-learning" }],
    [{ id: "hash:short" }],
    [{ id: "doi:10.x" }],
    [{ id: "x".repeat(201) }],
    [{ arxivId: "2313.00001" }],
    [{ doi: "none" }],
    [{}],
  ])("of %j is a hash, since that is no id to rely on", (raw) => {
    expect(idOf(raw)).toBe(idOf({}));
    expect(idOf(raw)).toMatch(/^hash:[0-9a-f]{16}$/);
  });

  it("by hash is of letters and digits of the title, and of the year", () => {
    const one = idOf({ title: "Attention, Please!", year: 2020 });
    expect(idOf({ title: "  attention -- please ", date: "2020-03-01" })).toBe(one);
    expect(idOf({ title: "Attention, Please!", year: 2021 })).not.toBe(one);
    expect(idOf({ title: "Attention, Pleas!", year: 2020 })).not.toBe(one);
    expect(idOf({ title: "\u4e2d\u6587\u9898\u76ee" })).not.toBe(idOf({ title: "\u53e6\u4e00\u4e2a" }));
    expect(idOf({ title: "???" })).not.toBe(idOf({ title: "!!!" }));
    expect(one).toBe("hash:9e036bad9c0de8c0");
  });
});

describe("an arXiv id", () => {
  it.each([
    ["2303.08774", "2303.08774"],
    ["oai:arXiv.org:0704.0001", "0704.0001"],
    ["cs.CL/0501001", "cs/0501001"],
    ["https://export.arxiv.org/abs/hep-th/9901001v1", "hep-th/9901001"],
    ["https://ar5iv.labs.arxiv.org/html/2303.08774", "2303.08774"],
    ["https://arxiv.org/abs/2303.08774?context=cs", "2303.08774"],
    ["2303.087", null],
    ["1299.1234", null],
    ["foo/9901001", null],
    ["see arXiv:2303.08774", null],
    ["https://example.org/2303.08774", null],
    [undefined, null],
  ])("in %j is %j", (text, id) => {
    expect(arxivIdOf(text)).toBe(id);
  });

  it.each([
    ["2303.08774", "2023-03"],
    ["0704.0001", "2007-04"],
    ["hep-th/9912001", "1999-12"],
    ["math/0306266", "2003-06"],
  ])("%s says the month %s", (id, month) => {
    expect(arxivMonth(id)).toBe(month);
  });
});

describe("a DOI", () => {
  it.each([
    ["10.1000/ABC", "10.1000/abc"],
    ["doi:10.1000/abc", "10.1000/abc"],
    ["http://dx.doi.org/10.1016/S0004-3702(96)00043-8", "10.1016/s0004-3702(96)00043-8"],
    ["https://doi.org/10.1002/%28sici%29?x=1#y", "10.1002/(sici)"],
    ["10.1000/100%", "10.1000/100%"],
    ["10.1000/abc.", "10.1000/abc"],
    ["10/abc", null],
    ["https://example.org/10.1000/abc", null],
    ["", null],
  ])("in %j is %j", (text, doi) => {
    expect(doiOf(text)).toBe(doi);
  });
});

describe("a date", () => {
  it.each([
    [2023, "2023"],
    ["2023", "2023"],
    ["2023-03-15", "2023-03-15"],
    ["2023-03-15T10:00:00Z", "2023-03-15"],
    ["2023/3/5", "2023-03-05"],
    ["2023-03", "2023-03"],
    ["20230315", "2023-03-15"],
    ["15 March 2023", "2023-03-15"],
    ["Mar 15, 2023", "2023-03-15"],
    ["Tue, 15 Mar 2023 10:20:30 GMT", "2023-03-15"],
    ["2023 Mar 15", "2023-03-15"],
    ["Sept. 2023", "2023-09"],
    ["2014//", "2014"],
    ["c2014", "2014"],
    ["03/04/2023", "2023"],
    ["2023-13-01", "2023"],
    ["2023-02-30", "2023-02"],
    [1540035843524, "2018-10-20"],
    ["Mar 13", ""],
    ["n.d.", ""],
    ["20230", ""],
    [0, ""],
    [9999, ""],
    ["", ""],
    [undefined, ""],
  ])("written %j is %j", (value, date) => {
    expect(dateFrom(value)).toBe(date);
  });

  it.each([
    [{ year: 2023 }, 2023, "2023"],
    [{ date: "2023-03-15" }, 2023, "2023-03-15"],
    [{ year: 2024, date: "2023-12-30" }, 2024, "2023-12-30"],
    [{ year: "n.d.", date: "2023" }, 2023, "2023"],
    [{ arxivId: "2303.08774" }, 2023, "2023-03"],
    [{ year: 2024, arxivId: "2303.08774" }, 2024, "2024"],
    [{}, null, ""],
  ])("of %j gives the year %j and the date %j", (raw, year, date) => {
    const paper = paperOf(raw);
    expect([paper.year, paper.date]).toEqual([year, date]);
  });
});

describe("authors in one text", () => {
  it.each([
    ["Ada Berg; Wei Zhang", ["Ada Berg", "Wei Zhang"]],
    ["Ada Berg, Wei Zhang, K. Sato", ["Ada Berg", "Wei Zhang", "K. Sato"]],
    ["Ada Berg, Wei Zhang, and K. Sato", ["Ada Berg", "Wei Zhang", "K. Sato"]],
    ["Ada Berg and Wei Zhang", ["Ada Berg", "Wei Zhang"]],
    ["Berg, Ada and Zhang, Wei", ["Berg, Ada", "Zhang, Wei"]],
    ["Berg, Ada; Zhang, Wei", ["Berg, Ada", "Zhang, Wei"]],
    ["Berg, A., Zhang, W. L.", ["Berg, A.", "Zhang, W. L."]],
    ["Berg A., Zhang W.L.", ["Berg A.", "Zhang W.L."]],
    ["Berg, Ada", ["Berg, Ada"]],
    ["Ada Berg", ["Ada Berg"]],
    ["['Berg, Ada', \"O'Neil, Pat\"]", ["Berg, Ada", "O'Neil, Pat"]],
    ["Ada Berg | Wei Zhang", ["Ada Berg", "Wei Zhang"]],
    ["", []],
  ])("%j are %j", (text, authors) => {
    expect(splitAuthors(text)).toEqual(authors);
  });
});

describe("an address", () => {
  it.each([
    ["https://example.org/a", "https://example.org/a"],
    ["example.org/a", "https://example.org/a"],
    ["javascript:alert(1)", null],
    ["ftp://example.org", null],
    ["not an address", null],
    ["", null],
  ])("%j is kept as %j", (url, kept) => {
    expect(paperOf({ url, codeUrls: [url, url] })).toMatchObject({ url: kept, codeUrls: kept === null ? [] : [kept] });
  });
});
