import { malformed } from "../reader.js";
import { readable } from "../text/readable.js";
import { textOf, textsOf } from "../values.js";
import { isObject, type JsonObject, type JsonSource, textAt, valueAt } from "./json-source.js";

const SITE = "https://openreview.net";

/** A field of a note's content: version 2 of the API wraps each in `{value}`. */
function fieldOf(content: JsonObject, name: string): unknown {
  const field = content[name];
  return isObject(field) && "value" in field ? field.value : field;
}

/** `ICLR.cc/2024/Conference`, where a note has no venue of its own. */
const groupOf = (note: JsonObject): string => {
  const invitation = textAt(note, "invitation") || textAt(note, "invitations");
  return invitation.split("/-/")[0]?.replace(/\/(?:Paper|Submission)\d+$/, "") ?? "";
};

/** Why a note is no paper: reviews, comments and decisions are notes as well, and deleted notes stay. */
function reasonAgainst(note: JsonObject, content: JsonObject): string | undefined {
  const id = textAt(note, "id");
  const forum = textAt(note, "forum");
  if (textOf(note.ddate) !== undefined) return "the note was deleted";
  if ((forum !== "" && id !== "" && forum !== id) || textAt(note, "replyto") !== "")
    return "a review, comment or decision, not a paper";
  return textOf(fieldOf(content, "title")) === undefined ? "no title in this note" : undefined;
}

/** Notes of OpenReview, of versions 1 and 2 of its API. Only what opens a forum is a paper. */
export const openReview: JsonSource = {
  name: "openreview",
  matches: (note) =>
    isObject(note.content) && ["forum", "invitation", "invitations", "signatures"].some((name) => name in note),
  record(note) {
    const content = note.content as JsonObject;
    const reason = reasonAgainst(note, content);
    if (reason !== undefined) return malformed(reason);
    const text = (name: string) => textOf(fieldOf(content, name)) ?? "";
    const id = textAt(note, "forum") || textAt(note, "id");
    const authors = textsOf(fieldOf(content, "authors") ?? [], /[,;]/).filter((name) => !/^anonymous/i.test(name));
    const dates = ["pdate", "odate", "cdate", "tcdate"].map((name) => valueAt(note, name));
    const date = dates.find((found) => typeof found === "number");
    const pdf = text("pdf");
    return {
      ...(id === "" ? {} : { id: `openreview:${id}`, url: `${SITE}/forum?id=${id}` }),
      title: readable(text("title")),
      abstract: readable(text("abstract")),
      ...(typeof date === "number" ? { date } : {}),
      authors,
      venue: readable(text("venue") || groupOf(note)),
      ...(id === "" && pdf !== "" ? { url: pdf.startsWith("/") ? `${SITE}${pdf}` : pdf } : {}),
      codeUrls: textsOf([text("code"), text("code_url"), text("software")], /\s+/),
    };
  },
};
