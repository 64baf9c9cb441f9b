/** Characters that XML 1.0 has no way to hold, halves of surrogate pairs among them. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** A text as the content of an element or an attribute; what XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, "\ufffd").replace(/[&<>"\r]/g, (character) => ESCAPES[character] as string);

/**
 * An id as an XML name token, as GraphML wants them: other characters than letters, digits, `.`, `:` and `-` become their
 * code points between underscores. Different ids stay different.
 */
export const nameToken = (id: string): string =>
  id.replace(/[^A-Za-z0-9.:-]/gu, (character) => `_${(character.codePointAt(0) as number).toString(16)}_`);
