const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const COUNT = "[\\d.,]+\\s*[kKmM]?";
const UNIT =
  "(?:up-?votes?|votes?|likes?|comments?|authors?|stars?|views?|citations?|cited by|references?|downloads?|papers?|results?|" +
  "figures?|pages?|replies|shares?|forks?|followers?|min(?:ute)?s?(?: read)?|hours?|days?|weeks?|months?|years?|models?|datasets?|spaces?)";

/** Lines that pages carry around their papers, whole. Matched without regard to case. */
const CERTAIN: readonly RegExp[] = [
  // Numbers, ranks, marks, times
  /^[^\p{L}]*$/u,
  new RegExp(`^[^\\p{L}\\d]*${COUNT}\\s*\\+?\\s*${UNIT}(?:\\s+ago(?:\\s+in\\s+.{1,30})?)?[^\\p{L}\\d]*$`, "iu"),
  new RegExp(`^${UNIT}\\s*:?\\s*\\(?${COUNT}\\)?$`, "iu"),
  new RegExp(
    `^(?:(?:published|submitted|posted|updated|released|added|last updated|on|arxiv)\\s*(?:on|:)?\\s*)?` +
      `(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH}(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?,?(?:\\s+\\d{4})?$`,
    "iu",
  ),
  /^(?:published|submitted|posted|updated|released|added|last updated|v\d)\b[^.]{0,60}\d{4}\)?$/iu,
  /^(?:yesterday|today|just now|(?:an?|one|\d+)\s+\w+\s+ago)$/iu,
  // People and places
  /^(?:submitted|posted|shared|uploaded|curated|added|presented|authored|published|written|sponsored|powered)\s+by\b.{0,80}$/iu,
  /^(?:by|from|via)\s?\p{Lu}.{0,80}$/u,
  /^@?[\w-]+$/u,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^(?:arxiv|doi|pmid|openreview|isbn)\s*[:.]?\s*\S*\d\S*(?:\s*\[[\w.-]+\])?$/iu,
  /^.{1,60}\bet al\.?(?:,?\s*\(?\d{4}\)?)?$/iu,
  // Venues, subjects
  /^(?:accepted|published|presented|to appear|appeared|submitted|under review)\s+(?:at|to|in|by|as|for)\b.{0,80}$/iu,
  /^(?:this|the) (?:paper|work|article|preprint) (?:has been|was|is|will be) (?:accepted|published|presented|submitted|under review)\b.{0,80}$/iu,
  /^(?:NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|ACL|EMNLP|NAACL|EACL|COLING|AAAI|IJCAI|KDD|SIGIR|WWW|ICRA|IROS|CoRL|TMLR|JMLR|arXiv)\b[\s'\u2019\d]*(?:oral|spotlight|poster|workshop|findings|main|best paper.*)?$/iu,
  /^(?:[a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+)(?:[,;\s]+(?:[a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+))*$/u,
  /^[\p{L} ]{2,40} > [\p{L} ,]{2,60}$/u,
  /\b(?:machine learning|computer vision and pattern recognition|computation and language|artificial intelligence|robotics)\b \([a-z.]+\)$/iu,
  /^(?:oral|spotlight|poster|best paper(?: award)?|honou?rable mention|open access|peer reviewed)$/iu,
  // Buttons, links, navigation
  /^[^.]{0,50}\b(?:this paper|this page|this article)\b[^.]{0,20}$/iu,
  /^[^.]{0,40}\bby\s+[\d.,]+[kKmM]?(?:\s+(?:people|users|others|readers)\b.{0,20})?$/iu,
  /^(?:no|be the first to|leave a|write a|post a|add a|\d+) (?:comments?|replies|reply|reviews?|likes?)\b.{0,20}$/iu,
  /^(?:view|see|show|load|read|browse|explore|discover|hide|expand|collapse)\s+(?:all|papers|by|more|less|full|the|on|in|as|pdf|paper|abstract|details|activity|code|source|older|newer|comments?|results?)\b.{0,40}$/iu,
  /^(?:get|add|sign|log|join|subscribe|follow|register|download|export|share|save|bookmark|copy|cite|click|open|go|back|skip|jump|sort|filter|search|learn|try|upgrade)\b(?:\s+(?:in|up|out|to|by|us|now|me|all|this|the|here|more|pdf|paper|papers|citation|bibtex|link|later|started|trending|daily|a|your|free|main|content|top|home|for)\b.{0,50})?[.!]?$/iu,
  /^(?:up-?vote|down-?vote|like|reply|comments?|community|trending|latest|popular|featured|recommended|related|similar|new|hot|top|home|about|help|menu|docs|pricing|models|datasets|spaces|papers|blog|news|contact|careers|status|login|pdf|html|bibtex|abs(?:tract)?|code|github|project page|website|video|slides|poster|demo|previous|prev|next|first|last|settings|company|privacy|terms|tos|cookies?|advertisement|sponsored|references|citations?|keywords|authors|title|published|arxiv page|paper page|daily papers|trending papers|hugging face)(?:\s*[\u203a\u00bb>\u2192\u2193\u25bc|:-]|\s*\(?\d+\)?)?$/iu,
  /^(?:previous|prev|next|page)\b[\s\d.\u2026|<>\u2039\u203a\u00ab\u00bb]*(?:(?:previous|prev|next|of|page)\b[\s\d.\u2026|<>\u2039\u203a\u00ab\u00bb]*)*$/iu,
  /^(?:showing|displaying|found|page|results?)\s+[\d.,\s\u2013-]+(?:of|to|results|papers|items)\b.{0,40}$/iu,
  // Legal and mail
  /(?:\u00a9|\(c\)|copyright)\s*\d{4}|all rights reserved|\b(?:we|site) uses? cookies\b/iu,
  /^(?:our |the )?(?:privacy|cookies?|terms|data protection)(?: (?:policy|notice|settings|preferences|statement)| (?:of|and) (?:use|service|conditions))$/iu,
  /\b(?:newsletter|e-?mail inbox|your inbox|unsubscribe|sign up (?:for|to)|log in (?:for|to)|subscribe (?:for|to)|follow us)\b/iu,
  /^by\s?\p{Lu}.{0,60}\bcommunity$/iu,
];

const HINT: readonly RegExp[] = [
  /\b(?:your|you)\b.{0,80}[.!]$/iu,
  /\b(?:subscribe|newsletter|click|cookies|log ?in|sign ?up|upvote|inbox|website|browser|curated|trending)\b/iu,
  /(?:\.\.\.|\u2026)$/u,
  /^[\p{Ll}(@#\u2022\u00b7|]/u,
  /[|\u00b7\u2022\u203a\u00bb]/u,
  /\b(?:university|institute|universit\w+|laborator(?:y|ies)|labs?|inc|ltd|gmbh|corporation|department of|school of|college|academy|research)\.?$/iu,
  /\p{Extended_Pictographic}/u,
];

const NAME = "(?:\\p{Lu}[\\p{L}'\u2019-]*\\.?|(?:van|von|de|der|den|del|della|di|da|la|le|el|al|bin|ben|ter|ten)\\b)";
const PERSON = new RegExp(`^${NAME}(?:[ -]${NAME}){1,3}[\\d*\u2020\u2021]*$`, "u");

/** A byline: two or more names of people, or a name and `et al.` */
export function isByline(text: string): boolean {
  if (text.length > 2_000) return false;
  const listed = text
    .replace(/^by:?\s+/i, "")
    .replace(/,?\s+et al\.?$|,?\s*(?:\.\.\.|\u2026)$|\s*\(?\+?\d+ (?:more|authors?|others)\)?$/i, "");
  const people = listed.split(/\s*[,;\u00b7|]\s*(?:and\s+)?|\s+(?:and|&)\s+/).filter((part) => part !== "");
  return (people.length > 1 || listed !== text) && people.every((part) => PERSON.test(part));
}

/** How much a text reads as page furniture: 0 not at all, about 3 a hint, 6 and more certain. */
export function furnitureScore(text: string): number {
  if (text.length > 300) return 0;
  if (CERTAIN.some((pattern) => pattern.test(text))) return isOneWord(text) ? 3 : 8;
  if (isByline(text)) return 5;
  return HINT.filter((pattern) => pattern.test(text)).length * 2;
}

/** A single word may be furniture or the name of a system as a title. */
const isOneWord = (text: string): boolean => /^\p{Lu}[\w-]+$/u.test(text) && !KNOWN_WORDS.has(text.toLowerCase());

const KNOWN_WORDS = new Set(
  (
    "upvote like reply comment comments community trending latest popular featured recommended related similar new hot top home " +
    "about help menu docs pricing models datasets spaces papers blog news contact careers status login pdf html bibtex abs abstract " +
    "code github website video slides poster demo previous prev next first last settings company privacy terms tos cookies cookie " +
    "advertisement sponsored references citations keywords authors title published subscribe share save search download follow " +
    "register bookmark copy cite more monday tuesday wednesday thursday friday saturday sunday yesterday today january february " +
    "march april may june july august september october november december"
  ).split(" "),
);
