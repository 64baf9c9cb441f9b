/**
 * The name of a paper or an entity, from its id: `urn:papergraph:arxiv:2303.08774`, `urn:papergraph:entity:bert`. What a
 * name may not hold is percent-encoded, so that different ids stay different.
 */
export const idIri = (id: string): string =>
  `urn:papergraph:${encodeURIComponent(wellFormed(id)).replace(/%(?:3A|2F|40)/g, decodeURIComponent)}`;

export const doiIri = (doi: string): string =>
  `https://doi.org/${encodeURIComponent(wellFormed(doi)).replace(/%(?:2F|3A)/g, decodeURIComponent)}`;

export const arxivIri = (arxivId: string): string =>
  `https://arxiv.org/abs/${encodeURIComponent(wellFormed(arxivId)).replaceAll("%2F", "/")}`;

/** A web address as an IRI: what may not stand in one is percent-encoded. Undefined where it is no address at all. */
export function webIri(address: string): string | undefined {
  const [, site, rest] = /^(https?:\/\/[^\s/?#<>"{}|\\^`]+)(.*)$/is.exec(wellFormed(address)) ?? [];
  if (site === undefined || rest === undefined) return undefined;
  return site + rest.replace(/[\s\p{Cc}<>"{}|\\^`[\]]|%(?![0-9a-f]{2})/giu, encodeURIComponent);
}

/** Half a surrogate pair has no encoding; it becomes U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
