import type { ExportFormat } from "../../../src/export/format.js";
import { EXPORT_FORMATS } from "../../../src/export/formats.js";
import { GraphPart, type PartOptions } from "../../../src/export/graph-part.js";
import { provenanceOf } from "../../../src/export/provenance.js";
import type { PaperFilter } from "../../../src/store/filter/filter.js";
import type { Store } from "../../../src/store/store.js";

export const formatOf = (name: string): ExportFormat => EXPORT_FORMATS.find((format) => format.name === name)!;

/** The files of an export, whole, by name. */
export async function exported(
  store: Store,
  format: string,
  where?: PaperFilter,
  options: PartOptions = {},
): Promise<Record<string, string>> {
  const part = await GraphPart.open(store, where, options);
  const files: Record<string, string> = {};
  for (const file of formatOf(format).files(part, await provenanceOf(store, "papergraph 0.0.0", where))) {
    let text = "";
    for await (const piece of file.text()) text += piece;
    files[file.name] = text;
  }
  return files;
}

/** The text of an export that is one file. */
export const exportedText = async (store: Store, format: string, where?: PaperFilter): Promise<string> =>
  Object.values(await exported(store, format, where)).join("");
