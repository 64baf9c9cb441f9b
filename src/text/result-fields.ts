/** A result as it is stored; what is not known is empty. */
export interface StoredResult {
  readonly dataset: string;
  readonly task: string;
  readonly split: string;
  readonly model: string;
  /** As it was written. */
  readonly metricName: string;
  readonly value: number;
  readonly written: string;
  /** Of several that only the value tells apart: 0 for the first. */
  readonly nth: number;
  readonly source: string;
  readonly url: string;
}

/** The fields by which a result is written out, to be read again as it is (ingest/results/plain-row.ts). */
export function resultFields(result: StoredResult): Record<string, string | number> {
  const { dataset, task, split, model, metricName, value, written, source, url, nth } = result;
  const texts = Object.entries({ dataset, task, split, model, metric: metricName }).filter(([, text]) => text !== "");
  const rest = { value, written, ...(nth > 0 ? { nth } : {}), source, ...(url === "" ? {} : { url }) };
  return { ...Object.fromEntries(texts), ...rest };
}
