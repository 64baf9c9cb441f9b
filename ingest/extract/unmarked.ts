/** A text without its markup, and for each offset in it the offset in the text. */
export interface Unmarked {
  readonly plain: string;
  at(offset: number): number;
}

const MARKUP =
  /\\(?:text|math)?(?:bf|it|tt|sc|sf|rm|emph|em|underline|textbf)\s*\{?|<\/?(?:b|i|em|strong|u|sub|sup|span)\b[^<>]{0,80}>|[{}]|\*\*/g;

/** `\textbf{R}etrieval` and `<b>R</b>etrieval` as Retrieval. The text itself is not touched. */
export function unmarked(text: string): Unmarked {
  if (!/[\\{}<]|\*\*/.test(text)) return { plain: text, at: (offset) => offset };
  let plain = "";
  const cuts: { plain: number; text: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKUP)) {
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    cuts.push({ plain: plain.length, text: from });
  }
  plain += text.slice(from);
  return {
    plain,
    at: (offset) => {
      let low = 0;
      let high = cuts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cuts[middle]!.plain <= offset) low = middle + 1;
        else high = middle;
      }
      const cut = cuts[low - 1];
      return cut ? cut.text + offset - cut.plain : offset;
    },
  };
}
