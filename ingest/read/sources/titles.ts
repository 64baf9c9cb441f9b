/** The title without the full stop that some sources put after every title; `...` and `et al.` keep theirs. */
export const withoutStop = (title: string): string =>
  title.trim().replace(/(?<![.\s]|\b(?:al|etc|vs|Inc|Ltd|Jr|Sr|Dr|No|\p{Lu}))\.$/u, "");

/** A title and its subtitle as one. */
export function withSubtitle(title: string, subtitle: string | undefined): string {
  const rest = subtitle?.trim() ?? "";
  if (rest === "" || title.toLowerCase().includes(rest.toLowerCase())) return title;
  return /[:?!.\u2014]\s*$/.test(title) ? `${title.trim()} ${rest}` : `${title.trim()}: ${rest}`;
}
