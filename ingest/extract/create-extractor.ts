import { loadParts, shippedWeights } from "./load-parts.js";
import { TrainedExtractor } from "./trained-extractor.js";

export interface ExtractorOptions {
  /** Folder of the weights; the shipped ones where not given. */
  readonly weights?: string | undefined;
  /** File of the user's own names, see user-names.ts. */
  readonly names?: string | undefined;
}

/** The extractor that papergraph uses. Every verb and every worker takes it from here. */
export const createExtractor = ({ weights = shippedWeights, names }: ExtractorOptions = {}): TrainedExtractor =>
  new TrainedExtractor(loadParts(weights, names));
