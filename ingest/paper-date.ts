const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FIRST_YEAR = 1500;
const LAST_YEAR = 2100;

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** As exact as its parts are right: a month of 13 leaves the year, a 30 February the month. */
function iso(year: number, month?: number, day?: number): string {
  if (!isYear(year)) return "";
  if (month === undefined || month < 1 || month > 12) return String(year);
  const start = `${year}-${twoDigits(month)}`;
  if (day === undefined || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return start;
  return `${start}-${twoDigits(day)}`;
}

/**
 * The ISO date in a text or number as sources write it: `2023`, `2023-03-15T10:00:00Z`, `2023/3`, `20230315`,
 * `15 Mar 2023`, `March 2023`, milliseconds since 1970. `03/04/2023` says no more than its year. Empty where there is none.
 */
export function dateFrom(value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = String(value).trim().slice(0, 100);
  if (/^\d{13}$/.test(text)) return dateFrom(new Date(Number(text)).toISOString());
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed) return iso(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(text);
  const word = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.exec(text)?.[1];
  if (parts && (parts[2] !== undefined || word === undefined)) {
    return iso(Number(parts[1]), optional(parts[2]), optional(parts[3]));
  }
  const year = [...text.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(Number).find(isYear);
  if (year === undefined) return "";
  if (word === undefined) return String(year);
  const day = [...text.matchAll(/(?<![\d:.])\d{1,2}(?![\d:])/g)]
    .map(Number)
    .find((number) => number >= 1 && number <= 31);
  return iso(year, MONTHS.indexOf(word.toLowerCase()) + 1, day);
}

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);
