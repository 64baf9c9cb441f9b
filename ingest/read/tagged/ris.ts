import { nameInOrder } from "../names.js";
import { malformed } from "../reader.js";
import { readable } from "../text/readable.js";
import { taggedReader } from "./tagged-reader.js";

const TAG = /^\ufeff?\s{0,3}([A-Z][A-Z0-9]) {0,2}-(?: (.*)|)$/;
const TYPE = /^\s{0,3}TY {0,2}- /;
const END = /^\s{0,3}ER {0,2}-\s*$/;

/** The date as exact as one of the fields has it: `2013/07/28`, else `2013`. */
const dateOf = (dates: readonly string[]): string => {
  const parts = (date: string) => date.split("/").filter((part) => /^\d+$/.test(part)).length;
  return dates.reduce((best, date) => (parts(date) > parts(best) ? date : best), dates[0] ?? "");
};

/** RIS, as reference managers and databases write it: `TY  - JOUR` to `ER  -`. A record without type is read as well. */
export const ris = taggedReader({
  name: "ris",
  tag: TAG,
  starts: (tag) => tag === "TY",
  ends: (tag) => tag === "ER",
  recognise(head) {
    const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
    const tagged = lines.slice(0, 40).filter((line) => TAG.test(line)).length;
    return tagged >= 2 && lines.some((line) => TYPE.test(line) || END.test(line));
  },
  record(tags) {
    const several = tags.severalRecords("TY", "TI", "T1");
    if (several) return several;
    const title = readable(tags.first("TI", "T1", "CT", "BT", "TT", "ST"));
    if (title === "") return malformed("no title in this record (TI or T1)");
    const doi =
      tags.first("DO") ||
      [...tags.all("M3"), ...tags.all("L3"), ...tags.all("N1")].find((text) =>
        /^(?:doi:?\s*)?10\.\d{4,9}\//i.test(text),
      );
    return {
      title,
      abstract: readable(tags.first("AB", "N2")),
      year: tags.first("PY", "Y1", "YR", "DA"),
      date: dateOf([...tags.all("PY"), ...tags.all("Y1"), ...tags.all("DA")]),
      authors: [...tags.all("AU", "A1")].map(nameInOrder),
      venue: readable(tags.first("T2", "JF", "JO", "JA", "BT", "J2", "T3")),
      doi: doi ?? "",
      url: tags.all("UR", "LK", "L2", "L1").flatMap((text) => text.split(/[\s;]+/))[0] ?? "",
    };
  },
});
