const PREFIX = /^(?:(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/|(?:info:)?doi:?\s*\/?)/i;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/** The DOI that a text gives, lower case and without address: `10.18653/v1/p19-1007`. Null where it is none. */
export function doiOf(text: string | undefined): string | null {
  let doi = text?.trim() ?? "";
  if (doi.length > 2_000) return null;
  const bare = doi.replace(PREFIX, "");
  const isAddress = /^https?:/i.test(doi);
  doi = bare;
  if (isAddress) {
    doi = doi.replace(/[?#].*$/s, "");
    try {
      doi = decodeURIComponent(doi);
    } catch {
      // A stray percent sign is part of the DOI.
    }
  }
  doi = doi.replace(/[.,;]+$/, "").toLowerCase();
  return DOI.test(doi) ? doi : null;
}
