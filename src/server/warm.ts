import { indexOf } from "../../schema/suggest/index-of.js";
import type { Store } from "../store/store.js";

/**
 * Reads beforehand what the first request would wait for: the names of `suggest`. A store that is away then is no fault of
 * the start; the request reads them itself.
 */
export const warm = (store: Store): void => {
  indexOf(store, undefined).catch(() => {});
};
