import { ENTITY_FEATURE_GROUPS, type EntityFeatureGroup } from "../extract/entity/entity-features.js";

/** Column at which a group of features begins in a row. */
export const groupStart = (group: EntityFeatureGroup): number => {
  let at = 0;
  for (const [name, names] of Object.entries(ENTITY_FEATURE_GROUPS)) {
    if (name === group) return at;
    at += names.length;
  }
  return at;
};
