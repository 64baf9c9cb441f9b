import { existsSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readAll, shared } from "./reading.js";

/** Real files of each format lie beside the checkout where this project is developed, and nowhere else. */
const maybe = existsSync(shared("formats")) ? describe : describe.skip;

/** Papers, those with an abstract, rejected records; the code of what is wrong with the file as a whole. */
const SAMPLES: readonly (readonly [string, number, number, number, string])[] = [
  ["acl_xml/2022.acl.cut.xml", 113, 113, 0, ""],
  ["acl_xml/J89.xml", 58, 0, 0, ""],
  ["arxiv_atom/id_0000.0000_no_result.atom.xml", 0, 0, 0, "FILE_EMPTY"],
  ["arxiv_atom/id_abc_error.atom.xml", 0, 0, 1, ""],
  ["arxiv_atom/id_one_missing_one_found.atom.xml", 1, 1, 0, ""],
  ["arxiv_atom/query_testing_15.atom.xml", 15, 15, 0, ""],
  ["arxiv_oai/arXiv_ListRecords_hep-ex.xml", 3, 3, 0, ""],
  ["arxiv_oai/arXiv_sample_record10.xml", 1, 1, 0, ""],
  ["arxiv_oai/oai_dc_ListRecords_20230125.xml", 3, 3, 0, ""],
  ["arxiv_oai/oai_dc_record_math_0306266.xml", 1, 1, 0, ""],
  ["arxiv_snapshot_jsonl/arxiv-metadata-oai-snapshot.200rows.json", 200, 200, 0, ""],
  ["bibtex/acl_P19-1007.bib", 1, 1, 0, ""],
  ["bibtex/bbt_math_markup_472.bib", 2, 2, 0, ""],
  ["bibtex/jabref_examples.bib", 2, 0, 2, ""],
  ["bibtex/zotero_bbt_export_1296.cut.bib", 336, 84, 1, ""],
  ["bibtex/zotero_bbt_export_preprint_2163.biblatex.bib", 12, 11, 0, ""],
  ["bibtex/zotero_bbt_greek_564.biblatex.bib", 2, 2, 0, ""],
  ["crossref/fatcat_crossref-works.2018-01-21.badsample.jsonl", 14, 2, 0, ""],
  ["crossref/hepcrawl_sample_crossref_record.json", 1, 0, 0, ""],
  ["crossref/papis_test_2_abstract.json", 1, 1, 0, ""],
  ["csl_json/bbt_2375.csl.json", 1, 1, 0, ""],
  ["csl_json/bbt_3100.csl.json", 3, 1, 0, ""],
  ["csl_json/bbt_deterministic_1178.csl.json", 26, 0, 0, ""],
  ["csv_tsv/asreview_embase.csv", 6, 6, 0, ""],
  ["csv_tsv/asreview_generic.csv", 2, 2, 0, ""],
  ["csv_tsv/asreview_generic_column_names_with_spaces.csv", 2, 2, 0, ""],
  ["csv_tsv/asreview_generic_labels_no_title.csv", 0, 0, 0, "COLUMN_MISSING"],
  ["csv_tsv/asreview_generic_tab.tsv", 2, 2, 0, ""],
  ["csv_tsv/corl2025_noheader_tab.cut.csv", 100, 100, 0, ""],
  ["csv_tsv/iclr2021_paperlist.cut.tsv", 119, 119, 0, ""],
  ["dblp/fatcat_example_dblp.xml", 3, 0, 2, ""],
  ["dblp/papis_dblp_1.bib", 1, 0, 0, ""],
  ["hf_daily_papers/api_daily_papers_2024-10-25.first3.json", 3, 3, 0, ""],
  ["openalex/snapshot_works_part_000.gz", 11, 0, 16, ""],
  ["openalex/works_list_2_results.json", 2, 1, 0, ""],
  ["openalex/works_list_empty_last_page.json", 0, 0, 0, "FILE_EMPTY"],
  ["openreview/crawler_example_output_v1.json", 2, 2, 0, ""],
  ["pubmed/fatcat_pubmed_19129924.xml", 1, 1, 0, ""],
  ["pubmed/fatcat_pubmedsample_2019.xml.gz", 176, 118, 0, ""],
  ["pubmed/jabref_MedlineImporterTestMathML.xml", 1, 1, 0, ""],
  ["pubmed/jabref_MedlineImporterTestPubmedBook.xml", 1, 1, 0, ""],
  ["pubmed/jabref_MedlinePlainImporterTestMultiAbstract.txt", 0, 0, 1, ""],
  ["pubmed/jabref_NbibImporterTest.nbib", 1, 1, 0, ""],
  ["pwc/api_v1_paper_get_response.json", 1, 1, 0, ""],
  ["pwc/papers-with-abstracts.one_row.json", 1, 1, 0, ""],
  ["pwc/sota-extractor_hotpotqa.json", 0, 0, 1, ""],
  ["pwc/sota-extractor_snli.json", 0, 0, 1, ""],
  ["ris/asreview_baseline_tag-notes_labels.ris", 32, 0, 0, ""],
  ["ris/asreview_proquest.ris", 6, 6, 0, ""],
  ["ris/asreview_pubmed_zotero.ris", 6, 6, 0, ""],
  ["ris/jabref_RisImporterCorrupted.ris", 1, 0, 0, ""],
  ["ris/jabref_RisImporterTest5a.ris", 1, 1, 0, ""],
  ["ris/jabref_RisImporterTestWithEmptyER.ris", 1, 0, 0, ""],
  ["ris/rispy_example_full.ris", 2, 2, 0, ""],
  ["ris/rispy_example_utf_chars.ris", 1, 1, 0, ""],
  ["semantic_scholar/graph_paper_batch_with_null.json", 3, 3, 1, ""],
  ["semantic_scholar/graph_paper_search_bulk.json", 1000, 0, 0, ""],
  ["semantic_scholar/graph_paper_search_fos.json", 0, 0, 100, ""],
  ["semantic_scholar/paper_turing_citations40.json", 1, 1, 0, ""],
];

maybe("the samples beside the checkout (left out where ../shared is missing)", () => {
  it.each(SAMPLES)(
    "%s has %d papers, %d of them with abstract, and %d rejects",
    async (name, count, abstracts, rejected, code) => {
      const { papers, rejects, error } = await readAll(shared(`formats/${name}`));
      const withAbstract = papers.filter(({ abstract }) => abstract !== "").length;
      expect([papers.length, withAbstract, rejects.length, error?.code ?? ""]).toEqual([
        count,
        abstracts,
        rejected,
        code,
      ]);
    },
  );
});
