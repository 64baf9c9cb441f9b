import type { RawRecord } from "./reader.js";

export type Field = Exclude<keyof RawRecord, "otherIds" | "source">;

/**
 * The names under which sources keep each field, best first; letters and digits only, lower case, so that
 * `Publication Year`, `publication_year` and `publicationYear` are one. JSON and tables share it.
 */
export const FIELD_NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ["id", "paperid", "uid", "articleid", "recordid", "citationkey", "key", "identifier"],
  title: ["title", "papertitle", "articletitle", "documenttitle", "displayname", "primarytitle", "originaltitle", "ti"],
  abstract: [
    "abstract",
    "abstracttext",
    "paperabstract",
    "abstractnote",
    "summary",
    "originalabstract",
    "ab",
    "description",
  ],
  year: ["year", "publicationyear", "publishedyear", "pubyear", "yearpublished", "yearofpublication", "py"],
  date: [
    "date",
    "publicationdate",
    "publisheddate",
    "datepublished",
    "pubdate",
    "published",
    "publishedat",
    "publishedon",
    "issued",
  ],
  authors: [
    "authors",
    "author",
    "authornames",
    "authorlist",
    "authorfullnames",
    "creators",
    "creator",
    "firstauthors",
    "au",
  ],
  venue: [
    "venue",
    "journal",
    "booktitle",
    "conference",
    "journaltitle",
    "journalname",
    "publicationtitle",
    "containertitle",
    "sourcetitle",
    "proceedings",
    "publication",
    "journalref",
    "so",
  ],
  doi: ["doi", "doiurl", "articledoi", "doinumber", "di"],
  arxivId: ["arxivid", "arxiv", "eprint", "arxivnumber"],
  url: [
    "url",
    "link",
    "paperurl",
    "urlabs",
    "absurl",
    "landingpageurl",
    "openurllink",
    "href",
    "pdfurl",
    "urlpdf",
    "pdf",
  ],
  codeUrls: [
    "codeurls",
    "codeurl",
    "code",
    "officialcodeurl",
    "repository",
    "repositoryurl",
    "repo",
    "repourl",
    "github",
    "githuburl",
    "githubrepo",
    "codelinks",
    "codelink",
  ],
  collections: ["collections"],
};

/** Letters and digits only, lower case. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

interface Place {
  readonly field: Field;
  readonly rank: number;
}

const PLACES = new Map<string, Place>(
  (Object.keys(FIELD_NAMES) as Field[]).flatMap((field) =>
    FIELD_NAMES[field].map((name, rank): [string, Place] => [name, { field, rank }]),
  ),
);

/** Which field a source means by this name, and how good a name it is (0 the best); undefined for none of ours. */
export const placeOf = (name: string): Place | undefined => PLACES.get(foldName(name));
