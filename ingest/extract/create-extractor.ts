import type { Extractor } from "./extractor.js";
import { RuleExtractor } from "./rule-extractor.js";

/** The extractor that papergraph uses. Every verb and every worker takes it from here. */
export const createExtractor = (): Extractor => new RuleExtractor();
