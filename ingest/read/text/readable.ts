import { latexToText } from "./latex.js";
import { markupToText } from "./markup.js";

/**
 * A title or abstract as one reads it: HTML, JATS, MathML and LaTeX become text with the characters that they mean.
 * For sources in which they occur; text without them is not changed.
 */
export function readable(text: string): string {
  if (!/[<&\\${~`]/.test(text)) return text;
  const once = markupToText(text);
  // Some sources escape twice: `&amp;lt;i&amp;gt;`.
  const plain = once !== text && /&[a-zA-Z#][a-zA-Z0-9]*;|<\/[a-zA-Z]/.test(once) ? markupToText(once) : once;
  return latexToText(plain, "traces");
}
