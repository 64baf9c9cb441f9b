const PREFIX = /^(?:(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/|(?:info:)?doi:?\s*\/?)/i;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/** Links of libraries: `https://sfx.example.org/?id=doi:10.1000%2Fx`. */
const OPEN_URL = /[?&](?:rft_)?id=(?:info:)?doi[:/]([^&]+)/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is part of the DOI.
    return text;
  }
}

/** The DOI that a text gives, lower case and without address: `10.18653/v1/p19-1007`. Null where it is none. */
export function doiOf(text: string | undefined): string | null {
  let doi = text?.trim() ?? "";
  if (doi.length > 2_000) return null;
  const bare = doi.replace(PREFIX, "");
  const isAddress = /^https?:/i.test(doi);
  const linked = isAddress ? OPEN_URL.exec(doi)?.[1] : undefined;
  if (linked !== undefined) return doiOf(decoded(linked));
  doi = bare;
  if (isAddress) {
    doi = doi.replace(/[?#].*$/s, "");
    doi = decoded(doi);
  }
  doi = doi.replace(/[.,;]+$/, "").toLowerCase();
  return DOI.test(doi) ? doi : null;
}
