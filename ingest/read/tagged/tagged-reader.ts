import { type Found, malformed, type Problem, type RawRecord, type Reader, type Source } from "../reader.js";
import { isProblem } from "../record-of.js";
import { type TaggedRecord, TaggedRecords, type TaggedSyntax } from "./tagged-records.js";

/** The values of a record by tag. */
export class Tags {
  constructor(readonly values: ReadonlyMap<string, readonly string[]>) {}

  /** All values of the first of these tags that has any. */
  all(...tags: string[]): readonly string[] {
    for (const tag of tags) {
      const values = this.values.get(tag)?.filter((value) => value !== "") ?? [];
      if (values.length > 0) return values;
    }
    return [];
  }

  first(...tags: string[]): string {
    return this.all(...tags)[0] ?? "";
  }

  /** Why this is more than one record: a title twice means that the end of a record, or the start of the next, is broken. */
  severalRecords(...titleTags: string[]): Problem | undefined {
    const twice = titleTags.find((tag) => (this.values.get(tag)?.length ?? 0) > 1);
    return twice === undefined ? undefined : malformed(`${twice} twice in one record; where it ends may be damaged`);
  }
}

export interface TaggedFormat extends TaggedSyntax {
  readonly name: string;
  recognise(head: string): boolean;
  record(tags: Tags): RawRecord | Problem;
}

/** The reader of a format whose lines have tags. */
export const taggedReader = (format: TaggedFormat): Reader => ({
  name: format.name,
  recognise: (head) => format.recognise(head),
  async *read(source: Source): AsyncGenerator<Found> {
    const records = new TaggedRecords(format);
    const found = ({ line, text, values, problem }: TaggedRecord): Found => {
      const read = problem ?? format.record(new Tags(values));
      return isProblem(read) ? { line, source: text, problem: read } : { line, source: text, record: read };
    };
    let failure: unknown;
    try {
      for await (const line of source.lines()) for (const record of records.push(line)) yield found(record);
    } catch (error) {
      failure = error;
    }
    for (const record of records.end()) yield found(record);
    if (failure !== undefined) throw failure;
  },
});
