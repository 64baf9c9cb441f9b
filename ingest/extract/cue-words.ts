/** What a word beside a name hints at: bits, since a word may hint at several things. */
export const CUE = {
  DATASET_HEAD: 1,
  MODEL_HEAD: 2,
  METHOD_HEAD: 4,
  TASK_HEAD: 8,
  PRESENTS: 16,
  EVALUATES: 32,
  USES: 64,
  COMPARES: 128,
  LISTS: 256,
  ARTICLE: 512,
  ON: 1024,
  BY: 2048,
} as const;

const HEADS: readonly [bit: number, words: string][] = [
  [
    CUE.DATASET_HEAD,
    "dataset datasets benchmark benchmarks corpus corpora leaderboard testbed database collection challenge suite testset treebank lexicon bench",
  ],
  [
    CUE.MODEL_HEAD,
    "model models llm llms vlm vlms mllm mllms network networks checkpoint checkpoints backbone backbones encoder family",
  ],
  [
    CUE.METHOD_HEAD,
    "framework frameworks method methods approach approaches algorithm algorithms technique techniques strategy mechanism " +
      "system systems pipeline paradigm toolkit library architecture architectures module scheme procedure loss objective " +
      "learning optimizer agent agents layer tool platform",
  ],
  [
    CUE.TASK_HEAD,
    "task tasks problem problems metric metrics score scores language languages conference workshop error accuracy",
  ],
];
const PATTERNS: readonly [bit: number, pattern: RegExp][] = [
  [
    CUE.PRESENTS,
    /^(?:propos(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|present(?:s|ed|ing)?|develop(?:s|ed|ing)?|releas(?:e|es|ed|ing)|contribut(?:e|es|ing)|construct(?:s|ed)?|curat(?:e|es|ed)|call(?:ed)?|named?|dub(?:bed)?|term(?:ed)?|namely|buil[dt]|creat(?:e|es|ed)|design(?:s|ed)?|novel|new)$/,
  ],
  [
    CUE.EVALUATES,
    /^(?:evaluat|experiment|test|validat|demonstrat|achiev|result|assess|benchmark|analy[sz]|stud|investigat|examin|show)/,
  ],
  [
    CUE.USES,
    /^(?:us(?:e|es|ed|ing)$|leverag|employ|adopt|appl(?:y|ie)|based$|via$|combin|extend|integrat|utili[sz]|train|fine-?tun|pre-?train|initiali|incorporat|exploit|build)/,
  ],
  [
    CUE.COMPARES,
    /^(?:outperform|surpass|compar|baseline|exceed|than$|over$|beat|versus$|vs$|competitive|state-of-the-art$|sota$)/,
  ],
  [CUE.LISTS, /^(?:including|like|such|e\.?g|as|and|or|both|namely)$/],
  [CUE.ARTICLE, /^(?:the|an?|our|this|these|its|their)$/],
  [CUE.ON, /^(?:on|in|from|across)$/],
  [CUE.BY, /^(?:with|by|through|via|of|for|to)$/],
];

const headBits = new Map(HEADS.flatMap(([bit, words]) => words.split(" ").map((word) => [word, bit] as const)));

/** The bits of CUE of a word in small letters. */
export const cuesOf = (lower: string): number =>
  PATTERNS.reduce((bits, [bit, pattern]) => (pattern.test(lower) ? bits | bit : bits), headBits.get(lower) ?? 0);

/** 1 dataset, 2 model, 3 method, 4 task or metric: what kind of head word has these bits; 0 for none. */
export const headOf = (cues: number): number =>
  cues & CUE.DATASET_HEAD ? 1 : cues & CUE.MODEL_HEAD ? 2 : cues & CUE.METHOD_HEAD ? 3 : cues & CUE.TASK_HEAD ? 4 : 0;
