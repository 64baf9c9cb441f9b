/** Line, id, title, abstract, date, venue, authors, address, code. */
export type PaperLine = readonly [number, string, string, string, string, string | null, string, string | null, string];

export type Expected = Record<
  string,
  { papers: readonly PaperLine[]; rejects: readonly (readonly [number, string])[] }
>;

/** What is read from the first half of the fixtures. */
export const FIRST: Expected = {
  "acl-anthology/papers.xml": {
    papers: [
      [
        10,
        "doi:10.5555/2024.routes-1.1",
        "Lantern: Sparse Routing in O(L log L)",
        "We route k tokens with light & care.",
        "2024-03",
        "Proceedings of the First Workshop on Routes",
        "Ada Berg; Madonna",
        "https://aclanthology.org/2024.routes-1.1",
        "https://example.org/lantern",
      ],
      [
        26,
        "acl:2024.routes-2.1",
        "Learning to Wait",
        "",
        "2025",
        "Another Volume",
        "",
        "https://aclanthology.org/2024.routes-2.1",
        "",
      ],
    ],
    rejects: [[19, "no title in this paper"]],
  },
  "arxiv-atom/papers.xml": {
    papers: [
      [
        5,
        "arxiv:2401.00123",
        "Lantern: Sparse Routing for β-Documents",
        "Reading long documents costs O(n²) & more.",
        "2024-01-02",
        "J. Routes 5 (2024)",
        "Ada Berg; Jos van der Meer",
        "http://arxiv.org/abs/2401.00123v2",
        "",
      ],
      [
        25,
        "arxiv:2301.00001",
        "Why Retrieval Hurts",
        "",
        "2023-01-01",
        null,
        "",
        "http://arxiv.org/abs/2301.00001v1",
        "",
      ],
    ],
    rejects: [
      [19, "not valid XML: unexpected close tag"],
      [31, "the API told an error: incorrect id format for x"],
    ],
  },
  "arxiv-json/papers.jsonl": {
    papers: [
      [
        1,
        "arxiv:2401.00123",
        "Lantern: Sparse Routing for Long Documents",
        "We route k of n tokens by lantern light.",
        "2024-01-02",
        "J. Routes 5",
        "Ada Berg; Jos van der Meer Jr",
        "https://arxiv.org/abs/2401.00123",
        "",
      ],
      [
        2,
        "arxiv:hep-th/9901001",
        "Learning to Wait",
        "When to act?",
        "1999-01",
        null,
        "Wei Zhang; René López",
        "https://arxiv.org/abs/hep-th/9901001",
        "",
      ],
    ],
    rejects: [[3, "no title in this record of arXiv"]],
  },
  "bibtex/papers.bib": {
    papers: [
      [
        5,
        "doi:10.5555/abc_17",
        "Lantern: Sparse Routing for Überlong Documents",
        "Reading long documents is slow: O(n²) steps. We cut 90% of them – with a β-router.",
        "2024-03",
        "Workshop on Small Models, 2024",
        "Ada Berg; Jos van der Meer; The Lantern Team",
        null,
        "",
      ],
      [
        16,
        "arxiv:2106.00001",
        "Learning to Wait: A Study",
        "",
        "2021-06-01",
        "jwait",
        "Wei Zhang; Inês da Silva",
        null,
        "",
      ],
      [
        29,
        "hash:b6cc3e5d8f9a0ddc",
        "Why Retrieval Hurts",
        "Sets {a, b} and an escaped brace: {",
        "2023",
        null,
        "Noor Khan",
        "https://example.org/why",
        "",
      ],
    ],
    rejects: [
      [27, "the entry is not closed before the next one starts"],
      [31, "a volume of proceedings, not a paper"],
      [32, "no title in this entry"],
    ],
  },
  "crossref/works.json": {
    papers: [
      [
        8,
        "doi:10.5555/abc.17",
        "Lantern: Sparse Routing for CO₂ & Light",
        "Aim: To route well. Result: It took x² steps.",
        "2024-03",
        "Journal of Routes",
        "Ada Berg; The Lantern Team",
        "http://dx.doi.org/10.5555/abc.17",
        "",
      ],
    ],
    rejects: [
      [20, "journal in Crossref, not a paper"],
      [21, "no title in this work of Crossref"],
    ],
  },
  "csl-json/papers.json": {
    papers: [
      [
        2,
        "doi:10.5555/abc.17",
        "Lantern: Sparse Routing for Very Long Documents",
        "Reading long documents is slow.",
        "2024-03-05",
        "Journal of Routes",
        "Jos van der Meer; The Lantern Team",
        null,
        "",
      ],
      [12, "hash:3d2be86a819532ed", "Learning to Wait", "", "2021-06", null, "", "https://example.org/wait", ""],
    ],
    rejects: [[13, "no title in this item"]],
  },
  "dblp/papers.xml": {
    papers: [
      [
        4,
        "doi:10.5555/abc.17",
        "Lantern: Sparse Routing in O(n²)",
        "",
        "2024",
        "Routes",
        "Ada Berg; Inês da Silva; René López",
        "https://doi.org/10.5555/ABC.17",
        "",
      ],
      [14, "dblp:phd/Zhang21", "Learning to Wait", "", "2021", "A Place", "Wei Zhang", null, ""],
    ],
    rejects: [
      [15, "not valid XML: unexpected close tag"],
      [16, "a volume of proceedings, not a paper"],
      [17, "a home page, not a paper"],
    ],
  },
  "dblp/hits.json": {
    papers: [
      [1, "doi:10.5555/abc.17", "Lantern", "", "2024", "Routes", "Ada Berg", "https://doi.org/10.5555/ABC.17", ""],
    ],
    rejects: [],
  },
  "hf-daily-papers/day.json": {
    papers: [
      [
        2,
        "arxiv:2401.00123",
        "Lantern: Sparse Routing for Long Documents",
        "Reading long documents is slow.",
        "2024-01-02",
        null,
        "Ada Berg; Jos van der Meer",
        "https://arxiv.org/abs/2401.00123",
        "https://example.org/lantern",
      ],
      [
        3,
        "arxiv:2106.00001",
        "Learning to Wait",
        "When to act?",
        "2021-06-01",
        null,
        "Wei Zhang",
        "https://arxiv.org/abs/2106.00001",
        "",
      ],
    ],
    rejects: [],
  },
  "medline/papers.nbib": {
    papers: [
      [
        2,
        "doi:10.5555/abc.17",
        "Lantern lights in long corridors: a trial of routing",
        "BACKGROUND: Corridors are long. METHODS: We put lanterns there. RESULTS: It was brighter.",
        "2024-03",
        "Journal of corridors",
        "Ada Berg; Wei Zhang",
        "https://pubmed.ncbi.nlm.nih.gov/10000001/",
        "",
      ],
      [
        18,
        "pmid:10000002",
        "Learning to wait",
        "",
        "2021",
        null,
        "Khan N",
        "https://pubmed.ncbi.nlm.nih.gov/10000002/",
        "",
      ],
    ],
    rejects: [[23, "no title in this record (TI)"]],
  },
};
